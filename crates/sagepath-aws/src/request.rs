//! What is asked of a service, and what it answers.

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use serde_json::Value;

use crate::endpoint::Service;

/// A request to a service, not yet signed.
#[derive(Clone, Debug)]
pub struct Request {
    pub(crate) service: Service,
    pub(crate) operation: String,
    pub(crate) method: Method,
    /// The path, encoded.
    pub(crate) path: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) repeat: Repeat,
}

/// Whether a request may be sent again where nobody knows whether the first one arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// It changes nothing, or the second changes nothing after the first.
    Safe,
    /// It makes something: a second one could make it twice, or be refused because the first did.
    Unsafe,
}

impl Request {
    /// An operation of the JSON protocol: SageMaker's and CloudWatch Logs'.
    ///
    /// Those that create, update or start something are [`Repeat::Unsafe`].
    pub fn json(service: Service, operation: &str, input: &Value) -> Self {
        let prefix = match service {
            Service::Logs => "Logs_20140328",
            _ => "SageMaker",
        };
        let changes = ["Create", "Update", "Start", "Put"];
        let repeat = if changes.iter().any(|word| operation.starts_with(word)) {
            Repeat::Unsafe
        } else {
            Repeat::Safe
        };
        Request::new(service, operation, Method::POST, "/")
            .header("x-amz-target", &format!("{prefix}.{operation}"))
            .header("content-type", "application/x-amz-json-1.1")
            .body(input.to_string())
            .repeat(repeat)
    }

    /// An operation of any other protocol. The path is encoded already.
    pub fn new(service: Service, operation: &str, method: Method, path: &str) -> Self {
        Request {
            service,
            operation: operation.to_owned(),
            method,
            path: path.to_owned(),
            headers: HeaderMap::new(),
            body: Bytes::new(),
            repeat: Repeat::Safe,
        }
    }

    /// With a header. One whose value cannot be sent is left out.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.insert(HeaderName::from_static(name), value);
        }
        self
    }

    /// With a body.
    #[must_use]
    pub fn body(mut self, body: impl Into<Bytes>) -> Self {
        self.body = body.into();
        self
    }

    /// With another answer to whether it may be sent twice.
    #[must_use]
    pub fn repeat(mut self, repeat: Repeat) -> Self {
        self.repeat = repeat;
        self
    }
}
