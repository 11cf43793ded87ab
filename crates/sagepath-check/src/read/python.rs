//! Python, with recovery from errors. All that is known of the parser is known here.

use std::ops::Range;

use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{
    Expr, ExprBinOp, ExprCall, FStringPart, InterpolatedStringElement, Mod, Number, Operator, Stmt,
};
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};
use ruff_text_size::TextRange;

use super::{joined, lines, nesting};
use crate::text::Text;
use crate::tree::{Entry, Map, Node, Word};

/// Whether magic commands are part of the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    Plain,
    Notebook,
}

/// The largest program that is parsed.
const LARGEST: usize = 8 << 20;

/// The structure of a program, unless it is too large or nested too deeply.
///
/// Of a program with errors, what the parser makes of it counts, and after that every line.
pub(super) fn read(text: &str, dialect: Dialect) -> Option<Node> {
    if text.len() > LARGEST || !nesting::is_bearable(text) {
        return None;
    }
    let mode = match dialect {
        Dialect::Plain => Mode::Module,
        Dialect::Notebook => Mode::Ipython,
    };
    let parsed = parse_unchecked(text, ParseOptions::from(mode));
    let Mod::Module(module) = parsed.syntax() else {
        return None;
    };
    let mut reader = Statements {
        file: text,
        entries: Vec::new(),
    };
    for statement in &module.body {
        reader.visit_stmt(statement);
    }
    let mut entries = reader.entries;
    if !parsed.errors().is_empty() {
        entries.push(Entry::new("", lines::read(text)));
    }
    Some(Node::Map(Map { name: None, entries }))
}

/// Gathers what statements assign, and the expressions in them.
struct Statements<'t> {
    file: &'t str,
    entries: Vec<Entry>,
}

impl<'a> Visitor<'a> for Statements<'_> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        let (target, value) = match statement {
            Stmt::Assign(assign) => (assign.targets.first(), Some(&assign.value)),
            Stmt::AnnAssign(assign) => (Some(assign.target.as_ref()), assign.value.as_ref()),
            _ => (None, None),
        };
        let (Some(target), Some(value)) = (target, value) else {
            return walk_stmt(self, statement);
        };
        let value = lower(value, self.file);
        self.entries.push(match target {
            Expr::Name(name) => Entry::binding(name.id.as_str(), value, name.id.as_str()),
            Expr::Attribute(attribute) => Entry::new(attribute.attr.as_str(), value),
            Expr::Subscript(subscript) => {
                let key = match subscript.slice.as_ref() {
                    Expr::StringLiteral(literal) => literal.value.to_str(),
                    _ => "",
                };
                Entry::new(key, value)
            }
            _ => Entry::new("", value),
        });
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        self.entries.push(Entry::new("", lower(expression, self.file)));
    }
}

fn lower(expression: &Expr, file: &str) -> Node {
    match expression {
        Expr::StringLiteral(literal) => {
            let mut text = Text::default();
            for part in &literal.value {
                text.push_literal(&part.value, file, span(part.range));
            }
            Node::Text(text)
        }
        Expr::FString(literal) => {
            let mut text = Text::default();
            for part in &literal.value {
                match part {
                    FStringPart::Literal(part) => text.push_literal(&part.value, file, span(part.range)),
                    FStringPart::FString(part) => {
                        for element in &part.elements {
                            push_element(&mut text, element, file);
                        }
                    }
                }
            }
            Node::Text(text)
        }
        Expr::BinOp(operation) => lower_operation(operation, file),
        Expr::Call(call) => lower_call(call, file),
        Expr::Dict(dict) => {
            let entries = dict.items.iter().map(|item| {
                let key = match &item.key {
                    Some(Expr::StringLiteral(literal)) => literal.value.to_str(),
                    _ => "",
                };
                Entry::new(key, lower(&item.value, file))
            });
            Node::Map(Map {
                name: None,
                entries: entries.collect(),
            })
        }
        Expr::List(list) => Node::List(list.elts.iter().map(|item| lower(item, file)).collect()),
        Expr::Tuple(tuple) => Node::List(tuple.elts.iter().map(|item| lower(item, file)).collect()),
        Expr::Name(name) => Node::Name(name.id.as_str().to_owned()),
        Expr::Attribute(_) => Node::Name(dotted(expression)),
        Expr::NumberLiteral(number) => {
            let value = match &number.value {
                Number::Int(value) => value.to_string(),
                Number::Float(value) => value.to_string(),
                Number::Complex { .. } => String::new(),
            };
            Node::Other(Word::new(value, span(number.range)))
        }
        Expr::BooleanLiteral(boolean) => {
            Node::Other(Word::new(boolean.value.to_string(), span(boolean.range)))
        }
        _ => {
            let mut inner = Parts {
                file,
                nodes: Vec::new(),
            };
            walk_expr(&mut inner, expression);
            Node::List(inner.nodes)
        }
    }
}

