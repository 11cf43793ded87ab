use super::{Check, Draft, rule};
use crate::subject::{PathPart, Subject};

rule! {
    /// The image will soon be past its end of patch.
    ///
    /// How soon is the setting `ends-soon-days`, 60 where nothing else is said.
    "ends-soon": Info, High, fix None, on, Check::Path(check)
}

fn check(subject: &Subject<'_>) -> Option<Draft> {
    let today = subject.settings.today?;
    let images = subject.images();
    let image = images.last()?;
    let end = images.iter().map(sagepath::Image::end_of_patch).max()??;
    let days = (end - today).get_days();
    if end <= today || days > i32::from(subject.settings.ends_soon_days) {
        return None;
    }
    let title = image.framework().title();
    let draft = Draft::new(
        subject.span(PathPart::Tag),
        format!(
            "{title} {} is patched until {end}, which is in {days} days",
            image.version()
        ),
    );
    let newest = image.newest();
    let outlives = newest != *image && newest.end_of_patch().is_none_or(|other| other > end);
    Some(if outlives {
        draft.help(format!("the newest is {}", newest.version()))
    } else {
        draft
    })
}
