//! YAML.

use std::collections::HashMap;

use granit_parser::{Event, Parser, ScalarStyle, ScanError, Span as Place, StrInput, options};

use crate::ReadError;
use crate::node::{Entry, Node, Span, Value};

/// As many values as a file may have once its aliases are followed: a few lines of aliases of aliases stand for billions.
const MOST_NODES: usize = 100_000;

/// The one document of a file.
pub(crate) fn read(text: &str) -> Result<Node, ReadError> {
    let mut documents = Reader::new(text, Kind::Data).stream()?.into_iter();
    let document = documents.next().ok_or_else(|| ReadError {
        message: "the file is empty".to_owned(),
        span: 0..0,
    })?;
    match documents.next() {
        None => Ok(document),
        Some(second) => Err(ReadError {
            message: "the file has several documents, and must have one".to_owned(),
            span: second.span,
        }),
    }
}

/// All documents of a file that may be a template of CloudFormation's.
pub(crate) fn read_templates(text: &str) -> Result<Vec<Node>, ReadError> {
    Reader::new(text, Kind::Templates).stream()
}

/// What is read, and so what tags and aliases mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Aliases stand for what they name.
    Data,
    /// Tags are functions.
    Templates,
}

struct Reader<'t> {
    kind: Kind,
    parser: Parser<'t, StrInput<'t>>,
    anchors: HashMap<usize, Node>,
    /// How many values there are so far, those behind aliases counted each time.
    nodes: usize,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str, kind: Kind) -> Self {
        let options = options! { emit_comments: false };
        Reader {
            kind,
            parser: Parser::new_from_str_with_options(text, options),
            anchors: HashMap::new(),
            nodes: 0,
        }
    }

    fn stream(mut self) -> Result<Vec<Node>, ReadError> {
        let mut documents = Vec::new();
        loop {
            let (event, place) = self.next()?;
            match event {
                Event::StreamEnd => return Ok(documents),
                Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd => {}
                _ => documents.push(self.node(event, &place)?),
            }
        }
    }

    fn next(&mut self) -> Result<(Event<'t>, Place), ReadError> {
        match self.parser.next_event() {
            Some(Ok(found)) => Ok(found),
            Some(Err(error)) => Err(refused(&error)),
            None => Ok((Event::StreamEnd, Place::default())),
        }
    }

    /// The value that begins with an event. The parser limits the depth.
    fn node(&mut self, event: Event<'t>, place: &Place) -> Result<Node, ReadError> {
        let span = place.byte_range().unwrap_or_default();
        self.count(1, &span)?;
        let tag = event.tag().map(ToString::to_string);
        let anchor = match &event {
            Event::Scalar(_, _, anchor, _)
            | Event::SequenceStart(_, anchor, _)
            | Event::MappingStart(_, anchor, _) => *anchor,
            _ => 0,
        };
        let node = match event {
            Event::Scalar(text, style, ..) => Node {
                value: self.scalar(&text, style),
                span,
            },
            Event::SequenceStart(..) => self.list(span)?,
            Event::MappingStart(..) => self.map(span)?,
            Event::Alias(anchor) => self.alias(anchor, span)?,
            Event::StreamEnd => return Err(broken_off(span)),
            _ => Node {
                value: Value::Null,
                span,
            },
        };
        let node = match tag {
            Some(tag) => self.tagged(&tag, node)?,
            None => node,
        };
        if anchor > 0 && self.kind == Kind::Data {
            self.anchors.insert(anchor, node.clone());
        }
        Ok(node)
    }

    fn count(&mut self, more: usize, span: &Span) -> Result<(), ReadError> {
        self.nodes = self.nodes.saturating_add(more);
        if self.nodes <= MOST_NODES || self.kind == Kind::Templates {
            return Ok(());
        }
        Err(ReadError {
            message: format!("the file has more than {MOST_NODES} values"),
            span: span.clone(),
        })
    }

    fn scalar(&self, text: &str, style: ScalarStyle) -> Value {
        match (style, text) {
            (ScalarStyle::Plain, "" | "~" | "null" | "Null" | "NULL") if self.kind == Kind::Data => {
                Value::Null
            }
            (ScalarStyle::Plain, _) => Value::Word(text.to_owned()),
            _ => Value::String(text.to_owned()),
        }
    }

    fn list(&mut self, start: Span) -> Result<Node, ReadError> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, place) => {
                    return Ok(Node {
                        value: Value::List(items),
                        span: to_end(start, &place),
                    });
                }
                (Event::StreamEnd, _) => return Err(broken_off(start)),
                (event, place) => items.push(self.node(event, &place)?),
            }
        }
    }

    fn map(&mut self, start: Span) -> Result<Node, ReadError> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut merged = Vec::new();
        loop {
            let (key, key_span) = match self.next()? {
                (Event::MappingEnd, place) => {
                    merge(&mut entries, merged);
                    return Ok(Node {
                        value: Value::Map(entries),
                        span: to_end(start, &place),
                    });
                }
                (Event::StreamEnd, _) => return Err(broken_off(start)),
                (Event::Scalar(key, ..), place) => (key.into_owned(), place.byte_range().unwrap_or_default()),
                (event, place) => {
                    let span = place.byte_range().unwrap_or_default();
                    if self.kind == Kind::Data {
                        return Err(ReadError {
                            message: "a key must be a word".to_owned(),
                            span,
                        });
                    }
                    self.node(event, &place)?;
                    (String::new(), span)
                }
            };
            let (event, place) = self.next()?;
            let value = self.node(event, &place)?;
            if key == "<<" && self.kind == Kind::Data {
                merged.push(value);
            } else {
                entries.push(Entry { key, key_span, value });
            }
        }
    }

    fn alias(&mut self, anchor: usize, span: Span) -> Result<Node, ReadError> {
        if self.kind == Kind::Templates {
            return Ok(Node {
                value: Value::Null,
                span,
            });
        }
        let Some(node) = self.anchors.get(&anchor) else {
            return Err(ReadError {
                message: "an alias stands within what it stands for".to_owned(),
                span,
            });
        };
        let node = node.clone();
        self.count(size(&node), &span)?;
        Ok(node)
    }

    fn tagged(&self, tag: &str, node: Node) -> Result<Node, ReadError> {
        if self.kind == Kind::Templates {
            let span = node.span.clone();
            return Ok(match function(tag) {
                Some(name) => Node {
                    span: span.clone(),
                    value: Value::Map(vec![Entry {
                        key: name,
                        key_span: span,
                        value: node,
                    }]),
                },
                None => node,
            });
        }
        match (
            tag.rsplit(':').next().unwrap_or_default().trim_start_matches('!'),
            &node.value,
        ) {
            ("str", Value::Word(text)) => Ok(Node {
                value: Value::String(text.clone()),
                span: node.span,
            }),
            ("str" | "int" | "float" | "bool" | "null" | "map" | "seq", _) => Ok(node),
            _ => Err(ReadError {
                message: format!("the tag `{tag}` means nothing here"),
                span: node.span,
            }),
        }
    }
}

