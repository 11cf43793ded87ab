//! What the suite `examples` of `cargo xtask test` is made of: README.md beside this crate tells.

mod sdk_calls;

pub use crate::sdk_calls::{Lacks, write_sdk_questions};
