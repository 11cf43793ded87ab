//! The catalog's files: read, checked, written from upstream, and compiled.

pub mod compile;
pub mod derive;
pub mod facts;
mod tag;
pub mod upstream;

pub use tag::Template;
