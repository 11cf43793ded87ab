//! The look-up: tables of questions with their answers and refusals, and what must hold of every question.

use proptest::prelude::*;
use sagepath::{Catalog, Located, Query, RegistryPath, Warning};

use crate::table::rows;

/// A question of a table: framework, region, and the other fields as `name=value`.
fn query<'t>(framework: &'t str, region: &'t str, fields: &'t str) -> Query<'t> {
    fields
        .split_whitespace()
        .fold(Query::new(framework, region), |query, field| {
            let (name, value) = field.split_once('=').unwrap_or((field, ""));
            match name {
                "version" => query.version(value),
                "scope" => query.scope(value),
                "instance" => query.instance_type(value),
                "processor" => query.processor(value),
                "python" => query.python(value),
                "base" => query.base_framework(value),
                "container" => query.container_version(value),
                "sdk" => query.sdk_version(value),
                "tool" => query.inference_tool(value),
                "accelerator" => query.accelerator_type(value),
                "platform" => query.platform(value),
                "smdistributed" => query.smdistributed(true),
                "compiler" => query.training_compiler(true),
                "serverless" => query.serverless(true),
                "pin" => query,
                other => panic!("no field `{other}`"),
            }
        })
}

#[test]
fn answers() {
    for row in rows(include_str!("../resolve/answers.tsv")) {
        let [framework, region, fields, expected, ..] = row[..] else {
            panic!("{row:?}")
        };
        let located = Catalog::embedded().resolve(&query(framework, region, fields));
        let located = located.unwrap_or_else(|error| panic!("{row:?}: {error}"));
        let located = if fields.contains("pin") {
            located.pinned()
        } else {
            located
        };
        assert_eq!(located.path().to_string(), expected, "{row:?}");
        let warnings: Vec<_> = located.warnings().map(Warning::as_str).collect();
        let expected: Vec<_> = row[4..]
            .iter()
            .filter_map(|field| field.strip_prefix("warn="))
            .collect();
        assert_eq!(warnings, expected, "{row:?}");
    }
}

#[test]
fn refusals() {
    for row in rows(include_str!("../resolve/refusals.tsv")) {
        let [framework, region, fields, code, suggestion, part] = row[..] else {
            panic!("{row:?}")
        };
        let error = match Catalog::embedded().resolve(&query(framework, region, fields)) {
            Ok(located) => panic!("{row:?}: {}", located.path()),
            Err(error) => error,
        };
        assert_eq!(error.code().as_str(), code, "{row:?}: {error}");
        assert_eq!(error.suggestion().unwrap_or("-"), suggestion, "{row:?}");
        let text = format!("{error}; {}", error.hint().unwrap_or_default());
        assert!(text.contains(part), "{row:?}: {text}");
        assert!(!error.to_string().ends_with('.'), "{row:?}: {error}");
        let distinct: std::collections::BTreeSet<&String> = error.choices().iter().collect();
        assert_eq!(
            distinct.len(),
            error.choices().len(),
            "{row:?}: {:?}",
            error.choices()
        );
    }
}

/// Every image, in every region that offers it.
fn everywhere() -> impl Iterator<Item = Located<'static>> {
    Catalog::embedded()
        .all_images()
        .flat_map(|image| image.regions().filter_map(move |region| image.at(region.id())))
}

/// The question that names everything of an image.
fn full_query<'c>(located: &Located<'c>) -> Query<'c> {
    let image = located.image();
    let query = Query::new(image.framework().slug(), located.region().id())
        .version(image.version())
        .scope(image.scopes().next().unwrap_or_default())
        .architecture(image.architecture().as_str())
        .platform(image.platform().as_str())
        .python(image.python().unwrap_or_default())
        .base_framework(image.base_framework().unwrap_or_default())
        .sdk_version(image.neuron_sdk().unwrap_or_default());
    match image.is_smdistributed() {
        true => query.instance_type("ml.p4d.24xlarge"),
        false => query.processor(image.runs_on().next().unwrap_or_default()),
    }
}

