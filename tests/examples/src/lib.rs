//! What the suite `examples` of `cargo xtask test` is made of: README.md beside this crate tells.

mod rust_code;
mod sample;
mod sdk_calls;
mod terraform;
mod verdict;

pub use crate::rust_code::write_package;
pub use crate::sample::{Entry, Expected, write_sample};
pub use crate::sdk_calls::{Lacks, write_sdk_questions};
pub use crate::terraform::Arguments;
pub use crate::verdict::Outcome;
