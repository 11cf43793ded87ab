//! The files that an import writes: all texts first, then all files, each in one step.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use tempfile::{Builder, NamedTempFile};

use super::{ImportError, sources};
use crate::facts::{self, Facts, Imported, ReadError, SourceFacts, framework_text, registries_text};

/// What differs from the files that are there.
pub(crate) struct Files {
    catalog: PathBuf,
    /// By path within the catalog: a new text, or nothing for a file that goes.
    changed: BTreeMap<PathBuf, Option<String>>,
}

impl Files {
    /// The texts of the new facts, each read back and compared with what it was made from.
    pub(super) fn new(catalog: &Path, old: &Facts, new: &Facts) -> Result<Self, ImportError> {
        let mut files = Files {
            catalog: catalog.to_owned(),
            changed: BTreeMap::new(),
        };
        let slugs: BTreeSet<&String> = old.frameworks.keys().chain(new.frameworks.keys()).collect();
        for slug in slugs {
            let path = Path::new("frameworks").join(format!("{slug}.toml"));
            let imported = new.frameworks.get(slug).map(|framework| &framework.imported);
            if let Some(imported) = imported.filter(|imported| **imported != Imported::default()) {
                files.add(path, framework_text(slug, imported), imported)?;
            } else if catalog.join(&path).exists() {
                files.changed.insert(path, None);
            }
        }
        // Without any registry there is nothing to say, and at the first import of listings alone no file either.
        if !new.registries.registry.is_empty() || !old.registries.registry.is_empty() {
            let text = registries_text(&new.registries);
            files.add(PathBuf::from("registries.toml"), text, &new.registries)?;
        }
        let path = catalog.join("sources.toml");
        let text = read(&path)?;
        let text = sources::updated(&text, new).map_err(|_| ImportError::ReadBack(path))?;
        files.add::<BTreeMap<String, SourceFacts>>(PathBuf::from("sources.toml"), text, &new.sources)?;
        Ok(files)
    }

    fn add<T: DeserializeOwned + PartialEq>(
        &mut self,
        path: PathBuf,
        text: String,
        facts: &T,
    ) -> Result<(), ImportError> {
        let full = self.catalog.join(&path);
        if facts::parse::<T>(&text, &full)? != *facts {
            return Err(ImportError::ReadBack(full));
        }
        let known = if full.exists() { Some(read(&full)?) } else { None };
        if known.as_ref() != Some(&text) {
            self.changed.insert(path, Some(text));
        }
        Ok(())
    }

    /// How many files are written, and how many removed.
    pub(crate) fn counts(&self) -> (usize, usize) {
        let written = self.changed.values().filter(|text| text.is_some()).count();
        (written, self.changed.len() - written)
    }

    /// Puts the files in place. Each is first written in full beside its place: what can fail fails before any file changes.
    pub(super) fn write(self) -> Result<(), ImportError> {
        let mut staged = Vec::new();
        let mut gone = Vec::new();
        for (path, text) in &self.changed {
            let path = self.catalog.join(path);
            match text {
                Some(text) => staged.push((stage(&path, text).map_err(at(&path))?, path)),
                None => gone.push(path),
            }
        }
        for (file, path) in staged {
            file.persist(&path).map_err(|error| at(&path)(error.error))?;
        }
        for path in gone {
            std::fs::remove_file(&path).map_err(at(&path))?;
        }
        Ok(())
    }
}

fn read(path: &Path) -> Result<String, ReadError> {
    std::fs::read_to_string(path).map_err(|error| ReadError::Io {
        path: path.to_owned(),
        error,
    })
}

fn at(path: &Path) -> impl FnOnce(std::io::Error) -> ImportError {
    let path = path.to_owned();
    |error| ImportError::Write { path, error }
}

fn stage(path: &Path, text: &str) -> std::io::Result<NamedTempFile> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut builder = Builder::new();
    builder.prefix(".import-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // A temporary file is for its owner alone unless it is told otherwise; the umask still applies.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    Ok(file)
}