#[test]
fn every_image_is_found_and_identified_everywhere() {
    let mut count = 0;
    for located in everywhere() {
        let image = located.image();
        let path = located.path().to_string();
        let parsed = RegistryPath::parse(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let identity = Catalog::embedded().identify(&parsed);
        assert!(identity.is_right(), "{path}: {identity:?}");
        assert!(
            identity.images().any(|found| found == image),
            "{path} is not identified as {image:?}"
        );
        count += 1;
        // A version whose name is an alias of another can be asked for by its own aliases only.
        let reachable = image.version_names().any(|name| name == image.version());
        if image.withheld().is_some() || !reachable {
            continue;
        }
        let again = Catalog::embedded()
            .resolve(&full_query(&located))
            .unwrap_or_else(|error| panic!("{path}: {error}"));
        assert_eq!(again.path().to_string(), path);
        assert_eq!(again.image(), image, "{path}");
    }
    assert!(count > 30_000, "{count}");
}

#[test]
fn a_moved_path_is_right_where_it_lands() {
    let catalog = Catalog::embedded();
    for image in catalog.all_images() {
        let regions: Vec<_> = image.regions().collect();
        let (Some(first), Some(last)) = (regions.first(), regions.last()) else {
            continue;
        };
        let path = image.at(first.id()).expect("offered").path().to_string();
        let path = RegistryPath::parse(&path).expect("a path");
        let moved = catalog
            .in_region(&path, last.id())
            .unwrap_or_else(|error| panic!("{path}: {error}"))
            .to_string();
        assert_eq!(moved, image.at(last.id()).expect("offered").path().to_string());
        for region in catalog.regions().filter(|region| !regions.contains(region)) {
            // Another image may have the same tag and be offered there.
            if let Ok(moved) = catalog.in_region(&path, region.id()) {
                let moved = moved.to_string();
                let identity = catalog
                    .identify(&RegistryPath::parse(&moved).expect("a path"))
                    .is_right();
                assert!(identity, "{moved}");
            }
        }
    }
}

/// A word of the catalog, or one that is nearly so, or anything at all.
fn word() -> impl Strategy<Value = String> {
    let catalog = Catalog::embedded();
    let mut words: Vec<String> = [
        "",
        "latest",
        "1",
        "training",
        "inference",
        "inference_graviton",
        "py3",
        "pytorch2.0",
        "gpu",
        "neuronx",
        "ml_g5",
        "local",
    ]
    .map(str::to_owned)
    .to_vec();
    words.extend(catalog.frameworks().map(|framework| framework.slug().to_owned()));
    words.extend(catalog.regions().map(|region| region.id().to_owned()));
    words.extend(
        catalog
            .instance_types()
            .step_by(7)
            .map(|instance| instance.name().to_owned()),
    );
    words.extend(
        catalog
            .all_images()
            .step_by(11)
            .map(|image| image.version().to_owned()),
    );
    let known = prop::sample::select(words);
    prop_oneof![4 => known.clone(), 1 => known.prop_map(|word| word.chars().rev().collect()), 1 => any::<String>()]
}

/// A question that an image answers, by its number, and the region it is asked for.
fn asked(image: usize, region: usize) -> Located<'static> {
    let images: Vec<_> = Catalog::embedded()
        .all_images()
        .filter(|image| image.withheld().is_none())
        .collect();
    let image = images[image % images.len()];
    let regions: Vec<_> = image.regions().collect();
    image.at(regions[region % regions.len()].id()).expect("offered")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    /// A question with an answer, and some of its fields replaced by what may be right, nearly right, or nothing at all.
    #[test]
    fn no_question_makes_it_panic_and_every_answer_identifies(
        image in 0..1200_usize,
        region in 0..48_usize,
        changes in prop::collection::vec((0..12_u8, word()), 0..4),
        flags in prop::option::weighted(0.3, any::<[bool; 3]>()),
    ) {
        let located = asked(image, region);
        let mut query = full_query(&located);
        for (field, word) in &changes {
            query = match field {
                0 => query.version(word),
                1 => query.scope(word),
                2 => query.instance_type(word),
                3 => query.python(word),
                4 => query.base_framework(word),
                5 => query.container_version(word),
                6 => query.sdk_version(word),
                7 => query.inference_tool(word),
                8 => query.accelerator_type(word),
                9 => query.processor(word),
                10 => query.platform(word),
                _ => query.region(word),
            };
        }
        let [smdistributed, compiler, serverless] = flags.unwrap_or_default();
        let query = query.smdistributed(smdistributed).training_compiler(compiler).serverless(serverless);
        match Catalog::embedded().resolve(&query) {
            Ok(found) => {
                let path = found.path().to_string();
                let path = RegistryPath::parse(&path).expect("an answer is a path");
                prop_assert!(Catalog::embedded().identify(&path).is_right());
            }
            Err(error) => {
                let plain = changes.is_empty() && flags.is_none();
                let image = located.image();
                let reachable = image.version_names().any(|name| name == image.version());
                prop_assert!(!plain || !reachable, "{}: {error}", located.path());
                prop_assert!(!error.to_string().is_empty() && error.to_string().chars().all(|character| !character.is_control()));
                prop_assert!(error.suggestion() != Some(""));
            }
        }
    }
}

#[test]
fn every_framework_answers_for_itself_or_a_sibling() {
    let processors = ["cpu", "gpu", "inf1", "inf2", "trn1", "trn2"];
    for framework in Catalog::embedded().frameworks() {
        let versions: std::collections::BTreeSet<&str> = framework
            .images()
            .flat_map(|image| image.version_names())
            .collect();
        for version in versions {
            for scope in ["training", "inference", "processing"] {
                for processor in processors {
                    let query = Query::new(framework.slug(), "us-west-2")
                        .version(version)
                        .scope(scope)
                        .processor(processor);
                    let Ok(located) = Catalog::embedded().resolve(&query) else {
                        continue;
                    };
                    let found = located.image().framework();
                    let sibling = framework.sibling(processor);
                    assert!(
                        found == framework || sibling == Some(found),
                        "{} {version} -> {}",
                        framework.slug(),
                        found.slug()
                    );
                    assert!(located.image().runs_on().any(|own| own == processor));
                }
            }
        }
    }
}
