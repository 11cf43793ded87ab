//! Any text, by pattern: Dockerfiles, shell, Markdown, INI, and what no other reader could read.

use std::sync::LazyLock;

use regex::Regex;

use crate::text::Text;
use crate::tree::{Entry, Map, Node, Word};

/// A name that is given a plain word: `NAME=word`, `ARG NAME=word`, `export NAME="word"`.
static ASSIGNMENT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r#"^\s*(?:export\s+|ARG\s+|ENV\s+|local\s+)?([A-Za-z_]\w*)=(?:"([\w.:/-]+)"|'([\w.:/-]+)'|([\w.:/-]+))\s*\r?$"#).ok()
});

/// What begins a line that names the image to start from or to fetch.
static FROM: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^\s*(?:FROM\s|(?:sudo\s+)?(?:docker|podman|finch|nerdctl)\s+pull\s)").ok());

/// The key of an image that a Dockerfile starts from.
pub(crate) const FROM_KEY: &str = "dockerfile-from";

pub(super) fn read(text: &str) -> Node {
    let mut entries = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = start..start + line.len();
        start = span.end;
        if line.contains("ecr") {
            let is_from = FROM.iter().any(|from| from.is_match(line));
            let literal = Text::literal(line, text, span.clone());
            entries.push(Entry::new(
                if is_from { FROM_KEY } else { "" },
                Node::Text(literal),
            ));
        }
        if line.len() < 400
            && let Some(found) = ASSIGNMENT.iter().find_map(|pattern| pattern.captures(line))
            && let (Some(name), Some(value)) = (found.get(1), (2..=4).find_map(|group| found.get(group)))
        {
            let place = span.start + value.start()..span.start + value.end();
            let value = Text::literal(value.as_str(), text, place.clone());
            // The value was looked at with its line.
            let name = name.as_str();
            let value = Node::Other(Word::new(value.value(), place));
            entries.push(Entry::binding(name, value, name));
        }
    }
    Node::Map(Map { name: None, entries })
}
