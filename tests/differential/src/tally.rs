//! Counts what the comparison finds.

use std::collections::HashMap;
use std::fmt;

use crate::answer::{SagepathAnswer, SdkAnswer, agree};
use crate::differences::{Difference, Differences, Example};
use crate::question::{Argument, Question};

/// What has been found so far.
pub struct Tally<'a> {
    /// Questions to which both sides give the same answer.
    pub equal: usize,
    /// Differences that at least one entry describes.
    pub explained: usize,
    /// Differences that no entry describes.
    pub unexplained: usize,
    /// What each entry of the file describes, in the file's order.
    pub entries: Vec<DifferenceTally<'a>>,
    examples: Examples<'a>,
    groups: HashMap<GroupKey, Group>,
}

/// What one entry describes.
pub struct DifferenceTally<'a> {
    /// The entry.
    pub entry: &'a Difference,
    /// How many differences it describes.
    pub count: usize,
    /// How many of them no other entry describes.
    pub alone: usize,
    /// How many of them each of its blocks describes.
    pub blocks: Vec<usize>,
    /// The first of them.
    pub(crate) first: Option<Seen>,
}

/// A question and both answers, for people to look at.
pub(crate) struct Seen {
    /// The question.
    pub(crate) question: String,
    /// The SDK's answer.
    pub(crate) sdk: String,
    /// sagepath's answer.
    pub(crate) sagepath: String,
}

/// Unexplained differences that are alike.
pub(crate) struct Group {
    /// How many there are.
    pub(crate) count: usize,
    /// The first of them.
    pub(crate) first: Seen,
}

/// What unexplained differences must share to be alike.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct GroupKey {
    /// The kind of the SDK's answer.
    pub(crate) sdk: String,
    /// The kind of sagepath's answer.
    pub(crate) sagepath: String,
    /// The framework.
    pub(crate) framework: String,
}

/// The file's examples, and what is wrong with them as far as is known.
struct Examples<'a> {
    all: Vec<(&'a Difference, &'a Example, Option<WrongExample>)>,
    /// The indexes of the examples that ask a question, by its text.
    by_question: HashMap<String, Vec<usize>>,
}

/// What is wrong with an example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WrongExample {
    /// The suite does not ask its question.
    NotAsked,
    /// The SDK answers otherwise.
    OtherAnswer(String),
    /// No block of its entry describes it.
    NotDescribed,
}

impl<'a> Tally<'a> {
    /// Starts counting.
    pub fn new(differences: &'a Differences) -> Self {
        let entries = differences.checked().map(|entry| DifferenceTally {
            entry,
            count: 0,
            alone: 0,
            blocks: vec![0; entry.blocks.len()],
            first: None,
        });
        Self {
            equal: 0,
            explained: 0,
            unexplained: 0,
            entries: entries.collect(),
            examples: Examples::new(differences),
            groups: HashMap::new(),
        }
    }

    /// Counts a question.
    pub fn count(&mut self, question: &Question, sdk: &SdkAnswer, sagepath: &SagepathAnswer) {
        self.examples.look(question, sdk, sagepath);
        if agree(sdk, sagepath) {
            self.equal += 1;
        } else {
            self.count_different(question, sdk, sagepath);
        }
    }

    fn count_different(&mut self, question: &Question, sdk: &SdkAnswer, sagepath: &SagepathAnswer) {
        let mut matched = Vec::new();
        for (index, tally) in self.entries.iter_mut().enumerate() {
            if tally.count_if_described(question, sdk, sagepath) {
                matched.push(index);
            }
        }
        match matched[..] {
            [] => return self.count_unexplained(question, sdk, sagepath),
            [only] => self.entries[only].alone += 1,
            _ => {}
        }
        self.explained += 1;
    }

    fn count_unexplained(&mut self, question: &Question, sdk: &SdkAnswer, sagepath: &SagepathAnswer) {
        self.unexplained += 1;
        let key = GroupKey {
            sdk: sdk.kind().to_owned(),
            sagepath: sagepath.kind().to_owned(),
            framework: question.get(Argument::FRAMEWORK).into_owned(),
        };
        let new = || Group {
            count: 0,
            first: Seen::new(question, sdk, sagepath),
        };
        self.groups.entry(key).or_insert_with(new).count += 1;
    }