/// An operation: texts are put together, and what is left of a `%` is a text with holes.
fn lower_operation(operation: &ExprBinOp, file: &str) -> Node {
    if operation.op != Operator::Add {
        let left = lower(&operation.left, file);
        return match (operation.op, &left) {
            (Operator::Mod, Node::Text(_)) => left,
            _ => Node::List(vec![left, lower(&operation.right, file)]),
        };
    }
    // A sum of many is nested to the left.
    let mut operands = vec![lower(&operation.right, file)];
    let mut left = operation.left.as_ref();
    while let Expr::BinOp(inner) = left
        && inner.op == Operator::Add
    {
        operands.push(lower(&inner.right, file));
        left = &inner.left;
    }
    operands.push(lower(left, file));
    operands.reverse();
    if operands.iter().any(|operand| matches!(operand, Node::Text(_))) {
        Node::Text(joined(&operands))
    } else {
        Node::List(operands)
    }
}

/// The expressions directly within another.
struct Parts<'t> {
    file: &'t str,
    nodes: Vec<Node>,
}

impl<'a> Visitor<'a> for Parts<'_> {
    fn visit_expr(&mut self, expression: &'a Expr) {
        self.nodes.push(lower(expression, self.file));
    }
}

/// A call: its arguments by name. What is called `format` on a text gives that text with holes.
fn lower_call(call: &ExprCall, file: &str) -> Node {
    if let Expr::Attribute(method) = call.func.as_ref() {
        match (method.attr.as_str(), lower(&method.value, file)) {
            ("format", text @ Node::Text(_)) => return text,
            ("join", Node::Text(separator)) => {
                if let Some(Expr::List(items)) = call.arguments.args.first() {
                    let mut pieces = Vec::new();
                    for (number, item) in items.elts.iter().enumerate() {
                        if number > 0 {
                            pieces.push(Node::Text(separator.clone()));
                        }
                        pieces.push(lower(item, file));
                    }
                    return Node::Text(joined(&pieces));
                }
            }
            // What is asked of a thing that was just made belongs to it: `Model(...).deploy(...)`.
            (name, Node::Map(mut made)) => {
                made.entries.push(Entry::new(name, arguments(call, file)));
                return Node::Map(made);
            }
            (_, on @ Node::List(_)) => return Node::List(vec![on, arguments(call, file)]),
            _ => {}
        }
    }
    arguments(call, file)
}

fn arguments(call: &ExprCall, file: &str) -> Node {
    let positional = call
        .arguments
        .args
        .iter()
        .map(|argument| Entry::new("", lower(argument, file)));
    let named = call.arguments.keywords.iter().map(|keyword| {
        let name = keyword.arg.as_ref().map_or("", |name| name.as_str());
        Entry::new(name, lower(&keyword.value, file))
    });
    Node::Map(Map::named(dotted(&call.func), positional.chain(named).collect()))
}

fn push_element(text: &mut Text, element: &InterpolatedStringElement, file: &str) {
    match element {
        InterpolatedStringElement::Literal(literal) => {
            text.push_literal(&literal.value, file, span(literal.range));
        }
        InterpolatedStringElement::Interpolation(part) => {
            text.push_hole(dotted(&part.expression), span(part.range));
        }
    }
}

/// `self.region`, `boto3.client`; empty for what is no name.
fn dotted(expression: &Expr) -> String {
    match expression {
        Expr::Name(name) => name.id.as_str().to_owned(),
        Expr::Attribute(attribute) => {
            let mut name = dotted(&attribute.value);
            name.push('.');
            name.push_str(attribute.attr.as_str());
            name
        }
        Expr::Call(call) => dotted(&call.func),
        _ => String::new(),
    }
}

fn span(range: TextRange) -> Range<usize> {
    range.start().to_usize()..range.end().to_usize()
}
