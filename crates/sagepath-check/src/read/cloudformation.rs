//! CloudFormation's functions, in what was read from YAML or JSON.

use super::joined;
use crate::text::Text;
use crate::tree::{Entry, Map, Node};

/// Replaces `Fn::Sub`, `Fn::Join` and `Ref` by the texts and names that they stand for, and gives parameters their defaults.
pub(super) fn resolve(node: Node) -> Node {
    let node = functions(node);
    match node {
        Node::Map(mut map) => {
            for entry in &mut map.entries {
                if entry.key == "Parameters"
                    && let Node::Map(parameters) = &mut entry.value
                {
                    bind_defaults(parameters);
                }
            }
            Node::Map(map)
        }
        other => other,
    }
}

fn bind_defaults(parameters: &mut Map) {
    for parameter in &mut parameters.entries {
        let Node::Map(fields) = &mut parameter.value else {
            continue;
        };
        for field in &mut fields.entries {
            if field.key == "Default" {
                field.binds = Some(parameter.key.clone());
            }
        }
    }
}

fn functions(node: Node) -> Node {
    match node {
        Node::List(items) => Node::List(items.into_iter().map(functions).collect()),
        Node::Map(map) => {
            let mut entries: Vec<Entry> = map
                .entries
                .into_iter()
                .map(|entry| Entry {
                    value: functions(entry.value),
                    ..entry
                })
                .collect();
            if let [only] = &mut entries[..]
                && let Some(replaced) = function(&only.key, &only.value)
            {
                return replaced;
            }
            Node::Map(Map {
                name: map.name,
                entries,
            })
        }
        other => other,
    }
}

/// What a function stands for, if that is a text or a name.
fn function(name: &str, value: &Node) -> Option<Node> {
    match (name, value) {
        ("Ref", Node::Text(text)) => Some(Node::Name(text.fixed()?.to_owned())),
        ("Fn::Sub", Node::Text(_)) => Some(value.clone()),
        ("Fn::Sub", Node::List(items)) => match &items[..] {
            [text @ Node::Text(_), ..] => Some(text.clone()),
            _ => None,
        },
        ("Fn::Join", Node::List(items)) => {
            let [Node::Text(separator), Node::List(pieces)] = &items[..] else {
                return None;
            };
            let mut all: Vec<Node> = Vec::new();
            for (number, piece) in pieces.iter().enumerate() {
                if number > 0 {
                    all.push(Node::Text(separator.clone()));
                }
                all.push(piece.clone());
            }
            Some(Node::Text(joined(&all)))
        }
        ("Fn::FindInMap" | "Fn::GetAtt" | "Fn::ImportValue", _) => Some(Node::Text(Text::hole(name, 0..0))),
        _ => None,
    }
}
