//! Many files: found, looked through for anything of interest, and checked, all at the same time.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use ignore::{DirEntry, WalkBuilder, WalkState};
use sagepath::Catalog;

use crate::check::check;
use crate::finding::Finding;
use crate::prefilter::Prefilter;
use crate::settings::Settings;

/// The largest file that is looked at.
pub const LARGEST: u64 = 16 << 20;

/// The stack of a thread that reads structures: readers call themselves as deep as a file is nested.
const STACK: usize = 256 << 20;

/// Files that wait to be checked, at most: they are held in memory.
const WAITING: usize = 2;

/// Bytes at the start of a file by which it is known to be binary.
const HEAD: usize = 8 << 10;

/// A file that something was found in.
#[derive(Debug)]
pub struct Checked {
    /// Where it is, as the path that was asked for begins.
    pub path: PathBuf,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// What was found.
    pub findings: Vec<Finding>,
}

/// What came of many files.
#[derive(Debug, Default)]
pub struct Report {
    /// The files that something was found in, by path.
    pub files: Vec<Checked>,
    /// What could not be looked at, and why.
    pub notes: Vec<String>,
    /// How many files were looked at.
    pub looked_at: usize,
}

/// Checks files, and folders with all that is in them but for what `.gitignore` and the settings leave out.
///
/// # Errors
///
/// If one of the paths is not there, or threads cannot be started.
pub fn check_paths(paths: &[PathBuf], catalog: &Catalog<'_>, settings: &Settings) -> io::Result<Report> {
    let Some((first, others)) = paths.split_first() else {
        return Ok(Report::default());
    };
    for path in paths {
        std::fs::metadata(path)
            .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
    }
    let mut builder = WalkBuilder::new(first);
    others.iter().for_each(|path| {
        builder.add(path);
    });
    let threads = thread::available_parallelism().map_or(1, |count| count.get().min(12));
    builder
        .hidden(false)
        .threads(threads)
        .filter_entry(|entry| entry.file_name() != ".git");
    let prefilter = Prefilter::new(catalog);
    let gathered = Gathered::default();
    let (sender, receiver) = sync_channel(WAITING);
    let receiver = Mutex::new(receiver);
    thread::scope(|scope| -> io::Result<()> {
        for _ in 0..threads {
            let work = || check_all(&receiver, catalog, settings, &gathered);
            thread::Builder::new()
                .stack_size(STACK)
                .spawn_scoped(scope, work)?;
        }
        walk(&builder, &sender, &prefilter, settings, &gathered);
        drop(sender);
        Ok(())
    })?;
    Ok(gathered.report())
}

/// What all threads bring together.
#[derive(Default)]
struct Gathered {
    files: Mutex<Vec<Checked>>,
    notes: Mutex<Vec<String>>,
    looked_at: AtomicUsize,
}

impl Gathered {
    fn note(&self, note: String) {
        if let Ok(mut notes) = self.notes.lock() {
            notes.push(note);
        }
    }

    fn report(self) -> Report {
        let mut files = self.files.into_inner().unwrap_or_default();
        let mut notes = self.notes.into_inner().unwrap_or_default();
        files.sort_by(|left, right| left.path.cmp(&right.path));
        files.dedup_by(|next, kept| next.path == kept.path);
        notes.sort();
        notes.dedup();
        Report {
            files,
            notes,
            looked_at: self.looked_at.into_inner(),
        }
    }
}

/// A file that there may be something to find in.
type Promising = (PathBuf, Vec<u8>);

fn walk(
    builder: &WalkBuilder,
    sender: &SyncSender<Promising>,
    prefilter: &Prefilter,
    settings: &Settings,
    gathered: &Gathered,
) {
    builder.build_parallel().run(|| {
        let sender = sender.clone();
        let mut bytes = Vec::new();
        Box::new(move |entry| {
            match entry {
                Ok(entry) => {
                    if let Some(path) = look_at(&entry, &mut bytes, prefilter, settings, gathered) {
                        let promising = (path, std::mem::take(&mut bytes));
                        if sender.send(promising).is_err() {
                            return WalkState::Quit;
                        }
                    }
                }
                Err(error) => gathered.note(error.to_string()),
            }
            WalkState::Continue
        })
    });
}

/// Reads a file, and gives its path if there may be something to find in it.
fn look_at(
    entry: &DirEntry,
    bytes: &mut Vec<u8>,
    prefilter: &Prefilter,
    settings: &Settings,
    gathered: &Gathered,
) -> Option<PathBuf> {
    let path = entry.path();
    let is_file = entry
        .file_type()
        .is_some_and(|kind| kind.is_file() || (kind.is_symlink() && entry.depth() == 0));
    if !is_file || settings.excludes(path) {
        return None;
    }
    match read(path, bytes) {
        Ok(true) => {}
        Ok(false) => {
            gathered.note(format!(
                "{}: larger than {} MiB, and not looked at",
                path.display(),
                LARGEST >> 20
            ));
            return None;
        }
        Err(error) => {
            gathered.note(format!("{}: {error}", path.display()));
            return None;
        }
    }
    gathered.looked_at.fetch_add(1, Ordering::Relaxed);
    let is_binary = memchr::memchr(0, &bytes[..bytes.len().min(HEAD)]).is_some();
    (!is_binary && prefilter.passes(bytes)).then(|| path.to_owned())
}

/// Reads a file unless it is too large.
fn read(path: &Path, bytes: &mut Vec<u8>) -> io::Result<bool> {
    let file = File::open(path)?;
    let size = file.metadata()?.len();
    if size > LARGEST {
        return Ok(false);
    }
    bytes.clear();
    bytes.reserve(usize::try_from(size).unwrap_or(0) + 1);
    file.take(LARGEST + 1).read_to_end(bytes)?;
    Ok(bytes.len() as u64 <= LARGEST)
}

fn check_all(
    receiver: &Mutex<Receiver<Promising>>,
    catalog: &Catalog<'_>,
    settings: &Settings,
    gathered: &Gathered,
) {
    loop {
        let next = receiver.lock().ok().and_then(|receiver| receiver.recv().ok());
        let Some((path, bytes)) = next else { return };
        let findings = check(&path, &bytes, catalog, settings);
        if findings.is_empty() {
            continue;
        }
        if let Ok(mut files) = gathered.files.lock() {
            files.push(Checked {
                path,
                bytes,
                findings,
            });
        }
    }
}
