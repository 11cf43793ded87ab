//! Registry paths: what they stand for, and what they are elsewhere.

use pyo3::prelude::*;
use sagepath::{Catalog, RegistryPath};
use sagepath_json::Explanation;

use crate::error::{Refused, refuse};
use crate::form::to_python;
use crate::images::day;

/// What a path stands for, with its life cycle judged for a day.
#[pyfunction]
pub(crate) fn identify<'py>(py: Python<'py>, path: &str, on: &str) -> PyResult<Bound<'py, PyAny>> {
    match Explanation::of(Catalog::embedded(), path, None, day(on)?) {
        Explanation::Known(facts) => to_python(py, &facts),
        Explanation::Malformed(malformed) => Err(Refused::malformed(path, &malformed.error).into_error(py)),
    }
}

/// The same image in another region.
#[pyfunction]
pub(crate) fn move_path(py: Python<'_>, path: &str, region: &str) -> PyResult<String> {
    let parsed =
        RegistryPath::parse(path).map_err(|error| Refused::malformed(path, &error).into_error(py))?;
    let moved = Catalog::embedded()
        .in_region(&parsed, region)
        .map_err(|error| refuse(py, &error))?;
    Ok(moved.to_string())
}
