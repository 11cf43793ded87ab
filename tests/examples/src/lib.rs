//! What the suite `examples` of `cargo xtask test` is made of: README.md beside this crate tells.

mod sample;
mod sdk_calls;
mod verdict;

pub use crate::sample::{Entry, Expected, write_sample};
pub use crate::sdk_calls::{Lacks, write_sdk_questions};
pub use crate::verdict::Outcome;
