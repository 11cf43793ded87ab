//! Problem documents (RFC 9457): why a request has no answer, for people and for programs.

use std::fmt::Write as _;

use axum::body::Body;
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, Response, StatusCode};
use axum::response::IntoResponse;
use serde::Serialize;

/// The media type of a problem document.
pub(crate) const MEDIA_TYPE: &str = "application/problem+json";

/// The codes that are the server's own, beside those of [`sagepath::Code`], and what each means.
pub(crate) const CODES: [(&str, &str); 15] = [
    ("unknown-parameter", "the endpoint has no such parameter"),
    (
        "missing-parameter",
        "a parameter that the endpoint needs is missing",
    ),
    ("repeated-parameter", "a parameter is given more than once"),
    ("malformed-parameter", "the value of a parameter cannot be read"),
    ("malformed-encoding", "what is percent-encoded is not UTF-8"),
    (
        "no-such-host",
        "the region is not known to have a registry host of the kind that was asked for",
    ),
    ("unknown-partition", "there is no partition of this name"),
    (
        "unknown-instance-property",
        "no instance type has this processor, architecture or use",
    ),
    ("no-example", "no code can use this image"),
    (
        "unknown-cursor",
        "the cursor is of another question, or of another catalog: start from the first page",
    ),
    ("not-found", "there is nothing at this address"),
    (
        "method-not-allowed",
        "what is at this address does not take this method",
    ),
    ("body-too-large", "the body is larger than the server takes"),
    (
        "too-many-connections",
        "the server has as many connections as it takes: come back in a second",
    ),
    ("internal", "the server failed to write its answer"),
];

/// Why a request has no answer.
#[derive(Debug)]
pub(crate) struct Problem(Box<Details>);

#[derive(Debug, Serialize)]
struct Details {
    #[serde(rename = "type")]
    identifier: String,
    title: &'static str,
    status: u16,
    detail: String,
    code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    choices: Vec<String>,
    suggestion: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
    #[serde(skip)]
    allow: Option<&'static str>,
}

/// The most bytes of a message: what was asked for may be of any length.
const LONGEST: usize = 400;

impl Problem {
    #[cold]
    fn new(status: StatusCode, code: &'static str, title: &'static str, detail: &str) -> Self {
        Problem(Box::new(Details {
            identifier: format!("/api/#{code}"),
            title,
            status: status.as_u16(),
            detail: printable(detail),
            code,
            field: None,
            choices: Vec::new(),
            suggestion: None,
            hint: None,
            allow: None,
        }))
    }

    /// The request cannot be read.
    pub(crate) fn unreadable(code: &'static str, detail: impl AsRef<str>) -> Self {
        Problem::new(
            StatusCode::BAD_REQUEST,
            code,
            "The request cannot be read",
            detail.as_ref(),
        )
    }

    /// The request can be read, and the answer is no.
    pub(crate) fn no(code: &'static str, detail: impl AsRef<str>) -> Self {
        Problem::new(StatusCode::NOT_FOUND, code, "There is no answer", detail.as_ref())
    }

    /// There is nothing at an address.
    pub(crate) fn not_found(path: &str) -> Self {
        Problem::new(
            StatusCode::NOT_FOUND,
            "not-found",
            "There is nothing here",
            &format!("there is nothing at `{path}`"),
        )
        .hint("`/api/` tells what there is")
    }

    /// What is at an address takes other methods only.
    pub(crate) fn method_not_allowed(method: &str, allowed: &'static str) -> Self {
        let mut problem = Problem::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "method-not-allowed",
            "The method is not allowed here",
            &format!("`{method}` is not allowed here"),
        )
        .choose(allowed.split(", "));
        problem.0.allow = Some(allowed);
        problem
    }

    /// A body is too large.
    pub(crate) fn body_too_large(limit: usize) -> Self {
        Problem::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "body-too-large",
            "The body is too large",
            &format!("the body is larger than {limit} bytes"),
        )
        .hint("send it in several requests")
    }

    /// The server failed.
    pub(crate) fn internal(reason: &dyn std::fmt::Display) -> Self {
        tracing::error!(%reason, "an answer could not be written");
        Problem::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            "The server failed",
            "the answer could not be written",
        )
    }

    /// What it is about.
    pub(crate) fn about(mut self, field: impl Into<String>) -> Self {
        self.0.field = Some(printable(&field.into()));
        self
    }

    /// What would have been right.
    pub(crate) fn choose<S: Into<String>>(mut self, choices: impl IntoIterator<Item = S>) -> Self {
        self.0.choices = choices.into_iter().map(Into::into).collect();
        self
    }

    /// What was probably meant.
    pub(crate) fn suggest(mut self, suggestion: Option<&str>) -> Self {
        self.0.suggestion = suggestion.map(str::to_owned);
        self
    }

    /// What to do next.
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.0.hint = Some(hint.into());
        self
    }
}

impl From<sagepath::Error> for Problem {
    fn from(error: sagepath::Error) -> Self {
        let mut problem = Problem::no(error.code().as_str(), error.to_string()).about(error.code().field());
        problem.0.choices = error.choices().to_vec();
        problem.0.suggestion = error.suggestion().map(str::to_owned);
        problem.0.hint = error.hint().map(str::to_owned);
        problem
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response<Body> {
        let Problem(details) = self;
        let status = StatusCode::from_u16(details.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut body = serde_json::to_vec(&details).unwrap_or_default();
        body.push(b'\n');
        let mut response = Response::new(Body::from(body));
        *response.status_mut() = status;
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(allow) = details.allow {
            headers.insert(ALLOW, HeaderValue::from_static(allow));
        }
        response
    }
}

/// One line of printable text, of reasonable length.
fn printable(text: &str) -> String {
    let mut line = String::with_capacity(text.len().min(LONGEST));
    for character in text.chars() {
        if line.len() >= LONGEST {
            line.push('…');
            break;
        }
        if character.is_control() {
            let _ = write!(line, "{}", character.escape_default());
        } else {
            line.push(character);
        }
    }
    line
}
