//! The SDK's `image_uris.retrieve`.

use std::fmt::Write as _;

use pyo3::exceptions::PyUserWarning;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyString, PyType};
use sagepath::{Catalog, Query, Warning};

use crate::argument::Text;
use crate::error::{Refused, refuse};

/// Longer than any path.
const LONGEST: usize = 160;

/// Returns the registry path of the image that fits the arguments.
///
/// The arguments are those of the SageMaker Python SDK, versions 2 and 3. JumpStart's are refused: its models are looked up
/// over the network. What fits no image, or several, raises `sagepath.Error`, a `ValueError`.
#[pyfunction]
#[pyo3(signature = (
    framework,
    region,
    version = None,
    py_version = None,
    instance_type = None,
    accelerator_type = None,
    image_scope = None,
    container_version = None,
    distribution = None,
    base_framework_version = None,
    training_compiler_config = None,
    model_id = None,
    model_version = None,
    hub_arn = None,
    tolerate_vulnerable_model = None,
    tolerate_deprecated_model = None,
    sdk_version = None,
    inference_tool = None,
    serverless_inference_config = None,
    sagemaker_session = None,
    config_name = None,
    model_type = None,
))]
#[expect(clippy::too_many_arguments, reason = "they are the SDK's")]
#[expect(unused_variables, reason = "some mean something for JumpStart only")]
pub(crate) fn retrieve<'py>(
    py: Python<'py>,
    framework: Option<&Bound<'py, PyAny>>,
    region: Option<&Bound<'py, PyAny>>,
    version: Option<&Bound<'py, PyAny>>,
    py_version: Option<&Bound<'py, PyAny>>,
    instance_type: Option<&Bound<'py, PyAny>>,
    accelerator_type: Option<&Bound<'py, PyAny>>,
    image_scope: Option<&Bound<'py, PyAny>>,
    container_version: Option<&Bound<'py, PyAny>>,
    distribution: Option<&Bound<'py, PyAny>>,
    base_framework_version: Option<&Bound<'py, PyAny>>,
    training_compiler_config: Option<&Bound<'py, PyAny>>,
    model_id: Option<&Bound<'py, PyAny>>,
    model_version: Option<&Bound<'py, PyAny>>,
    hub_arn: Option<&Bound<'py, PyAny>>,
    tolerate_vulnerable_model: Option<&Bound<'py, PyAny>>,
    tolerate_deprecated_model: Option<&Bound<'py, PyAny>>,
    sdk_version: Option<&Bound<'py, PyAny>>,
    inference_tool: Option<&Bound<'py, PyAny>>,
    serverless_inference_config: Option<&Bound<'py, PyAny>>,
    sagemaker_session: Option<&Bound<'py, PyAny>>,
    config_name: Option<&Bound<'py, PyAny>>,
    model_type: Option<&Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyString>> {
    if model_id.is_some() || model_version.is_some() {
        return Err(refuse_jumpstart(py));
    }
    let framework = Text::read("framework", framework)?;
    let region = Text::read("region", region)?;
    let version = Text::read("version", version)?;
    let py_version = Text::read("py_version", py_version)?;
    let instance_type = Text::read("instance_type", instance_type)?;
    let accelerator_type = Text::read("accelerator_type", accelerator_type)?;
    let image_scope = Text::read("image_scope", image_scope)?;
    let container_version = Text::read("container_version", container_version)?;
    let base_framework_version = Text::read("base_framework_version", base_framework_version)?;
    let sdk_version = Text::read("sdk_version", sdk_version)?;
    let inference_tool = Text::read("inference_tool", inference_tool)?;
    let smdistributed = match distribution {
        Some(distribution) => distribution.contains("smdistributed")?,
        None => false,
    };
    let training_compiler = match training_compiler_config {
        Some(configuration) => configuration.is_truthy()?,
        None => false,
    };
    let query = Query::new(framework.as_str(), region.as_str())
        .version(version.as_str())
        .python(py_version.as_str())
        .instance_type(instance_type.as_str())
        .accelerator_type(accelerator_type.as_str())
        .scope(image_scope.as_str())
        .container_version(container_version.as_str())
        .smdistributed(smdistributed)
        .base_framework(base_framework_version.as_str())
        .training_compiler(training_compiler)
        .sdk_version(sdk_version.as_str())
        .inference_tool(inference_tool.as_str())
        .serverless(serverless_inference_config.is_some());
    let located = Catalog::embedded()
        .resolve(&query)
        .map_err(|error| refuse(py, &error))?;
    for warning in located.warnings() {
        warn(py, warning)?;
    }
    let mut path = String::with_capacity(LONGEST);
    // A string takes whatever is written to it.
    let _ = write!(path, "{}", located.path());
    Ok(PyString::new(py, &path))
}

/// Warns of what may be another image tomorrow. That an argument had no use is told by `resolve` alone: estimators give all
/// that they know, and the SDK is silent about it, too.
#[cold]
fn warn(py: Python<'_>, warning: Warning) -> PyResult<()> {
    static CATEGORY: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    match warning {
        Warning::LatestTag | Warning::VersionChosen | Warning::Deprecated => {
            let category = CATEGORY
                .import(py, "sagepath._errors", "LookupWarning")
                .cloned()
                .unwrap_or_else(|_| py.get_type::<PyUserWarning>());
            let message = std::ffi::CString::new(warning.message())?;
            PyErr::warn(py, &category, &message, 1)
        }
        _ => Ok(()),
    }
}

#[cold]
fn refuse_jumpstart(py: Python<'_>) -> PyErr {
    let message = "JumpStart's models are not in the catalog: their images are looked up over the network";
    Refused::new("jumpstart", "model_id", message)
        .hint(
            "ask the SDK's own image_uris.retrieve; sagepath.install_into_sdk() leaves these questions to it",
        )
        .into_error(py)
}
