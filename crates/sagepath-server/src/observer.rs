//! Who counts and logs the answers of a route.

use std::sync::Arc;
use std::time::Instant;

use axum::body::Body;
use axum::http::request::Parts;
use axum::http::{Method, Response, Uri};

use crate::log;
use crate::metrics::RouteMetrics;
use crate::state::State;

/// Counts and logs the answers of one route.
#[derive(Clone, Debug)]
pub(crate) struct Observer {
    state: Arc<State>,
    metrics: RouteMetrics,
}

impl Observer {
    pub(crate) fn new(state: &Arc<State>, route: &'static str) -> Self {
        Observer {
            metrics: state.metrics.route(route),
            state: Arc::clone(state),
        }
    }

    pub(crate) fn state(&self) -> &Arc<State> {
        &self.state
    }

    /// Takes note of an answer, and passes it on.
    pub(crate) fn passed(
        &self,
        method: &Method,
        uri: &Uri,
        start: Instant,
        response: Response<Body>,
    ) -> Response<Body> {
        let time = start.elapsed();
        self.metrics.count(response.status(), time);
        if self.state.log_requests {
            log::request(method, uri, response.status(), time);
        }
        response
    }

    /// The same, of a request whose body is taken.
    pub(crate) fn passed_of(
        &self,
        parts: &Parts,
        start: Instant,
        response: Response<Body>,
    ) -> Response<Body> {
        self.passed(&parts.method, &parts.uri, start, response)
    }
}
