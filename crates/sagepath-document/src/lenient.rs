//! Files that belong to others, read as far as they can be.

use crate::node::Node;
use crate::{json, toml, yaml};

/// JSON in any of its dialects.
pub fn json(text: &str) -> Option<Node> {
    json::read_any(text)
}

/// TOML.
pub fn toml(text: &str) -> Option<Node> {
    toml::read(text).ok()
}

/// A stream of YAML documents, with the short functions of CloudFormation in their long form: `!Sub x` is a map with the key
/// `Fn::Sub`. An alias is not followed, for what it stands for is looked at where it is written: it reads as nothing.
///
/// ```
/// let documents = sagepath_document::lenient::yaml("a: !Sub x\n---\n[b]\n").unwrap();
/// assert_eq!(documents[0].at(["a", "Fn::Sub"]).and_then(|node| node.as_str()), Some("x"));
/// assert_eq!(documents[1].items().len(), 1);
/// ```
pub fn yaml(text: &str) -> Option<Vec<Node>> {
    yaml::read_templates(text).ok()
}
