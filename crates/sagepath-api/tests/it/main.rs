//! What the crate says of requests, case by case.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod request;
mod validate;
