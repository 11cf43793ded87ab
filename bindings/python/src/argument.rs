//! Arguments of a call, whatever Python's object they are.

use pyo3::exceptions::{PyTypeError, PyUserWarning};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString, PyType};

use crate::error::Refused;

/// What a text argument says; empty where it is not given.
pub(crate) enum Text<'py> {
    Nothing,
    /// Python's own encoding of it. (Python 3.9's stable interface lends no text, and a copy would be one allocation more.)
    Encoded(Bound<'py, PyBytes>),
    OfOtherKind(String),
}

impl<'py> Text<'py> {
    /// Reads the argument of this name.
    ///
    /// # Errors
    ///
    /// `TypeError` for anything but a text; a refusal for a variable of a pipeline, which has no value yet.
    pub(crate) fn read(name: &str, given: Option<&Bound<'py, PyAny>>) -> PyResult<Self> {
        match given {
            None => Ok(Text::Nothing),
            Some(given) => match given.cast::<PyString>() {
                Ok(text) => text.encode_utf8().map(Text::Encoded),
                Err(_) => of_other_kind(name, given).map(Text::OfOtherKind),
            },
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        match self {
            Text::Nothing => "",
            Text::Encoded(bytes) => std::str::from_utf8(bytes.as_bytes()).unwrap_or_default(),
            Text::OfOtherKind(text) => text,
        }
    }
}

/// An object that is no text. Those of the SDK are known by the names of their classes: to import it would take seconds.
#[cold]
fn of_other_kind(name: &str, given: &Bound<'_, PyAny>) -> PyResult<String> {
    let class = given.get_type();
    let class_name = class.qualname()?;
    if is_of_sdk(&class, &["Parameter"])? {
        let message = format!(
            "argument {name} is a variable of a pipeline ({class_name}), and its default value was taken"
        );
        let category = given.py().get_type::<PyUserWarning>();
        PyErr::warn(given.py(), &category, &std::ffi::CString::new(message)?, 1)?;
        let default: Option<String> = given.getattr("default_value")?.extract()?;
        return Ok(default.unwrap_or_default());
    }
    if is_of_sdk(&class, &["PipelineVariable", "Expression"])? {
        let message = format!(
            "argument {name} is a variable of a pipeline ({class_name}), which has no value before the pipeline runs"
        );
        return Err(Refused::new("pipeline-variable", name, message)
            .hint("name the value itself: the path is looked up when the pipeline is defined")
            .into_error(given.py()));
    }
    Err(PyTypeError::new_err(format!(
        "argument {name} must be a string, not {class_name}"
    )))
}

/// Whether a class is one of the SDK's of these names, or made from one.
fn is_of_sdk(class: &Bound<'_, PyType>, names: &[&str]) -> PyResult<bool> {
    for base in class.mro() {
        let base = base.cast::<PyType>()?;
        let module = base.module()?;
        if module.to_cow()?.split('.').next() == Some("sagemaker")
            && names.contains(&base.name()?.to_cow()?.as_ref())
        {
            return Ok(true);
        }
    }
    Ok(false)
}
