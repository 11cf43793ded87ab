//! Comments that silence rules: `# sagepath: ignore[latest-tag] because it is a demo`.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::finding::Finding;
use crate::rules::{Draft, IGNORE_WITHOUT_REASON, Rule, UNUSED_IGNORE};
use crate::source::Source;

/// A comment's sign, what stands before it in the line, the rules, and the reason.
static COMMENT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?m)^(?P<before>.*?)(?P<sign>#|//|/\*|<!--|--|;|%)\s*sagepath:\s*ignore\[(?P<rules>[^\]\n]*)\](?P<reason>.*)$")
        .ok()
});

/// What a comment says.
struct Silence {
    span: Range<usize>,
    /// The line that it is about: its own, or the next where it stands alone. A finding is silenced at its own line, or at that
    /// of its image.
    line: usize,
    rules: Vec<String>,
    has_reason: bool,
    is_used: bool,
}

/// Takes away the findings that comments silence, and gives what there is to say of the comments.
pub(crate) fn apply(source: &Source<'_>, findings: &mut Vec<Finding>) -> Vec<(&'static Rule, Draft)> {
    let mut silences = silences(source);
    findings.retain(|finding| {
        let lines = finding.start.line..=finding.end.line;
        let of_image = finding.image.as_ref().map(|image| {
            let last = image.end.saturating_sub(1).max(image.start);
            source.position(image.start).line..=source.position(last).line
        });
        let is_about = |line: &usize| {
            lines.contains(line) || of_image.as_ref().is_some_and(|lines| lines.contains(line))
        };
        let names = |silence: &Silence| {
            silence
                .rules
                .iter()
                .any(|rule| rule == finding.rule.name || rule == "all")
        };
        let mut by = silences
            .iter_mut()
            .filter(|silence| is_about(&silence.line) && names(silence))
            .peekable();
        let is_silenced = by.peek().is_some();
        by.for_each(|silence| silence.is_used = true);
        !is_silenced
    });
    silences.iter().flat_map(remarks).collect()
}

fn silences(source: &Source<'_>) -> Vec<Silence> {
    if memchr::memmem::find(source.bytes(), b"sagepath:").is_none() {
        return Vec::new();
    }
    let found = COMMENT
        .iter()
        .flat_map(|comment| comment.captures_iter(source.text()));
    found
        .filter_map(|found| {
            let (sign, rules) = (found.name("sign")?, found.name("rules")?);
            let own = source.position(sign.start()).line;
            let is_alone = found
                .name("before")?
                .as_str()
                .chars()
                .all(|character| " \t\"',*".contains(character));
            let reason = found.name("reason")?.as_str().replace("because", "");
            Some(Silence {
                span: sign.start()..rules.end() + 1,
                line: if is_alone { own + 1 } else { own },
                rules: rules
                    .as_str()
                    .split(',')
                    .map(|rule| rule.trim().to_owned())
                    .collect(),
                has_reason: reason.chars().filter(char::is_ascii_alphanumeric).count() >= 3,
                is_used: false,
            })
        })
        .collect()
}

fn remarks(silence: &Silence) -> Vec<(&'static Rule, Draft)> {
    let span = || silence.span.clone();
    let mut remarks: Vec<(&'static Rule, Draft)> = Vec::new();
    let unknown = silence
        .rules
        .iter()
        .find(|rule| *rule != "all" && crate::rules::find(rule).is_err());
    if let Some(unknown) = unknown {
        let message = format!("there is no rule `{unknown}` to ignore");
        remarks.push((
            &UNUSED_IGNORE,
            Draft::new(span(), message).help("`sagepath rule` lists the rules"),
        ));
    } else if !silence.is_used {
        let rules = silence.rules.join(", ");
        remarks.push((
            &UNUSED_IGNORE,
            Draft::new(
                span(),
                format!("nothing is found here that `{rules}` would silence"),
            ),
        ));
    }
    if !silence.has_reason {
        let draft = Draft::new(span(), "the comment does not say why");
        remarks.push((
            &IGNORE_WITHOUT_REASON,
            draft.help("write `because ...` after the bracket"),
        ));
    }
    remarks
}
