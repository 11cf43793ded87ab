//! The registry paths in files.

use std::path::{Path, PathBuf};

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use sagepath::Catalog;
use sagepath_check::render::{self, Format};
use sagepath_check::{Checked, Settings, SettingsError};
use serde::Deserialize;
use serde_json::Value;

use crate::form::{from_python, to_python};
use crate::images::day;

/// How to check, as the keyword arguments of `sagepath.check`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Options {
    select: Vec<String>,
    ignore: Vec<String>,
    settings: Option<PathBuf>,
    today: String,
    /// Whether `today` was asked for, and the day of the settings does not count.
    is_asked_for: bool,
}

impl Options {
    fn settings(&self, folder: &Path) -> PyResult<Settings> {
        let read = || {
            let mut settings = match &self.settings {
                Some(file) => Settings::read(file)?,
                None => Settings::find(folder)?,
            };
            settings.select(&self.select)?;
            settings.ignore(&self.ignore)?;
            Ok(settings)
        };
        let mut settings = read().map_err(|error: SettingsError| PyValueError::new_err(error.to_string()))?;
        settings.set_today(day(&self.today)?, self.is_asked_for);
        Ok(settings)
    }
}

/// What is found in files and folders.
#[pyfunction]
pub(crate) fn check<'py>(
    py: Python<'py>,
    paths: Vec<PathBuf>,
    options: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, PyAny>> {
    let options: Options = from_python(options)?;
    let folder = paths.first().map_or(Path::new("."), |first| {
        if first.is_dir() {
            first
        } else {
            first.parent().unwrap_or(first)
        }
    });
    let settings = options.settings(folder)?;
    let report = py.detach(|| sagepath_check::check_paths(&paths, Catalog::embedded(), &settings))?;
    findings(py, &report.files)
}

/// What is found in a text, which is that of a file of this name.
#[pyfunction]
pub(crate) fn check_text<'py>(
    py: Python<'py>,
    bytes: &[u8],
    name: PathBuf,
    options: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, PyAny>> {
    let options: Options = from_python(options)?;
    let settings = options.settings(name.parent().unwrap_or(Path::new(".")))?;
    let bytes = bytes.to_vec();
    let file = py.detach(|| Checked {
        findings: sagepath_check::check(&name, &bytes, Catalog::embedded(), &settings),
        path: name,
        bytes,
    });
    findings(py, &[file])
}

/// The findings in the form that `sagepath check --format jsonl` writes.
fn findings<'py>(py: Python<'py>, files: &[Checked]) -> PyResult<Bound<'py, PyAny>> {
    let mut lines = Vec::new();
    render::write(files, Format::Jsonl, None, &mut lines)?;
    let findings: Result<Vec<Value>, _> = serde_json::Deserializer::from_slice(&lines).into_iter().collect();
    to_python(
        py,
        &findings.map_err(|error| PyValueError::new_err(error.to_string()))?,
    )
}
