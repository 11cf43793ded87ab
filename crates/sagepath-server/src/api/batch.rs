//! Questions as JSON Lines, answers as JSON Lines, while both are on their way.

use std::sync::Arc;
use std::time::Instant;

use axum::body::{Body, HttpBody as _};
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderValue, Response};
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, post};
use bytes::Bytes;
use futures_util::stream;
use http_body_util::BodyExt as _;
use sagepath_json::batch::{self, Lines};
use tokio::time;

use crate::observer::Observer;
use crate::problem::Problem;
use crate::state::State;

pub(crate) const NAME: &str = "batch";
pub(crate) const PATH: &str = "/api/v1/batch";

/// The media type of JSON Lines.
pub(crate) const MEDIA_TYPE: &str = "application/x-ndjson";

/// Its place in a router.
pub(crate) fn route(state: &Arc<State>) -> MethodRouter {
    let observer = Observer::new(state, NAME);
    let refusing = observer.clone();
    post(move |request: Request| {
        let start = Instant::now();
        let (parts, body) = request.into_parts();
        let response = observer.passed_of(&parts, start, answer(observer.state(), body));
        async move { response }
    })
    .fallback(move |request: Request| {
        let start = Instant::now();
        let response = Problem::method_not_allowed(request.method().as_str(), "POST").into_response();
        let response = refusing.passed(request.method(), request.uri(), start, response);
        async move { response }
    })
}

fn answer(state: &Arc<State>, body: Body) -> Response<Body> {
    let limit = state.limits.body_bytes;
    if body.size_hint().lower() > limit as u64 {
        return Problem::body_too_large(limit).into_response();
    }
    let conversation = Conversation {
        state: Arc::clone(state),
        questions: body,
        lines: Lines::default(),
        received: 0,
        deadline: time::Instant::now() + state.limits.body_time,
    };
    let answers = stream::unfold(Some(conversation), |conversation| async move {
        let (answers, rest) = conversation?.next().await;
        Some((Ok::<_, std::io::Error>(answers), rest))
    });
    let mut response = Response::new(Body::from_stream(answers));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

/// Questions that come in, and what is known of them so far.
struct Conversation {
    state: Arc<State>,
    questions: Body,
    lines: Lines,
    received: usize,
    deadline: time::Instant,
}

impl Conversation {
    /// The next answers, and the conversation, if it goes on.
    async fn next(mut self) -> (Bytes, Option<Self>) {
        let mut answers = Vec::new();
        loop {
            let limits = &self.state.limits;
            let pause = time::Instant::now() + limits.patience;
            let frame = match time::timeout_at(pause.min(self.deadline), self.questions.frame()).await {
                Ok(Some(Ok(frame))) => frame,
                Ok(None) => break,
                Ok(Some(Err(error))) => {
                    return (refused(answers, &format_args!("body broke off: {error}")), None);
                }
                Err(_) => return (refused(answers, &"body took too long"), None),
            };
            let Ok(questions) = frame.into_data() else {
                continue;
            };
            self.received = self.received.saturating_add(questions.len());
            self.state.metrics.batch_bytes.inc_by(questions.len() as u64);
            if self.received > limits.body_bytes {
                let reason = format!("body is larger than {} bytes", limits.body_bytes);
                return (refused(answers, &reason), None);
            }
            // Writing to memory does not fail.
            let _ = self.lines.answer(self.state.catalog, &questions, &mut answers);
            if !answers.is_empty() {
                return (answers.into(), Some(self));
            }
        }
        let _ = self.lines.end(self.state.catalog, &mut answers);
        (answers.into(), None)
    }
}

/// The answers so far, and a last line that tells why there are no more.
fn refused(mut answers: Vec<u8>, reason: &dyn std::fmt::Display) -> Bytes {
    let _ = batch::refuse(reason, &mut answers);
    answers.into()
}
