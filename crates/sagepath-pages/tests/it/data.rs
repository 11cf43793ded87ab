//! The data of search and resolver: every path that can be composed of it is the look-up's answer.

use sagepath::{Catalog, Query};
use sagepath_pages::Format;
use serde_json::Value;

use crate::page::{site, text};

fn data() -> Value {
    let script = site(Format::Html)
        .file("assets/catalog-data.js")
        .unwrap()
        .unwrap();
    let script = text(&script).split_once("data = ").unwrap().1;
    serde_json::from_str(script.trim_end().trim_end_matches(';')).unwrap()
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

/// The words whose bits are set.
fn words<'d>(bits: &Value, list: &'d Value) -> Vec<&'d str> {
    let list = list.as_array().unwrap().iter().enumerate();
    let set = list.filter(|(place, _)| number(bits) >> place & 1 == 1);
    set.map(|(_, word)| word.as_str().unwrap()).collect()
}

/// A path as the scripts compose it.
fn path(data: &Value, image: usize, region: usize) -> String {
    let images = &data["images"];
    let repository = &data["repositories"][number(&images["repository"][image])];
    let account = data["accounts"][number(&repository[1])][region].as_str().unwrap();
    let (id, suffix) = (
        data["regions"][region][0].as_str().unwrap(),
        data["regions"][region][2].as_str().unwrap(),
    );
    let (name, tag) = (
        repository[0].as_str().unwrap(),
        images["tag"][image].as_str().unwrap(),
    );
    let separator = if tag.is_empty() { "" } else { ":" };
    format!("{account}.dkr.ecr.{id}.{suffix}/{name}{separator}{tag}")
}

#[test]
fn every_answer_of_the_resolver_is_the_look_ups_in_every_region() {
    let data = data();
    let images = &data["images"];
    let text = |column: &str, image: usize| images[column][image].as_str().unwrap();
    let (mut questions, mut answered) = (0, 0);
    for image in 0..images["tag"].as_array().unwrap().len() {
        let framework = data["frameworks"][number(&images["framework"][image])]["slug"]
            .as_str()
            .unwrap();
        let platform = data["platforms"][number(&images["platform"][image])]
            .as_str()
            .unwrap();
        let architecture = data["architectures"][number(&images["architecture"][image])]
            .as_str()
            .unwrap();
        let mut scopes = words(&images["scopes"][image], &data["scopes"]);
        if scopes.is_empty() {
            scopes.push("");
        }
        let processors = words(&images["answers"][image], &data["processors"]);
        answered += usize::from(!processors.is_empty());
        for region in data["offers"][number(&images["offer"][image])]
            .as_array()
            .unwrap()
        {
            let region = number(region);
            let expected = path(&data, image, region);
            for (scope, processor) in scopes
                .iter()
                .flat_map(|scope| processors.iter().map(move |processor| (scope, processor)))
            {
                let query = Query::new(framework, data["regions"][region][0].as_str().unwrap())
                    .version(text("version", image))
                    .scope(scope)
                    .processor(processor)
                    .architecture(architecture)
                    .platform(platform)
                    .python(text("python", image))
                    .base_framework(text("base_framework", image))
                    .sdk_version(text("neuron_sdk", image));
                let located = Catalog::embedded().resolve(&query).unwrap();
                assert_eq!(located.path().to_string(), expected);
                questions += 1;
            }
        }
    }

    assert!(questions > 40_000, "{questions} questions");
    // The rest cannot be told from others by a question with a processor: variants for smdistributed, and withheld ones.
    assert!(answered > 1_050, "{answered} images can be found");
}

/// Asked for under a framework's name, the images of another that holds its images for a processor are the same.
#[test]
fn siblings_answer_as_the_look_up_does() {
    let data = data();
    let images = &data["images"];
    let mut questions = 0;
    for framework in data["frameworks"].as_array().unwrap() {
        for (processor, sibling) in framework["siblings"].as_object().unwrap() {
            for image in 0..images["tag"].as_array().unwrap().len() {
                let is_answer =
                    words(&images["answers"][image], &data["processors"]).contains(&processor.as_str());
                if images["framework"][image] != *sibling || !is_answer {
                    continue;
                }
                let text = |column: &str| images[column][image].as_str().unwrap();
                for scope in words(&images["scopes"][image], &data["scopes"]) {
                    let region = number(&data["offers"][number(&images["offer"][image])][0]);
                    let query = Query::new(
                        framework["slug"].as_str().unwrap(),
                        data["regions"][region][0].as_str().unwrap(),
                    )
                    .version(text("version"))
                    .scope(scope)
                    .processor(processor)
                    .python(text("python"))
                    .base_framework(text("base_framework"))
                    .sdk_version(text("neuron_sdk"));
                    let located = Catalog::embedded().resolve(&query).unwrap();
                    assert_eq!(located.path().to_string(), path(&data, image, region));
                    questions += 1;
                }
            }
        }
    }
    assert!(questions > 20, "{questions} questions");
}
