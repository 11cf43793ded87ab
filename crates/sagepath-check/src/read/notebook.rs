//! Jupyter notebooks: the code of their cells.

use std::ops::Range;

use jsonc_parser::ast::{Array, Object, StringLit, Value};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::{lines, python};
use crate::text::Text;
use crate::tree::{Entry, Map, Node, Word};

/// The structure of a notebook, if it can be read: that of one program, with the cells one after the other.
pub(super) fn read(text: &str) -> Option<Node> {
    let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default()).ok()?;
    let Some(Value::Object(notebook)) = &parsed.value else {
        return None;
    };
    let cells = notebook.get_array("cells")?;
    let mut entries = Vec::new();
    for cell in &cells.elements {
        let Value::Object(cell) = cell else { continue };
        let Some(Taken { text: code, pieces }) = source(cell, text) else {
            continue;
        };
        if !code.contains("ecr") && !code.contains('=') {
            continue;
        }
        let is_code = cell
            .get_string("cell_type")
            .is_some_and(|kind| kind.value == "code");
        let read = is_code
            .then(|| python::read(&code, python::Dialect::Notebook))
            .flatten();
        let node = read.unwrap_or_else(|| lines::read(&code));
        let Node::Map(map) = moved(node, &|range| places(&pieces, range)) else {
            continue;
        };
        entries.extend(map.entries);
    }
    Some(Node::Map(Map { name: None, entries }))
}

/// The number of the cell, from 1, that a byte of a notebook belongs to.
pub(crate) fn cell_at(text: &str, offset: usize) -> Option<(usize, usize)> {
    let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default()).ok()?;
    let Some(Value::Object(notebook)) = &parsed.value else {
        return None;
    };
    let cells = notebook.get_array("cells")?;
    let (number, cell) = cells
        .elements
        .iter()
        .enumerate()
        .find_map(|(number, cell)| match cell {
            Value::Object(cell) if (cell.range.start..cell.range.end).contains(&offset) => {
                Some((number, cell))
            }
            _ => None,
        })?;
    let taken = source(cell, text)?;
    let before = taken
        .pieces
        .iter()
        .rev()
        .find(|(_, place)| place.start <= offset)?;
    let at = (before.0.start + (offset - before.1.start)).min(before.0.end);
    Some((number + 1, taken.text.get(..at)?.matches('\n').count() + 1))
}

/// The code of a cell, and where each piece of it stands in the file.
struct Taken {
    text: String,
    pieces: Vec<(Range<usize>, Range<usize>)>,
}

fn source(cell: &Object<'_>, file: &str) -> Option<Taken> {
    let mut taken = Taken {
        text: String::new(),
        pieces: Vec::new(),
    };
    match cell.get("source").map(|property| &property.value)? {
        Value::StringLit(string) => taken.push(string, file),
        Value::Array(Array { elements, .. }) => {
            for element in elements {
                if let Value::StringLit(string) = element {
                    taken.push(string, file);
                }
            }
        }
        _ => return None,
    }
    Some(taken)
}

impl Taken {
    /// Adds a JSON string: runs without an escape stand in the file as they are.
    fn push(&mut self, string: &StringLit<'_>, file: &str) {
        let inner = string.range.start + 1..string.range.end.saturating_sub(1).max(string.range.start + 1);
        let Some(raw) = file.get(inner.clone()) else {
            return;
        };
        let (mut at, mut rest) = (inner.start, raw);
        let mut decoded = string.value.as_ref();
        while !rest.is_empty() {
            let plain = rest.find('\\').unwrap_or(rest.len());
            self.piece(&rest[..plain], at..at + plain);
            decoded = decoded.get(plain..).unwrap_or_default();
            (at, rest) = (at + plain, &rest[plain..]);
            if rest.is_empty() {
                break;
            }
            let length = escape_length(rest);
            let Some(character) = decoded.chars().next() else {
                break;
            };
            self.piece(character.encode_utf8(&mut [0; 4]), at..at + length);
            decoded = &decoded[character.len_utf8()..];
            (at, rest) = (at + length, rest.get(length..).unwrap_or_default());
        }
    }

    fn piece(&mut self, text: &str, place: Range<usize>) {
        if !text.is_empty() {
            let start = self.text.len();
            self.text.push_str(text);
            self.pieces.push((start..self.text.len(), place));
        }
    }
}

/// The bytes of the escape that a text begins with.
fn escape_length(text: &str) -> usize {
    let is_surrogate = |at: usize| {
        text.get(at..at + 3)
            .is_some_and(|start| start.eq_ignore_ascii_case("\\ud"))
    };
    let length = match text.as_bytes().get(1) {
        Some(b'u') if is_surrogate(0) && is_surrogate(6) => 12,
        Some(b'u') => 6,
        Some(_) => 1 + text[1..].chars().next().map_or(0, char::len_utf8),
        None => 1,
    };
    length.min(text.len())
}

/// The pieces of the file that a range of the code is made of.
fn places(pieces: &[(Range<usize>, Range<usize>)], range: Range<usize>) -> Vec<(Range<usize>, Range<usize>)> {
    let first = pieces.partition_point(|(taken, _)| taken.end <= range.start);
    pieces[first..]
        .iter()
        .take_while(|(taken, _)| taken.start < range.end)
        .map(|(taken, place)| {
            let start = taken.start.max(range.start);
            let end = taken.end.min(range.end);
            if taken.len() == place.len() {
                let from = place.start + (start - taken.start);
                (start..end, from..from + (end - start))
            } else {
                (start..end, place.clone())
            }
        })
        .collect()
}

/// The same structure, with every text at its place in the file.
fn moved(node: Node, place: &impl Fn(Range<usize>) -> Vec<(Range<usize>, Range<usize>)>) -> Node {
    match node {
        Node::Text(text) => Node::Text(Text::moved(&text, place)),
        Node::List(items) => Node::List(items.into_iter().map(|item| moved(item, place)).collect()),
        Node::Map(map) => Node::Map(Map {
            name: map.name,
            entries: map
                .entries
                .into_iter()
                .map(|entry| Entry {
                    value: moved(entry.value, place),
                    ..entry
                })
                .collect(),
        }),
        Node::Other(word) => {
            let places = place(word.span);
            let ends = places.first().zip(places.last());
            let span = ends.map(|(first, last)| first.1.start..last.1.end);
            Node::Other(Word::new(word.value, span.unwrap_or_default()))
        }
        Node::Name(name) => Node::Name(name),
    }
}