/// What `<<` brings: every key that is not there already.
fn merge(entries: &mut Vec<Entry>, merged: Vec<Node>) {
    for node in merged {
        let maps = match node.value {
            Value::List(items) => items,
            _ => vec![node],
        };
        for map in maps {
            let Value::Map(more) = map.value else { continue };
            for entry in more {
                if !entries.iter().any(|known| known.key == entry.key) {
                    entries.push(entry);
                }
            }
        }
    }
}

/// How many values a value is made of.
fn size(node: &Node) -> usize {
    let inner: usize = match &node.value {
        Value::List(items) => items.iter().map(size).sum(),
        Value::Map(entries) => entries.iter().map(|entry| size(&entry.value)).sum(),
        _ => 0,
    };
    inner + 1
}

fn to_end(start: Span, end: &Place) -> Span {
    let end = end.byte_range().map_or(start.end, |end| end.end);
    start.start..end.max(start.end)
}

fn broken_off(span: Span) -> ReadError {
    ReadError {
        message: "the file breaks off".to_owned(),
        span,
    }
}

fn refused(error: &ScanError) -> ReadError {
    let at = error.marker().byte_offset().unwrap_or_default();
    ReadError {
        message: error.info(),
        span: at..at,
    }
}

/// The long form of CloudFormation's short functions: `!Sub` is `Fn::Sub`.
fn function(tag: &str) -> Option<String> {
    match tag.strip_prefix('!')? {
        name if name.starts_with('!') || name.is_empty() => None,
        name @ ("Ref" | "Condition") => Some(name.to_owned()),
        name => Some(format!("Fn::{name}")),
    }
}
