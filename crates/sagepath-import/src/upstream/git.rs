//! Which revision of a repository lies in a folder.

use std::path::Path;
use std::process::{Command, Stdio};

use jiff::civil::Date;

/// A commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Revision {
    /// Its full identifier.
    pub(crate) id: String,
    /// The day on which it was committed.
    pub(crate) date: Date,
}

/// The commit that a checkout has, if `git` tells it. A folder without a `.git` of its own is no checkout, wherever it lies.
pub(super) fn revision(checkout: &Path) -> Option<Revision> {
    let git = checkout.join(".git");
    if !git.exists() {
        return None;
    }
    let output = Command::new("git")
        .arg("--git-dir")
        .arg(git)
        .args(["log", "-1", "--no-show-signature", "--format=%H %cs"])
        .stdin(Stdio::null())
        .output()
        .ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let (id, date) = text.trim_end().split_once(' ')?;
    Some(Revision {
        id: id.to_owned(),
        date: date.parse().ok()?,
    })
}
