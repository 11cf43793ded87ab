//! YAML, one document or many.

use granit_parser::{Event, Parser, Span, StrInput, options};

use crate::text::Text;
use crate::tree::{Entry, Map, Node};

/// The structure of a file, if it can be read. An alias is not followed: what it stands for is looked at where it is written.
pub(super) fn read(text: &str) -> Option<Node> {
    let options = options! { emit_comments: false };
    let mut reader = Reader {
        file: text,
        parser: Parser::new_from_str_with_options(text, options),
    };
    let mut documents = Vec::new();
    loop {
        let (event, span) = reader.next()?;
        match event {
            Event::StreamEnd => break,
            Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd => {}
            _ => documents.push(reader.node((event, span))?),
        }
    }
    match documents.len() {
        1 => documents.pop(),
        _ => Some(Node::List(documents)),
    }
}

struct Reader<'t> {
    file: &'t str,
    parser: Parser<'t, StrInput<'t>>,
}

impl<'t> Reader<'t> {
    fn next(&mut self) -> Option<(Event<'t>, Span)> {
        match self.parser.next_event() {
            Some(found) => found.ok(),
            None => Some((Event::StreamEnd, Span::default())),
        }
    }

    /// The value that begins with an event. The parser limits the depth.
    fn node(&mut self, (event, span): (Event<'t>, Span)) -> Option<Node> {
        let function = event.tag().and_then(|tag| function(&tag.to_string()));
        let node = match event {
            Event::Scalar(value, ..) => Node::Text(Text::literal(
                &value,
                self.file,
                span.byte_range().unwrap_or_default(),
            )),
            Event::SequenceStart(..) => {
                let mut items = Vec::new();
                loop {
                    match self.next()? {
                        (Event::SequenceEnd, _) => break Node::List(items),
                        (Event::StreamEnd, _) => return None,
                        item => items.push(self.node(item)?),
                    }
                }
            }
            Event::MappingStart(..) => self.map()?,
            Event::StreamEnd => return None,
            _ => Node::Other(String::new()),
        };
        Some(match function {
            Some(name) => Node::Map(Map {
                name: None,
                entries: vec![Entry::new(name, node)],
            }),
            None => node,
        })
    }

    fn map(&mut self) -> Option<Node> {
        let mut entries = Vec::new();
        loop {
            let key = match self.next()? {
                (Event::MappingEnd, _) => return Some(Node::Map(Map { name: None, entries })),
                (Event::StreamEnd, _) => return None,
                (Event::Scalar(key, ..), _) => key.into_owned(),
                other => {
                    self.node(other)?;
                    String::new()
                }
            };
            let found = self.next()?;
            entries.push(Entry::new(key, self.node(found)?));
        }
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
