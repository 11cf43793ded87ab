//! Fills in what a file may leave open: names, and the links between its parts.

use sagepath_document::{Node, Value};

use crate::kind::Kind;
use crate::plan::{Choice, Options};
use crate::section::Section;

/// Fills in names, links and the role.
pub(crate) fn complete(sections: &mut [Section], options: &Options<'_>, choices: &mut Vec<Choice>) {
    let mut fill = Fill { choices };
    let name = fill.main_name(sections, options);
    for section in sections.iter_mut() {
        let part = section.part;
        if section.request.get(part.name).is_none() {
            let reason = format!("named as the {} is", options.kind.main().key);
            fill.set(section, &[part.name], &name, &reason);
        }
        if let (Some(field), Some(role)) = (part.role, options.role) {
            fill.set(section, &[field], role, "the role that was asked for");
        }
    }
    fill.links(sections);
}

struct Fill<'c> {
    choices: &'c mut Vec<Choice>,
}

impl Fill<'_> {
    fn set(&mut self, section: &mut Section, path: &[&str], value: &str, reason: &str) {
        let Some((last, parents)) = path.split_last() else {
            return;
        };
        let mut node = &mut section.request;
        for key in parents {
            if node.get(key).is_none() {
                node.set(key, Node::new(Value::Map(Vec::new())));
            }
            let Some(inner) = node.get_mut(key) else { return };
            node = inner;
        }
        if !matches!(node.value, Value::Map(_)) {
            return;
        }
        node.set(last, Node::string(value));
        self.choices
            .push(Choice::new(section, &path.join("."), value, reason));
    }

    /// The name of what the file is for: the one that is asked for, else the file's own, else one that is made up.
    fn main_name(&mut self, sections: &mut [Section], options: &Options<'_>) -> String {
        let main = options.kind.main();
        let Some(section) = sections.iter_mut().find(|section| section.part == main) else {
            return options.made_up_name.to_owned();
        };
        if let Some(name) = options.name {
            self.set(section, &[main.name], name, "the name that was asked for");
            return name.to_owned();
        }
        match section.request.get(main.name).map(|name| name.as_str()) {
            Some(Some(name)) => name.to_owned(),
            // What is no text will be told of.
            Some(None) => options.made_up_name.to_owned(),
            None => {
                self.set(
                    section,
                    &[main.name],
                    options.made_up_name,
                    "the file has no name",
                );
                options.made_up_name.to_owned()
            }
        }
    }

    /// Names in one section what another makes.
    fn links(&mut self, sections: &mut [Section]) {
        let named = |key: &str, field: &str| {
            let section = sections.iter().find(|section| section.part.key == key)?;
            section.request.get(field)?.as_str().map(str::to_owned)
        };
        let model = named("Model", "ModelName");
        let config = named("EndpointConfig", "EndpointConfigName");
        for section in sections.iter_mut() {
            match section.part.key {
                "Endpoint" if section.request.get("EndpointConfigName").is_none() => {
                    if let Some(config) = &config {
                        self.set(
                            section,
                            &["EndpointConfigName"],
                            config,
                            "the file's EndpointConfig",
                        );
                    }
                }
                "TransformJob" if section.request.get("ModelName").is_none() => {
                    if let Some(model) = &model {
                        self.set(section, &["ModelName"], model, "the file's Model");
                    }
                }
                "EndpointConfig" => self.variants(section, model.as_deref()),
                _ => {}
            }
        }
    }

    fn variants(&mut self, section: &mut Section, model: Option<&str>) {
        let mut chosen = Vec::new();
        let Some(Node {
            value: Value::List(variants),
            ..
        }) = section.request.get_mut("ProductionVariants")
        else {
            return;
        };
        let is_only = variants.len() == 1;
        for (number, variant) in variants.iter_mut().enumerate() {
            if !matches!(variant.value, Value::Map(_)) {
                continue;
            }
            // An inference component brings its own model.
            if let Some(model) = model
                && variant.get("ModelName").is_none()
            {
                variant.set("ModelName", Node::string(model));
                chosen.push((
                    format!("ProductionVariants[{number}].ModelName"),
                    model,
                    "the file's Model",
                ));
            }
            if is_only && variant.get("VariantName").is_none() {
                let name = "AllTraffic";
                variant.set("VariantName", Node::string(name));
                chosen.push((
                    format!("ProductionVariants[{number}].VariantName"),
                    name,
                    "the only variant",
                ));
            }
        }
        for (path, value, reason) in chosen {
            self.choices.push(Choice::new(section, &path, value, reason));
        }
    }
}

/// The name of a job from its kind alone, where nobody names it.
pub(crate) const fn default_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Train => "training",
        Kind::Deploy => "endpoint",
        Kind::Process => "processing",
        Kind::Transform => "transform",
    }
}
