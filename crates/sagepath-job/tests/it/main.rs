//! What job files come to.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod plan;
mod reference;
mod starter;
