//! An endpoint that answers GET: what it takes, and how a request gets its answer.

use std::sync::Arc;
use std::time::Instant;

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LINK, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode};
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, get};
use jiff::civil::Date;
use serde::Serialize;

use crate::observer::Observer;
use crate::parameters::{Parameters, Values};
use crate::problem::Problem;
use crate::state::State;

/// What an endpoint is: the router, the OpenAPI document and the reference page are made of this.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Endpoint {
    /// Its name: a word for metrics and for programs that are generated.
    pub(crate) name: &'static str,
    /// Its address; a segment in braces is a parameter.
    pub(crate) path: &'static str,
    pub(crate) summary: &'static str,
    pub(crate) about: &'static str,
    pub(crate) parameters: Parameters,
    /// The schema of its answer, among those of the OpenAPI document.
    pub(crate) schema: &'static str,
    /// A query string that it answers.
    pub(crate) example: &'static str,
    pub(crate) answer: fn(&State, &Values<'_>) -> Result<Reply, Problem>,
}

/// Headers that an answer may have, those for other origins included.
const HEADERS: usize = 12;

/// An answer.
#[derive(Debug)]
pub(crate) struct Reply {
    body: Vec<u8>,
    /// The day that it depends on.
    day: Option<Date>,
    /// The query string of the next page.
    next: Option<String>,
}

impl Reply {
    /// An answer in JSON.
    pub(crate) fn json(value: &impl Serialize) -> Result<Self, Problem> {
        let mut body = Vec::with_capacity(512);
        serde_json::to_writer(&mut body, value).map_err(|error| Problem::internal(&error))?;
        body.push(b'\n');
        Ok(Reply {
            body,
            day: None,
            next: None,
        })
    }

    /// The answer depends on this day.
    pub(crate) fn on(self, day: Date) -> Self {
        Reply {
            day: Some(day),
            ..self
        }
    }

    /// The answer goes on under this query string.
    pub(crate) fn continued(self, next: Option<String>) -> Self {
        Reply { next, ..self }
    }
}

/// An endpoint in service.
struct Route {
    endpoint: &'static Endpoint,
    observer: Observer,
}

impl Endpoint {
    /// Its place in a router.
    pub(crate) fn route(&'static self, state: &Arc<State>) -> MethodRouter {
        let route = Arc::new(Route {
            endpoint: self,
            observer: Observer::new(state, self.name),
        });
        let refusing = Arc::clone(&route);
        get(move |request: Request| {
            let start = Instant::now();
            let response = route.reply(&request).unwrap_or_else(IntoResponse::into_response);
            let response = route
                .observer
                .passed(request.method(), request.uri(), start, response);
            async move { response }
        })
        .fallback(move |request: Request| {
            let start = Instant::now();
            let problem = Problem::method_not_allowed(request.method().as_str(), "GET, HEAD");
            let response = problem.into_response();
            let response = refusing
                .observer
                .passed(request.method(), request.uri(), start, response);
            async move { response }
        })
    }
}

impl Route {
    fn reply(&self, request: &Request) -> Result<Response<Body>, Problem> {
        let (endpoint, state) = (self.endpoint, self.observer.state());
        let uri = request.uri();
        let values = Values::read(
            endpoint.parameters,
            uri.query().unwrap_or_default(),
            segment(endpoint.path, uri.path()),
        )?;
        let reply = (endpoint.answer)(state, &values)?;
        let mut response = Response::new(Body::empty());
        let entity_tag = state.entity_tag(reply.day);
        let is_known = entity_tag
            .as_ref()
            .is_some_and(|own| is_named(request.headers(), own));
        let headers = response.headers_mut();
        headers.reserve(HEADERS);
        if let Some(entity_tag) = entity_tag {
            headers.insert(ETAG, entity_tag);
        }
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=300"));
        if let Some(next) = reply.next
            && let Ok(link) = HeaderValue::try_from(format!("<{}?{next}>; rel=\"next\"", endpoint.path))
        {
            headers.insert(LINK, link);
        }
        if is_known {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            return Ok(response);
        }
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        *response.body_mut() = Body::from(reply.body);
        Ok(response)
    }
}

/// Whether a request names this entity tag as one that it has.
pub(crate) fn is_named(headers: &HeaderMap, own: &HeaderValue) -> bool {
    let own = own.as_bytes();
    headers.get_all(IF_NONE_MATCH).iter().any(|named| {
        let mut tags = named
            .as_bytes()
            .split(|byte| *byte == b',')
            .map(<[u8]>::trim_ascii);
        tags.any(|tag| tag == b"*" || tag.strip_prefix(b"W/").unwrap_or(tag) == own)
    })
}

/// The segment of a path that is in braces in its pattern.
fn segment<'p>(pattern: &str, path: &'p str) -> Option<&'p str> {
    let index = pattern.split('/').position(|segment| segment.starts_with('{'))?;
    path.split('/').nth(index)
}
