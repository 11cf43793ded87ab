//! The importer against small upstream folders and catalogs (`tests/fixtures`), and the repository's own catalog.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod check;
mod fixture;
mod import;
mod mutated;
mod real;
mod upstream;
