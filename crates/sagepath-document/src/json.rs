//! JSON.

use jsonc_parser::ast::{ObjectPropName, Value as Ast};
use jsonc_parser::common::Ranged as _;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use crate::ReadError;
use crate::node::{Entry, Node, Span, Value};

/// JSON with comments and trailing commas, and nothing else that is not JSON.
pub(crate) fn read(text: &str) -> Result<Node, ReadError> {
    let options = ParseOptions {
        allow_comments: true,
        allow_trailing_commas: true,
        allow_loose_object_property_names: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    let parsed = parse_to_ast(text, &CollectOptions::default(), &options).map_err(|error| ReadError {
        message: sentence(&error.kind().to_string()),
        span: error.range().start..error.range().end,
    })?;
    let value = parsed.value.as_ref().ok_or_else(|| ReadError {
        message: "the file is empty".to_owned(),
        span: 0..0,
    })?;
    Ok(lower(value))
}

/// JSON in any of its dialects.
pub(crate) fn read_any(text: &str) -> Option<Node> {
    let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default()).ok()?;
    parsed.value.as_ref().map(lower)
}

fn sentence(message: &str) -> String {
    let mut characters = message.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(characters).collect()
    })
}

fn lower(ast: &Ast<'_>) -> Node {
    let value = match ast {
        Ast::StringLit(string) => Value::String(string.value.to_string()),
        Ast::NumberLit(number) => match number.value.parse() {
            Ok(number) => Value::Number(number),
            // One that only a dialect knows.
            Err(_) => Value::Word(number.value.to_owned()),
        },
        Ast::BooleanLit(boolean) => Value::Boolean(boolean.value),
        Ast::NullKeyword(_) => Value::Null,
        Ast::Array(array) => Value::List(array.elements.iter().map(lower).collect()),
        Ast::Object(object) => {
            let entries = object.properties.iter().map(|property| {
                let key = match &property.name {
                    ObjectPropName::String(string) => string.value.as_ref(),
                    ObjectPropName::Word(word) => word.value,
                };
                Entry {
                    key: key.to_owned(),
                    key_span: span(property.name.range()),
                    value: lower(&property.value),
                }
            });
            Value::Map(entries.collect())
        }
    };
    Node {
        value,
        span: span(ast.range()),
    }
}

fn span(range: jsonc_parser::common::Range) -> Span {
    range.start..range.end
}
