//! From the catalog's files to rows, and from rows to the packed catalog.

mod expand;
mod join;
mod pack;
mod row;
mod strings;

pub use expand::expand;
pub use pack::{PackError, pack};
pub use row::{Key, Platform, Row};

use crate::facts::Facts;

/// All images that the facts describe, one row each, with what the listings add: by framework, then scope and version.
pub fn rows(facts: &Facts) -> Vec<Row> {
    let mut rows = expand(facts);
    join::listings(facts, &mut rows);
    row::sort(&mut rows);
    rows
}

/// The packed catalog of these facts.
///
/// # Errors
///
/// [`PackError`] if a part of the facts exceeds what the format can hold.
pub fn compile(facts: &Facts) -> Result<Vec<u8>, PackError> {
    pack(facts, &rows(facts))
}
