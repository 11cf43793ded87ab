//! The server as its clients see it: the real router, and for what only a connection can tell, a real one.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod answers;
mod batch;
mod client;
mod documents;
mod headers;
mod images;
mod openapi;
mod pages;
