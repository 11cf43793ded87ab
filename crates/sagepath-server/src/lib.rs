//! sagepath over HTTP: the pages, and a JSON API for registry paths.
//!
//! | address | what is there |
//! |---|---|
//! | `/` and all that it links to | the site of `sagepath-pages` |
//! | `/api/v1/resolve`, `identify`, `images`, `frameworks`, `frameworks/{slug}`, `regions`, `instances`, `examples` | answers, by GET |
//! | `/api/v1/batch` | JSON Lines in, JSON Lines out, by POST |
//! | `/api/`, `/api/v1/openapi.json` | the API, for people and for programs |
//! | `/healthz`, `/readyz`, `/metrics` | for those who run it |
//!
//! Errors are problem documents (RFC 9457) with the codes of [`sagepath::Code`]: status 400 for a request that cannot be read,
//! 404 for a question whose answer is no. Everything is a pure function of the catalog, so an entity tag names the catalog,
//! and a client that has an answer gets status 304.
//!
//! [`run`] serves until the process is told to stop. [`service`] is for a server of your own:
//!
//! ```
//! use sagepath::Catalog;
//!
//! let service = sagepath_server::service(Catalog::embedded());
//! # let _ = service;
//! ```

mod api;
mod connections;
mod cursor;
mod document;
mod endpoint;
mod limits;
mod log;
mod metrics;
mod observer;
mod openapi;
mod pages;
mod parameters;
mod patience;
mod problem;
mod reference;
mod router;
mod signals;
mod state;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use sagepath::Catalog;
use tokio::net::TcpListener;

pub use crate::limits::Limits;
pub use crate::log::{LogFormat, log_to_stderr};
pub use crate::router::Service;

use crate::signals::Signals;
use crate::state::State;

/// Threads that make and compress pages. Each needs megabytes for that, which it does not give back.
const MAKERS: usize = 2;

/// How to serve.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Where to listen; port 0 stands for any that is free.
    pub listen: SocketAddr,
    /// What a client may ask, at most.
    pub limits: Limits,
    /// Whether each request is logged.
    pub log_requests: bool,
}

/// All that is served, with the usual limits, for a server of your own.
pub fn service(catalog: &'static Catalog<'static>) -> Service {
    router::service(&Arc::new(State::new(catalog, Limits::default(), false)))
}

/// Serves until the process gets SIGTERM or SIGINT, and then lets running requests end; a second signal cuts them off.
/// `listening` is told the address once connections are accepted.
///
/// # Errors
///
/// What the system says where it has no such address, no threads or no signals.
pub fn run(
    catalog: &'static Catalog<'static>,
    options: &Options,
    listening: impl FnOnce(SocketAddr) -> io::Result<()>,
) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_io()
        .enable_time()
        .max_blocking_threads(MAKERS)
        .build()?;
    let done = runtime.block_on(async {
        let mut signals = Signals::listen()?;
        let listener = TcpListener::bind(options.listen).await?;
        let address = listener.local_addr()?;
        let state = Arc::new(State::new(catalog, options.limits, options.log_requests));
        let service = router::service(&state);
        tracing::info!(%address, data = catalog.data_version(), "listening");
        listening(address)?;
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let serving = connections::serve(listener, service, state, async {
            let _ = stopped.await;
        });
        let mut serving = std::pin::pin!(serving);
        tokio::select! {
            () = &mut serving => return Ok(()),
            () = signals.next() => drop(stop),
        }
        tokio::select! {
            () = &mut serving => {}
            () = signals.next() => tracing::warn!("stopped at once"),
        }
        Ok(())
    });
    // What is still running has had its time.
    runtime.shutdown_background();
    done
}
