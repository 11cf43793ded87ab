use super::{Check, Draft, rule};
use crate::finding::Safety;
use crate::subject::{Change, Given, PathPart, Subject};

rule! {
    /// The host's suffix is not that of the region's partition.
    ///
    /// The registries of China end with `amazonaws.com.cn`, those of the isolated regions and of the European Sovereign Cloud
    /// with suffixes of their own.
    ///
    /// ```text
    /// 390948362332.dkr.ecr.cn-north-1.amazonaws.com/kmeans:1
    /// ```
    "wrong-suffix": Error, High, fix Some(Safety::Safe), on, Check::Path(check)
}

fn check(subject: &Subject<'_>) -> Option<Draft> {
    let is_written = subject.path.suffix.is == Given::Written && subject.path.region.is == Given::Written;
    if !is_written || !subject.is_ours() {
        return None;
    }
    let right = subject.identity.right_suffix()?;
    let (region, suffix) = (&subject.path.region.value, &subject.path.suffix.value);
    let change = Change {
        suffix: Some(right.to_owned()),
        ..Change::default()
    };
    Some(
        Draft::new(
            subject.span(PathPart::Suffix),
            format!("hosts in {region} end with `{right}`, not with `{suffix}`"),
        )
        .change(Some(change)),
    )
}
