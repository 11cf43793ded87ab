//! Images: references become registry paths, and a model gets the partner of the image that trained it.

use sagepath::{Catalog, Code, Error, FrameworkKind, InstanceType, Located, RegistryPath};
use sagepath_document::{Node, Span, Value};

use crate::kind::Kind;
use crate::locate::{Use, locate};
use crate::plan::{Choice, Options};
use crate::reference::{ImageReference, SCHEME};
use crate::remark::Remark;
use crate::section::{Section, TRAINED_BY, find_section};

/// The rule for a job whose instance type nobody knows: it decides the image.
pub(crate) const UNKNOWN_INSTANCE_TYPE: &str = "unknown-instance-type";

/// What is told along the way.
pub(crate) struct Notes<'n> {
    pub(crate) remarks: &'n mut Vec<Remark>,
    pub(crate) choices: &'n mut Vec<Choice>,
}

/// Puts registry paths in place of all references. Gives the image that trained the model, if that is said.
pub(crate) fn resolve(
    sections: &mut [Section],
    trained_by: Option<(String, Span)>,
    options: &Options<'_>,
    catalog: &Catalog<'_>,
    notes: &mut Notes<'_>,
) -> Option<Node> {
    let resolver = Resolver { options, catalog };
    let host = hosting_instance(sections);
    let trainer = trained_by.and_then(|(text, span)| resolver.trainer(&text, &span, notes));
    for section in sections.iter_mut() {
        let used = resolver.used(section, &host);
        let field_names: &[&str] = match section.part.key {
            "TrainingJob" => &["AlgorithmSpecification", "TrainingImage"],
            "ProcessingJob" => &["AppSpecification", "ImageUri"],
            "Model" => &["PrimaryContainer", "Image"],
            _ => continue,
        };
        let instance_type = used.instance_type.map(str::to_owned);
        let used = Use {
            instance_type: instance_type.as_deref(),
            ..used
        };
        if section.part.key == "Model" {
            if let Some(trainer) = &trainer {
                resolver.partner(section, trainer, &used, notes);
            }
            resolver.containers(section, &used, notes);
        }
        resolver.field(section, field_names, &used, notes);
        if let Some(trainer) = trainer.as_ref().filter(|_| section.part.key == "Model") {
            resolver.other_algorithm(section, trainer, notes);
        }
    }
    trainer.map(|trainer| trainer.node)
}

/// The image that trained a model.
struct Trainer<'c> {
    node: Node,
    /// It, if the catalog knows it.
    located: Option<Located<'c>>,
}

struct Resolver<'r, 'c> {
    options: &'r Options<'r>,
    catalog: &'c Catalog<'c>,
}

/// Where a model will be hosted.
struct Hosting {
    instance_type: Option<String>,
    is_serverless: bool,
}

fn hosting_instance(sections: &[Section]) -> Hosting {
    let variants = find_section(sections, "EndpointConfig")
        .and_then(|config| config.request.get("ProductionVariants"))
        .map_or(&[][..], Node::items);
    let of_variant = variants
        .iter()
        .find_map(|variant| variant.get("InstanceType")?.as_str());
    let of_transform = find_section(sections, "TransformJob")
        .and_then(|job| job.request.at(["TransformResources", "InstanceType"])?.as_str());
    Hosting {
        instance_type: of_variant.or(of_transform).map(str::to_owned),
        is_serverless: variants
            .iter()
            .any(|variant| variant.get("ServerlessConfig").is_some()),
    }
}

