//! The files in which AWS's tools keep what they have been given, and share it.

use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::PathBuf;

use jiff::{SignedDuration, Timestamp};
use ring::digest::{self, Algorithm};
use serde_json::Value;

use crate::sign::hex;

/// A file of a cache, and what is in it.
#[derive(Debug)]
pub(super) struct Kept {
    file: PathBuf,
    pub(super) content: Value,
}

impl Kept {
    /// What is in a file; `None` if it is not there, or is no JSON.
    pub(super) fn read(file: PathBuf) -> Option<Self> {
        let content = serde_json::from_slice(&std::fs::read(&file).ok()?).ok()?;
        Some(Kept { file, content })
    }

    /// What will be in a file.
    pub(super) fn new(file: PathBuf, content: Value) -> Self {
        Kept { file, content }
    }

    /// A text, by its JSON pointer.
    pub(super) fn text(&self, pointer: &str) -> Option<&str> {
        self.content.pointer(pointer)?.as_str()
    }

    /// A moment, by its JSON pointer.
    pub(super) fn time(&self, pointer: &str) -> Option<Timestamp> {
        // Old releases of the AWS CLI write `UTC` for `Z`.
        self.text(pointer)?.replace("UTC", "Z").parse().ok()
    }

    /// Whether the moment at a pointer comes within a time from now; where there is none, it has passed.
    pub(super) fn ends_within(&self, time: SignedDuration, pointer: &str) -> bool {
        let end = self.time(pointer);
        end.is_none_or(|end| end.duration_since(Timestamp::now()) <= time)
    }

    /// Writes the file, for its owner alone, and never half of it.
    pub(super) fn keep(&self) -> io::Result<()> {
        if let Some(folder) = self.file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let beside = self.file.with_extension(format!("{}.tmp", std::process::id()));
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options
            .open(&beside)?
            .write_all(self.content.to_string().as_bytes())?;
        std::fs::rename(&beside, &self.file)
    }
}

/// What ends within so long is renewed.
pub(super) const STALE: SignedDuration = SignedDuration::from_mins(5);

/// The name of the file for something, by a hash of what that is called.
pub(super) fn file_name(algorithm: &'static Algorithm, text: &str) -> String {
    format!(
        "{}.json",
        hex(digest::digest(algorithm, text.as_bytes()).as_ref())
    )
}

/// A moment that is so many seconds from now, as AWS's tools write it.
pub(super) fn written_in(seconds: i64) -> String {
    let time = Timestamp::now().saturating_add(SignedDuration::from_secs(seconds));
    written(time.unwrap_or(Timestamp::MAX))
}

/// A moment as AWS's tools write it.
pub(super) fn written(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
