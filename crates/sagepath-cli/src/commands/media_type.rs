//! Media types by short names and by the suffixes of files, as SageMaker's containers take them.

use std::path::Path;

use crate::failure::Failure;

/// Names of media types, the suffixes of their files, and the types themselves.
const TYPES: [(&str, &[&str], &str); 11] = [
    ("csv", &["csv"], "text/csv"),
    ("json", &["json"], "application/json"),
    (
        "jsonl",
        &["jsonl", "jsonlines", "ndjson"],
        "application/jsonlines",
    ),
    ("libsvm", &["libsvm", "svm", "svmlight"], "text/x-libsvm"),
    (
        "recordio",
        &["recordio", "pbr", "rec"],
        "application/x-recordio-protobuf",
    ),
    ("npy", &["npy"], "application/x-npy"),
    ("parquet", &["parquet"], "application/x-parquet"),
    ("text", &["txt"], "text/plain"),
    ("jpeg", &["jpg", "jpeg"], "image/jpeg"),
    ("png", &["png"], "image/png"),
    ("bytes", &["bin"], "application/octet-stream"),
];

/// The media type that is meant by a name.
pub(super) fn named(name: &str) -> Result<String, Failure> {
    if name.contains('/') {
        return Ok(name.to_owned());
    }
    let known = TYPES
        .iter()
        .find(|(own, suffixes, _)| *own == name || suffixes.contains(&name));
    known
        .map(|(_, _, media_type)| (*media_type).to_owned())
        .ok_or_else(|| {
            Failure::usage(format!("content type `{name}` is not known"))
                .choices(TYPES.map(|(own, _, _)| own))
                .hint("a media type such as `text/csv; header=present` is sent as it is")
        })
}

/// The media type that a file's suffix stands for.
pub(super) fn of_file(file: &Path) -> Option<String> {
    let suffix = file.extension()?.to_str()?.to_ascii_lowercase();
    let known = TYPES
        .iter()
        .find(|(_, suffixes, _)| suffixes.contains(&suffix.as_str()))?;
    Some(known.2.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_is_known_by_its_name_or_by_the_suffix_of_a_file() {
        assert_eq!(of_file(Path::new("a/rows.CSV")).as_deref(), Some("text/csv"));
        assert_eq!(of_file(Path::new("rows")), None);
        for (name, expected) in [
            ("json", "application/json"),
            ("svm", "text/x-libsvm"),
            ("a/b; c=d", "a/b; c=d"),
        ] {
            assert_eq!(named(name).ok().as_deref(), Some(expected));
        }
        assert!(named("xls").is_err());
    }
}