impl<'c> Resolver<'_, 'c> {
    fn used<'s>(&self, section: &'s Section, host: &'s Hosting) -> Use<'s> {
        let request = &section.request;
        let (scopes, instance_type): (&'static [&'static str], Option<&str>) = match section.part.key {
            "TrainingJob" => {
                let resources = request.get("ResourceConfig");
                let own = resources.and_then(|resources| resources.get("InstanceType"));
                let of_group = || {
                    let groups = resources?.get("InstanceGroups")?;
                    groups.items().first()?.get("InstanceType")
                };
                (Kind::Train.scopes(), own.or_else(of_group).and_then(Node::as_str))
            }
            "ProcessingJob" => {
                let cluster = request.at(["ProcessingResources", "ClusterConfig", "InstanceType"]);
                (Kind::Process.scopes(), cluster.and_then(Node::as_str))
            }
            _ => (Kind::Deploy.scopes(), host.instance_type.as_deref()),
        };
        Use {
            scopes,
            instance_type,
            is_serverless: section.part.key == "Model" && host.is_serverless,
        }
    }

    /// Resolves the reference in a field, if there is one.
    fn field(&self, section: &mut Section, path: &[&str], used: &Use<'_>, notes: &mut Notes<'_>) {
        let Some(node) = section.request.at(path.iter().copied()) else {
            return;
        };
        let found = node
            .as_str()
            .and_then(|text| self.text(text, &node.span, used, notes));
        let Some((path_text, reason)) = found else { return };
        let mut place = &mut section.request;
        for key in path {
            let Some(inner) = place.get_mut(key) else { return };
            place = inner;
        }
        place.value = Value::String(path_text.clone());
        notes
            .choices
            .push(Choice::new(section, &path.join("."), &path_text, &reason));
    }

    /// Resolves the references of a pipeline's containers.
    fn containers(&self, section: &mut Section, used: &Use<'_>, notes: &mut Notes<'_>) {
        let mut chosen = Vec::new();
        if let Some(Node {
            value: Value::List(containers),
            ..
        }) = section.request.get_mut("Containers")
        {
            for (number, container) in containers.iter_mut().enumerate() {
                let Some(image) = container.get_mut("Image") else {
                    continue;
                };
                let text = image.as_str().unwrap_or_default().to_owned();
                if let Some((path, reason)) = self.text(&text, &image.span, used, notes) {
                    image.value = Value::String(path.clone());
                    chosen.push((format!("Containers[{number}].Image"), path, reason));
                }
            }
        }
        for (field, path, reason) in chosen {
            notes.choices.push(Choice::new(section, &field, &path, &reason));
        }
    }

    /// The registry path that a reference stands for, and why; nothing if the text is none, or means no image.
    fn text(
        &self,
        text: &str,
        span: &Span,
        used: &Use<'_>,
        notes: &mut Notes<'_>,
    ) -> Option<(String, String)> {
        let reference = self.reference(text, span, notes)?;
        let located = match self.locate(&reference, used) {
            Ok(located) => located,
            Err(error) => {
                notes.remarks.push(refused(&error, span));
                return None;
            }
        };
        Some((located.path().to_string(), self.reason(text, &located, used)))
    }

    fn reference(&self, text: &str, span: &Span, notes: &mut Notes<'_>) -> Option<ImageReference> {
        let Some(read) = ImageReference::parse(text) else {
            notes.remarks.extend(self.forgotten_scheme(text, span));
            return None;
        };
        match read {
            Ok(reference) => Some(reference),
            Err(error) => {
                let remark = Remark::error("image-reference", span.clone(), error.to_string());
                notes.remarks.push(remark.help(error.hint()));
                None
            }
        }
    }

    /// What is said of a framework that stands there as it is.
    fn forgotten_scheme(&self, text: &str, span: &Span) -> Option<Remark> {
        let (framework, version) = text.split_once(['@', ':']).unwrap_or((text, ""));
        self.catalog.framework(framework)?;
        let meant = match version {
            "" => format!("{SCHEME}{framework}"),
            version => format!("{SCHEME}{framework}@{version}"),
        };
        let message = format!("`{text}` is no registry path");
        let remark = Remark::error("image-reference", span.clone(), message);
        Some(remark.help(Some(format!("did you mean `{meant}`?"))))
    }

    fn locate(&self, reference: &ImageReference, used: &Use<'_>) -> Result<Located<'c>, Error> {
        locate(reference, used, self.options.region, self.catalog)
    }

    fn reason(&self, text: &str, located: &Located<'_>, used: &Use<'_>) -> String {
        let place = match used.instance_type {
            Some(instance_type) => format!("{} on {instance_type}", self.options.region),
            None => self.options.region.to_owned(),
        };
        let image = located.image();
        let title = image.framework().title();
        let evidence = located.evidence();
        format!("`{text}` in {place}: {title} {}, {evidence}", image.version())
    }

    /// What trained the model, by reference or registry path.
    fn trainer(&self, text: &str, span: &Span, notes: &mut Notes<'_>) -> Option<Trainer<'c>> {
        let used = Use {
            scopes: Kind::Train.scopes(),
            instance_type: None,
            is_serverless: false,
        };
        let located = if text.starts_with(SCHEME) {
            let reference = self.reference(text, span, notes)?;
            match self.locate(&reference, &used) {
                Ok(located) => Some(located),
                Err(error) => {
                    notes.remarks.push(refused(&error, span));
                    return None;
                }
            }
        } else {
            match RegistryPath::parse(text) {
                Ok(path) => {
                    let identity = self.catalog.identify(&path);
                    let mut images = identity.images().rev();
                    images.find_map(|image| image.at(self.options.region))
                }
                Err(error) => {
                    let message = format!("`{TRAINED_BY}` is no registry path: {error}");
                    let remark = Remark::error("malformed-path", span.clone(), message);
                    let help = "name the training job's file, its image, or `sagepath:FRAMEWORK@VERSION`";
                    notes.remarks.push(remark.help(Some(help)));
                    return None;
                }
            }
        };
        let path = located.map_or_else(|| text.to_owned(), |located| located.path().to_string());
        Some(Trainer {
            node: Node {
                value: Value::String(path),
                span: span.clone(),
            },
            located,
        })
    }

    /// What one built-in algorithm trains, no other hosts. Of a file that only has both, the rules think no such thing: it may be of two
    /// models. Here the file says that they are one.
    fn other_algorithm(&self, section: &Section, trainer: &Trainer<'c>, notes: &mut Notes<'_>) {
        let Some(image) = section.request.at(["PrimaryContainer", "Image"]) else {
            return;
        };
        let host = image.as_str().and_then(|path| RegistryPath::parse(path).ok());
        let host = host.and_then(|path| self.catalog.identify(&path).images().next());
        let (Some(host), Some(trained)) = (host, trainer.located) else {
            return;
        };
        let version = trained.image().version();
        let (host, trained) = (host.framework(), trained.image().framework());
        let are_algorithms = [&host, &trained].iter().all(|framework| {
            framework.kind() == FrameworkKind::Algorithm && framework.parameters().is_some()
        });
        if !self.options.verify || !are_algorithms || host == trained {
            return;
        }
        let message = format!(
            "{} trains the model, and {} is to host it",
            trained.title(),
            host.title()
        );
        let help = format!("take `{SCHEME}{}@{version}`, or name no image", trained.slug());
        let remark = Remark::error("train-host-mismatch", image.span.clone(), message);
        notes.remarks.push(Remark {
            can_be_passed_over: true,
            ..remark.help(Some(help))
        });
    }

    /// Gives a model without an image the partner of the one that trained it.
    fn partner(&self, section: &mut Section, trainer: &Trainer<'c>, used: &Use<'_>, notes: &mut Notes<'_>) {
        let request = &section.request;
        let is_open =
            request.get("Containers").is_none() && request.at(["PrimaryContainer", "Image"]).is_none();
        let Some(located) = trainer.located.filter(|_| is_open) else {
            return;
        };
        let instance = used
            .instance_type
            .and_then(|name| self.catalog.instance_type(name));
        let place = request
            .get("PrimaryContainer")
            .map_or_else(|| request.span.clone(), |container| container.span.clone());
        let Some(partner) = located.partner(instance.as_ref()) else {
            let message = format!("no image is known that hosts what {} trains", located.path());
            let help = instance_help(self.options.kind, instance.as_ref());
            let remark = Remark::error("train-host-mismatch", place, message);
            notes.remarks.push(remark.help(Some(help)));
            return;
        };
        let path = partner.path().to_string();
        let image = Node {
            value: Value::String(path.clone()),
            span: place,
        };
        if section.request.get("PrimaryContainer").is_none() {
            section
                .request
                .set("PrimaryContainer", Node::new(Value::Map(Vec::new())));
        }
        if let Some(container) = section.request.get_mut("PrimaryContainer") {
            container.set("Image", image);
        }
        let reason = format!("it hosts what {} trains", located.path());
        let field = "PrimaryContainer.Image";
        notes.choices.push(Choice::new(section, field, &path, &reason));
    }
}

fn instance_help(kind: Kind, instance: Option<&InstanceType<'_>>) -> String {
    match instance {
        Some(instance) => format!("name `Image`, or another instance type than {}", instance.name()),
        None => format!(
            "name `Image` in the model that `sagepath {}` makes",
            kind.as_str()
        ),
    }
}

/// Why there is no image, with the choices.
fn refused(error: &Error, span: &Span) -> Remark {
    const SHOWN: usize = 12;
    let choices = error.choices();
    let listed = match choices.len() {
        0 => None,
        count if count <= SHOWN => Some(format!("choices: {}", choices.join(", "))),
        count => {
            let shown = choices[count - SHOWN..].join(", ");
            Some(format!("choices: {shown}, and {} more", count - SHOWN))
        }
    };
    let meant = error
        .suggestion()
        .map(|suggestion| format!("did you mean `{suggestion}`?"));
    let hint = error.hint().map(str::to_owned);
    let help: Vec<String> = [meant, listed, hint].into_iter().flatten().collect();
    let rule = match error.code() {
        Code::UnknownInstanceType => UNKNOWN_INSTANCE_TYPE,
        _ => "image-reference",
    };
    Remark::error(rule, span.clone(), error.to_string()).help((!help.is_empty()).then(|| help.join("; ")))
}
