//! Counts what the comparison finds.

use std::collections::HashMap;

use crate::answer::{SagepathAnswer, SdkAnswer};
use crate::differences::{Differences, Entry};
use crate::question::{Argument, Question};

/// What has been found so far.
pub(crate) struct Tally<'a> {
    /// Questions to which both sides give the same answer.
    pub(crate) equal: usize,
    /// Differences that at least one entry describes.
    pub(crate) explained: usize,
    /// Differences that no entry describes.
    pub(crate) unexplained: usize,
    /// What each entry of the file describes, in the file's order.
    pub(crate) entries: Vec<EntryTally<'a>>,
    groups: HashMap<GroupKey, Group>,
}

/// What one entry describes.
pub(crate) struct EntryTally<'a> {
    /// The entry.
    pub(crate) entry: &'a Entry,
    /// How many differences it describes.
    pub(crate) count: usize,
    /// How many of them no other entry describes.
    pub(crate) alone: usize,
    /// How many of them each of its blocks describes.
    pub(crate) blocks: Vec<usize>,
    /// The first of them.
    pub(crate) example: Option<Example>,
}

/// A difference, for people to look at.
pub(crate) struct Example {
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
    pub(crate) example: Example,
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

impl<'a> Tally<'a> {
    /// Starts counting.
    pub(crate) fn new(differences: &'a Differences) -> Self {
        let entries = differences.checked().map(|entry| EntryTally {
            entry,
            count: 0,
            alone: 0,
            blocks: vec![0; entry.blocks.len()],
            example: None,
        });
        Self {
            equal: 0,
            explained: 0,
            unexplained: 0,
            entries: entries.collect(),
            groups: HashMap::new(),
        }
    }

    /// Counts a question to which both sides give the same answer.
    pub(crate) fn count_equal(&mut self) {
        self.equal += 1;
    }

    /// Counts a question to which the two sides give different answers.
    pub(crate) fn count_different(
        &mut self,
        question: &Question,
        sdk: &SdkAnswer,
        sagepath: &SagepathAnswer,
    ) {
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
        let example = || Example::new(question, sdk, sagepath);
        self.groups
            .entry(key)
            .or_insert_with(|| Group {
                count: 0,
                example: example(),
            })
            .count += 1;
    }

    /// All questions.
    pub(crate) fn questions(&self) -> usize {
        self.equal + self.explained + self.unexplained
    }

    /// The entries that describe nothing.
    pub(crate) fn stale(&self) -> impl Iterator<Item = &EntryTally<'a>> {
        self.entries.iter().filter(|tally| tally.count == 0)
    }

    /// Tells whether every difference is explained and every entry is needed.
    pub(crate) fn is_clean(&self) -> bool {
        self.unexplained == 0 && self.stale().next().is_none()
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

impl EntryTally<'_> {
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
            self.example
                .get_or_insert_with(|| Example::new(question, sdk, sagepath));
        }
        described
    }
}

impl Example {
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
        title = 't'
        upstream = 'u'
        decision = 'd'
        reason = 'r'
        [[difference.when]]
        sdk = 'uri'
        sagepath = 'unknown-version'

        [[difference]]
        id = 'kmeans-only'
        title = 't'
        upstream = 'u'
        decision = 'd'
        reason = 'r'
        [[difference.when]]
        sdk = 'uri'
        sagepath = 'unknown-version'
        framework = 'kmeans'

        [[difference]]
        id = 'elsewhere'
        title = 't'
        upstream = 'u'
        decision = 'd'
        reason = 'r'
        unchecked = 'no question can show it'
    ";

    /// Counts one difference: the SDK resolves, sagepath refuses with a code.
    fn count(tally: &mut Tally<'_>, framework: &str, code: &str) -> anyhow::Result<()> {
        let question = Question::parse(&format!(r#"{{"framework": "{framework}"}}"#))?;
        tally.count_different(
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
        tally.count_equal();
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
}
