//! What the structure around a path says of it: what it is used for, on which instances, in which region.

use std::rc::Rc;

use crate::read;
use crate::reference::Reference;
use crate::request::Request;
use crate::tree::{Bindings, Entry, Map, Node, Word, plain};

/// What surrounds a path. What is not plain to see is not there.
#[derive(Clone, Debug, Default)]
pub(crate) struct Context {
    pub(crate) usage: Option<Usage>,
    /// A Dockerfile starts from it, or a command fetches it.
    pub(crate) is_fetched: bool,
    /// What the request says that it belongs to.
    pub(crate) request: Rc<Request>,
    /// The region that the file names for its calls.
    pub(crate) region: Option<String>,
    /// The name that stands for it elsewhere in the file.
    binds: Option<String>,
}

/// What SageMaker is told to do with an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Usage {
    Training,
    Hosting,
    Processing,
}

impl Usage {
    pub(crate) fn words(self) -> &'static str {
        match self {
            Usage::Training => "to train",
            Usage::Hosting => "to host a model",
            Usage::Processing => "in a processing job",
        }
    }
}

/// Keys under which an image stands.
const IMAGE_KEYS: [&str; 5] = ["image", "imageuri", "imagename", "trainingimage", "containeruri"];

/// Keys of what belongs to a larger request: instances, channels and modes are looked for around it.
const INTERIOR: [&str; 7] = [
    "algorithmspecification",
    "appspecification",
    "primarycontainer",
    "container",
    "containers",
    "inferencespecification",
    "trainingspecification",
];

/// Keys under which a region is that of calls.
const REGION_KEYS: [&str; 4] = ["region", "regionname", "awsregion", "awsdefaultregion"];

/// All references of a file, with what surrounds each; and all maps of accounts.
pub(crate) fn references(root: &Node) -> (Vec<Reference>, Vec<&Map>) {
    let bindings = Bindings::of(root);
    let mut walk = Walk {
        bindings: &bindings,
        references: Vec::new(),
        uses: Vec::new(),
        maps: Vec::new(),
        regions: Vec::new(),
        variants: Vec::new(),
        last: None,
    };
    walk.node(root, &mut Vec::new(), None);
    let (mut references, maps) = walk.finish();
    let mut seen = std::collections::HashSet::new();
    references.retain(|reference| seen.insert(reference.text.span()));
    for reference in &mut references {
        for hole in reference.text.holes_mut() {
            hole.value = bindings.get(&hole.name).map(str::to_owned);
        }
    }
    (references, maps)
}

/// A key, and the map that it is a key of.
type Step<'n> = (String, &'n Map);

struct Walk<'n, 'b> {
    bindings: &'b Bindings,
    references: Vec<Reference>,
    /// Names that stand where an image is expected, and what surrounds them.
    uses: Vec<(String, Context)>,
    /// Maps from regions to accounts.
    maps: Vec<&'n Map>,
    regions: Vec<String>,
    /// Instance types of endpoints.
    variants: Vec<Word>,
    /// The request that was looked at last: images often share one.
    last: Option<(&'n Map, Rc<Request>)>,
}

impl<'n> Walk<'n, '_> {
    fn node(&mut self, node: &'n Node, steps: &mut Vec<Step<'n>>, binds: Option<&str>) {
        match node {
            Node::Text(text) => {
                let found = Reference::all_in(text);
                if found.is_empty() {
                    return;
                }
                let context = Context {
                    binds: binds.map(str::to_owned),
                    ..self.context(steps)
                };
                self.references
                    .extend(found.into_iter().map(|reference| Reference {
                        context: context.clone(),
                        ..reference
                    }));
            }
            Node::Name(name) => {
                let context = self.context(steps);
                if context.usage.is_some() {
                    self.uses.push((name.clone(), context));
                }
            }
            Node::List(items) => items.iter().for_each(|item| self.node(item, steps, None)),
            Node::Map(map) => self.map(map, steps),
            Node::Other(_) => {}
        }
    }

    fn map(&mut self, map: &'n Map, steps: &mut Vec<Step<'n>>) {
        if map
            .entries
            .iter()
            .filter(|entry| looks_like_region(&entry.key))
            .count()
            >= 2
        {
            self.maps.push(map);
        }
        for (number, entry) in map.entries.iter().enumerate() {
            self.note(map, entry, steps);
            let key = match entry.key.as_str() {
                "" if number == 0 => FIRST_ARGUMENT.to_owned(),
                read::FROM_KEY => read::FROM_KEY.to_owned(),
                key => plain(key),
            };
            steps.push((key, map));
            self.node(&entry.value, steps, entry.binds.as_deref());
            steps.pop();
        }
    }

