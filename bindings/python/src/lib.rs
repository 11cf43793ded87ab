//! The extension module of the Python package: what is asked for in Python's objects, answered by the libraries, and given
//! back in Python's objects.
//!
//! Questions and answers that are more than a text cross over in the form of [`sagepath_json`], as dictionaries; the package
//! around this module (`python/sagepath`) gives them names and types. [`retrieve`](retrieve::retrieve) alone takes its arguments one by one: it is
//! what people call a million times.

#![forbid(unsafe_code)]

mod argument;
mod check;
mod configuration;
mod error;
mod form;
mod images;
mod list;
mod path;
mod resolve;
mod retrieve;
mod scope;

use pyo3::pymodule;

/// The look-ups of sagepath, as the package `sagepath` wraps them.
#[pymodule(gil_used = false)]
mod _sagepath {
    #[pymodule_export]
    use crate::check::{check, check_text};
    #[pymodule_export]
    use crate::configuration::config_for_framework;
    #[pymodule_export]
    use crate::images::images;
    #[pymodule_export]
    use crate::list::{
        frameworks, instance_types, list_frameworks, list_py_versions, list_versions, regions, sources,
    };
    #[pymodule_export]
    use crate::path::{identify, move_path};
    #[pymodule_export]
    use crate::resolve::resolve;
    #[pymodule_export]
    use crate::retrieve::retrieve;
}
