//! What every request is answered from.

use std::sync::atomic::{AtomicBool, Ordering};

use axum::http::HeaderValue;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;
use sagepath::Catalog;

use crate::limits::Limits;
use crate::metrics::Metrics;

/// The catalog, and what is derived from it once.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) catalog: &'static Catalog<'static>,
    pub(crate) limits: Limits,
    pub(crate) metrics: Metrics,
    /// Whether each request is logged.
    pub(crate) log_requests: bool,
    /// Names the catalog and the program: what both decide stays the same as long as both do.
    version: String,
    entity_tag: Option<HeaderValue>,
    stopping: AtomicBool,
}

impl State {
    pub(crate) fn new(catalog: &'static Catalog<'static>, limits: Limits, log_requests: bool) -> Self {
        let version = format!("{}-{:016x}", env!("CARGO_PKG_VERSION"), catalog.fingerprint());
        State {
            catalog,
            limits,
            metrics: Metrics::new(catalog),
            log_requests,
            entity_tag: HeaderValue::try_from(format!("\"{version}\"")).ok(),
            version,
            stopping: AtomicBool::new(false),
        }
    }

    /// The entity tag of what the catalog alone decides, or the catalog and a day.
    pub(crate) fn entity_tag(&self, day: Option<Date>) -> Option<HeaderValue> {
        match day {
            None => self.entity_tag.clone(),
            Some(day) => HeaderValue::try_from(format!("\"{}-{day}\"", self.version)).ok(),
        }
    }

    /// The name of the program's version and the catalog's.
    pub(crate) fn version(&self) -> &str {
        &self.version
    }

    /// Whether new requests are welcome.
    pub(crate) fn is_ready(&self) -> bool {
        !self.stopping.load(Ordering::Relaxed)
    }

    pub(crate) fn stop(&self) {
        self.stopping.store(true, Ordering::Relaxed);
    }
}

/// The day, in UTC.
pub(crate) fn today() -> Date {
    Offset::UTC.to_datetime(Timestamp::now()).date()
}
