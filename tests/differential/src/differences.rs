//! The file of the differences that are meant, `docs/differences.toml`: its format, and matching it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, bail, ensure};
use regex::Regex;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::answer::{SagepathAnswer, SdkAnswer};
use crate::glob::Glob;
use crate::question::{Argument, Question};

/// All entries of the file, in its order.
#[derive(Debug)]
pub struct Differences {
    entries: Vec<Difference>,
}

/// One difference that is meant.
#[derive(Debug)]
pub struct Difference {
    /// The name under which the report counts it.
    pub id: String,
    /// What it is about; the entries of a topic stand together.
    pub topic: String,
    /// What sagepath does, in one line of Markdown.
    pub title: String,
    /// What the SDK does, in Markdown.
    pub upstream: String,
    /// What sagepath does, in Markdown.
    pub decision: String,
    /// Why, in Markdown.
    pub reason: String,
    /// Why no question of the suite can show it, if none can.
    pub unchecked: Option<String>,
    /// A question that shows it.
    pub example: Option<Example>,
    /// Where it shows; any of the blocks will do.
    pub blocks: Vec<Block>,
}

/// A question, and what the SDK says to it.
#[derive(Debug)]
pub struct Example {
    /// The question.
    pub question: Question,
    /// The SDK's registry path or error; if it ends in ` ...`, only its beginning.
    pub sdk: String,
}

/// One `[[difference.when]]`: everything in it must hold.
#[derive(Debug)]
pub struct Block {
    sdk: SdkPattern,
    sdk_text: Option<Regex>,
    sagepath: Vec<String>,
    sagepath_uri: Option<Regex>,
    arguments: Vec<(Argument, Vec<Glob>)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum SdkPattern {
    Uri,
    Error,
}

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileText {
    #[serde(rename = "difference")]
    differences: Vec<DifferenceText>,
}

/// The prose is for the people who read the file and the page that is made of it; it must be there.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DifferenceText {
    id: String,
    topic: String,
    title: String,
    upstream: String,
    decision: String,
    reason: String,
    #[serde(default)]
    bugs: Vec<u32>,
    unchecked: Option<String>,
    example: Option<ExampleText>,
    #[serde(default)]
    when: Vec<BlockText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleText {
    question: Map<String, Value>,
    sdk: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct BlockText {
    sdk: SdkPattern,
    sdk_error: Option<String>,
    sdk_uri: Option<String>,
    sagepath: OneOrMany,
    sagepath_uri: Option<String>,
    #[serde(flatten)]
    arguments: BTreeMap<String, OneOrMany>,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "expected a string or a list of strings")]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl Differences {
    /// Reads and compiles a file.
    ///
    /// # Errors
    ///
    /// If it cannot be read, or breaks one of the format's rules.
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        let text =
            std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
        Self::parse(&text).with_context(|| format!("{} cannot be used", path.display()))
    }

    /// Compiles the text of a file.
    ///
    /// # Errors
    ///
    /// If it breaks one of the format's rules.
    pub fn parse(text: &str) -> anyhow::Result<Self> {
        let file: FileText = toml::from_str(text)?;
        let mut ids = BTreeSet::new();
        let mut topics: Vec<String> = Vec::new();
        let mut entries = Vec::new();
        for entry in file.differences {
            let id = entry.id.clone();
            ensure!(
                ids.insert(id.clone()),
                "difference `{id}`: another one has this id"
            );
            if topics.last() != Some(&entry.topic) {
                ensure!(
                    !topics.contains(&entry.topic),
                    "difference `{id}`: the other entries on `{}` stand further up",
                    entry.topic
                );
                topics.push(entry.topic.clone());
            }
            entries.push(Difference::compile(entry).with_context(|| format!("difference `{id}`"))?);
        }
        Ok(Self { entries })
    }

    /// All entries.
    pub fn all(&self) -> &[Difference] {
        &self.entries
    }

    /// The entries that questions can show; those that are marked `unchecked` are left out.
    pub fn checked(&self) -> impl Iterator<Item = &Difference> {
        self.entries.iter().filter(|entry| !entry.blocks.is_empty())
    }
}

