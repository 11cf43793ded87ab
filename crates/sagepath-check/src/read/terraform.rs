//! Terraform and OpenTofu.

use std::ops::Range;

use hcl_edit::Span;
use hcl_edit::expr::{Expression, ObjectKey, Traversal, TraversalOperator};
use hcl_edit::structure::{Block, BlockLabel, Body, Structure};
use hcl_edit::template::{Element, Template};

use super::joined;
use crate::text::Text;
use crate::tree::{Entry, Map, Node, Word};

/// The structure of a file, if it can be read.
pub(super) fn read(text: &str) -> Option<Node> {
    let body = hcl_edit::parser::parse_body(text).ok()?;
    let reader = Reader { file: text };
    Some(Node::Map(Map {
        name: None,
        entries: reader.body(&body, &[]),
    }))
}

/// The JSON form of the language: gives locals and the defaults of variables their names, and providers theirs.
pub(super) fn named(node: Node) -> Node {
    let Node::Map(mut root) = node else { return node };
    for entry in &mut root.entries {
        let Node::Map(inner) = &mut entry.value else {
            continue;
        };
        for inner in &mut inner.entries {
            match (entry.key.as_str(), &mut inner.value) {
                ("locals", _) => inner.binds = Some(format!("local.{}", inner.key)),
                ("variable", Node::Map(variable)) => {
                    for field in variable.entries.iter_mut().filter(|field| field.key == "default") {
                        field.binds = Some(format!("var.{}", inner.key));
                    }
                }
                ("provider", Node::Map(provider)) => provider.name = Some(format!("provider {}", inner.key)),
                _ => {}
            }
        }
    }
    Node::Map(root)
}

struct Reader<'t> {
    file: &'t str,
}

impl Reader<'_> {
    fn body(&self, body: &Body, within: &[&str]) -> Vec<Entry> {
        body.iter()
            .map(|structure| match structure {
                Structure::Attribute(attribute) => {
                    let key = attribute.key.as_str();
                    let value = self.expression(&attribute.value);
                    match within {
                        ["locals"] => Entry::binding(key, value, format!("local.{key}")),
                        ["variable", name] if key == "default" => {
                            Entry::binding(key, value, format!("var.{name}"))
                        }
                        _ => Entry::new(key, value),
                    }
                }
                Structure::Block(block) => self.block(block),
            })
            .collect()
    }

    fn block(&self, block: &Block) -> Entry {
        let mut names = vec![block.ident.as_str()];
        names.extend(block.labels.iter().map(|label| match label {
            BlockLabel::Ident(ident) => ident.as_str(),
            BlockLabel::String(string) => string.as_str(),
        }));
        let entries = self.body(&block.body, &names);
        // A dynamic block stands for blocks of its label's type.
        let key = match names[..] {
            ["dynamic", label] => label,
            _ => names[0],
        };
        Entry::new(key, Node::Map(Map::named(names.join(" "), entries)))
    }

    fn expression(&self, expression: &Expression) -> Node {
        match expression {
            Expression::String(string) => self.literal(string.as_str(), expression.span()),
            Expression::StringTemplate(template) => {
                let elements = template
                    .iter()
                    .map(|element| self.element(element))
                    .collect::<Vec<_>>();
                Node::Text(joined(&elements))
            }
            Expression::HeredocTemplate(heredoc) => self.template(&heredoc.template),
            Expression::Parenthesis(inner) => self.expression(inner.inner()),
            Expression::Variable(name) => Node::Name(name.as_str().to_owned()),
            Expression::Traversal(traversal) => Node::Name(dotted(traversal)),
            Expression::Array(array) => Node::List(array.iter().map(|item| self.expression(item)).collect()),
            Expression::Object(object) => {
                let entries = object.iter().map(|(key, value)| {
                    let key = match key {
                        ObjectKey::Ident(ident) => ident.as_str().to_owned(),
                        ObjectKey::Expression(Expression::String(string)) => string.as_str().to_owned(),
                        ObjectKey::Expression(_) => String::new(),
                    };
                    Entry::new(key, self.expression(value.expr()))
                });
                Node::Map(Map {
                    name: None,
                    entries: entries.collect(),
                })
            }
            Expression::FuncCall(call) => {
                let arguments = call.args.iter().map(|argument| self.expression(argument));
                self.call(call.name.name.as_str(), arguments.collect())
            }
            Expression::Conditional(conditional) => Node::List(vec![
                self.expression(&conditional.true_expr),
                self.expression(&conditional.false_expr),
            ]),
            Expression::BinaryOp(operation) => Node::List(vec![
                self.expression(&operation.lhs_expr),
                self.expression(&operation.rhs_expr),
            ]),
            Expression::ForExpr(each) => Node::List(vec![self.expression(&each.value_expr)]),
            Expression::Number(number) => self.word(number.value().to_string(), expression),
            Expression::Bool(value) => self.word(value.value().to_string(), expression),
            Expression::Null(_) | Expression::UnaryOp(_) => Node::Other(Word::default()),
        }
    }

    /// A call: of those that put texts together, what they give; of the rest, the arguments.
    fn call(&self, name: &str, arguments: Vec<Node>) -> Node {
        match (name, &arguments[..]) {
            ("format", [Node::Text(pattern), ..]) => Node::Text(pattern.with_placeholders()),
            ("join", [Node::Text(separator), Node::List(items)]) => {
                let mut pieces = Vec::new();
                for (number, item) in items.iter().enumerate() {
                    if number > 0 {
                        pieces.push(Node::Text(separator.clone()));
                    }
                    pieces.push(item.clone());
                }
                Node::Text(joined(&pieces))
            }
            _ => Node::List(arguments),
        }
    }

    fn template(&self, template: &Template) -> Node {
        let elements = template
            .iter()
            .map(|element| self.element(element))
            .collect::<Vec<_>>();
        Node::Text(joined(&elements))
    }

    fn element(&self, element: &Element) -> Node {
        match element {
            Element::Literal(literal) => self.literal(literal.as_str(), literal.span()),
            Element::Interpolation(interpolation) => {
                let name = match &interpolation.expr {
                    Expression::Variable(name) => name.as_str().to_owned(),
                    Expression::Traversal(traversal) => dotted(traversal),
                    _ => String::new(),
                };
                Node::Text(Text::hole(name, interpolation.span().unwrap_or_default()))
            }
            Element::Directive(directive) => Node::Text(Text::hole("", directive.span().unwrap_or_default())),
        }
    }

    fn word(&self, value: String, expression: &Expression) -> Node {
        Node::Other(Word::new(value, expression.span().unwrap_or_default()))
    }

    fn literal(&self, value: &str, span: Option<Range<usize>>) -> Node {
        Node::Text(Text::literal(value, self.file, span.unwrap_or_default()))
    }
}

/// `var.region`, `data.aws_region.current.name`.
fn dotted(traversal: &Traversal) -> String {
    let mut name = match &traversal.expr {
        Expression::Variable(variable) => variable.as_str().to_owned(),
        _ => String::new(),
    };
    for operator in &traversal.operators {
        match operator.value() {
            TraversalOperator::GetAttr(attribute) => {
                name.push('.');
                name.push_str(attribute.as_str());
            }
            _ => name.push_str("[]"),
        }
    }
    name
}
