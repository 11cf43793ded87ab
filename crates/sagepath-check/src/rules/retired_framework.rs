use super::{Check, Draft, rule};
use crate::subject::{PathPart, Subject};

rule! {
    /// The documentation calls the image deprecated, or every version of its framework is past its end of patch.
    "retired-framework": Warning, High, fix None, on, Check::Path(check)
}

fn check(subject: &Subject<'_>) -> Option<Draft> {
    let images = subject.images();
    let image = images.last()?;
    let framework = image.framework();
    let title = framework.title();
    let span = subject.span(PathPart::Repository);
    let is_floating = framework.requires_version() && image.withheld().is_some();
    if images.iter().all(sagepath::Image::is_deprecated) && !is_floating {
        let message = format!("{title} {} is deprecated", image.version());
        return Some(Draft::new(span, message).help("`sagepath versions` lists those that are not"));
    }
    let today = subject.settings.today?;
    let is_past = |image: sagepath::Image<'_>| image.end_of_patch().is_some_and(|end| end <= today);
    framework.images().all(is_past).then(|| {
        Draft::new(
            span,
            format!("{title} is retired: each of its versions is past its end of patch"),
        )
    })
}