impl Difference {
    fn compile(text: DifferenceText) -> anyhow::Result<Self> {
        let is_kebab_case = text.id.split('-').all(|word| {
            !word.is_empty()
                && word
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
        ensure!(is_kebab_case, "the id must be in kebab case");
        for (name, prose) in [
            ("topic", &text.topic),
            ("title", &text.title),
            ("upstream", &text.upstream),
            ("decision", &text.decision),
            ("reason", &text.reason),
        ] {
            ensure!(!prose.trim().is_empty(), "`{name}` is empty");
        }
        ensure!(text.bugs.is_sorted_by(|a, b| a < b), "`bugs` must ascend");
        match (&text.unchecked, text.when.is_empty()) {
            (None, true) => {
                bail!("it has neither a `when` block nor `unchecked`, the reason why it has none")
            }
            (Some(_), false) => bail!("it is `unchecked` and yet has a `when` block"),
            (None, false) => ensure!(text.example.is_some(), "it has no `example`"),
            (Some(_), true) => {}
        }
        let blocks = text.when.into_iter().enumerate().map(|(index, block)| {
            Block::compile(block).with_context(|| format!("`when` block {}", index + 1))
        });
        Ok(Self {
            blocks: blocks.collect::<anyhow::Result<_>>()?,
            example: text
                .example
                .map(Example::compile)
                .transpose()
                .context("example")?,
            id: text.id,
            topic: text.topic,
            title: text.title,
            upstream: text.upstream,
            decision: text.decision,
            reason: text.reason,
            unchecked: text.unchecked,
        })
    }
}

impl Example {
    /// What stands for the rest of a long text.
    const REST: &str = " ...";

    fn compile(text: ExampleText) -> anyhow::Result<Self> {
        Ok(Self {
            question: Question::of_arguments(text.question)?,
            sdk: text.sdk,
        })
    }

    /// Tells whether this is what the SDK is said to answer.
    pub fn is_answered_by(&self, sdk: &SdkAnswer) -> bool {
        match self.sdk.strip_suffix(Self::REST) {
            Some(beginning) => sdk.text().starts_with(beginning),
            None => sdk.text() == self.sdk,
        }
    }
}

impl Block {
    fn compile(text: BlockText) -> anyhow::Result<Self> {
        let sdk_text = match (text.sdk, text.sdk_uri, text.sdk_error) {
            (SdkPattern::Uri, pattern, None) | (SdkPattern::Error, None, pattern) => pattern,
            (SdkPattern::Uri, _, Some(_)) => bail!("`sdk-error` contradicts `sdk = \"uri\"`"),
            (SdkPattern::Error, Some(_), _) => bail!("`sdk-uri` contradicts `sdk = \"error\"`"),
        };
        let sagepath = text.sagepath.into_vec();
        let wants_uri = sagepath.iter().any(|outcome| outcome == "uri");
        ensure!(
            text.sdk != SdkPattern::Error || sagepath == ["uri"],
            "two refusals are no difference"
        );
        ensure!(
            wants_uri || text.sagepath_uri.is_none(),
            "`sagepath-uri` needs `sagepath = \"uri\"`"
        );
        let arguments = text.arguments.into_iter().map(|(name, patterns)| {
            let argument = Argument::named(&name)
                .with_context(|| format!("`{name}` is not an argument of the suite"))?;
            let globs = patterns
                .into_vec()
                .iter()
                .map(|pattern| Glob::new(pattern))
                .collect();
            Ok((argument, globs))
        });
        Ok(Self {
            sdk: text.sdk,
            sdk_text: sdk_text.as_deref().map(Regex::new).transpose()?,
            sagepath,
            sagepath_uri: text.sagepath_uri.as_deref().map(Regex::new).transpose()?,
            arguments: arguments.collect::<anyhow::Result<_>>()?,
        })
    }

    /// Tells whether this block describes a difference. What is cheapest to find out is asked first.
    pub fn matches(&self, question: &Question, sdk: &SdkAnswer, sagepath: &SagepathAnswer) -> bool {
        let (kind, sdk_text) = match sdk {
            SdkAnswer::Uri(text) => (SdkPattern::Uri, text),
            SdkAnswer::Error(text) => (SdkPattern::Error, text),
        };
        self.sdk == kind
            && self.sagepath.iter().any(|outcome| outcome == sagepath.kind())
            && self.arguments.iter().all(|(argument, globs)| {
                let value = question.get(*argument);
                globs.iter().any(|glob| glob.matches(&value))
            })
            && self
                .sdk_text
                .as_ref()
                .is_none_or(|pattern| pattern.is_match(sdk_text))
            && match (&self.sagepath_uri, sagepath) {
                (Some(pattern), SagepathAnswer::Uri(uri)) => pattern.is_match(uri),
                _ => true,
            }
    }
}

impl OneOrMany {
    fn into_vec(self) -> Vec<String> {
        match self {
            Self::One(text) => vec![text],
            Self::Many(texts) => texts,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXAMPLE: &str = "example = { question = { framework = 'kmeans' }, sdk = 'ValueError: no ...' }\n";

    /// A file of one entry with the given tail.
    fn file(tail: &str) -> String {
        format!(
            "[[difference]]\nid = 'an-id'\ntopic = 'T'\ntitle = 't'\nupstream = 'u'\ndecision = 'd'\nreason = 'r'\n{tail}"
        )
    }

    /// Compiles a block and tells whether it matches.
    fn matches(block: &str, question: &str, sdk: &str, sagepath: &str) -> anyhow::Result<bool> {
        let differences = Differences::parse(&file(&format!("{EXAMPLE}[[difference.when]]\n{block}")))?;
        let question = Question::parse(question)?;
        let sdk = SdkAnswer::parse(sdk)?;
        let sagepath = SagepathAnswer::parse(sagepath)?;
        let mut blocks = differences.checked().flat_map(|entry| &entry.blocks);
        Ok(blocks.any(|block| block.matches(&question, &sdk, &sagepath)))
    }

    const URI: &str = r#"{"uri": "1.dkr.ecr.us-west-2.amazonaws.com/kmeans:1"}"#;
    const REFUSED: &str = r#"{"error": {"code": "unknown-version"}}"#;

    #[test]
    fn all_keys_of_a_block_must_hold() -> anyhow::Result<()> {
        let block = "sdk = 'uri'\nsdk-uri = ':1$'\nsagepath = ['unknown-region', 'unknown-version']\nframework = 'k*'";
        assert!(matches(block, r#"{"framework": "kmeans"}"#, URI, REFUSED)?);
        assert!(!matches(block, r#"{"framework": "lda"}"#, URI, REFUSED)?);
        assert!(!matches(
            block,
            r#"{"framework": "kmeans"}"#,
            r#"{"uri": "a:2"}"#,
            REFUSED
        )?);
        assert!(!matches(
            block,
            r#"{"framework": "kmeans"}"#,
            r#"{"error": "ValueError: :1"}"#,
            REFUSED
        )?);
        assert!(!matches(
            block,
            r#"{"framework": "kmeans"}"#,
            URI,
            r#"{"error": {"code": "missing-version"}}"#
        )?);
        assert!(!matches(
            block,
            r#"{"framework": "kmeans"}"#,
            URI,
            r#"{"uri": "unknown-version"}"#
        )?);
        Ok(())
    }

    #[test]
    fn a_uri_pattern_does_not_bind_a_refusal() -> anyhow::Result<()> {
        let block = "sdk = 'uri'\nsagepath = ['unknown-version', 'uri']\nsagepath-uri = 'neuronx'";
        assert!(matches(block, "{}", URI, REFUSED)?);
        assert!(matches(
            block,
            "{}",
            URI,
            r#"{"uri": "pytorch-training-neuronx:2"}"#
        )?);
        assert!(!matches(block, "{}", URI, r#"{"uri": "pytorch-training:2"}"#)?);
        Ok(())
    }

    #[test]
    fn the_empty_pattern_matches_an_absent_argument() -> anyhow::Result<()> {
        let block = "sdk = 'uri'\nsagepath = 'unknown-version'\nscope = ''\nversion = ['', '9*']";
        assert!(matches(block, r#"{"framework": "kmeans"}"#, URI, REFUSED)?);
        assert!(matches(block, r#"{"version": "9.9"}"#, URI, REFUSED)?);
        assert!(!matches(block, r#"{"version": "1"}"#, URI, REFUSED)?);
        assert!(!matches(block, r#"{"image_scope": "training"}"#, URI, REFUSED)?);
        Ok(())
    }

    #[test]
    fn booleans_and_objects_are_matched_as_text() -> anyhow::Result<()> {
        let block = "sdk = 'uri'\nsagepath = 'unknown-version'\nserverless_inference_config = 'true'\ndistribution = '*mpi*'";
        let question = r#"{"serverless_inference_config": true, "distribution": {"mpi": {}}}"#;
        assert!(matches(block, question, URI, REFUSED)?);
        Ok(())
    }

    #[test]
    fn mistakes_in_the_file_are_refused() {
        for (tail, message) in [
            ("", "neither"),
            (
                "unchecked = 'why'\n[[difference.when]]\nsdk = 'uri'\nsagepath = 'uri'",
                "yet",
            ),
            ("bugs = [2, 1]\nunchecked = 'why'", "ascend"),
            ("colour = 'red'", "colour"),
            ("[[difference.when]]\nsdk = 'uri'\nsagepath = 'a'", "no `example`"),
            (
                "unchecked = 'why'\nexample = { question = { colour = 'red' }, sdk = 'u' }",
                "colour",
            ),
            ("[[difference.when]]\nsdk = 'maybe'\nsagepath = 'uri'", "maybe"),
            (
                "[[difference.when]]\nsdk = 'uri'\nsdk-error = 'x'\nsagepath = 'uri'",
                "contradicts",
            ),
            (
                "[[difference.when]]\nsdk = 'error'\nsagepath = 'unknown-version'",
                "no difference",
            ),
            (
                "[[difference.when]]\nsdk = 'uri'\nsagepath = 'a'\nsagepath-uri = 'x'",
                "needs",
            ),
            (
                "[[difference.when]]\nsdk = 'uri'\nsagepath = 'uri'\ncolour = 'red'",
                "colour",
            ),
            (
                "[[difference.when]]\nsdk = 'uri'\nsagepath = 'uri'\nsdk-uri = '('",
                "regex",
            ),
        ] {
            let example = if message.contains("example") || tail.contains("example") {
                ""
            } else {
                EXAMPLE
            };
            let error = Differences::parse(&file(&format!("{example}{tail}")))
                .map(|_| ())
                .map_err(|error| format!("{error:#}"));
            assert!(
                error.as_ref().is_err_and(|error| error.contains(message)),
                "{tail}: {error:?}"
            );
        }
        assert!(Differences::parse(&file("unchecked = 'why'").repeat(2)).is_err());
    }

    #[test]
    fn the_entries_of_a_topic_stand_together() {
        let of = |id: &str, topic: &str| {
            file("unchecked = 'why'\n")
                .replace("an-id", id)
                .replace("'T'", &format!("'{topic}'"))
        };
        let together = [of("a", "one"), of("b", "one"), of("c", "two")].concat();
        assert!(Differences::parse(&together).is_ok());
        let apart = [of("a", "one"), of("b", "two"), of("c", "one")].concat();
        assert!(Differences::parse(&apart).is_err());
    }

    #[test]
    fn an_example_may_give_the_beginning_of_an_answer() -> anyhow::Result<()> {
        let differences = Differences::parse(&file(&format!("{EXAMPLE}unchecked = 'why'")))?;
        let example = differences.all()[0].example.as_ref().context("no example")?;
        assert!(example.is_answered_by(&SdkAnswer::Error("ValueError: no, and again no".into())));
        assert!(!example.is_answered_by(&SdkAnswer::Error("KeyError: no".into())));
        Ok(())
    }
}
