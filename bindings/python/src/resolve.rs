//! A question in its JSON form.

use pyo3::prelude::*;
use sagepath::Catalog;
use sagepath::registry_path::Endpoint;
use sagepath_json::{Answer, Question};

use crate::error::{Refused, refuse};
use crate::form::{from_python, to_python};

/// Answers a question, with the host of a kind.
#[pyfunction]
pub(crate) fn resolve<'py>(
    py: Python<'py>,
    question: &Bound<'py, PyAny>,
    fips: bool,
    dual_stack: bool,
) -> PyResult<Bound<'py, PyAny>> {
    let question: Question<'_> = from_python(question)?;
    let located = question
        .resolve(Catalog::embedded())
        .map_err(|error| refuse(py, &error))?;
    let endpoint = Endpoint { fips, dual_stack };
    let Some(answer) = Answer::at(&located, endpoint) else {
        let field = if dual_stack { "dual_stack" } else { "fips" };
        let message = format!("{} is not known to have such a host", located.region().id());
        let has_it = |region: &sagepath::Region<'_>| region.host_suffix(endpoint).is_some();
        let regions = Catalog::embedded().regions().filter(has_it);
        return Err(Refused::new("unsupported-endpoint", field, message)
            .choices(regions.map(|region| region.id()))
            .into_error(py));
    };
    to_python(py, &answer)
}