    /// All questions.
    pub fn questions(&self) -> usize {
        self.equal + self.explained + self.unexplained
    }

    /// The entries that describe nothing.
    pub fn stale(&self) -> impl Iterator<Item = &DifferenceTally<'a>> {
        self.entries.iter().filter(|tally| tally.count == 0)
    }

    /// The entries whose example is none, each with the reason.
    pub fn wrong_examples(&self) -> impl Iterator<Item = (&'a Difference, &WrongExample)> {
        self.examples
            .all
            .iter()
            .filter_map(|(entry, _, wrong)| Some((*entry, wrong.as_ref()?)))
    }

    /// Tells whether every difference is explained, every entry is needed, and every example is one.
    pub fn is_clean(&self) -> bool {
        self.unexplained == 0 && self.stale().next().is_none() && self.wrong_examples().next().is_none()
    }

    /// The groups of unexplained differences, the largest first.
    pub(crate) fn groups(&self) -> Vec<(&GroupKey, &Group)> {
        let mut groups: Vec<_> = self.groups.iter().collect();
        groups.sort_by(|(key, group), (other_key, other)| {
            other.count.cmp(&group.count).then(key.cmp(other_key))
        });
        groups
    }
}

impl DifferenceTally<'_> {
    fn count_if_described(
        &mut self,
        question: &Question,
        sdk: &SdkAnswer,
        sagepath: &SagepathAnswer,
    ) -> bool {
        let mut described = false;
        for (block, count) in self.entry.blocks.iter().zip(&mut self.blocks) {
            if block.matches(question, sdk, sagepath) {
                *count += 1;
                described = true;
            }
        }
        if described {
            self.count += 1;
            self.first
                .get_or_insert_with(|| Seen::new(question, sdk, sagepath));
        }
        described
    }
}

impl<'a> Examples<'a> {
    fn new(differences: &'a Differences) -> Self {
        let with_example = differences
            .all()
            .iter()
            .filter_map(|entry| Some((entry, entry.example.as_ref()?, Some(WrongExample::NotAsked))));
        let all: Vec<_> = with_example.collect();
        let mut by_question: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, (_, example, _)) in all.iter().enumerate() {
            by_question
                .entry(example.question.to_string())
                .or_default()
                .push(index);
        }
        Self { all, by_question }
    }

    /// Judges the examples that ask this question.
    fn look(&mut self, question: &Question, sdk: &SdkAnswer, sagepath: &SagepathAnswer) {
        let Some(indexes) = self.by_question.get(&question.to_string()) else {
            return;
        };
        for index in indexes {
            let (entry, example, wrong) = &mut self.all[*index];
            let described = || {
                entry
                    .blocks
                    .iter()
                    .any(|block| block.matches(question, sdk, sagepath))
            };
            *wrong = if !example.is_answered_by(sdk) {
                Some(WrongExample::OtherAnswer(sdk.to_string()))
            } else if entry.unchecked.is_none() && (agree(sdk, sagepath) || !described()) {
                Some(WrongExample::NotDescribed)
            } else {
                None
            };
        }
    }
}

impl fmt::Display for WrongExample {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAsked => formatter.write_str("the suite does not ask its question"),
            Self::OtherAnswer(sdk) => write!(formatter, "the SDK answers otherwise: {sdk}"),
            Self::NotDescribed => formatter.write_str("none of the entry's blocks describes it"),
        }
    }
}

