//! Upstream files with anything in them: an import answers or refuses, and never panics.

use proptest::prelude::*;
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
        Just(json!({"versions": {"latest": {"registries": {"us-east-1": "111111111111"}, "repository": "-"}}})),
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
        Value::Array(values) => values.iter_mut().for_each(|value| replace(value, number, strange)),
        Value::Object(entries) => entries
            .values_mut()
            .for_each(|value| replace(value, number, strange)),
        _ => {}
    }
}

fn named(folder: &str, index: prop::sample::Index) -> std::path::PathBuf {
    let root = fixtures();
    let all = files(&root.join(folder));
    let file = index.get(&all);
    file.strip_prefix(&root).unwrap().to_owned()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn json_of_another_shape(file: prop::sample::Index, number in 0_usize..60, strange in strange_value()) {
        let fixture = Fixture::new();
        let file = named("core", file);
        let mut value: Value = serde_json::from_str(&fixture.read(&file)).unwrap();
        replace(&mut value, &mut { number }, &strange);
        std::fs::write(fixture.path(&file), value.to_string()).unwrap();
        let _ = fixture.import(DRY_RUN).map(|report| report.to_string());
    }

    #[test]
    fn bytes_cut_and_put_in(
        folder in prop_oneof![Just("core"), Just("dlc")],
        file: prop::sample::Index,
        at: prop::sample::Index,
        cut in 0_usize..20,
        put in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..8),
            prop_oneof![
                Just("\n- "), Just(": "), Just("&a "), Just("*a"), Just("!!int "), Just("\""), Just("|\n"), Just("{"),
                Just("]"), Just("2026-13-45"), Just("\u{feff}"), Just("tags: []\n"),
            ].prop_map(|text| text.as_bytes().to_vec()),
        ],
    ) {
        let fixture = Fixture::new();
        let file = named(folder, file);
        let mut bytes = std::fs::read(fixture.path(&file)).unwrap();
        let start = at.index(bytes.len());
        let end = (start + cut).min(bytes.len());
        bytes.splice(start..end, put);
        std::fs::write(fixture.path(&file), bytes).unwrap();
        let _ = fixture.import(DRY_RUN).map(|report| report.to_string());
    }
}
