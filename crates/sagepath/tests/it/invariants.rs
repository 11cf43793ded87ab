//! What must hold of the facts in the embedded catalog.

use std::collections::BTreeSet;

use sagepath::{Catalog, Code};

#[test]
fn the_catalog_has_everything() {
    let catalog = Catalog::embedded();
    assert_eq!(
        catalog
            .frameworks()
            .filter(sagepath::Framework::is_in_sdk)
            .count(),
        81
    );
    assert_eq!(catalog.regions().len(), 48);
    assert_eq!(catalog.instance_types().len(), 442);
    assert!(catalog.all_images().len() > 1_100);
    assert!(catalog.size() < 400_000, "{} bytes", catalog.size());
    assert!(catalog.data_version().contains("sagemaker-core 2.27.0"));
    let bytes = Catalog::embedded_bytes();
    assert_eq!(
        Catalog::open(bytes)
            .expect("the embedded catalog is whole")
            .fingerprint(),
        catalog.fingerprint()
    );
}

#[test]
fn every_fact_has_a_source_and_every_image_a_region() {
    let sources: BTreeSet<&str> = Catalog::embedded().sources().map(|source| source.id).collect();
    for image in Catalog::embedded().all_images() {
        let mut own = image.sources().peekable();
        let framework = image.framework();
        let what = format!("{} {}", framework.slug(), image.version());
        assert!(own.peek().is_some(), "{what} has no source");
        assert!(own.all(|source| sources.contains(source)), "{what}");
        assert!(image.regions().next().is_some(), "{what} has no region");
        assert!(image.runs_on().next().is_some(), "{what} runs on nothing");
        assert!(
            !framework.title().is_empty() && !framework.summary().is_empty(),
            "{what}"
        );
    }
}

#[test]
fn accounts_have_twelve_digits() {
    let catalog = Catalog::embedded();
    for image in catalog.all_images() {
        for region in image.regions() {
            let located = image.at(region.id()).expect("a region that offers it");
            let account = located.account();
            assert!(
                account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit()),
                "{account}"
            );
        }
    }
}

#[test]
fn dates_are_in_order() {
    for image in Catalog::embedded().all_images() {
        if let (Some(start), Some(end)) = (image.general_availability(), image.end_of_patch()) {
            assert!(start < end, "{} {}", image.framework().slug(), image.version());
        }
    }
}

#[test]
fn siblings_are_frameworks_with_images() {
    for framework in Catalog::embedded().frameworks() {
        for purpose in [
            "inf1",
            "inf2",
            "trn1",
            "trn2",
            "neuron",
            "neuronx",
            "training-compiler",
        ] {
            if let Some(sibling) = framework.sibling(purpose) {
                assert!(
                    sibling.images().next().is_some(),
                    "{} -> {}",
                    framework.slug(),
                    sibling.slug()
                );
            }
        }
    }
}

#[test]
fn parameters_are_those_of_algorithms() {
    let catalog = Catalog::embedded();
    let with_parameters: Vec<&str> = catalog
        .frameworks()
        .filter(|framework| framework.parameters().is_some())
        .map(|framework| framework.slug())
        .collect();
    assert_eq!(with_parameters.len(), 24, "{with_parameters:?}");
    let xgboost = catalog
        .framework("xgboost")
        .and_then(|framework| framework.parameters())
        .expect("parameters of XGBoost");
    assert_eq!(xgboost.required_channels().collect::<Vec<_>>(), ["train"]);
    assert_eq!(xgboost.input_modes().collect::<Vec<_>>(), ["File", "Pipe"]);
    assert!(xgboost.is_parallelizable());
}

#[test]
fn codes_have_distinct_stable_names() {
    let names: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(names.len(), Code::ALL.len());
    assert!(
        names
            .iter()
            .all(|name| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'))
    );
}
