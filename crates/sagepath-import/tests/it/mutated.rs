//! Upstream files with anything in them: an import answers or refuses, and never panics.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use sagepath_import::Options;
use serde_json::{Value, json};

use crate::fixture::{Fixture, files, fixtures};

const DRY_RUN: Options = Options {
    accept_account_changes: true,
    dry_run: true,
};

/// Values that may stand where another one is expected.
fn strange_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        Just(json!(true)),
        Just(json!(-1.5)),
        Just(json!("")),
        Just(json!("{version}-{")),
        Just(json!("../../etc")),
        Just(json!([])),
        Just(json!({})),
        Just(json!(["py3", "py3"])),
        Just(json!({"": ""})),
        Just(json!({"registries": {}, "repository": ""})),
        Just(
            json!({"versions": {"latest": {"registries": {"us-east-1": "111111111111"}, "repository": "-"}}})
        ),
        any::<String>().prop_map(Value::String),
    ]
}

/// Puts `strange` in the place of the value of this number, counted depth first.
fn replace(value: &mut Value, number: &mut usize, strange: &Value) {
    if *number == 0 {
        *value = strange.clone();
    }
    *number = number.wrapping_sub(1);
    match value {
        Value::Array(values) => values
            .iter_mut()
            .for_each(|value| replace(value, number, strange)),
        Value::Object(entries) => entries
            .values_mut()
            .for_each(|value| replace(value, number, strange)),
        _ => {}
    }
}

/// Imports with one file changed, and puts the file back.
fn import_with(fixture: &Fixture, file: &Path, bytes: &[u8]) {
    let good = fs::read(fixture.path(file)).unwrap();
    fs::write(fixture.path(file), bytes).unwrap();
    let _ = fixture.import(DRY_RUN).map(|report| report.to_string());
    fs::write(fixture.path(file), good).unwrap();
}

fn any_file(folders: &[&str]) -> impl Strategy<Value = PathBuf> {
    let root = fixtures();
    let found = folders.iter().flat_map(|folder| files(&root.join(folder)));
    let relative = found.map(|file| file.strip_prefix(&root).unwrap().to_owned());
    prop::sample::select(relative.collect::<Vec<_>>())
}

fn runner() -> TestRunner {
    TestRunner::new(ProptestConfig {
        cases: 300,
        failure_persistence: None,
        ..ProptestConfig::default()
    })
}

#[test]
fn json_of_another_shape() {
    let fixture = Fixture::new();
    let strategy = (any_file(&["core"]), 0_usize..60, strange_value());
    let result = runner().run(&strategy, |(file, mut number, strange)| {
        let mut value: Value = serde_json::from_str(&fixture.read(&file)).unwrap();
        replace(&mut value, &mut number, &strange);
        import_with(&fixture, &file, value.to_string().as_bytes());
        Ok(())
    });
    result.unwrap();
}

#[test]
fn bytes_cut_and_put_in() {
    let fixture = Fixture::new();
    let yaml = [
        "\n- ",
        ": ",
        "&a ",
        "*a",
        "!!int ",
        "\"",
        "|\n",
        "{",
        "]",
        "2026-13-45",
        "\u{feff}",
        "tags: []\n",
    ];
    let put = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..8),
        prop::sample::select(yaml.map(|text| text.as_bytes().to_vec()).to_vec()),
    ];
    let strategy = (
        any_file(&["core", "dlc"]),
        any::<prop::sample::Index>(),
        0_usize..20,
        put,
    );
    let result = runner().run(&strategy, |(file, at, cut, put)| {
        let mut bytes = fs::read(fixture.path(&file)).unwrap();
        let start = at.index(bytes.len());
        let end = (start + cut).min(bytes.len());
        bytes.splice(start..end, put);
        import_with(&fixture, &file, &bytes);
        Ok(())
    });
    result.unwrap();
}
