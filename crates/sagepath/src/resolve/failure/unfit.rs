//! The version is known, and none of its images fits: what the nearest of them fail.

use std::cmp::Ordering;

use sagepath_catalog::{self as raw, Text};

use super::version::unknown_version;
use crate::error::{Code, Error, distinct};
use crate::image::Image;
use crate::resolve::Search;
use crate::resolve::criteria::Criterion;

/// The images of a version that came nearest: they all fail the same.
struct Nearest<'s, 'c, 'q> {
    search: &'s Search<'c, 'q>,
    version: Text,
    images: Vec<(Image<'c>, raw::Key)>,
}

/// No image of a version fits.
#[cold]
pub(crate) fn nothing(search: &Search<'_, '_>, version: Text) -> Error {
    let mut failed: Option<Criterion> = None;
    let mut nearest = Nearest {
        search,
        version,
        images: Vec::new(),
    };
    for key in search.catalog.keys_of_version(&search.framework.record, version) {
        let image = Image::new(search.catalog, key.image);
        let Err(criterion) = search.wanted.judge(&image, &key, search.query) else {
            continue;
        };
        if criterion == Criterion::Smdistributed {
            continue;
        }
        match failed.cmp(&Some(criterion)) {
            Ordering::Less => nearest.images = vec![(image, key)],
            Ordering::Equal => nearest.images.push((image, key)),
            Ordering::Greater => continue,
        }
        failed = Some(criterion);
    }
    match failed {
        None
        | Some(Criterion::Platform | Criterion::Architecture | Criterion::Scope | Criterion::Smdistributed) => {
            unknown_version(search)
        }
        Some(Criterion::InferenceTool) => nearest.unsupported_inference_tool(),
        Some(Criterion::Base) => nearest.unsupported_base_framework(),
        Some(Criterion::Python) => nearest.unsupported_python(),
        Some(Criterion::Sdk) => nearest.unsupported_sdk_version(),
        Some(Criterion::Serverless) => nearest.unsupported_serverless(),
        Some(Criterion::Processor) => nearest.unsupported_processor(),
        Some(Criterion::InstanceFamily) => nearest.unsupported_instance_family(),
    }
}

impl<'c> Nearest<'_, 'c, '_> {
    /// The framework and the version, as they were asked for.
    fn what(&self) -> String {
        let Search {
            framework,
            query,
            catalog,
            ..
        } = self.search;
        let version = query.version.unwrap_or(catalog.text(self.version));
        format!("{} {version}", framework.slug())
    }

    fn images(&self) -> impl Iterator<Item = Image<'c>> {
        self.images.iter().map(|(image, _)| *image)
    }

    fn processors(&self) -> Vec<&'c str> {
        distinct(self.images().flat_map(|image| image.runs_on()))
    }

    /// What the image shall run on, as it was asked for.
    fn instance(&self) -> &str {
        let query = self.search.query;
        query.instance_type.or(query.processor).unwrap_or_default()
    }

    fn unsupported_inference_tool(&self) -> Error {
        let tool = self.search.query.inference_tool.unwrap_or_default();
        let message = format!("{} has no image for the inference tool `{tool}`", self.what());
        let tools = self.images().filter_map(|image| image.processor());
        Error::new(Code::UnsupportedInferenceTool, message).with_choices(
            Some(tool),
            distinct(tools.filter(|word| word.starts_with("neuron"))),
        )
    }

    fn unsupported_base_framework(&self) -> Error {
        let base = self.search.query.base_framework.unwrap_or_default();
        let bases = self
            .images
            .iter()
            .map(|(_, key)| self.search.catalog.text(key.base));
        Error::new(
            Code::UnsupportedBaseFramework,
            format!("{} has no image on `{base}`", self.what()),
        )
        .with_choices(Some(base), distinct(bases))
    }

    fn unsupported_python(&self) -> Error {
        let python = self.search.query.python.unwrap_or_default();
        let pythons = distinct(self.images().filter_map(|image| image.python()));
        // `py311` for `3.11`.
        let digits: String = python.chars().filter(char::is_ascii_digit).collect();
        let spelled = pythons
            .iter()
            .find(|known| known.strip_prefix("py") == Some(&digits));
        let suggestion = spelled.map(|known| (*known).to_owned());
        Error::new(
            Code::UnsupportedPython,
            format!("{} has no image with `{python}`", self.what()),
        )
        .with_choices(Some(python), pythons)
        .with_suggestion(suggestion)
    }

    fn unsupported_sdk_version(&self) -> Error {
        let sdk = self.search.query.sdk_version.unwrap_or_default();
        Error::new(
            Code::UnsupportedSdkVersion,
            format!("{} has no image with the Neuron SDK `{sdk}`", self.what()),
        )
        .with_choices(
            Some(sdk),
            distinct(self.images().filter_map(|image| image.neuron_sdk())),
        )
    }

    fn unsupported_serverless(&self) -> Error {
        let message = format!(
            "{} has no image for CPUs, and serverless endpoints have nothing else",
            self.what()
        );
        Error::new(Code::UnsupportedServerless, message).with_choices(None, self.processors())
    }

    fn unsupported_processor(&self) -> Error {
        Error::new(
            Code::UnsupportedProcessor,
            format!("{} has no image that runs on {}", self.what(), self.instance()),
        )
        .with_choices(None, self.processors())
        .with_hint(self.processor_hint())
    }

    /// Another framework of the same name that runs on the processor.
    fn processor_hint(&self) -> Option<String> {
        let Search {
            catalog,
            framework,
            wanted,
            ..
        } = self.search;
        let slug = framework.slug();
        let named_alike = |other: &str| other.strip_prefix(slug).is_some_and(|rest| rest.starts_with('-'));
        let runs = |other: &raw::Framework| {
            let mut images = catalog.images_of(other);
            images.any(|(_, image)| image.runs_on & wanted.target.processors != 0)
        };
        let (_, other) = catalog
            .frameworks()
            .find(|(_, other)| named_alike(catalog.text(other.slug)) && runs(other))?;
        Some(format!("`{}` has images for it", catalog.text(other.slug)))
    }

    fn unsupported_instance_family(&self) -> Error {
        let family = self.search.catalog.text(self.search.wanted.target.family);
        let message = format!(
            "{} no longer runs on {family} instances, such as {}",
            self.what(),
            self.instance()
        );
        Error::new(Code::UnsupportedInstanceFamily, message)
            .with_hint("take an instance type of a newer family".to_owned())
    }
}
