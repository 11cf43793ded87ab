//! What a request to SageMaker says around its image: instances, channels, data, roles. Each word keeps its place, for a finding
//! to point at.

use crate::text::Text;
use crate::tree::{Bindings, Entry, Map, Node, Word, plain};

/// What a request says, as far as rules are about it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Request {
    pub(crate) instance_types: Vec<Word>,
    pub(crate) instance_counts: Vec<Word>,
    pub(crate) input_modes: Vec<Word>,
    pub(crate) channels: Vec<Channel>,
    /// What it names in AWS: places in S3, and ARNs.
    pub(crate) resources: Vec<Word>,
    /// A program of the user's own runs in the image, so that the algorithm's own parameters do not matter.
    pub(crate) has_own_program: bool,
}

/// An input of a training job.
#[derive(Clone, Debug, Default)]
pub(crate) struct Channel {
    /// A call of the SDK does not say it.
    pub(crate) name: Option<Word>,
    pub(crate) content_type: Option<Word>,
}

impl Request {
    pub(crate) fn of(map: &Map, bindings: &Bindings) -> Self {
        let mut request = Request::default();
        request.gather(map, bindings);
        request
    }

    /// The channels that have names.
    pub(crate) fn channel_names(&self) -> impl Iterator<Item = &Word> {
        self.channels.iter().filter_map(|channel| channel.name.as_ref())
    }

    fn gather(&mut self, map: &Map, bindings: &Bindings) {
        let keys = map.entries.iter().map(|entry| plain(&entry.key));
        let entries: Vec<(String, &Entry)> = keys.zip(&map.entries).collect();
        let class = map.name.as_deref().unwrap_or_default();
        self.channels.extend(channel(class, &entries, bindings));
        for (key, entry) in &entries {
            self.note(key, entry, bindings);
            self.gather_in(&entry.value, key, bindings);
        }
    }

    fn note(&mut self, key: &str, entry: &Entry, bindings: &Bindings) {
        let word = || word(entry, bindings);
        match key {
            "instancetype" | "traininstancetype" | "" => {
                let is_type = |word: &Word| word.value.starts_with("ml.");
                self.instance_types.extend(word().filter(is_type));
            }
            "instancecount" | "traininstancecount" => self.instance_counts.extend(word()),
            "traininginputmode" | "inputmode" => self.input_modes.extend(word()),
            "sagemakerprogram" | "sagemakersubmitdirectory" | "entrypoint" | "sourcedir" | "sourcecode" => {
                self.has_own_program |= entry.value.word(bindings).is_some();
            }
            _ => {}
        }
    }

    fn gather_in(&mut self, node: &Node, key: &str, bindings: &Bindings) {
        match node {
            Node::Map(map) => {
                self.has_own_program |= key == "sourcecode";
                self.gather(map, bindings);
            }
            Node::List(items) => items.iter().for_each(|item| self.gather_in(item, key, bindings)),
            Node::Text(text) => self.resources.extend(resource(text)),
            Node::Name(name) => {
                let bound = bindings.word(name).filter(|word| is_resource(&word.value));
                self.resources.extend(bound.cloned());
            }
            Node::Other(_) => {}
        }
    }
}

/// All places in S3 and ARNs that a structure names.
pub(crate) fn resources(node: &Node) -> Vec<Word> {
    let mut request = Request::default();
    request.gather_in(node, "", &Bindings::default());
    request.resources
}

/// The channel that a map stands for, if it is one: of a request, or a call of the SDK's class for it.
fn channel(class: &str, entries: &[(String, &Entry)], bindings: &Bindings) -> Option<Channel> {
    let named = |keys: &[&str]| {
        let found = entries.iter().find(|(key, _)| keys.contains(&key.as_str()));
        found.map(|(_, entry)| *entry)
    };
    let name = named(&["channelname"]);
    let is_class = || matches!(class.rsplit('.').next(), Some("TrainingInput" | "s3_input"));
    if name.is_none() && !is_class() {
        return None;
    }
    // What SageMaker wraps reaches the algorithm in another form than the channel's.
    let wrapper = named(&["recordwrappertype", "recordwrapping"]);
    let is_wrapped = wrapper
        .and_then(|entry| entry.value.word(bindings))
        .is_some_and(|form| form != "None" && !form.is_empty());
    let content_type = named(&["contenttype"]).filter(|_| !is_wrapped);
    Some(Channel {
        name: name.and_then(|entry| word(entry, bindings)),
        content_type: content_type.and_then(|entry| word(entry, bindings)),
    })
}

/// The word of an entry, unless it is filled in later: by Step Functions, or by a template.
fn word(entry: &Entry, bindings: &Bindings) -> Option<Word> {
    let word = entry.value.word(bindings)?;
    let is_filled_in = entry.key.ends_with(".$") || word.contains(['$', '{', '<', '%']);
    (!is_filled_in).then(|| Word::new(word, entry.value.place(bindings)))
}

fn is_resource(text: &str) -> bool {
    let text = text.trim_start_matches('"');
    text.starts_with("s3://") || text.starts_with("arn:")
}

/// A text that names a place in S3, or is an ARN. Hyperparameters hold some as JSON, in quotation marks of their own.
fn resource(text: &Text) -> Option<Word> {
    if !is_resource(text.value()) {
        return None;
    }
    let is_open = text.value().contains(['$', '{', '<', '%']);
    let marked = is_open.then(|| text.with_placeholders());
    let text = marked.as_ref().unwrap_or(text);
    Some(Word::new(text.value().trim_matches('"'), text.span()))
}
