//! Compares a document with a shape.

use std::collections::HashSet;

use sagepath_document::{Entry, Node, Span, Value};

use crate::pattern;
use crate::request::moment;
use crate::shape::{Bounds, Kind, Member, Shape};
use crate::violation::{FieldPath, Problem, Step, Violation};

/// Everything about a document that is not as the shape says.
pub(crate) fn validate(shape: &'static Shape, document: &Node) -> Vec<Violation> {
    let mut walk = Walk {
        violations: Vec::new(),
    };
    walk.node(shape, document, &FieldPath::default());
    walk.violations
}

struct Walk {
    violations: Vec<Violation>,
}

impl Walk {
    fn add(&mut self, path: &FieldPath, span: &Span, problem: Problem) {
        self.violations.push(Violation {
            path: path.clone(),
            span: span.clone(),
            problem,
        });
    }

    fn node(&mut self, shape: &'static Shape, node: &Node, path: &FieldPath) {
        match (&shape.kind, &node.value) {
            (Kind::Structure(members) | Kind::EventStream(members), Value::Map(entries)) => {
                self.structure(members, entries, &node.span, path);
            }
            (Kind::List(item), Value::List(items)) => {
                self.length(shape.bounds, items.len(), "items", node, path);
                for (index, each) in items.iter().enumerate() {
                    self.node(item, each, &path.then(Step::Index(index)));
                }
            }
            (Kind::Map { key, value }, Value::Map(entries)) => {
                self.length(shape.bounds, entries.len(), "entries", node, path);
                self.keys(entries, path);
                for entry in entries {
                    let path = path.then(Step::Key(entry.key.clone()));
                    self.text(key, &entry.key, &entry.key_span, &path);
                    self.node(value, &entry.value, &path);
                }
            }
            _ => self.scalar(shape, node, path),
        }
    }

    fn structure(&mut self, members: &'static [Member], entries: &[Entry], span: &Span, path: &FieldPath) {
        for member in members.iter().filter(|member| member.is_required) {
            if !entries.iter().any(|entry| entry.key == member.name) {
                let path = path.then(Step::Key(member.name.to_owned()));
                self.add(&path, span, Problem::Missing);
            }
        }
        self.keys(entries, path);
        for entry in entries {
            let path = path.then(Step::Key(entry.key.clone()));
            match members.iter().find(|member| member.name == entry.key) {
                Some(member) => self.node(member.shape, &entry.value, &path),
                None => {
                    let names = members.iter().map(|member| member.name);
                    let problem = Problem::Unknown {
                        nearest: nearest(&entry.key, names.clone()),
                        choices: names.collect(),
                    };
                    self.add(&path, &entry.key_span, problem);
                }
            }
        }
    }

    /// No key may stand there twice.
    fn keys(&mut self, entries: &[Entry], path: &FieldPath) {
        let mut seen = HashSet::new();
        for entry in entries {
            if !seen.insert(entry.key.as_str()) {
                let path = path.then(Step::Key(entry.key.clone()));
                self.add(&path, &entry.key_span, Problem::Twice);
            }
        }
    }

    fn scalar(&mut self, shape: &'static Shape, node: &Node, path: &FieldPath) {
        match (&shape.kind, &node.value) {
            (Kind::String { .. }, Value::String(text) | Value::Word(text)) => {
                self.text(shape, text, &node.span, path);
            }
            // The length of a blob is that of its bytes, which the service counts.
            (Kind::Blob, Value::String(_) | Value::Word(_)) => {}
            (Kind::Boolean, Value::Boolean(_)) => {}
            (Kind::Boolean, Value::Word(word)) if matches!(word.as_str(), "true" | "false") => {}
            (Kind::Timestamp, Value::Number(_)) => {}
            (Kind::Timestamp, Value::String(text) | Value::Word(text)) if moment(text).is_some() => {}
            (Kind::Integer, _) if node.as_integer().is_some() => {
                let number = node.as_integer().unwrap_or_default();
                if !shape.bounds.contain(number) {
                    self.range(shape, number.to_string(), node, path);
                }
            }
            (Kind::Float, Value::Number(number)) => self.float(shape, number.as_f64(), node, path),
            (Kind::Float, Value::Word(word)) if word.parse::<f64>().is_ok_and(f64::is_finite) => {
                self.float(shape, word.parse().ok(), node, path);
            }
            _ => self.type_of(shape, node, path),
        }
    }

