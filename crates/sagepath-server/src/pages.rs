//! The site: each page is made when it is first asked for, and kept for the day.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::ACCEPT;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, Response, StatusCode};
use axum::response::IntoResponse;
use jiff::civil::Date;
use sagepath::Catalog;
use sagepath_pages::{File, Options, Site};

use crate::document::Document;
use crate::observer::Observer;
use crate::problem::Problem;
use crate::state::{State, today};

/// The page for an address that has none.
const NOT_FOUND: &str = "404.html";

/// What a folder shows.
const INDEX: &str = "index.html";

/// The pages that were asked for.
#[derive(Debug)]
pub(crate) struct Pages {
    catalog: &'static Catalog<'static>,
    /// The day that decides what has ended, and the pages of that day by their paths. Only pages that there are get in.
    kept: Mutex<(Date, HashMap<String, Arc<Document>>)>,
}

impl Pages {
    pub(crate) fn new(catalog: &'static Catalog<'static>) -> Self {
        Pages {
            catalog,
            kept: Mutex::new((today(), HashMap::new())),
        }
    }

    /// A page of today, if it was asked for before.
    fn kept(&self, day: Date, path: &str) -> Option<Arc<Document>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.1.get(path).filter(|_| kept.0 == day).cloned()
    }

    /// Keeps a page, and lets go of those of yesterday.
    fn keep(&self, day: Date, path: String, document: Arc<Document>) -> Arc<Document> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.0 != day {
            *kept = (day, HashMap::new());
        }
        Arc::clone(kept.1.entry(path).or_insert(document))
    }

    /// A page of a day, if there is one at this path.
    async fn page(self: Arc<Self>, day: Date, path: String) -> Result<Option<Arc<Document>>, Problem> {
        if let Some(document) = self.kept(day, &path) {
            return Ok(Some(document));
        }
        let catalog = self.catalog;
        let made = tokio::task::spawn_blocking(move || make(catalog, day, &path)).await;
        let file = made
            .map_err(|error| Problem::internal(&error))?
            .map_err(|error| Problem::internal(&error))?;
        Ok(file.map(|file| {
            let media_type = HeaderValue::from_static(file.media_type);
            self.keep(day, file.path, Arc::new(Document::new(media_type, file.bytes)))
        }))
    }
}

fn make(
    catalog: &'static Catalog<'static>,
    day: Date,
    path: &str,
) -> Result<Option<File>, sagepath_pages::Error> {
    let options = Options::new(day);
    // The page for what is not found is shown at any depth, so that its links must begin at the root.
    let options = if path == NOT_FOUND {
        options.base_url("/")
    } else {
        options
    };
    Site::new(catalog, options).file(path)
}

/// Answers a request for anything that has no route of its own.
pub(crate) async fn answer(pages: Arc<Pages>, observer: Observer, request: Request) -> Response<Body> {
    let start = Instant::now();
    let (parts, _) = request.into_parts();
    let response = reply(pages, observer.state(), &parts)
        .await
        .unwrap_or_else(IntoResponse::into_response);
    observer.passed_of(&parts, start, response)
}

async fn reply(pages: Arc<Pages>, state: &State, parts: &Parts) -> Result<Response<Body>, Problem> {
    let path = parts.uri.path();
    let wanted = match path.trim_start_matches('/') {
        "" => INDEX,
        path => path,
    };
    let day = today();
    let version = format!("{}-{day}", state.version());
    let headers = &parts.headers;
    if let Some(page) = Arc::clone(&pages).page(day, wanted.to_owned()).await? {
        if !matches!(parts.method, Method::GET | Method::HEAD) {
            return Err(Problem::method_not_allowed(parts.method.as_str(), "GET, HEAD"));
        }
        return Ok(page.answer(headers, &version, StatusCode::OK).await);
    }
    if is_for_people(headers)
        && let Some(page) = pages.page(day, NOT_FOUND.to_owned()).await?
    {
        return Ok(page.answer(headers, &version, StatusCode::NOT_FOUND).await);
    }
    Err(Problem::not_found(path))
}

/// Whether a browser asks: programs take anything, or name JSON.
fn is_for_people(headers: &HeaderMap) -> bool {
    let mut values = headers.get_all(ACCEPT).iter();
    values.any(|value| value.to_str().is_ok_and(|value| value.contains("text/html")))
}
