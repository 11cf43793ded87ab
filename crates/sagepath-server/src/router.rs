//! What is at each address.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LINK};
use axum::http::{HeaderValue, Method, Response, StatusCode};
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, get};
use tower_http::cors::{Any, Cors, CorsLayer};
use tower_layer::Layer as _;

use crate::document::Document;
use crate::observer::Observer;
use crate::pages::{self, Pages};
use crate::problem::Problem;
use crate::state::State;
use crate::{api, metrics, openapi, reference};

/// How long a browser may remember what it may ask.
const PREFLIGHT: Duration = Duration::from_secs(24 * 60 * 60);

/// All that is served, as tower has it: the routes, open to pages of any origin.
pub type Service = Cors<Router>;

/// Wraps the router as a whole: a layer of the router would be one of each route, and cost each request an allocation.
pub(crate) fn service(state: &Arc<State>) -> Service {
    cross_origin().layer(router(state))
}

fn router(state: &Arc<State>) -> Router {
    let mut router = Router::new();
    for endpoint in &api::ENDPOINTS {
        router = router.route(endpoint.path, endpoint.route(state));
    }
    let reference = reference_page(state);
    let pages = Arc::new(Pages::new(state.catalog));
    let observer = Observer::new(state, "page");
    router
        .route(api::batch::PATH, api::batch::route(state))
        .route("/api/v1/openapi.json", document(state, openapi_document()))
        .route("/api/", document(state, Arc::clone(&reference)))
        .route("/api", document(state, reference))
        .route("/healthz", probe(|| (StatusCode::OK, "ok\n")))
        .route("/readyz", ready(state))
        .route("/metrics", counters(state))
        .fallback(move |request: Request| pages::answer(Arc::clone(&pages), observer.clone(), request))
}

/// Any page may ask, for there is nothing here that is not public.
fn cross_origin() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET, Method::HEAD])
        .allow_headers([IF_NONE_MATCH])
        .expose_headers([ETAG, LINK])
        .max_age(PREFLIGHT)
}

fn openapi_document() -> Arc<Document> {
    let media_type = HeaderValue::from_static("application/json");
    Arc::new(Document::new(media_type, written(openapi::write())))
}

fn reference_page(state: &State) -> Arc<Document> {
    let media_type = HeaderValue::from_static("text/html; charset=utf-8");
    Arc::new(Document::new(
        media_type,
        written(reference::write(state.catalog)),
    ))
}

/// What a writer wrote. It has no input but what is compiled in, so that it works always or, as the tests would tell, never.
fn written(text: Result<String, impl std::fmt::Display>) -> String {
    text.unwrap_or_else(|error| {
        tracing::error!(%error, "a document could not be written");
        String::new()
    })
}

/// Answers with a document.
fn document(state: &Arc<State>, document: Arc<Document>) -> MethodRouter {
    let observer = Observer::new(state, "document");
    get(move |request: Request| {
        let (document, observer) = (Arc::clone(&document), observer.clone());
        let (parts, _) = request.into_parts();
        async move {
            let start = Instant::now();
            let version = observer.state().version();
            let response = document.answer(&parts.headers, version, StatusCode::OK).await;
            observer.passed_of(&parts, start, response)
        }
    })
    .fallback(refuse_method)
}

fn probe(answer: impl Fn() -> (StatusCode, &'static str) + Clone + Send + Sync + 'static) -> MethodRouter {
    get(move || {
        let (status, text) = answer();
        async move { plain(status, "text/plain; charset=utf-8", text.into()) }
    })
    .fallback(refuse_method)
}

fn ready(state: &Arc<State>) -> MethodRouter {
    let state = Arc::clone(state);
    probe(move || {
        if state.is_ready() {
            (StatusCode::OK, "ready\n")
        } else {
            (StatusCode::SERVICE_UNAVAILABLE, "stopping\n")
        }
    })
}

fn counters(state: &Arc<State>) -> MethodRouter {
    let state = Arc::clone(state);
    get(move || {
        let response = match state.metrics.write() {
            Ok(text) => plain(StatusCode::OK, metrics::MEDIA_TYPE, text.into()),
            Err(error) => Problem::internal(&error).into_response(),
        };
        async move { response }
    })
    .fallback(refuse_method)
}

async fn refuse_method(method: Method) -> Response<Body> {
    Problem::method_not_allowed(method.as_str(), "GET, HEAD").into_response()
}

fn plain(status: StatusCode, media_type: &'static str, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
