//! A folder of generated files that is there as a whole or not at all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// What tells a folder that was written here from all others.
const MARK: &str = ".sagepath-pages";

/// What the mark says to who finds it.
const MARK_TEXT: &str = "Written by `sagepath pages`, which replaces this folder as a whole.\n";

/// Writes files into a folder beside the target, puts that in its place, and tells how many there are. A target that is not
/// empty is replaced only if it was written here; whatever fails, it stays as it was.
pub(super) fn replace(
    target: &Path,
    files: impl Iterator<Item = Result<(PathBuf, Vec<u8>), Failure>>,
) -> Result<usize, Failure> {
    let in_target = |error: io::Error| Failure::file(target, error);
    // A link stays, and what it leads to is replaced.
    let place = target.canonicalize().unwrap_or_else(|_| target.to_owned());
    let exists = check(target, &place)?;
    let parent = place
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(in_target)?;
    let beside = tempfile::Builder::new()
        .prefix(".sagepath-")
        .tempdir_in(parent)
        .map_err(in_target)?;
    // The temporary folder is for its owner only; those in it are for whom the system says.
    let (new, old) = (beside.path().join("new"), beside.path().join("old"));
    let mut count = 0;
    fs::create_dir(&new).map_err(in_target)?;
    fs::write(new.join(MARK), MARK_TEXT).map_err(in_target)?;
    for file in files {
        let (path, bytes) = file?;
        let path = new.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(in_target)?;
        }
        fs::write(&path, bytes).map_err(in_target)?;
        count += 1;
    }
    if exists {
        fs::rename(&place, &old).map_err(in_target)?;
    }
    if let Err(error) = fs::rename(&new, &place) {
        if exists {
            fs::rename(&old, &place).map_err(in_target)?;
        }
        return Err(in_target(error));
    }
    Ok(count)
}

/// Tells whether there is a folder that may be replaced, and refuses where there is something else.
fn check(target: &Path, place: &Path) -> Result<bool, Failure> {
    let entries = match fs::read_dir(place) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(Failure::file(target, error)),
    };
    if entries && !place.join(MARK).is_file() {
        let message = format!(
            "{}: is not empty, and was not written by this command",
            target.display()
        );
        return Err(Failure::usage(message).hint("name a new folder, or empty this one"));
    }
    Ok(true)
}
