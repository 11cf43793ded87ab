//! A server on loopback that stands for AWS, and answers from a script.
//!
//! It is no AWS: it knows nothing, and does what a test tells it. It speaks the documented protocol (JSON 1.1, event streams), and
//! is there for what moto cannot do: jobs whose status changes with time, throttling, connections that break.
//!
//! ```
//! use scripted_aws::{ScriptedServer, Step};
//! use serde_json::json;
//!
//! let server = ScriptedServer::start(|request| match request.operation.as_str() {
//!     "ListModels" => Step::json(&json!({ "Models": [] })),
//!     _ => Step::error(400, "ValidationException", "no"),
//! })?;
//! assert!(server.url().starts_with("http://127.0.0.1:"));
//! # Ok::<(), std::io::Error>(())
//! ```

mod event_stream;
mod server;

pub use crate::event_stream::event;
pub use crate::server::{Received, ScriptedServer, Step};
