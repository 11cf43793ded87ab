//! What is counted, for Prometheus.

use std::fmt;
use std::sync::atomic::AtomicI64;
use std::time::Duration;

use axum::http::StatusCode;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::Registry;
use sagepath::Catalog;

/// The media type of what [`Metrics::write`] gives.
pub(crate) const MEDIA_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Seconds: a look-up takes microseconds, a batch may take minutes.
const BUCKETS: [f64; 10] = [
    0.000_01, 0.000_03, 0.000_1, 0.000_3, 0.001, 0.01, 0.1, 1.0, 10.0, 100.0,
];

type Labels<const N: usize> = [(&'static str, &'static str); N];

/// The counters that all connections share.
pub(crate) struct Metrics {
    registry: Registry,
    requests: Family<Labels<2>, Counter>,
    seconds: Family<Labels<1>, Histogram, fn() -> Histogram>,
    pub(crate) connections: Gauge<i64, AtomicI64>,
    pub(crate) refused_connections: Counter,
    pub(crate) broken_connections: Counter,
    pub(crate) batch_bytes: Counter,
}

/// The counters of one route. They are looked up once, for a look-up takes a lock.
#[derive(Clone, Debug)]
pub(crate) struct RouteMetrics {
    by_status: [Counter; 4],
    seconds: Histogram,
}

impl Metrics {
    pub(crate) fn new(catalog: &Catalog<'_>) -> Self {
        let metrics = Metrics {
            registry: Registry::with_prefix("sagepath"),
            requests: Family::default(),
            seconds: Family::new_with_constructor(|| Histogram::new(BUCKETS)),
            connections: Gauge::default(),
            refused_connections: Counter::default(),
            broken_connections: Counter::default(),
            batch_bytes: Counter::default(),
        };
        metrics.registered(catalog)
    }

    fn registered(mut self, catalog: &Catalog<'_>) -> Self {
        let registry = &mut self.registry;
        registry.register(
            "http_requests",
            "Requests, by route and class of status",
            self.requests.clone(),
        );
        registry.register(
            "http_request_seconds",
            "Time to an answer's headers",
            self.seconds.clone(),
        );
        registry.register("http_connections", "Open connections", self.connections.clone());
        registry.register(
            "http_refused_connections",
            "Connections that were one too many",
            self.refused_connections.clone(),
        );
        registry.register(
            "http_broken_connections",
            "Connections that ended by a mistake of the client, or its silence",
            self.broken_connections.clone(),
        );
        registry.register(
            "batch_bytes",
            "Bytes of questions in batches",
            self.batch_bytes.clone(),
        );
        let build = [
            ("version", env!("CARGO_PKG_VERSION").to_owned()),
            ("data", catalog.data_version().to_owned()),
        ];
        registry.register("build", "The program and its facts", Info::new(build));
        self
    }

    /// The counters of a route.
    pub(crate) fn route(&self, route: &'static str) -> RouteMetrics {
        let counter = |status| {
            self.requests
                .get_or_create_owned(&[("route", route), ("status", status)])
        };
        RouteMetrics {
            by_status: ["2xx", "3xx", "4xx", "5xx"].map(counter),
            seconds: self.seconds.get_or_create_owned(&[("route", route)]),
        }
    }

    /// All of it, as a text.
    pub(crate) fn write(&self) -> Result<String, fmt::Error> {
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }
}

impl fmt::Debug for Metrics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Metrics").finish_non_exhaustive()
    }
}

impl RouteMetrics {
    /// Counts an answer.
    pub(crate) fn count(&self, status: StatusCode, time: Duration) {
        let class = usize::from(status.as_u16() / 100).saturating_sub(2).min(3);
        self.by_status[class].inc();
        self.seconds.observe(time.as_secs_f64());
    }
}
