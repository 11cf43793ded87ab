//! From the catalog's files to rows, and from rows to the packed catalog.

mod expand;
mod join;
mod pack;
mod row;
mod strings;
mod verify;

use std::collections::BTreeSet;
use std::path::Path;

pub(crate) use pack::days;
pub use row::{Key, Origin, Platform, Row};
use sagepath::RegistryPath;
use sagepath::registry_path::ParseError;

use crate::facts::{self, Facts, ReadError};

/// Why facts cannot be packed: they exceed what the format can hold, or name what no file defines.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CompileError {
    /// The catalog's files could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// There are too many things of one kind.
    #[error("{count} {what}: the catalog's format holds {most}")]
    TooMany {
        /// What there is too much of.
        what: &'static str,
        /// How many there are.
        count: usize,
        /// How many there may be.
        most: usize,
    },
    /// A name that is defined nowhere.
    #[error("{what} `{name}` is not in {file}")]
    Undefined {
        /// What it should be.
        what: &'static str,
        /// The name.
        name: String,
        /// Where it should be defined.
        file: &'static str,
    },
    /// An account that is none.
    #[error("`{0}` is no account: expected 12 digits")]
    Account(String),
    /// An image whose registry path would be none.
    #[error("{framework} {version}: `{path}` is no registry path: {error}")]
    Path {
        /// The framework.
        framework: String,
        /// The version.
        version: String,
        /// The path, in a region of no account.
        path: String,
        /// What is wrong with it.
        error: ParseError,
    },
    /// The packed catalog does not say what the facts say: a mistake of this crate or of the reader.
    #[error("packed catalog reads back wrong: {0}")]
    ReadBack(String),
}

/// All images that the facts describe, one row each, with what the listings add: by framework, then version.
pub fn rows(facts: &Facts) -> Vec<Row> {
    images(facts).rows
}

/// The packed catalog of these facts, after every record was read back and compared.
///
/// # Errors
///
/// [`CompileError`] if a part of the facts exceeds what the format can hold, or names what no file defines.
pub fn compile(facts: &Facts) -> Result<Vec<u8>, CompileError> {
    pack(facts, &rows(facts))
}

/// The packed form of the catalog under this folder.
///
/// # Errors
///
/// [`CompileError`] if a file cannot be read, or the facts cannot be packed.
pub fn compile_catalog(catalog: &Path) -> Result<Vec<u8>, CompileError> {
    compile(&facts::read(catalog)?)
}

/// The images of some facts.
pub(crate) struct Images {
    pub(crate) rows: Vec<Row>,
    /// Listings that became no image, because no source says where their repository is: framework and repository.
    pub(crate) left_out: BTreeSet<(String, String)>,
}

pub(crate) fn images(facts: &Facts) -> Images {
    let mut rows = expand::blocks(facts);
    let left_out = join::listings(facts, &mut rows);
    row::sort(&mut rows);
    Images { rows, left_out }
}

pub(crate) fn pack(facts: &Facts, rows: &[Row]) -> Result<Vec<u8>, CompileError> {
    rows.iter().try_for_each(readable)?;
    let bytes = pack::pack(facts, rows)?;
    verify::read_back(&bytes, facts, rows).map_err(CompileError::ReadBack)?;
    Ok(bytes)
}

/// Whether a registry path with each tag of an image can be read.
fn readable(row: &Row) -> Result<(), CompileError> {
    let keyed = row.keys.iter().map(|key| &key.tag);
    for tag in keyed.chain(&row.listed).chain(&row.builds) {
        let separator = if tag.is_empty() { "" } else { ":" };
        let path = format!(
            "000000000000.dkr.ecr.us-east-1.amazonaws.com/{}{separator}{tag}",
            row.repository
        );
        if let Err(error) = RegistryPath::parse(&path) {
            let (framework, version) = (row.framework.clone(), row.version.clone());
            return Err(CompileError::Path {
                framework,
                version,
                path,
                error,
            });
        }
    }
    Ok(())
}
