//! What the service would refuse, and what only the catalog knows.

use sagepath::{Catalog, InstanceType, RegistryPath};
use sagepath_api::{Problem, Violation};
use sagepath_check::{Settings, check_document};
use sagepath_document::{Entry, Node, Value};

use crate::kind::Kind;
use crate::plan::Options;
use crate::remark::Remark;
use crate::section::{Section, TRAINED_BY, find_section};

/// By the service's own model.
pub(crate) fn by_model(sections: &[Section], options: &Options<'_>, catalog: &Catalog<'_>) -> Vec<Remark> {
    let violations = sections
        .iter()
        .flat_map(|section| section.operation.validate(&section.request));
    violations
        .map(|violation| {
            let remark = Remark::of_violation(&violation);
            match instance_type(&violation, catalog) {
                Some(instance) => for_another_use(remark, &violation, instance, options.kind),
                None => remark,
            }
        })
        .collect()
}

/// The instance type that there is, though not for this.
fn instance_type<'c>(violation: &Violation, catalog: &'c Catalog<'_>) -> Option<InstanceType<'c>> {
    match &violation.problem {
        Problem::Choice { value, .. } => catalog.instance_type(value),
        _ => None,
    }
}

/// A name like it would be no better: what it is for is what matters.
fn for_another_use(remark: Remark, violation: &Violation, instance: InstanceType<'_>, kind: Kind) -> Remark {
    let (path, name, wanted) = (&violation.path, instance.name(), kind.purpose());
    let uses = instance.uses().filter(|used| *used != wanted);
    let uses = uses.collect::<Vec<_>>().join(", ");
    Remark {
        message: format!("`{path}` is `{name}`, on which SageMaker does not {wanted}"),
        ..remark
    }
    .help(Some(format!(
        "its uses are {uses}; `sagepath instances --uses {wanted}` lists others"
    )))
}

/// A training job without any channel, of an algorithm that must have one. The rules pass it over: in a file of another kind, channels may
/// come from elsewhere.
pub(crate) fn without_channels(sections: &[Section], catalog: &Catalog<'_>) -> Option<Remark> {
    let section = find_section(sections, "TrainingJob")?;
    let has_own_program = section
        .request
        .at(["HyperParameters", "sagemaker_program"])
        .is_some()
        || section
            .request
            .at(["AlgorithmSpecification", "ContainerEntrypoint"])
            .is_some();
    if section.request.get("InputDataConfig").is_some() || has_own_program {
        return None;
    }
    let image = section.request.at(["AlgorithmSpecification", "TrainingImage"])?;
    let path = RegistryPath::parse(image.as_str()?).ok()?;
    let framework = catalog.identify(&path).images().next()?.framework();
    let parameters = framework.parameters()?;
    let needed = parameters.required_channels().next()?;
    let message = format!("{} needs a channel called `{needed}`", framework.title());
    let help = "say in `InputDataConfig` where its data is";
    let remark = Remark::error("channel-unknown", image.span.clone(), message);
    Some(Remark {
        can_be_passed_over: true,
        ..remark.help(Some(help))
    })
}

/// By what the catalog knows: the rules of `sagepath check`, for which the parts are one file with registry paths in it.
///
/// `trainer` is the image that trained the model.
pub(crate) fn by_rules(
    sections: &[Section],
    trainer: Option<&Node>,
    bytes: &[u8],
    options: &Options<'_>,
    catalog: &Catalog<'_>,
) -> Vec<Remark> {
    let entry = |key: &str, value: Node| Entry {
        key: key.to_owned(),
        key_span: 0..0,
        value,
    };
    let mut entries: Vec<Entry> = sections
        .iter()
        .map(|section| entry(section.part.key, section.request.clone()))
        .collect();
    if let Some(image) = trainer {
        let image = Node::new(Value::Map(vec![entry("TrainingImage", image.clone())]));
        let specification = Node::new(Value::Map(vec![entry("AlgorithmSpecification", image)]));
        entries.push(entry(TRAINED_BY, specification));
    }
    let document = Node::new(Value::Map(entries));
    let mut settings = Settings::default();
    if let Some(today) = options.today {
        settings.set_today(today, true);
    }
    let findings = check_document(&document, bytes, options.region, catalog, &settings);
    let findings = findings
        .into_iter()
        .filter(|finding| !(options.allow_latest && finding.rule.name == "latest-tag"));
    findings.map(Remark::of_finding).collect()
}
