//! Each mistake that can be made in the catalog is found, at its line.

use serde::Deserialize;

use crate::fixture::{Edit, Fixture, cases};

/// A change of a file of the catalog, and the problems that it must give.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    file: std::path::PathBuf,
    #[serde(default)]
    find: String,
    replace: String,
    problems: Vec<String>,
}

#[test]
fn planted_mistakes_are_found() {
    let mut wrong = Vec::new();
    for case in cases::<Case>("catalog-mistakes.toml") {
        let fixture = Fixture::imported();
        let edit = Edit {
            file: std::path::Path::new("catalog").join(case.file),
            find: case.find,
            replace: case.replace,
        };
        fixture.edit(&edit);
        let found: Vec<String> = match sagepath_import::check(&fixture.path("catalog")) {
            Ok(problems) => problems.iter().map(ToString::to_string).collect(),
            Err(error) => vec![error.to_string()],
        };
        let found: Vec<String> = found
            .into_iter()
            .map(|line| fixture.relative(&line).replace("catalog/", ""))
            .collect();
        if found != case.problems {
            wrong.push(format!(
                "{edit:?}\n   found: {found:#?}\nexpected: {:#?}",
                case.problems
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