impl Seen {
    fn new(question: &Question, sdk: &SdkAnswer, sagepath: &SagepathAnswer) -> Self {
        Self {
            question: question.to_string(),
            sdk: sdk.to_string(),
            sagepath: sagepath.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "
        [[difference]]
        id = 'made-up-version'
        topic = 'T'
        title = 't'
        upstream = 'u'
        decision = 'd'
        reason = 'r'
        example = { question = { framework = 'kmeans' }, sdk = 'u' }
        [[difference.when]]
        sdk = 'uri'
        sagepath = 'unknown-version'

        [[difference]]
        id = 'kmeans-only'
        topic = 'T'
        title = 't'
        upstream = 'u'
        decision = 'd'
        reason = 'r'
        example = { question = { framework = 'kmeans' }, sdk = 'u' }
        [[difference.when]]
        sdk = 'uri'
        sagepath = 'unknown-version'
        framework = 'kmeans'

        [[difference]]
        id = 'elsewhere'
        topic = 'T'
        title = 't'
        upstream = 'u'
        decision = 'd'
        reason = 'r'
        unchecked = 'no question can show it'
    ";

    /// Counts one difference: the SDK resolves, sagepath refuses with a code.
    fn count(tally: &mut Tally<'_>, framework: &str, code: &str) -> anyhow::Result<()> {
        let question = Question::parse(&format!(r#"{{"framework": "{framework}"}}"#))?;
        tally.count(
            &question,
            &SdkAnswer::Uri("u".into()),
            &SagepathAnswer::Error(code.into()),
        );
        Ok(())
    }

    #[test]
    fn an_entry_that_describes_nothing_is_stale() -> anyhow::Result<()> {
        let differences = Differences::parse(FILE)?;
        let mut tally = Tally::new(&differences);
        let question = Question::parse(r#"{"framework": "pca"}"#)?;
        tally.count(
            &question,
            &SdkAnswer::Uri("u".into()),
            &SagepathAnswer::Uri("u".into()),
        );
        count(&mut tally, "lda", "unknown-version")?;
        assert_eq!(
            tally
                .stale()
                .map(|entry| entry.entry.id.as_str())
                .collect::<Vec<_>>(),
            ["kmeans-only"]
        );
        assert!(!tally.is_clean());

        count(&mut tally, "kmeans", "unknown-version")?;
        assert!(tally.is_clean());
        assert_eq!(
            (tally.questions(), tally.equal, tally.explained, tally.unexplained),
            (3, 1, 2, 0)
        );
        assert_eq!(
            tally
                .entries
                .iter()
                .map(|entry| (entry.count, entry.alone))
                .collect::<Vec<_>>(),
            [(2, 1), (1, 0)]
        );
        Ok(())
    }

    #[test]
    fn unexplained_differences_are_grouped_with_the_largest_group_first() -> anyhow::Result<()> {
        let differences = Differences::parse(FILE)?;
        let mut tally = Tally::new(&differences);
        for framework in ["lda", "pca", "pca"] {
            count(&mut tally, framework, "unknown-region")?;
        }
        let groups = tally.groups();
        let sizes: Vec<_> = groups
            .iter()
            .map(|(key, group)| (key.framework.as_str(), group.count))
            .collect();
        assert_eq!(sizes, [("pca", 2), ("lda", 1)]);
        assert_eq!(tally.unexplained, 3);
        assert!(!tally.is_clean());
        Ok(())
    }

    #[test]
    fn an_example_must_be_asked_answered_so_and_described() -> anyhow::Result<()> {
        let differences = Differences::parse(FILE)?;
        let question = Question::parse(r#"{"framework": "kmeans"}"#)?;
        let judge = |sdk: &str, code: &str| {
            let mut tally = Tally::new(&differences);
            tally.count(
                &question,
                &SdkAnswer::Uri(sdk.into()),
                &SagepathAnswer::Error(code.into()),
            );
            let wrong = tally.wrong_examples().map(|(_, wrong)| wrong.clone());
            wrong.collect::<Vec<_>>()
        };
        assert_eq!(
            Tally::new(&differences).wrong_examples().count(),
            2,
            "nothing was asked yet"
        );
        assert_eq!(judge("u", "unknown-version"), []);
        assert_eq!(
            judge("v", "unknown-version"),
            vec![WrongExample::OtherAnswer("v".into()); 2]
        );
        assert_eq!(judge("u", "unknown-region"), vec![WrongExample::NotDescribed; 2]);
        Ok(())
    }
}
