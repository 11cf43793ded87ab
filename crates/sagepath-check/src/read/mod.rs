//! Readers: from a file's text to its structure, one module for each language.
//!
//! A reader never fails: of a text that it cannot read as its language, the lines are looked at one by one.

mod cloudformation;
mod data;
mod lines;
mod nesting;
mod notebook;
mod python;
mod script;
mod terraform;

use std::path::Path;

pub(crate) use self::data::lower;
pub(crate) use self::lines::FROM_KEY;
pub(crate) use self::notebook::cell_at;
use crate::text::Text;
use crate::tree::Node;

/// What language a file is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    Json,
    Lines,
    Notebook,
    Python,
    Script,
    Terraform,
    Toml,
    Yaml,
}

impl Language {
    /// By the name of the file.
    pub(crate) fn of(path: &Path) -> Self {
        let extension = path.extension().and_then(|extension| extension.to_str());
        match extension.unwrap_or_default().to_ascii_lowercase().as_str() {
            "tf" | "tfvars" | "hcl" | "tofu" => Language::Terraform,
            "json" | "jsonc" | "json5" | "template" | "asl" => Language::Json,
            "yaml" | "yml" => Language::Yaml,
            "py" | "pyi" => Language::Python,
            "ipynb" => Language::Notebook,
            "ts" | "tsx" | "js" | "jsx" | "mjs" | "cjs" | "mts" | "cts" => Language::Script,
            "toml" => Language::Toml,
            _ => Language::Lines,
        }
    }
}

/// The structure of a file.
pub(crate) fn read(path: &Path, text: &str) -> Node {
    let read = match Language::of(path) {
        Language::Terraform => terraform::read(text),
        Language::Json if is_terraform_json(path) => data::json(text).map(terraform::named),
        Language::Json => data::json(text).map(cloudformation::resolve),
        Language::Yaml => data::yaml(text).map(cloudformation::resolve),
        Language::Python => python::read(text, python::Dialect::Plain),
        Language::Notebook => notebook::read(text),
        Language::Script => Some(script::read(text)),
        Language::Toml => data::toml(text),
        Language::Lines => None,
    };
    read.unwrap_or_else(|| lines::read(text))
}

/// Whether a file is Terraform in its JSON form.
fn is_terraform_json(path: &Path) -> bool {
    path.file_stem().is_some_and(|stem| {
        Path::new(stem)
            .extension()
            .is_some_and(|extension| extension == "tf")
    })
}

/// One text put together of several values, those that are not known being holes.
fn joined<'n>(nodes: impl IntoIterator<Item = &'n Node>) -> Text {
    let mut whole = Text::default();
    for node in nodes {
        match node {
            Node::Text(text) => whole.append(text),
            Node::Name(name) => {
                let end = whole.end();
                whole.push_hole(name.clone(), end..end);
            }
            _ => {
                let end = whole.end();
                whole.push_hole("", end..end);
            }
        }
    }
    whole
}
