//! A framework's table in the SDK's form.

use std::collections::BTreeMap;

use pyo3::prelude::*;
use sagepath::{Catalog, Filter, Image};
use serde_json::{Map, Value, json};

use crate::error::refuse;
use crate::form::to_python;
use crate::scope::Scoped;

/// Something that an image may be told apart by.
type Part = fn(&Image<'static>) -> Option<&'static str>;

/// The images of a framework that the SDK knows, in the form of its JSON tables: by scope where scopes differ, then by
/// version, and by base framework or Python where those decide the repository.
#[pyfunction]
pub(crate) fn config_for_framework<'py>(py: Python<'py>, framework: &str) -> PyResult<Bound<'py, PyAny>> {
    let filter = Filter {
        framework: Some(framework),
        ..Filter::default()
    };
    let images = Catalog::embedded()
        .images(&filter)
        .map_err(|error| refuse(py, &error))?;
    to_python(py, &table(&Scoped::new(images.filter(Image::is_in_sdk))))
}

fn table(images: &Scoped) -> Value {
    let mut by_scope: BTreeMap<&str, Vec<&Image<'static>>> = BTreeMap::new();
    for image in images.images() {
        for scope in images.scopes_of(image) {
            by_scope.entry(scope).or_default().push(image);
        }
    }
    let scopes: Vec<&str> = by_scope.keys().copied().collect();
    let mut subtrees: Map<String, Value> = by_scope
        .iter()
        .map(|(scope, images)| ((*scope).to_owned(), subtree(images)))
        .collect();
    match subtrees.values().next().cloned() {
        // One table serves all scopes.
        Some(Value::Object(mut only)) if subtrees.values().all(|other| other.as_object() == Some(&only)) => {
            only.insert("scope".to_owned(), json!(scopes));
            subtrees = only;
        }
        // Images whose use no source tells.
        None => return subtree(&images.images().iter().collect::<Vec<_>>()),
        _ => {}
    }
    Value::Object(subtrees)
}

/// The versions for a scope, and the aliases of them.
fn subtree(images: &[&Image<'static>]) -> Value {
    let mut versions: BTreeMap<&str, Vec<&Image<'static>>> = BTreeMap::new();
    let mut aliases = Map::new();
    for image in images {
        versions.entry(image.version()).or_default().push(image);
        for alias in image.version_names().filter(|name| *name != image.version()) {
            aliases.insert(alias.to_owned(), json!(image.version()));
        }
    }
    let versions: Map<String, Value> = versions
        .into_iter()
        .map(|(version, images)| (version.to_owned(), of_version(&images)))
        .collect();
    let mut subtree = Map::new();
    subtree.insert("versions".to_owned(), Value::Object(versions));
    if !aliases.is_empty() {
        subtree.insert("version_aliases".to_owned(), Value::Object(aliases));
    }
    Value::Object(subtree)
}

fn of_version(images: &[&Image<'static>]) -> Value {
    let split = |key: Part| -> Value {
        let mut groups: BTreeMap<&str, Vec<&Image<'static>>> = BTreeMap::new();
        for image in images {
            groups
                .entry(key(image).unwrap_or_default())
                .or_default()
                .push(image);
        }
        let leaves = groups
            .into_iter()
            .map(|(name, images)| (name.to_owned(), leaf(&images)));
        Value::Object(leaves.collect())
    };
    let mut repositories = images.iter().map(|image| image.repository());
    let first = repositories.next();
    if images.iter().any(|image| image.base_framework().is_some()) {
        split(Image::base_framework)
    } else if repositories.all(|other| Some(other) == first) {
        leaf(images)
    } else {
        split(Image::python)
    }
}

/// What images of one repository have in common.
fn leaf(images: &[&Image<'static>]) -> Value {
    let mut leaf = Map::new();
    if let Some(image) = images.first() {
        let catalog = Catalog::embedded();
        let registries = image.regions().filter_map(|region| {
            let account = catalog.account(image.repository(), region.id())?;
            Some((region.id().to_owned(), json!(account)))
        });
        leaf.insert("registries".to_owned(), Value::Object(registries.collect()));
        leaf.insert("repository".to_owned(), json!(image.repository()));
    }
    let lists: [(&str, Part); 3] = [
        ("py_versions", Image::python),
        ("processors", Image::processor),
        ("sdk_versions", Image::neuron_sdk),
    ];
    for (name, value) in lists {
        let mut values: Vec<&str> = images.iter().filter_map(|image| value(image)).collect();
        values.sort_unstable();
        values.dedup();
        if !values.is_empty() {
            leaf.insert(name.to_owned(), json!(values));
        }
    }
    Value::Object(leaf)
}
