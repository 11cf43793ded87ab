//! Many images.

use jiff::civil::Date;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use sagepath::{Catalog, Filter, Image, RangeError};
use sagepath_json::ImageRow;
use serde::Deserialize;

use crate::error::{Refused, refuse};
use crate::form::{from_python, to_python};

/// Which images are wanted, as the keyword arguments of `sagepath.images`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    framework: Option<String>,
    region: Option<String>,
    image_scope: Option<String>,
    runs_on: Option<String>,
    architecture: Option<String>,
    platform: Option<String>,
    py_version: Option<String>,
    versions: Option<String>,
    alive_on: Option<String>,
    listed_only: bool,
}

impl Wanted {
    fn filter(&self, py: Python<'_>) -> PyResult<Filter<'_>> {
        let versions = self.versions.as_deref().map(str::parse).transpose();
        let malformed = |error: RangeError| {
            Refused::new("malformed-version-range", "versions", error.to_string()).into_error(py)
        };
        let alive_on = self.alive_on.as_deref().map(day).transpose()?;
        Ok(Filter {
            framework: self.framework.as_deref(),
            region: self.region.as_deref(),
            scope: self.image_scope.as_deref(),
            runs_on: self.runs_on.as_deref(),
            architecture: self.architecture.as_deref(),
            platform: self.platform.as_deref(),
            python: self.py_version.as_deref(),
            versions: versions.map_err(malformed)?,
            alive_on,
            listed_only: self.listed_only,
        })
    }
}

/// A day, as Python's `date` prints it.
pub(crate) fn day(text: &str) -> PyResult<Date> {
    text.parse()
        .map_err(|_| PyValueError::new_err(format!("`{text}` is no day: expected one such as 2026-01-31")))
}

/// The images that pass: in a region, if one is named, or wherever they are offered.
#[pyfunction]
pub(crate) fn images<'py>(py: Python<'py>, wanted: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let wanted: Wanted = from_python(wanted)?;
    let filter = wanted.filter(py)?;
    let row = |image: Image<'static>| match filter.region {
        Some(region) => ImageRow::in_region(image, region),
        None => Some(ImageRow::anywhere(image)),
    };
    // The whole catalog is walked through: other threads need not wait.
    let rows = py.detach(|| {
        let images = Catalog::embedded().images(&filter)?;
        Ok(images.filter_map(row).collect::<Vec<_>>())
    });
    let rows = rows.map_err(|error: sagepath::Error| refuse(py, &error))?;
    to_python(py, &rows)
}
