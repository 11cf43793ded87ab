//! The integration tests of `sagepath`, in one binary. Cases are data, in the folders beside this one.
#![expect(clippy::panic, reason = "a test that fails panics")]

mod filter;
mod identify;
mod invariants;
mod registry_path;
mod resolve;
mod table;
