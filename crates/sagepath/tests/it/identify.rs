//! The look-up in reverse.

use proptest::prelude::*;
use sagepath::{Catalog, Code, RegistryPath, TagVerdict};

use crate::table::rows;

#[test]
fn verdicts() {
    for row in rows(include_str!("../identify/verdicts.tsv")) {
        let [path, registry, tag, right, closest] = row[..] else {
            panic!("{row:?}")
        };
        let parsed = RegistryPath::parse(path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let identity = Catalog::embedded().identify(&parsed);
        assert_eq!(identity.registry().as_str(), registry, "{path}");
        assert_eq!(identity.tag().as_str(), tag, "{path}");
        assert_eq!(identity.is_right(), right == "yes", "{path}");
        assert_eq!(identity.closest().as_deref().unwrap_or("-"), closest, "{path}");
    }
}

/// Ways to get a path wrong.
const MISTAKES: [fn(&str) -> String; 5] = [
    |path| path.replacen('7', "1", 1),
    |path| path.replacen(':', "x:", 1),
    |path| format!("{path}-banana"),
    |path| path.replacen("-1.amazon", "1.amazon", 1),
    |path| path.replacen(".dkr.ecr.", ".dkr.ecr-fips.", 1),
];

#[test]
fn what_is_called_closest_is_right() {
    let mut found = 0;
    for image in Catalog::embedded().all_images().step_by(3) {
        for region in image.regions().step_by(5) {
            let path = image.at(region.id()).expect("offered").path().to_string();
            for mistake in MISTAKES {
                let Ok(wrong) = RegistryPath::parse(&mistake(&path)).map(|path| path.to_string()) else {
                    continue;
                };
                let wrong = RegistryPath::parse(&wrong).expect("it was one");
                let Some(closest) = Catalog::embedded().identify(&wrong).closest() else {
                    continue;
                };
                let right = RegistryPath::parse(&closest).expect("the right path is a path");
                assert!(
                    Catalog::embedded().identify(&right).is_right(),
                    "{wrong} -> {closest}"
                );
                found += 1;
            }
        }
    }
    assert!(found > 1_000, "{found}");
}

#[test]
fn a_tag_that_several_versions_share_is_mutable() {
    let path = "763104351884.dkr.ecr.us-west-2.amazonaws.com/sglang:0.5-gpu-py312";
    let identity = Catalog::embedded().identify(&RegistryPath::parse(path).expect("a path"));
    assert!(identity.is_mutable());
    assert!(identity.images().count() > 1);
}

#[test]
fn a_path_is_moved_only_if_it_is_known() {
    let cases = [
        (
            "382416733822.dkr.ecr.us-east-1.amazonaws.com/kmeans:999",
            Code::UnknownTag,
        ),
        (
            "683313688378.dkr.ecr.us-east-1.amazonaws.com/kmeans:1",
            Code::ForeignAccount,
        ),
        (
            "123456789012.dkr.ecr.us-east-1.amazonaws.com/kmeans:1",
            Code::ForeignAccount,
        ),
        (
            "382416733822.dkr.ecr.us-east-1.amazonaws.com/kmeens:1",
            Code::UnknownRepository,
        ),
        (
            "382416733822.dkr.ecr.us-east-1.amazonaws.com/kmeans@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
            Code::DigestOnly,
        ),
    ];
    for (path, code) in cases {
        let parsed = RegistryPath::parse(path).expect("a path");
        let error = Catalog::embedded()
            .in_region(&parsed, "eu-west-1")
            .expect_err(path);
        assert_eq!(error.code(), code, "{path}: {error}");
    }
}

#[test]
fn the_newest_of_a_line_is_for_the_same_use() {
    let catalog = Catalog::embedded();
    for image in catalog.all_images() {
        let newest = image.newest();
        assert_eq!(newest.architecture(), image.architecture());
        assert_eq!(newest.platform(), image.platform());
        assert!(
            image
                .scopes()
                .all(|scope| newest.scopes().any(|other| other == scope))
        );
        assert_eq!(newest.newest().version(), newest.version(), "{newest:?}");
    }
}

/// A word of the catalog, or one that is nearly so.
fn part(words: Vec<String>) -> impl Strategy<Value = String> {
    let known = prop::sample::select(words);
    prop_oneof![6 => known.clone(), 1 => known.prop_map(|word| word.replace('-', ""))]
}

fn path() -> impl Strategy<Value = String> {
    let catalog = Catalog::embedded();
    let located = || {
        catalog
            .all_images()
            .step_by(5)
            .filter_map(|image| image.at(image.regions().next()?.id()))
    };
    let accounts = located().map(|located| located.account().to_owned()).collect();
    let regions = catalog.regions().map(|region| region.id().to_owned()).collect();
    let repositories = catalog
        .all_images()
        .map(|image| image.repository().to_owned())
        .collect();
    let tags = located()
        .filter_map(|located| Some(located.tag()?.into_owned()))
        .collect();
    (
        part(accounts),
        part(regions),
        part(repositories),
        part(tags),
        prop::sample::select(vec!["", "-fips"]),
    )
        .prop_map(|(account, region, name, tag, fips)| {
            format!("{account}.dkr.ecr{fips}.{region}.amazonaws.com/{name}:{tag}")
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    #[test]
    fn no_path_makes_it_panic_and_what_it_gives_is_right(text in path()) {
        if let Ok(path) = RegistryPath::parse(&text) {
            let identity = Catalog::embedded().identify(&path);
            if let Some(closest) = identity.closest() {
                let right = RegistryPath::parse(&closest).expect("a path");
                prop_assert!(Catalog::embedded().identify(&right).is_right());
            }
            if let Ok(moved) = Catalog::embedded().in_region(&path, "us-east-1") {
                let moved = moved.to_string();
                let identity = Catalog::embedded().identify(&RegistryPath::parse(&moved).expect("a path"));
                prop_assert!(identity.is_right() || matches!(identity.tag(), TagVerdict::Plausible | TagVerdict::Missing), "{moved}");
            }
        }
    }
}
