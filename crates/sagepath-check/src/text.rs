//! A piece of text as a program would see it, and where in the file each part of it stands.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// Stands in a text's value for a part that is filled in when the program runs.
pub(crate) const HOLE: char = '\u{FFFC}';

/// A string, put together of parts that stand in the file and of holes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Text {
    value: String,
    parts: Vec<Part>,
}

#[derive(Clone, Debug)]
struct Part {
    value: Range<usize>,
    source: Range<usize>,
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    /// The file has these very bytes.
    Verbatim,
    /// The file says it in other words: an escape, a folded line.
    Decoded,
    Hole(Hole),
}

/// A part that is not known before the program runs.
#[derive(Clone, Debug)]
pub(crate) struct Hole {
    /// What the file calls it: `AWS::Region`, `var.region`.
    pub(crate) name: String,
    /// Its value, where the file gives it one and only one.
    pub(crate) value: Option<String>,
}

/// How far behind the last word the next one may stand: escapes, quotation marks and indentation lie between.
const GAP: usize = 512;

impl Text {
    /// The text of a literal that stands at `span` of the file.
    pub(crate) fn literal(value: &str, file: &str, span: Range<usize>) -> Self {
        let mut text = Text::default();
        text.push_literal(value, file, span);
        text
    }

    pub(crate) fn hole(name: impl Into<String>, source: Range<usize>) -> Self {
        let mut text = Text::default();
        text.push_hole(name, source);
        text
    }

    pub(crate) fn value(&self) -> &str {
        &self.value
    }

    /// The value, if nothing of it is a hole.
    pub(crate) fn fixed(&self) -> Option<&str> {
        (!self.value.contains(HOLE)).then_some(&self.value)
    }

    pub(crate) fn has_holes(&self) -> bool {
        self.value.contains(HOLE)
    }

    /// Adds a literal. Its words are found again in the file one by one, so that an edit can be made in each.
    pub(crate) fn push_literal(&mut self, value: &str, file: &str, span: Range<usize>) {
        let value: String = value.chars().filter(|&character| character != HOLE).collect();
        let Some(raw) = file.get(span.clone()) else { return };
        if let Some(at) = find(raw, &value, 0) {
            let start = span.start + at;
            return self.push(&value, start..start + value.len(), Kind::Verbatim);
        }
        let mut cursor = 0;
        for word in value.split_inclusive(char::is_whitespace) {
            let trimmed = word.trim_end();
            match find(raw, trimmed, cursor) {
                Some(at) => {
                    let start = span.start + at;
                    self.push(trimmed, start..start + trimmed.len(), Kind::Verbatim);
                    cursor = at + trimmed.len();
                }
                None => self.push(trimmed, span.clone(), Kind::Decoded),
            }
            let here = span.start + cursor;
            self.push(&word[trimmed.len()..], here..here, Kind::Decoded);
        }
    }

    pub(crate) fn push_hole(&mut self, name: impl Into<String>, source: Range<usize>) {
        let hole = Hole {
            name: name.into(),
            value: None,
        };
        self.push(HOLE.encode_utf8(&mut [0; 4]), source, Kind::Hole(hole));
    }

    fn push(&mut self, value: &str, source: Range<usize>, kind: Kind) {
        if value.is_empty() {
            return;
        }
        let start = self.value.len();
        self.value.push_str(value);
        self.parts.push(Part {
            value: start..self.value.len(),
            source,
            kind,
        });
    }

    pub(crate) fn append(&mut self, other: &Text) {
        for part in &other.parts {
            self.push(
                &other.value[part.value.clone()],
                part.source.clone(),
                part.kind.clone(),
            );
        }
    }

    /// A part of it; both ends must be at the border of characters.
    pub(crate) fn slice(&self, range: Range<usize>) -> Text {
        let mut slice = Text::default();
        for part in &self.parts {
            let start = part.value.start.max(range.start);
            let end = part.value.end.min(range.end);
            if start >= end {
                continue;
            }
            let source = match part.kind {
                Kind::Verbatim => {
                    let from = part.source.start + (start - part.value.start);
                    from..from + (end - start)
                }
                _ => part.source.clone(),
            };
            slice.push(&self.value[start..end], source, part.kind.clone());
        }
        slice
    }

    /// All of the file that it is made of.
    pub(crate) fn span(&self) -> Range<usize> {
        let start = self.parts.iter().map(|part| part.source.start).min().unwrap_or(0);
        let end = self
            .parts
            .iter()
            .map(|part| part.source.end)
            .max()
            .unwrap_or(start);
        start..end
    }

    /// Where the last part of it ends in the file.
    pub(crate) fn end(&self) -> usize {
        self.parts.last().map_or(0, |part| part.source.end)
    }

    /// Where the file has exactly this text, in one piece.
    pub(crate) fn verbatim(&self) -> Option<Range<usize>> {
        let span = self.span();
        let mut next = span.start;
        for part in &self.parts {
            if !matches!(part.kind, Kind::Verbatim) || part.source.start != next {
                return None;
            }
            next = part.source.end;
        }
        (!self.parts.is_empty()).then_some(span)
    }

    /// Where the last part ends in the file, if the file has that part exactly.
    pub(crate) fn verbatim_end(&self) -> Option<usize> {
        let last = self.parts.last()?;
        matches!(last.kind, Kind::Verbatim).then_some(last.source.end)
    }

