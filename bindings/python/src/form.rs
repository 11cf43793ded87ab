//! The JSON forms as Python's dictionaries and lists.

use pyo3::exceptions::{PyRuntimeError, PyTypeError};
use pyo3::prelude::*;
use serde::{Deserialize, Serialize};

/// A form as Python's object.
///
/// # Errors
///
/// What Python raises while it makes it.
pub(crate) fn to_python<'py>(py: Python<'py>, form: &impl Serialize) -> PyResult<Bound<'py, PyAny>> {
    pythonize::pythonize(py, form).map_err(|error| PyRuntimeError::new_err(error.to_string()))
}

/// Python's dictionary of arguments as what it stands for.
///
/// # Errors
///
/// `TypeError` if an argument is of the wrong kind.
pub(crate) fn from_python<'a, T: Deserialize<'a>>(arguments: &'a Bound<'_, PyAny>) -> PyResult<T> {
    pythonize::depythonize(arguments).map_err(|error| PyTypeError::new_err(error.to_string()))
}
