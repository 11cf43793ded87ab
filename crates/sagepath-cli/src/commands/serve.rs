//! `sagepath serve`: answers over HTTP.

use std::io::{self, Write as _};
use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use clap::{Args, ValueEnum};
use sagepath_server::{Limits, LogFormat, Options, log_to_stderr};

use crate::failure::Failure;
use crate::{Status, catalog_file};

#[derive(Args)]
#[command(after_help = "\
The address that it listens on is printed as the first and only line of standard output; the log goes \
to standard error. SIGTERM and SIGINT let running requests end; a second signal cuts them off.

Whoever can reach the address can ask: there is nothing secret, and no encryption.

Examples:
  sagepath serve
  sagepath serve --listen 0.0.0.0:80 --log-requests --log-format json
  curl 'http://127.0.0.1:8080/api/v1/resolve?framework=kmeans&region=us-east-1'")]
pub(crate) struct ServeArguments {
    /// The address and port to listen on; port 0 is any that is free
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,

    /// How the log is written
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    log_format: LogFormatArgument,

    /// Log every request
    #[arg(long)]
    log_requests: bool,

    /// The most connections at the same time; one more is answered with status 503
    #[arg(long, value_name = "N", default_value_t = Limits::default().connections)]
    max_connections: usize,

    /// The most bytes of a batch
    #[arg(long, value_name = "BYTES", default_value_t = Limits::default().body_bytes)]
    max_body: usize,

    /// How many seconds a client may keep the server waiting: for headers, for more of a body, or for it to read
    #[arg(long, value_name = "SECONDS", default_value_t = Limits::default().patience.as_secs())]
    patience: u64,

    /// How many seconds requests may go on once the server is told to stop
    #[arg(long, value_name = "SECONDS", default_value_t = Limits::default().grace.as_secs())]
    grace: u64,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum LogFormatArgument {
    /// Lines for people
    Text,
    /// A JSON object a line
    Json,
}

pub(crate) fn run(
    arguments: &ServeArguments,
    catalog: Option<&Path>,
    quiet: bool,
) -> Result<Status, Failure> {
    let catalog = catalog_file::for_ever(catalog)?;
    if !quiet {
        log_to_stderr(match arguments.log_format {
            LogFormatArgument::Text => LogFormat::Text,
            LogFormatArgument::Json => LogFormat::Json,
        });
    }
    let options = Options {
        listen: arguments.listen,
        limits: Limits {
            connections: arguments.max_connections,
            body_bytes: arguments.max_body,
            patience: Duration::from_secs(arguments.patience),
            grace: Duration::from_secs(arguments.grace),
            ..Limits::default()
        },
        log_requests: arguments.log_requests,
    };
    let served = sagepath_server::run(catalog, &options, |address| {
        let mut out = io::stdout().lock();
        // Whoever does not read it knows the address already.
        let _ = writeln!(out, "http://{address}").and_then(|()| out.flush());
        Ok(())
    });
    match served {
        Ok(()) => Ok(Status::Yes),
        Err(error) => Err(
            Failure::usage(format!("cannot serve on {}: {error}", arguments.listen))
                .hint("`--listen 127.0.0.1:0` takes any port that is free"),
        ),
    }
}
