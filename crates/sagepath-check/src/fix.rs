//! Mending files: edits of single places, and all else byte for byte.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use sagepath::Catalog;

use crate::check::check;
use crate::finding::{Edit, Finding, Safety};
use crate::settings::Settings;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// As often as a file is mended and checked again: one mended place may show another.
const ROUNDS: usize = 8;

/// What mending did to a file's bytes.
#[derive(Debug)]
pub struct Mended {
    /// The new bytes.
    pub bytes: Vec<u8>,
    /// How many findings were mended.
    pub count: usize,
}

/// Mends what can be mended, again and again until nothing is left that can; `None` if there is nothing.
///
/// `up_to` is the least safe kind of fix that is made.
pub fn mend(
    path: &Path,
    bytes: &[u8],
    catalog: &Catalog<'_>,
    settings: &Settings,
    up_to: Safety,
) -> Option<Mended> {
    let mut mended = Mended {
        bytes: bytes.to_vec(),
        count: 0,
    };
    for _ in 0..ROUNDS {
        let findings = check(path, &mended.bytes, catalog, settings);
        let (edits, count) = compatible(&findings, up_to);
        if edits.is_empty() {
            break;
        }
        mended.bytes = edited(&mended.bytes, &edits);
        mended.count += count;
    }
    (mended.count > 0).then_some(mended)
}

/// The edits of all fixes that do not get in each other's way, in order, and how many findings they mend.
fn compatible(findings: &[Finding], up_to: Safety) -> (Vec<Edit>, usize) {
    let mut fixes: Vec<_> = findings
        .iter()
        .filter_map(|finding| finding.fix.as_ref())
        .collect();
    fixes.retain(|fix| fix.safety <= up_to);
    // The safe ones first: what they mend may be what the others are about.
    fixes.sort_by_key(|fix| fix.safety);
    let mut taken: Vec<Edit> = Vec::new();
    let mut count = 0;
    for fix in fixes {
        let overlaps = |edit: &Edit| {
            taken.iter().any(|other| {
                edit.range.start <= other.range.end && other.range.start <= edit.range.end && edit != other
            })
        };
        if fix.edits.iter().any(overlaps) {
            continue;
        }
        count += 1;
        for edit in &fix.edits {
            if !taken.contains(edit) {
                taken.push(edit.clone());
            }
        }
    }
    taken.sort_by_key(|edit| edit.range.start);
    (taken, count)
}

/// The bytes with the edits made.
fn edited(bytes: &[u8], edits: &[Edit]) -> Vec<u8> {
    let offset = if bytes.starts_with(BYTE_ORDER_MARK) {
        BYTE_ORDER_MARK.len()
    } else {
        0
    };
    let mut new = Vec::with_capacity(bytes.len() + 64);
    let mut last = 0;
    for edit in edits {
        let (start, end) = (edit.range.start + offset, edit.range.end + offset);
        let Some(before) = bytes.get(last..start) else {
            continue;
        };
        new.extend_from_slice(before);
        new.extend_from_slice(edit.text.as_bytes());
        last = end;
    }
    new.extend_from_slice(bytes.get(last..).unwrap_or_default());
    new
}

/// Puts new bytes in a file's place, as a whole or not at all, with the file's permissions.
///
/// Gives `false`, and leaves the file alone, if it is not what was read any more.
///
/// # Errors
///
/// What reading and writing gives.
pub fn replace(path: &Path, read: &[u8], new: &[u8]) -> io::Result<bool> {
    // Of a link, what it leads to is replaced.
    let path = fs::canonicalize(path)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    let permissions = fs::metadata(&path)?.permissions();
    let mut beside = tempfile::NamedTempFile::new_in(folder)?;
    beside.write_all(new)?;
    beside.as_file().set_permissions(permissions)?;
    beside.as_file().sync_all()?;
    if fs::read(&path)? != read {
        return Ok(false);
    }
    beside.persist(&path).map_err(|error| error.error)?;
    Ok(true)
}

/// What mending would change, as a unified diff.
pub fn difference(path: &str, old: &[u8], new: &[u8]) -> String {
    let (old, new) = (String::from_utf8_lossy(old), String::from_utf8_lossy(new));
    let difference = similar::TextDiff::from_lines(old.as_ref(), new.as_ref());
    difference
        .unified_diff()
        .context_radius(3)
        .header(&format!("a/{path}"), &format!("b/{path}"))
        .to_string()
}