    /// The value, if every hole has one.
    pub(crate) fn filled(&self) -> Option<String> {
        let mut filled = String::new();
        for part in &self.parts {
            match &part.kind {
                Kind::Hole(hole) => filled.push_str(hole.value.as_deref()?),
                _ => filled.push_str(&self.value[part.value.clone()]),
            }
        }
        Some(filled)
    }

    /// As it would be written, with the names of the holes.
    pub(crate) fn written(&self) -> String {
        let mut written = String::new();
        for part in &self.parts {
            match &part.kind {
                Kind::Hole(hole) => {
                    written.push_str("${");
                    written.push_str(&hole.name);
                    written.push('}');
                }
                _ => written.push_str(&self.value[part.value.clone()]),
            }
        }
        written
    }

    pub(crate) fn holes(&self) -> impl Iterator<Item = &Hole> {
        self.parts.iter().filter_map(|part| match &part.kind {
            Kind::Hole(hole) => Some(hole),
            _ => None,
        })
    }

    pub(crate) fn holes_mut(&mut self) -> impl Iterator<Item = &mut Hole> {
        self.parts.iter_mut().filter_map(|part| match &mut part.kind {
            Kind::Hole(hole) => Some(hole),
            _ => None,
        })
    }

    /// The same text with what looks like a placeholder (`${region}`, `{region}`, `<region>`, `%s`) made a hole.
    pub(crate) fn with_placeholders(&self) -> Text {
        static PLACEHOLDER: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(PLACEHOLDERS).ok());
        let Some(placeholder) = PLACEHOLDER.as_ref() else {
            return self.clone();
        };
        let mut marked = Text::default();
        let mut last = 0;
        for found in placeholder.find_iter(&self.value) {
            marked.append(&self.slice(last..found.start()));
            let part = self.slice(found.range());
            marked.push_hole(placeholder_name(found.as_str()), part.span());
            last = found.end();
        }
        marked.append(&self.slice(last..self.value.len()));
        marked
    }

    /// Gives each part the place in the file that `place` tells for its place in a text that was taken out of the file.
    pub(crate) fn moved(&self, place: &impl Fn(Range<usize>) -> Vec<(Range<usize>, Range<usize>)>) -> Text {
        let mut moved = Text::default();
        for part in &self.parts {
            let value = &self.value[part.value.clone()];
            let places = place(part.source.clone());
            let whole = places
                .first()
                .zip(places.last())
                .map(|(first, last)| first.1.start..last.1.end);
            let is_whole = places.iter().map(|(taken, _)| taken.len()).sum::<usize>() == value.len();
            match (&part.kind, whole) {
                (Kind::Verbatim, Some(_)) if is_whole => {
                    for (taken, source) in &places {
                        let start = taken.start - part.source.start;
                        if let Some(piece) = value.get(start..start + taken.len()) {
                            moved.push(piece, source.clone(), Kind::Verbatim);
                        }
                    }
                }
                (Kind::Verbatim, whole) => moved.push(value, whole.unwrap_or(0..0), Kind::Decoded),
                (kind, whole) => moved.push(value, whole.unwrap_or(0..0), kind.clone()),
            }
        }
        moved
    }
}

/// What people and programs write for a value to come, the longer forms first.
const PLACEHOLDERS: &str = concat!(
    r"\$\{\{[^{}]*\}\}|\$\{[^{}]*\}|#\{[^{}]*\}|\{\{[^{}]*\}\}|\{[A-Za-z_][^{}\s]*\}|\{\d*\}",
    r"|<[A-Za-z_][^<>\s]*>|\$\([^()]*\)|\$[A-Za-z_][A-Za-z0-9_]*|%\([^()]*\)s|%[sdv]",
);

fn placeholder_name(written: &str) -> String {
    written
        .trim_matches(|character: char| "${}<>()%#! ".contains(character))
        .to_owned()
}

/// Where a word stands in a text, not too far behind `from`.
fn find(text: &str, word: &str, from: usize) -> Option<usize> {
    let haystack = text.as_bytes().get(from..)?;
    let haystack = &haystack[..haystack.len().min(word.len() + GAP)];
    memchr::memmem::find(haystack, word.as_bytes()).map(|at| from + at)
}

#[cfg(test)]
mod tests {
    use super::{HOLE, Text};

    #[test]
    fn every_word_of_a_literal_is_found_in_the_file() {
        let file = r#"a = "x\"y  763.dkr/z""#;
        let text = Text::literal("x\"y  763.dkr/z", file, 4..file.len());
        assert_eq!(text.value(), "x\"y  763.dkr/z");
        let word = text.slice(5..14);
        assert_eq!(word.verbatim().map(|span| &file[span]), Some("763.dkr/z"));
        assert_eq!(text.slice(0..3).verbatim(), None);
    }

    #[test]
    fn placeholders_become_holes() {
        for written in [
            "${AWS::Region}",
            "{region}",
            "{}",
            "<region>",
            "%s",
            "$REGION",
            "{{ region }}",
            "%(r)s",
        ] {
            let file = format!("1.dkr.ecr.{written}.amazonaws.com/x");
            let text = Text::literal(&file, &file, 0..file.len()).with_placeholders();
            assert_eq!(
                text.value(),
                format!("1.dkr.ecr.{HOLE}.amazonaws.com/x"),
                "{written}"
            );
            assert_eq!(text.span(), 0..file.len());
        }
    }
}
