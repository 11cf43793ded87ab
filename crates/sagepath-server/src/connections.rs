//! Connections: how many, how slow, how large, and how they end.

use std::future::Future;
use std::io;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper_util::rt::TokioIo;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_io_timeout::TimeoutStream;

use crate::patience::{Glancing, polled};
use crate::problem;
use crate::router::Service;
use crate::state::State;

/// What a client is told whose connection is one too many.
const REFUSAL: &str = "{\"type\":\"/api/#too-many-connections\",\"title\":\"The server is busy\",\"status\":503,\
    \"detail\":\"the server has as many connections as it takes\",\"code\":\"too-many-connections\",\"choices\":[],\
    \"suggestion\":null}\n";

/// How long to wait before the next connection, where the system has no room for one.
const REST: Duration = Duration::from_millis(100);

/// Serves connections until `stop`, then lets the requests that are running end.
pub(crate) async fn serve(
    listener: TcpListener,
    service: Service,
    state: Arc<State>,
    stop: impl Future<Output = ()>,
) {
    let limits = state.limits;
    let places = Arc::new(Semaphore::new(limits.connections));
    let graceful = GracefulShutdown::new();
    let protocol = protocol(&state);
    let mut stop = pin!(stop);
    loop {
        let accepted = tokio::select! {
            biased;
            () = &mut stop => break,
            accepted = listener.accept() => accepted,
        };
        let stream = match accepted {
            Ok((stream, _)) => stream,
            Err(error) => {
                rest(&error).await;
                continue;
            }
        };
        let Ok(place) = Arc::clone(&places).try_acquire_owned() else {
            refuse(&stream, &state);
            continue;
        };
        serve_one(stream, place, &protocol, &service, &state, &graceful);
    }
    drop(listener);
    state.stop();
    tracing::info!(connections = graceful.count(), "stopping");
    if tokio::time::timeout(limits.grace, graceful.shutdown())
        .await
        .is_err()
    {
        tracing::warn!("requests were cut off");
    }
}

fn protocol(state: &State) -> http1::Builder {
    let limits = state.limits;
    let mut protocol = http1::Builder::new();
    protocol
        .timer(Glancing)
        .header_read_timeout(limits.patience)
        .max_header_size(limits.header_bytes)
        .max_buf_size(limits.header_bytes.max(64 << 10));
    protocol
}

fn serve_one(
    stream: TcpStream,
    place: OwnedSemaphorePermit,
    protocol: &http1::Builder,
    service: &Service,
    state: &Arc<State>,
    graceful: &GracefulShutdown,
) {
    // Answers are small, and each is awaited.
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(state.limits.patience));
    let service = TowerToHyperService::new(service.clone());
    let connection = graceful.watch(protocol.serve_connection(TokioIo::new(Box::pin(stream)), service));
    let state = Arc::clone(state);
    tokio::spawn(async move {
        state.metrics.connections.inc();
        if let Err(error) = polled(connection, state.limits.patience).await {
            state.metrics.broken_connections.inc();
            tracing::debug!(%error, "a connection broke");
        }
        state.metrics.connections.dec();
        drop(place);
    });
}

/// Tells a client that there is no room, if it listens at once.
fn refuse(stream: &TcpStream, state: &State) {
    state.metrics.refused_connections.inc();
    let length = REFUSAL.len();
    let response = format!(
        "HTTP/1.1 503 Service Unavailable\r\ncontent-type: {}\r\ncontent-length: {length}\r\n\
         retry-after: 1\r\nconnection: close\r\n\r\n{REFUSAL}",
        problem::MEDIA_TYPE
    );
    let _ = stream.try_write(response.as_bytes());
}

/// A client that is gone is no reason to wait; a system without room for another connection is one.
async fn rest(error: &io::Error) {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    if matches!(
        error.kind(),
        ConnectionAborted | ConnectionRefused | ConnectionReset
    ) {
        return;
    }
    tracing::error!(%error, "no connection could be accepted");
    tokio::time::sleep(REST).await;
}
