//! What Amazon SageMaker and the services beside it take and give: the operations, the shapes of their requests and answers, the
//! limits of every field, and the form on the wire.
//!
//! For programs that make or read such requests without an SDK. Nothing here does I/O: it says what to send, and what would be
//! refused.
//!
//! ```
//! use sagepath_api::{Node, sagemaker};
//!
//! let operation = &sagemaker::STOP_TRAINING_JOB;
//! let violations = operation.validate(&Node::from(serde_json::json!({"TrainingJobname": "churn-1"})));
//! assert_eq!(violations[0].to_string(), "`TrainingJobName` is missing");
//! assert_eq!(violations[1].to_string(), "there is no field `TrainingJobname`");
//! assert_eq!(violations[1].help().as_deref(), Some("did you mean `TrainingJobName`?"));
//! ```
//!
//! # Where the facts come from
//!
//! `src/models` is written by `cargo xtask generate` from botocore's service models, [`MODEL_VERSION`] of them: the operations
//! that `operations.txt` names, and the shapes that they reach. They are plain data: statics that point at each other, so that
//! nothing happens when a program starts. Each service is a module, in which each operation is a static: [`sagemaker`] and
//! [`sagemaker_runtime`], [`logs`], [`s3`], and what credentials come from: [`sts`], [`sso`], [`sso_oidc`] and [`signin`].
//!
//! # What is checked
//!
//! Unknown and missing fields, types, lengths, ranges, patterns and enumerations. botocore's own check knows the first three and
//! minima; the service checks all. A pattern must match the whole text, as it does in the service. Lengths count characters.

mod form;
mod index;
mod models;
mod operation;
mod pattern;
mod request;
mod shape;
mod validate;
mod violation;

pub use crate::index::{find, operations, services};
pub use crate::models::{MODEL_VERSION, logs, s3, sagemaker, sagemaker_runtime, signin, sso, sso_oidc, sts};
pub use crate::operation::{Operation, Pages, Protocol, Service};
pub use crate::request::{Request, RequestError};
pub use crate::shape::{Bounds, Kind, Location, Member, Shape};
pub use crate::violation::{FieldPath, Problem, Step, Violation};
pub use sagepath_document::{Entry, Node, Span, Value};
