//! What there is: frameworks, versions, Pythons, regions, instance types.

use pyo3::prelude::*;
use sagepath::{Catalog, Code, Filter, Image, Platform, Query, version};
use sagepath_json::{FrameworkRow, InstanceRow, RegionRow};
use serde::Serialize;

use crate::error::{Refused, refuse};
use crate::form::to_python;
use crate::scope::Scoped;

/// All frameworks.
#[pyfunction]
pub(crate) fn frameworks(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    let rows: Vec<_> = Catalog::embedded().frameworks().map(FrameworkRow).collect();
    to_python(py, &rows)
}

/// All regions.
#[pyfunction]
pub(crate) fn regions(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    let rows: Vec<_> = Catalog::embedded().regions().map(RegionRow).collect();
    to_python(py, &rows)
}

/// All instance types.
#[pyfunction]
pub(crate) fn instance_types(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    let rows: Vec<_> = Catalog::embedded().instance_types().map(InstanceRow).collect();
    to_python(py, &rows)
}

/// The sources of the facts.
#[pyfunction]
pub(crate) fn sources(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    #[derive(Serialize)]
    struct Row {
        id: &'static str,
        title: &'static str,
        version: &'static str,
        url: Option<&'static str>,
    }
    let sources = Catalog::embedded().sources().map(|source| Row {
        id: source.id,
        title: source.title,
        version: source.version,
        url: source.url,
    });
    to_python(py, &sources.collect::<Vec<_>>())
}

/// The names that `retrieve` takes for a framework.
#[pyfunction]
pub(crate) fn list_frameworks() -> Vec<&'static str> {
    let frameworks = Catalog::embedded().frameworks();
    frameworks
        .filter(|framework| framework.images().any(|image| is_answer(&image)))
        .map(|framework| framework.slug())
        .collect()
}

/// The versions of a framework, and their aliases, from the oldest.
#[pyfunction]
#[pyo3(signature = (framework, image_scope = None))]
pub(crate) fn list_versions(
    py: Python<'_>,
    framework: &str,
    image_scope: Option<&str>,
) -> PyResult<Vec<&'static str>> {
    Ok(versions_of(&images_of(py, framework, image_scope)?))
}

/// The Pythons of a version, from the oldest.
#[pyfunction]
#[pyo3(signature = (framework, version, image_scope = None))]
pub(crate) fn list_py_versions(
    py: Python<'_>,
    framework: &str,
    version: &str,
    image_scope: Option<&str>,
) -> PyResult<Vec<&'static str>> {
    let images = images_of(py, framework, image_scope)?;
    let mut of_version = images
        .iter()
        .filter(|image| image.version_names().any(|name| name == version))
        .peekable();
    if of_version.peek().is_none() {
        return Err(no_version(py, framework, version, &images));
    }
    Ok(distinct(of_version.filter_map(Image::python)))
}

/// The images of a framework for a scope, or for any, of those that may be an answer.
fn images_of(py: Python<'_>, framework: &str, scope: Option<&str>) -> PyResult<Vec<Image<'static>>> {
    let filter = Filter {
        framework: Some(framework),
        ..Filter::default()
    };
    let images = Catalog::embedded()
        .images(&filter)
        .map_err(|error| refuse(py, &error))?;
    let scoped = Scoped::new(images.filter(is_answer));
    let images = scoped.of(scope);
    match scope {
        Some(scope) if images.is_empty() => {
            let scopes = scoped.images().iter().flat_map(|image| scoped.scopes_of(image));
            let message = format!("{framework} has no image for the scope `{scope}`");
            Err(Refused::new("unsupported-scope", "image_scope", message)
                .choices(distinct(scopes))
                .into_error(py))
        }
        _ => Ok(images),
    }
}

fn is_answer(image: &Image<'_>) -> bool {
    image.withheld().is_none() && image.platform() == Platform::SageMaker
}

fn versions_of(images: &[Image<'static>]) -> Vec<&'static str> {
    distinct(images.iter().flat_map(Image::version_names))
}

/// Each once, in the SDK's order: versions that are numbers, and then words.
fn distinct<'w>(words: impl Iterator<Item = &'w str>) -> Vec<&'w str> {
    let mut words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    words.sort_by(|left, right| match (is_number(left), is_number(right)) {
        (true, true) => version::compare(left, right),
        (false, false) => left.cmp(right),
        (left, right) => right.cmp(&left),
    });
    words.dedup();
    words
}

/// Whether a version is a number with a revision at most: `2.5.1`, `1.7-1`.
fn is_number(version: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (release, revision) = version.split_once('-').unwrap_or((version, "0"));
    release.split('.').all(digits) && digits(revision)
}

/// The look-up knows best what was meant by a version that there is not.
#[cold]
fn no_version(py: Python<'_>, framework: &str, version: &str, images: &[Image<'static>]) -> PyErr {
    let question = Query::new(framework, "us-east-1").version(version);
    match Catalog::embedded().resolve(&question) {
        Err(error) if error.code() == Code::UnknownVersion => refuse(py, &error),
        _ => {
            let message = format!("{framework} has no version `{version}`");
            Refused::new("unknown-version", "version", message)
                .choices(versions_of(images))
                .into_error(py)
        }
    }
}
