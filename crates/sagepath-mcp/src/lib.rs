//! sagepath for coding agents: a Model Context Protocol server over standard input and output.
//!
//! Agents that write code for SageMaker invent account ids. With these tools they look them up:
//!
//! | tool | what it tells |
//! |---|---|
//! | `resolve` | the registry path of one image |
//! | `identify` | what a registry path stands for, and whether it is right |
//! | `list_images` | the images that there are |
//! | `example` | code that uses an image |
//!
//! Arguments have the names of the SDK's `image_uris.retrieve`, which agents know. A result is a few lines of text, and the same
//! as JSON; a question without an answer is a tool's error that names the choices, so that an agent can ask again.

mod arguments;
mod outcome;
mod tools;

use std::io;

use rmcp::service::ServerInitializeError;
use rmcp::{ServiceExt as _, transport};
use sagepath::Catalog;

pub use crate::tools::Tools;

/// Serves a client on standard input and output until it closes them.
///
/// # Errors
///
/// What the system says where it has no threads, and what is wrong with a client that does not speak the protocol.
pub fn run(catalog: &'static Catalog<'static>) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let served = runtime.block_on(async {
        let service = match Tools::new(catalog).serve(transport::stdio()).await {
            Ok(service) => service,
            // A client that leaves before it has said anything wants nothing.
            Err(ServerInitializeError::ConnectionClosed(_)) => return Ok(()),
            Err(error) => return Err(io::Error::other(error)),
        };
        service.waiting().await.map(drop).map_err(io::Error::other)
    });
    // A read of standard input cannot be cut off, and the client is gone.
    runtime.shutdown_background();
    served
}
