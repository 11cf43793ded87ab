//! What is logged.

use std::io;
use std::time::Duration;

use axum::http::{Method, StatusCode, Uri};

/// The forms of a log.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LogFormat {
    /// Lines for people.
    #[default]
    Text,
    /// A JSON object a line.
    Json,
}

/// Sends what is logged to standard error.
pub fn log_to_stderr(format: LogFormat) {
    let subscriber = tracing_subscriber::fmt()
        .with_writer(io::stderr)
        .with_target(false)
        .with_max_level(tracing::Level::INFO);
    // Whoever has set another one up before wants that one.
    let _ = match format {
        LogFormat::Text => subscriber.try_init(),
        LogFormat::Json => subscriber.json().flatten_event(true).try_init(),
    };
}

/// Logs a request.
pub(crate) fn request(method: &Method, uri: &Uri, status: StatusCode, time: Duration) {
    tracing::info!(
        %method,
        path = uri.path(),
        query = uri.query().unwrap_or_default(),
        status = status.as_u16(),
        micros = u64::try_from(time.as_micros()).unwrap_or(u64::MAX),
        "request"
    );
}
