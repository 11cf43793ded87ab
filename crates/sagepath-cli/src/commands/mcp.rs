//! `sagepath mcp`: answers coding agents.

use std::path::Path;

use clap::Args;

use crate::failure::Failure;
use crate::{Status, catalog_file};

#[derive(Args)]
#[command(after_help = "\
It speaks the Model Context Protocol on standard input and output, with the tools resolve, identify, \
list_images and example. An agent starts it by itself, once it is in the agent's configuration:
  { \"mcpServers\": { \"sagepath\": { \"command\": \"sagepath\", \"args\": [\"mcp\"] } } }

Example:
  sagepath mcp < /dev/null")]
pub(crate) struct McpArguments {}

pub(crate) fn run(catalog: Option<&Path>) -> Result<Status, Failure> {
    let catalog = catalog_file::for_ever(catalog)?;
    match sagepath_mcp::run(catalog) {
        Ok(()) => Ok(Status::Yes),
        Err(error) => Err(Failure::usage(format!("the conversation broke off: {error}"))),
    }
}
