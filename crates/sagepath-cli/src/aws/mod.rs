//! What the commands that talk to AWS share: the connection, waiting for something, and how that is told.

mod conclusion;
mod connection;
mod duration;
mod find;
mod interrupt;
mod replace;
mod status_line;
mod submit;
mod thing;
mod trouble;
mod voice;
mod watch;

pub(crate) use conclusion::conclude;
pub(crate) use connection::{Connection, ConnectionArguments};
pub(crate) use duration::{ago, seconds, words};
pub(crate) use find::{JobKind, find, find_one};
pub(crate) use interrupt::Interrupt;
pub(crate) use submit::{Sending, submit};
pub(crate) use thing::{Thing, named, to_json};
pub(crate) use voice::{FormArguments, JsonArgument, Voice, log_event};
pub(crate) use watch::{WatchArguments, detach, watch};
