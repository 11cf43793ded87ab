//! Files to start from.

use sagepath::Catalog;
use sagepath_document::{Format, read};
use sagepath_job::{ImageReference, Kind, Options, Starter, StarterError, plan};

/// Every framework has a right file for each kind that it has an image for.
#[test]
fn every_file_to_start_from_is_a_right_one() {
    let catalog = Catalog::embedded();
    let mut written = [0; 4];
    for framework in catalog.frameworks() {
        for (number, kind) in Kind::ALL.into_iter().enumerate() {
            let mut images = framework.images().rev();
            let scope = if kind == Kind::Train {
                "training"
            } else {
                "inference"
            };
            let Some(image) = images.find(|image| image.is_for(scope)) else {
                continue;
            };
            let Some(region) = image.regions().next() else {
                continue;
            };
            let parameters = [
                ("base-framework", image.base_framework().unwrap_or_default()),
                ("python", image.python().unwrap_or_default()),
            ];
            let reference = ImageReference::new(framework.slug(), Some(image.version()), parameters).unwrap();
            let starter = Starter {
                kind,
                image: &reference,
                region: region.id(),
                instance_type: None,
                file: "job.yaml",
            };
            let text = match starter.write(catalog) {
                Ok(text) => text,
                // Some images are more than a reference can tell apart, or run on what has no such use.
                Err(StarterError::Image(_) | StarterError::NoInstance { .. }) => continue,
                Err(error) => unreachable!("{reference}: {error}"),
            };
            let document = read(&text, Format::Yaml).unwrap();
            let mut options = Options::new(kind, region.id());
            // Of some there is no other.
            options.allow_latest = image.version() == "latest";
            let plan = plan(&document, text.as_bytes(), &options, catalog);
            let errors: Vec<String> = plan
                .remarks
                .iter()
                .filter(|remark| remark.severity == sagepath_check::Severity::Error)
                .map(|remark| format!("{}: {}", remark.rule, remark.message))
                .collect();
            assert_eq!(
                errors,
                Vec::<String>::new(),
                "{reference} {}\n{text}",
                kind.as_str()
            );
            written[number] += 1;
        }
    }
    assert!(written.iter().all(|count| *count >= 30), "{written:?}");
}

#[test]
fn an_instance_type_must_be_there_for_what_the_file_is_for() {
    let image = ImageReference::new("kmeans", None, []).unwrap();
    let no = "SageMaker does not train on ml.inf2.xlarge: its uses are host, notebook, optimization_deploy, transform";
    let table = [
        (Kind::Train, "ml.m5.large", None),
        (Kind::Deploy, "ml.c7i.large", None),
        (Kind::Train, "ml.inf2.xlarge", Some(no)),
    ];
    for (kind, instance_type, expected) in table {
        let starter = Starter {
            kind,
            image: &image,
            region: "us-east-1",
            instance_type: Some(instance_type),
            file: "job.yaml",
        };
        let told = starter.write(Catalog::embedded()).err();
        assert_eq!(told.map(|error| error.to_string()).as_deref(), expected);
    }
}