    fn float(&mut self, shape: &Shape, number: Option<f64>, node: &Node, path: &FieldPath) {
        let Some(number) = number else { return };
        // The models' bounds are small whole numbers, which a float holds exactly.
        let Bounds { min, max } = shape.bounds;
        let is_within =
            min.is_none_or(|min| number >= min as f64) && max.is_none_or(|max| number <= max as f64);
        if !is_within {
            self.range(shape, number.to_string(), node, path);
        }
    }

    fn range(&mut self, shape: &Shape, value: String, node: &Node, path: &FieldPath) {
        let bounds = shape.bounds;
        self.add(path, &node.span, Problem::Range { value, bounds });
    }

    fn length(&mut self, bounds: Bounds, length: usize, unit: &'static str, node: &Node, path: &FieldPath) {
        if !bounds.contain(i64::try_from(length).unwrap_or(i64::MAX)) {
            let problem = Problem::Length { length, unit, bounds };
            self.add(path, &node.span, problem);
        }
    }

    /// A text, or a key. It is told of one thing at a time: a text that is too long is not compared with a pattern.
    fn text(&mut self, shape: &'static Shape, text: &str, span: &Span, path: &FieldPath) {
        let Kind::String { pattern, choices } = shape.kind else {
            return;
        };
        let length = text.chars().count();
        let problem = if !choices.is_empty() {
            if choices.contains(&text) {
                return;
            }
            Problem::Choice {
                value: text.to_owned(),
                nearest: nearest(text, choices.iter().copied()),
                choices,
            }
        } else if !shape.bounds.contain(i64::try_from(length).unwrap_or(i64::MAX)) {
            Problem::Length {
                length,
                unit: "characters",
                bounds: shape.bounds,
            }
        } else {
            match pattern {
                Some(pattern) if !pattern::matches(pattern, text) => Problem::Pattern {
                    value: text.to_owned(),
                    pattern,
                },
                _ => return,
            }
        };
        self.add(path, span, problem);
    }

    fn type_of(&mut self, shape: &Shape, node: &Node, path: &FieldPath) {
        let expected = match shape.kind {
            Kind::Structure(_) | Kind::EventStream(_) => "a structure",
            Kind::List(_) => "a list",
            Kind::Map { .. } => "a map",
            Kind::String { .. } => "a text",
            Kind::Integer => "a whole number",
            Kind::Float => "a number",
            Kind::Boolean => "true or false",
            Kind::Timestamp => "a moment, such as 2026-01-31T08:00:00Z",
            Kind::Blob => "Base64",
        };
        let found = match &node.value {
            Value::Null => "empty",
            Value::Boolean(_) => "a truth value",
            Value::Number(_) => "a number",
            Value::String(_) | Value::Word(_) => "a text",
            Value::List(_) => "a list",
            Value::Map(_) => "a map",
        };
        let instead = match (&shape.kind, &node.value) {
            (Kind::String { .. }, Value::Number(number)) => Some(format!("\"{number}\"")),
            (Kind::String { .. }, Value::Boolean(truth)) => Some(format!("\"{truth}\"")),
            (Kind::Integer | Kind::Float | Kind::Boolean, Value::String(text)) => {
                let fits = match shape.kind {
                    Kind::Integer => text.parse::<i64>().is_ok(),
                    Kind::Float => text.parse::<f64>().is_ok_and(f64::is_finite),
                    _ => matches!(text.as_str(), "true" | "false"),
                };
                fits.then(|| format!("{text} without quotation marks"))
            }
            (Kind::List(_), Value::Map(_)) => Some("it as the only item of a list".to_owned()),
            _ => None,
        };
        let problem = Problem::Type {
            expected,
            found,
            instead,
        };
        self.add(path, &node.span, problem);
    }
}

/// The name that was probably meant: the same but for case, hyphens and underscores, or nearly the same.
fn nearest<'n>(name: &str, names: impl Iterator<Item = &'n str> + Clone) -> Option<&'n str> {
    let plain = |name: &str| -> String {
        name.chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|character| character.to_ascii_lowercase())
            .collect()
    };
    let meant = plain(name);
    if let Some(same) = names.clone().find(|known| plain(known) == meant) {
        return Some(same);
    }
    let distance = |known: &str| strsim::osa_distance(&plain(known), &meant);
    let near = names.min_by_key(|known| distance(known))?;
    (distance(near) <= (meant.len() / 4).max(1)).then_some(near)
}
