//! What the rules find, what mending does, and what no input may do.
//!
//! Each rule has a specification under `tests/rules`, in Markdown: files, and what is found in them. A new case is a new
//! block there; `SPECIFICATIONS=overwrite` records what is found now, for a reviewer to read in the diff.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod hard_inputs;
mod mending;
mod places;
mod rendering;
mod specification;
mod specifications;
