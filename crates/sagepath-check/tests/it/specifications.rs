//! Every rule has a specification, and does what it says.

use sagepath::Catalog;
use sagepath_check::check_paths;

use crate::specification::{self, findings, told};

#[test]
fn every_rule_has_a_specification() {
    let mut specified: Vec<String> = specification::all().into_iter().map(|one| one.rule).collect();
    let mut rules: Vec<&str> = sagepath_check::RULES.iter().map(|rule| rule.name).collect();
    specified.sort_unstable();
    rules.sort_unstable();
    assert_eq!(specified, rules);
}

#[test]
fn every_rule_does_what_its_specification_says() {
    if std::env::var_os("SPECIFICATIONS").is_some_and(|value| value == "overwrite") {
        specification::all()
            .iter()
            .for_each(specification::Specification::overwrite);
        return;
    }
    let mut failures = String::new();
    for specification in specification::all() {
        let settings = specification.settings();
        for (name, text, expected) in specification.cases() {
            let found = told(&findings(name, text, &settings));
            if found != expected {
                let rule = &specification.rule;
                failures.push_str(&format!("{rule}: {name}\nexpected:\n{expected}found:\n{found}\n"));
            }
        }
    }
    assert!(
        failures.is_empty(),
        "{failures}SPECIFICATIONS=overwrite records what is found now"
    );
}

/// A specification without a case of either kind would prove little.
#[test]
fn every_specification_says_what_is_found_and_what_is_not() {
    for specification in specification::all() {
        let found = specification
            .cases()
            .filter(|(_, _, findings)| !findings.is_empty())
            .count();
        let quiet = specification
            .cases()
            .filter(|(_, _, findings)| findings.is_empty())
            .count();
        assert!(
            found > 0 && quiet > 0,
            "{}: {found} found, {quiet} quiet",
            specification.rule
        );
    }
}

#[test]
fn pages_begin_with_a_sentence() {
    for rule in sagepath_check::RULES {
        assert!(rule.summary().ends_with('.'), "{}", rule.name);
        assert!(rule.page().starts_with(&format!("# {}\n", rule.name)));
    }
}

/// Most files of a folder are only searched for a few words, and not read: no finding may be lost by it.
#[test]
fn a_file_in_a_folder_is_told_what_it_is_told_alone() {
    for specification in specification::all() {
        let settings = specification.settings();
        let folder = tempfile::tempdir().unwrap();
        let cases: Vec<_> = specification.cases().collect();
        for (number, (name, text, expected)) in cases.into_iter().enumerate() {
            let folder = folder.path().join(number.to_string());
            let file = folder.join(name);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(&file, text).unwrap();
            let report = check_paths(&[folder], Catalog::embedded(), &settings).unwrap();
            let found: String = report.files.iter().map(|file| told(&file.findings)).collect();
            assert_eq!(found, expected, "{}: {name}", specification.rule);
        }
    }
}
