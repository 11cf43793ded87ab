use super::{Check, Draft, rule};
use crate::subject::{PathPart, Subject};

rule! {
    /// The image is past its end of patch: it gets no more security fixes.
    ///
    /// It can still be pulled. The dates are those of AWS's support policy for Deep Learning Containers; images whose end no
    /// source tells are not judged.
    ///
    /// ```text
    /// 763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:1.13.1-gpu-py39
    /// ```
    "past-end-of-patch": Warning, High, fix None, on, Check::Path(check)
}

fn check(subject: &Subject<'_>) -> Option<Draft> {
    let today = subject.settings.today?;
    let images = subject.images();
    let image = images.last()?;
    let is_past = |image: &sagepath::Image<'_>| image.end_of_patch().is_some_and(|end| end <= today);
    if !images.iter().all(is_past) {
        return None;
    }
    let end = image.end_of_patch()?;
    let title = image.framework().title();
    let draft = Draft::new(
        subject.span(PathPart::Tag),
        format!("{title} {} is past its end of patch since {end}", image.version()),
    );
    let newest = image.newest();
    let is_alive = newest != *image && newest.is_alive_on(today) != Some(false);
    Some(if is_alive {
        draft.help(format!("the newest is {}", newest.version()))
    } else {
        draft
    })
}