    /// Keeps what counts for the whole file.
    fn note(&mut self, map: &Map, entry: &Entry, steps: &[Step<'_>]) {
        let key = plain(&entry.key);
        let Some(word) = entry.value.word(self.bindings) else {
            return;
        };
        if REGION_KEYS.contains(&key.as_str()) && looks_like_region(word) && is_for_calls(&key, map) {
            self.regions.push(word.to_owned());
        }
        let is_variant = || steps.iter().any(|(key, _)| key == "productionvariants");
        if key == "instancetype" && word.starts_with("ml.") && is_variant() {
            self.variants
                .push(Word::new(word, entry.value.place(self.bindings)));
        }
    }

    fn context(&mut self, steps: &[Step<'n>]) -> Context {
        let usage = usage(steps, self.bindings);
        let mut context = Context {
            usage,
            is_fetched: steps.last().is_some_and(|(key, _)| key == read::FROM_KEY),
            ..Context::default()
        };
        if usage.is_some()
            && let Some(unit) = unit(steps)
        {
            context.request = self.request(unit);
        }
        context
    }

    fn request(&mut self, unit: &'n Map) -> Rc<Request> {
        if let Some((map, request)) = &self.last
            && std::ptr::eq(*map, unit)
        {
            return Rc::clone(request);
        }
        let request = Rc::new(Request::of(unit, self.bindings));
        self.last = Some((unit, Rc::clone(&request)));
        request
    }

    /// Brings together what only the whole file tells.
    fn finish(self) -> (Vec<Reference>, Vec<&'n Map>) {
        let Walk {
            mut references,
            uses,
            maps,
            regions,
            variants,
            ..
        } = self;
        for reference in &mut references {
            let context = &mut reference.context;
            let (None, Some(name)) = (context.usage, &context.binds) else {
                continue;
            };
            let mut used = uses.iter().filter(|(used, _)| used == name);
            if let (Some((_, found)), None) = (used.next(), used.next()) {
                *context = found.clone();
            }
        }
        if let Some(region) = only(&regions) {
            for reference in &mut references {
                reference.context.region = Some(region.clone());
            }
        }
        let is_open = |reference: &&mut Reference| {
            reference.context.usage == Some(Usage::Hosting)
                && reference.context.request.instance_types.is_empty()
        };
        let mut open: Vec<&mut Reference> = references.iter_mut().filter(is_open).collect();
        let is_one = |variant: &Word| variants.iter().all(|other| other.value == variant.value);
        if let ([reference], Some(variant)) = (&mut open[..], variants.first().filter(|first| is_one(first)))
        {
            let request = Rc::make_mut(&mut reference.context.request);
            request.instance_types.push(variant.clone());
        }
        (references, maps)
    }
}

/// The key of what a call is given first.
const FIRST_ARGUMENT: &str = "0";

/// What an image at the end of these steps is used for.
fn usage(steps: &[Step<'_>], bindings: &Bindings) -> Option<Usage> {
    let ((key, map), outer) = steps.split_last()?;
    if key == "trainingimage" {
        return Some(Usage::Training);
    }
    let callee = map.name.as_deref().unwrap_or_default();
    let callee = callee.rsplit('.').next().unwrap_or_default();
    if key == FIRST_ARGUMENT {
        return match callee {
            "Estimator" => Some(Usage::Training),
            "Model" => Some(Usage::Hosting),
            _ => None,
        };
    }
    if !IMAGE_KEYS.contains(&key.as_str()) {
        return None;
    }
    let around = outer
        .iter()
        .rev()
        .map(|(key, _)| key.as_str())
        .find(|key| !key.is_empty() && *key != FIRST_ARGUMENT);
    match around {
        Some("algorithmspecification") => return Some(Usage::Training),
        Some("appspecification") => return Some(Usage::Processing),
        Some("primarycontainer") => return Some(Usage::Hosting),
        Some("container" | "containers") if is_in_sagemaker(outer, bindings) => return Some(Usage::Hosting),
        _ => {}
    }
    if key == "image" {
        return None;
    }
    match callee {
        name if name.ends_with("Estimator") || name == "ModelTrainer" => Some(Usage::Training),
        name if name.ends_with("Processor") => Some(Usage::Processing),
        name if name.ends_with("Model") => Some(Usage::Hosting),
        _ => None,
    }
}

/// Whether one of the maps around is a resource or request of SageMaker's. Pods have containers, too.
fn is_in_sagemaker(steps: &[Step<'_>], bindings: &Bindings) -> bool {
    steps.iter().any(|(key, map)| {
        let is_named = map.name.as_deref().is_some_and(|name| {
            name.to_ascii_lowercase().contains("sagemaker") || name.ends_with("create_model")
        });
        let has_type = ["type", "apiversion"].iter().any(|key| {
            let word = map.get(key).and_then(|value| value.word(bindings));
            word.is_some_and(|word| word.to_ascii_lowercase().contains("sagemaker"))
        });
        is_named || has_type || key == "inferencespecification" || map.get("executionrolearn").is_some()
    })
}

/// The request that an image belongs to: its map, or what that is an interior part of.
fn unit<'n>(steps: &[Step<'n>]) -> Option<&'n Map> {
    let mut level = steps.len().checked_sub(1)?;
    while level > 0 && INTERIOR.contains(&steps[level - 1].0.as_str()) {
        level -= 1;
    }
    Some(steps[level].1)
}

/// Whether a region under such a key in such a map is that of calls to AWS.
fn is_for_calls(key: &str, map: &Map) -> bool {
    if key.starts_with("aws") {
        return true;
    }
    let name = map.name.as_deref().unwrap_or_default();
    let callee = name.rsplit('.').next().unwrap_or_default();
    name == "provider aws" || (key == "regionname" && matches!(callee, "client" | "resource" | "Session"))
}

/// The word that all of these are.
fn only(words: &[String]) -> Option<&String> {
    let first = words.first()?;
    words.iter().all(|word| word == first).then_some(first)
}

/// Whether a word is shaped like the identifier of a region.
pub(crate) fn looks_like_region(word: &str) -> bool {
    let mut parts = word.split('-');
    let is_word = |part: &str| part.len() >= 2 && part.bytes().all(|byte| byte.is_ascii_lowercase());
    let number = parts.next_back();
    number.is_some_and(|number| number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit()))
        && parts.clone().count() >= 2
        && parts.all(is_word)
}
