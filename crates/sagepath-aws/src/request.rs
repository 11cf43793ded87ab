//! What is asked of a service: an operation as it goes over the wire.

use bytes::Bytes;
use http::header::HOST;
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use jiff::Timestamp;
use sagepath_api::{Node, Operation, RequestError};
use serde_json::Value;

use crate::exchange::Signer;
use crate::settings::SettingsError;
use crate::sign::{Scope, sign};

/// A request to a service.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) operation: &'static Operation,
    pub(crate) method: Method,
    /// The path, encoded, and the query.
    pub(crate) target: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Request {
    /// An operation with its input, and what the body is, where it is no document.
    pub(crate) fn new(
        operation: &'static Operation,
        input: &Value,
        payload: &[u8],
    ) -> Result<Self, RequestError> {
        let made = operation.request(&Node::from(input.clone()), payload)?;
        let question_mark = if made.query.is_empty() { "" } else { "?" };
        // The model's words are words of HTTP.
        let mut headers = HeaderMap::new();
        for (name, value) in &made.headers {
            if let (Ok(name), Ok(value)) = (HeaderName::try_from(*name), HeaderValue::try_from(value)) {
                headers.insert(name, value);
            }
        }
        Ok(Request {
            operation,
            method: Method::try_from(made.method).unwrap_or(Method::POST),
            target: format!("{}{question_mark}{}", made.path, made.query),
            headers,
            body: made.body.into(),
        })
    }

    /// With a header that the operation does not know of.
    pub(crate) fn with_header(mut self, name: &'static str, value: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.insert(HeaderName::from_static(name), value);
        }
        self
    }

    /// As it is sent to an endpoint at a time.
    pub(crate) fn at(
        &self,
        endpoint: &str,
        signer: Option<Signer<'_>>,
        time: Timestamp,
    ) -> Result<http::Request<Bytes>, SettingsError> {
        let url = format!("{endpoint}{}", self.target);
        let refuse = |reason: String| SettingsError::MalformedUrl {
            url: url.clone(),
            reason,
        };
        let parsed: reqwest::Url = url.parse().map_err(|error| refuse(format!("{error}")))?;
        let uri = parsed
            .as_str()
            .parse()
            .map_err(|error| refuse(format!("{error}")))?;
        let mut headers = self.headers.clone();
        if let Some(signer) = signer.filter(|_| self.operation.is_signed) {
            let host =
                HeaderValue::from_str(parsed.authority()).map_err(|error| refuse(error.to_string()))?;
            headers.insert(HOST, host);
            let scope = Scope {
                service: self.operation.service.signing_name,
                region: signer.region,
                time,
            };
            sign(
                &self.method,
                parsed.path(),
                &mut headers,
                &self.body,
                signer.credentials,
                scope,
            );
        }
        let mut request = http::Request::new(self.body.clone());
        *request.method_mut() = self.method.clone();
        *request.uri_mut() = uri;
        *request.headers_mut() = headers;
        Ok(request)
    }

    /// Whether it may be sent again where nobody knows whether it arrived: it changes nothing, or a second one changes nothing
    /// after the first. One that makes something could make it twice, or be refused because the first did.
    pub(crate) fn is_repeatable(&self) -> bool {
        let changes = ["Create", "Update", "Start", "Put"];
        !changes.iter().any(|word| self.operation.name.starts_with(word))
    }
}
