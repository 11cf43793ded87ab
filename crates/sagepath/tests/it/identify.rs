//! The look-up in reverse.

use proptest::prelude::*;
use sagepath::{Catalog, RegistryPath};

use crate::table::rows;

#[test]
fn verdicts() {
    for row in rows(include_str!("../identify/verdicts.tsv")) {
        let [path, registry, tag, closest] = row[..] else {
            panic!("{row:?}")
        };
        let parsed = RegistryPath::parse(path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let identity = Catalog::embedded().identify(&parsed);
        assert_eq!(identity.registry().as_str(), registry, "{path}");
        assert_eq!(identity.tag().as_str(), tag, "{path}");
        assert_eq!(identity.closest().as_deref().unwrap_or("-"), closest, "{path}");
        if let Some(closest) = identity.closest() {
            let right = RegistryPath::parse(&closest).expect("the right path is a path");
            assert!(Catalog::embedded().identify(&right).is_right(), "{closest}");
        }
    }
}

#[test]
fn a_tag_that_several_versions_share_is_mutable() {
    let path = "763104351884.dkr.ecr.us-west-2.amazonaws.com/sglang:0.5-gpu-py312";
    let identity = Catalog::embedded().identify(&RegistryPath::parse(path).expect("a path"));
    assert!(identity.is_mutable());
    assert!(identity.images().count() > 1);
}

#[test]
fn the_newest_of_a_line_is_for_the_same_use() {
    let catalog = Catalog::embedded();
    for image in catalog.all_images() {
        let newest = image.newest();
        assert_eq!(newest.repository(), image.repository());
        assert_eq!(newest.architecture(), image.architecture());
        assert!(
            image
                .scopes()
                .all(|scope| newest.scopes().any(|other| other == scope))
        );
        assert!(newest.newest() == newest, "{newest:?}");
    }
}

proptest! {
    #[test]
    fn no_path_makes_it_panic(account in "[0-9]{12}", region in "[a-z]{2}-[a-z]{4,9}-[0-9]", name in "[a-z-]{2,12}[a-z]", tag in "[A-Za-z0-9_][A-Za-z0-9._-]{0,40}") {
        let text = format!("{account}.dkr.ecr.{region}.amazonaws.com/{name}:{tag}");
        if let Ok(path) = RegistryPath::parse(&text) {
            let identity = Catalog::embedded().identify(&path);
            prop_assert!(identity.closest().is_none_or(|closest| RegistryPath::parse(&closest).is_ok()));
            prop_assert!(Catalog::embedded().in_region(&path, "us-east-1").is_err() || identity.has_known_repository());
        }
    }
}
