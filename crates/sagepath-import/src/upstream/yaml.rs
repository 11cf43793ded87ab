//! YAML as far as upstream's data files use it, read into a JSON value.
//!
//! A plain scalar is `true`, `false` or a string: versions are words here, and `2.10` is not 2.1. A key without a value is
//! as good as absent. Aliases, tags and keys that are no scalars are refused, like a second document.

use granit_parser::{Event, Marker, Parser, ScalarStyle, Span, StrInput, options};
use serde_json::{Map, Value};

use super::UpstreamError;

type Found<'t> = (Event<'t>, Span);

/// The events of one text, one after the other.
struct Events<'t> {
    file: &'t str,
    parser: Parser<'t, StrInput<'t>>,
}

/// The value of the only document of a text.
///
/// # Errors
///
/// [`UpstreamError::Shape`] with line and column.
pub(super) fn parse(file: &str, text: &str) -> Result<Value, UpstreamError> {
    let mut events = Events {
        file,
        parser: Parser::new_from_str_with_options(text, options! { emit_comments: false }),
    };
    let mut value = Value::Null;
    let mut documents = 0;
    loop {
        let (event, span) = events.next()?;
        match event {
            Event::StreamEnd => return Ok(value),
            Event::StreamStart | Event::DocumentEnd => {}
            Event::DocumentStart(..) if documents == 0 => documents = 1,
            Event::DocumentStart(..) => return Err(events.error(&span.start, "a second document")),
            _ => value = events.value((event, span))?,
        }
    }
}

impl<'t> Events<'t> {
    fn next(&mut self) -> Result<Found<'t>, UpstreamError> {
        match self.parser.next_event() {
            Some(Ok(found)) => Ok(found),
            Some(Err(error)) => Err(self.error(error.marker(), error.info())),
            None => Ok((Event::StreamEnd, Span::default())),
        }
    }

    /// The value that begins with this event. The parser limits the depth.
    fn value(&mut self, (event, span): Found<'t>) -> Result<Value, UpstreamError> {
        if event.tag().is_some() {
            return Err(self.error(&span.start, "tags are not known to this importer"));
        }
        match event {
            Event::Scalar(text, ScalarStyle::Plain, ..) => Ok(match &*text {
                "" | "~" | "null" | "Null" | "NULL" => Value::Null,
                "true" | "True" | "TRUE" => Value::Bool(true),
                "false" | "False" | "FALSE" => Value::Bool(false),
                _ => Value::String(text.into_owned()),
            }),
            Event::Scalar(text, ..) => Ok(Value::String(text.into_owned())),
            Event::SequenceStart(..) => self.list(),
            Event::MappingStart(..) => self.map(),
            _ => Err(self.error(&span.start, "aliases are not known to this importer")),
        }
    }

    fn list(&mut self) -> Result<Value, UpstreamError> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, _) => return Ok(Value::Array(items)),
                item => items.push(self.value(item)?),
            }
        }
    }

    fn map(&mut self) -> Result<Value, UpstreamError> {
        let mut entries = Map::new();
        loop {
            let (key, span) = match self.next()? {
                (Event::MappingEnd, _) => {
                    entries.retain(|_, value| !value.is_null());
                    return Ok(Value::Object(entries));
                }
                (Event::Scalar(key, _, _, None), span) => (key, span),
                (_, span) => return Err(self.error(&span.start, "expected a key")),
            };
            let found = self.next()?;
            let value = self.value(found)?;
            if entries.contains_key(&*key) {
                return Err(self.error(&span.start, format!("the key `{key}` is here twice")));
            }
            entries.insert(key.into_owned(), value);
        }
    }

    fn error(&self, at: &Marker, message: impl Into<String>) -> UpstreamError {
        UpstreamError::Shape {
            file: self.file.to_owned(),
            key: format!("line {}, column {}", at.line(), at.col() + 1),
            message: message.into(),
        }
    }
}
