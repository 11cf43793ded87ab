//! YAML, JSON and TOML as one tree of values that know where they stand.
//!
//! Whoever judges what a file says must be able to point at it. So a [`Node`] is a value together with the bytes of the file
//! that it was read from; a node that was not read from a file has an empty span.
//!
//! ```
//! use sagepath_document::Node;
//!
//! let node = Node::from(serde_json::json!({"InstanceCount": 2}));
//! assert_eq!(node.get("InstanceCount").and_then(Node::as_integer), Some(2));
//! ```

mod node;

pub use crate::node::{Entry, Node, Span, Value};
