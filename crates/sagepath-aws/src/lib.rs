//! Requests to SageMaker: with a user's credentials, to the right place, signed, repeated where that is safe, and followed until what
//! they started has come to its end.
//!
//! | module of the crate | what it knows |
//! |---|---|
//! | `settings` | options, environment, `~/.aws/config` and `~/.aws/credentials` |
//! | `credentials` | where access keys come from |
//! | `endpoint` | the URL of a service in a region |
//! | `transport` | HTTPS: names, certificates, proxies, timeouts |
//! | `sign` | Signature Version 4 |
//! | `request` | an operation of `sagepath-api` as it is sent to an endpoint |
//! | `exchange` | one request and its answer: repeat, correct the clock |
//! | `client` | requests in one region and as one user, and lists page by page |
//! | `resource` | jobs, models, endpoints: their operations and statuses |
//! | `create` | making something exactly once |
//! | `logs`, `follow` | a job on its way |
//! | `event_stream`, `invoke` | answers of a model, whole or in parts |
//! | `bucket` | where a bucket is |
//!
//! What a request says is not this crate's business: it takes JSON, and gives JSON. How it is written is what `sagepath-api` knows.
//!
//! ```no_run
//! use sagepath_api::sagemaker;
//! use sagepath_aws::{Client, Environment, Options, Settings};
//!
//! # async fn example() -> Result<(), sagepath_aws::Error> {
//! let settings = Settings::load(Environment::of_process(), Options::default())?;
//! let client = Client::new(settings)?;
//! let jobs = client
//!     .call(&sagemaker::LIST_TRAINING_JOBS, &serde_json::json!({ "MaxResults": 5 }))
//!     .await?;
//! println!("{jobs}");
//! # Ok(())
//! # }
//! ```
//!
//! All that is asynchronous wants a Tokio runtime with I/O and time; one thread is enough.

mod bucket;
mod client;
mod create;
mod credentials;
mod endpoint;
mod error;
mod event_stream;
mod exchange;
mod follow;
mod invoke;
mod logs;
mod request;
mod resource;
mod settings;
mod sign;
mod transport;
mod xml;

pub use crate::bucket::Bucket;
pub use crate::client::Client;
pub use crate::create::Created;
pub use crate::credentials::{Credentials, CredentialsError};
pub use crate::endpoint::{Variant, url as endpoint};
pub use crate::error::{Error, Refusal, Trouble};
pub use crate::event_stream::{EventStream, EventStreamError, Message};
pub use crate::follow::{Event, Follower, Outcome};
pub use crate::invoke::{Invocation, Reply};
pub use crate::logs::{LogLine, LogTail};
pub use crate::resource::{Kind, timestamp};
pub use crate::settings::{AskCode, Environment, Options, Settings, SettingsError};
pub use crate::sign::{Scope, sign};
