//! What a client may ask of the server, at most.

use std::time::Duration;

/// The limits. Those of [`Limits::default`] suit a machine of any size.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Connections at the same time; one more is answered with status 503. A connection has one request at a time.
    pub connections: usize,
    /// Bytes of a request's line and headers together.
    pub header_bytes: usize,
    /// How long a client may keep the server waiting: for the headers of a request, for the next one, for more of a body, or
    /// for it to read more of an answer.
    pub patience: Duration,
    /// Bytes of a body.
    pub body_bytes: usize,
    /// How long a body may take as a whole.
    pub body_time: Duration,
    /// How long requests may go on once the server is told to stop.
    pub grace: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            connections: 512,
            header_bytes: 16 << 10,
            patience: Duration::from_secs(15),
            body_bytes: 64 << 20,
            body_time: Duration::from_secs(300),
            grace: Duration::from_secs(10),
        }
    }
}
