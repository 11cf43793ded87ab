//! The JSON forms of sagepath's questions and answers. The command, the HTTP server and the MCP server speak this one schema,
//! which only grows.
//!
//! | form | of |
//! |---|---|
//! | [`Question`] | what is asked for, with the argument names of the SDK's `image_uris.retrieve` |
//! | [`Answer`] | a located image: its registry path and what is known of it |
//! | [`Refusal`] | why there is no answer |
//! | [`ImageRow`], [`RegionRow`], [`FrameworkRow`], [`VersionRow`], [`InstanceRow`] | a row of a list |
//! | [`FrameworkParameters`] | the documentation's parameters of an algorithm |
//! | [`Explanation`] | what a registry path stands for, and whether it is right |
//!
//! [`batch`] answers JSON Lines with JSON Lines, as bytes come in.
//!
//! ```
//! use sagepath::Catalog;
//! use sagepath_json::{Answer, Question};
//!
//! let question: Question<'_> = serde_json::from_str(r#"{"framework": "kmeans", "region": "cn-north-1"}"#)?;
//! let located = question.resolve(Catalog::embedded()).unwrap();
//! let answer = serde_json::to_value(Answer::new(&located))?;
//! assert_eq!(answer["uri"], "390948362332.dkr.ecr.cn-north-1.amazonaws.com.cn/kmeans:1");
//! # Ok::<(), serde_json::Error>(())
//! ```

mod answer;
pub mod batch;
mod explanation;
mod form;
mod framework;
mod image;
mod instance;
mod parameters;
mod question;
mod refusal;
mod region;
mod version;

pub use crate::answer::Answer;
pub use crate::explanation::{Explanation, Facts, Malformed, Verdict};
pub use crate::form::{Displayed, Sequence};
pub use crate::framework::FrameworkRow;
pub use crate::image::ImageRow;
pub use crate::instance::InstanceRow;
pub use crate::parameters::FrameworkParameters;
pub use crate::question::Question;
pub use crate::refusal::Refusal;
pub use crate::region::RegionRow;
pub use crate::version::{VersionRow, versions};
