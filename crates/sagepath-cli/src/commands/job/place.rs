//! Inputs and outputs of a processing job in a word each: what is where in S3, and where in the container.
//!
//! Both are written as data flows: `[NAME=]S3URI[=PATH]` goes in, `[NAME=][PATH=]S3URI` comes out. A name makes a path, and a path
//! alone a name.

use sagepath_job::usual::Place;

use crate::failure::Failure;

/// Which way data flows.
struct Flow {
    option: &'static str,
    /// How a word without and with a path is written.
    forms: [&'static str; 2],
    /// Where things are that have a name and no path.
    folder: &'static str,
    /// What those are called that have no name, and a number.
    noun: &'static str,
}

const IN: Flow = Flow {
    option: "--input",
    forms: ["NAME=S3URI", "S3URI=PATH"],
    folder: "/opt/ml/processing/input",
    noun: "input",
};
const OUT: Flow = Flow {
    option: "--output",
    forms: ["NAME=S3URI", "PATH=S3URI"],
    folder: "/opt/ml/processing/output",
    noun: "output",
};

/// What the container gets.
pub(super) fn inputs(words: &[String]) -> Result<Vec<Place<'_>>, Failure> {
    IN.places(words, |name, rest| {
        // A key may have equals signs of its own, as those of partitions have: only before a slash is one the path's.
        let (s3_uri, path) = match rest.rfind("=/") {
            Some(at) => (&rest[..at], Some(&rest[at + 1..])),
            None => (rest, None),
        };
        (name.strip_suffix('=').unwrap_or(name), s3_uri, path)
    })
}

/// What the container leaves.
pub(super) fn outputs(words: &[String]) -> Result<Vec<Place<'_>>, Failure> {
    OUT.places(words, |before, s3_uri| {
        let before = before.strip_suffix('=').unwrap_or(before);
        match before.find('/') {
            Some(0) => ("", s3_uri, Some(before)),
            Some(at) => (before[..at].trim_end_matches('='), s3_uri, Some(&before[at..])),
            None => (before, s3_uri, None),
        }
    })
}

impl Flow {
    /// Takes words apart. `split` gets what is before the URI and what begins with it, and gives name, URI and path.
    fn places<'w>(
        &self,
        words: &'w [String],
        split: impl Fn(&'w str, &'w str) -> (&'w str, &'w str, Option<&'w str>),
    ) -> Result<Vec<Place<'w>>, Failure> {
        let option = self.option;
        let mut places: Vec<Place<'_>> = Vec::new();
        for (word, number) in words.iter().zip(1..) {
            let Some(begin) = word.find("s3://") else {
                return Err(
                    Failure::usage(format!("`{option} {word}` names nothing in S3")).hint(format!(
                        "write {}; what is on this machine is first copied to S3, as by `aws s3 cp`",
                        self.written()
                    )),
                );
            };
            let (name, s3_uri, path) = split(&word[..begin], &word[begin..]);
            if name.is_empty() && path.is_none() {
                let message = format!("`{option} {word}` has neither a name nor a path in the container");
                return Err(Failure::usage(message).hint(format!("write {}", self.written())));
            }
            let name = match name {
                "" => format!("{}-{number}", self.noun),
                name => name.to_owned(),
            };
            let path = path.map_or_else(|| format!("{}/{name}", self.folder), str::to_owned);
            if places.iter().any(|other| other.name == name) {
                return Err(Failure::usage(format!("`{option} {name}` is given twice")));
            }
            if let Some(other) = places.iter().find(|other| other.path == path) {
                let noun = self.noun;
                return Err(Failure::usage(format!(
                    "the {noun}s `{}` and `{name}` have the same path {path}",
                    other.name
                )));
            }
            places.push(Place { name, s3_uri, path });
        }
        Ok(places)
    }

    fn written(&self) -> String {
        let [named, placed] = self.forms;
        format!("`{option} {named}` or `{option} {placed}`", option = self.option)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(places: Result<Vec<Place<'_>>, Failure>) -> Vec<[String; 3]> {
        let places = places.unwrap_or_default().into_iter();
        places
            .map(|place| [place.name, place.s3_uri.to_owned(), place.path])
            .collect()
    }

    #[test]
    fn a_name_makes_a_path_and_a_path_a_name() {
        let table = [
            (
                "raw=s3://b/raw",
                ["raw", "s3://b/raw", "/opt/ml/processing/input/raw"],
            ),
            ("s3://b/raw=/opt/x", ["input-1", "s3://b/raw", "/opt/x"]),
            ("raw=s3://b/raw=/opt/x", ["raw", "s3://b/raw", "/opt/x"]),
            (
                "raw=s3://b/year=2026/month=1",
                ["raw", "s3://b/year=2026/month=1", "/opt/ml/processing/input/raw"],
            ),
            (
                "s3://b/year=2026=/opt/x",
                ["input-1", "s3://b/year=2026", "/opt/x"],
            ),
        ];
        for (word, expected) in table {
            assert_eq!(told(inputs(&[word.to_owned()])), [expected], "{word}");
        }
        let table = [
            (
                "clean=s3://b/clean",
                ["clean", "s3://b/clean", "/opt/ml/processing/output/clean"],
            ),
            ("/opt/y=s3://b/clean", ["output-1", "s3://b/clean", "/opt/y"]),
            ("clean=/opt/y=s3://b/a=b", ["clean", "s3://b/a=b", "/opt/y"]),
        ];
        for (word, expected) in table {
            assert_eq!(told(outputs(&[word.to_owned()])), [expected], "{word}");
        }
    }

    #[test]
    fn what_cannot_be_meant_is_no_place() {
        for words in [
            &["raw"][..],
            &["./raw=/opt/x"],
            &["s3://b/raw"],
            &["=s3://b/raw"],
            &["raw=s3://b/raw", "raw=s3://b/other"],
            &["a=s3://b/raw=/opt/x", "b=s3://b/other=/opt/x"],
        ] {
            let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            assert!(inputs(&words).is_err(), "{words:?}");
        }
    }
}
