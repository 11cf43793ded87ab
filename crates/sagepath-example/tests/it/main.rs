//! What examples look like, and that there is one, or a reason, for everything in the catalog.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod catalog;
mod snapshots;
