use sagepath::{FrameworkKind, Image};

use super::{Check, Draft, rule};
use crate::context::Usage;
use crate::finding::Safety;
use crate::subject::{Change, PathPart, Subject};

rule! {
    /// A model is trained at one version of an image and hosted at another.
    ///
    /// What one version saved another may not load. The documentation says so of the built-in algorithms: what is trained with
    /// an image at `:1` is hosted with the inference image at `:1`. It is found where one file trains and hosts with the same
    /// framework; of Deep Learning Containers the first two numbers of the version must agree.
    "train-host-mismatch": Warning, Medium, fix Some(Safety::Unsafe), on, Check::Document(check)
}

fn check(subject: &Subject<'_>, document: &[Subject<'_>]) -> Option<Draft> {
    if subject.reference.context.usage != Some(Usage::Hosting) {
        return None;
    }
    let image = subject.image()?;
    let mut trained = document
        .iter()
        .filter(|other| other.reference.context.usage == Some(Usage::Training))
        .filter_map(|other| Some((other.tag()?, other.image()?)))
        .filter(|(_, other)| other.framework() == image.framework())
        .peekable();
    let (tag, first) = *trained.peek()?;
    if trained.any(|(_, other)| agree(&image, &other)) {
        return None;
    }
    let same_repository = first.repository() == image.repository();
    let change = same_repository.then(|| Change {
        tag: Some(tag.to_owned()),
        ..Change::default()
    });
    let title = image.framework().title();
    Some(
        Draft::new(
            subject.span(PathPart::Tag),
            format!(
                "{title} is trained at `{}` and hosted at `{}`",
                first.version(),
                image.version()
            ),
        )
        .help("host with the version that trained the model")
        .change(change),
    )
}

/// Whether what one image saved the other may load.
fn agree(host: &Image<'_>, trainer: &Image<'_>) -> bool {
    if host.framework().kind() == FrameworkKind::Algorithm {
        return host.version() == trainer.version();
    }
    host.version()
        .split('.')
        .take(2)
        .eq(trainer.version().split('.').take(2))
}
