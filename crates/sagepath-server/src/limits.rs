//! What a client may ask of the server, at most.

use std::time::Duration;

/// The limits. Those of [`Limits::default`] suit a machine of any size.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Connections at the same time; one more is answered with status 503. A connection has one request at a time.
    pub connections: usize,
    /// Bytes of a request's line and headers together.
    pub header_bytes: usize,
    /// How long the headers of a request may take, and how long a connection may be idle.
    pub header_time: Duration,
    /// Bytes of a body.
    pub body_bytes: usize,
    /// How long a body may pause.
    pub body_pause: Duration,
    /// How long a body may take as a whole.
    pub body_time: Duration,
    /// How long a client may take no byte of its answer.
    pub write_pause: Duration,
    /// How long requests may go on once the server is told to stop.
    pub grace: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            connections: 512,
            header_bytes: 16 << 10,
            header_time: Duration::from_secs(15),
            body_bytes: 64 << 20,
            body_pause: Duration::from_secs(15),
            body_time: Duration::from_secs(300),
            write_pause: Duration::from_secs(30),
            grace: Duration::from_secs(10),
        }
    }
}
