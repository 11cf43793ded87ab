//! The same values in each format, where they stand, and what is refused.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use proptest::prelude::*;
use sagepath_document::{Format, Node, Value, lenient, read};

const YAML: &str = "\
# a job
Name: churn
Count: 2
On: true
Map: {a: \"1\", b: x}
List:
  - one
  - {two: 2}
Nothing:
";

const JSON: &str = r#"{
  // a job
  "Name": "churn",
  "Count": 2,
  "On": true,
  "Map": {"a": "1", "b": "x"},
  "List": ["one", {"two": 2}],
  "Nothing": null,
}"#;

const TOML: &str = r#"# a job
Name = "churn"
Count = 2
On = true
Map = { a = "1", b = "x" }
List = ["one", { two = 2 }]
"#;

/// What stands at each leaf of a document in its file.
fn leaves(text: &str, node: &Node, path: &str, found: &mut Vec<String>) {
    match &node.value {
        Value::Map(entries) => {
            for entry in entries {
                assert!(text[entry.key_span.clone()].contains(&entry.key));
                leaves(text, &entry.value, &format!("{path}/{}", entry.key), found);
            }
        }
        Value::List(items) => {
            for (number, item) in items.iter().enumerate() {
                leaves(text, item, &format!("{path}/{number}"), found);
            }
        }
        _ => found.push(format!("{path} {}", text[node.span.clone()].trim_matches('"'))),
    }
}

#[test]
fn a_value_stands_where_its_span_says_in_every_format() {
    for (text, format) in [(YAML, Format::Yaml), (JSON, Format::Json), (TOML, Format::Toml)] {
        let document = read(text, format).unwrap();
        let mut found = Vec::new();
        leaves(text, &document, "", &mut found);
        found.retain(|leaf| !leaf.starts_with("/Nothing"));
        let expected = [
            "/Name churn",
            "/Count 2",
            "/On true",
            "/Map/a 1",
            "/Map/b x",
            "/List/0 one",
            "/List/1/two 2",
        ];
        assert_eq!(found, expected, "{format:?}");
    }
}

#[test]
fn aliases_and_merge_keys_are_followed() {
    let text = "base: &base {a: 1, b: 2}\none: *base\ntwo:\n  <<: *base\n  b: 3\n";
    let document = read(text, Format::Yaml).unwrap();
    assert_eq!(document.at(["one", "a"]).and_then(Node::as_integer), Some(1));
    assert_eq!(document.at(["two", "a"]).and_then(Node::as_integer), Some(1));
    assert_eq!(document.at(["two", "b"]).and_then(Node::as_integer), Some(3));
}

#[test]
fn a_word_keeps_its_letters_and_a_quoted_one_is_a_text() {
    let document = read("a: 1.10\nb: \"1.10\"\nc: !!str 1.10\nd: ~\n", Format::Yaml).unwrap();
    let value = |key| &document.get(key).unwrap().value;
    assert_eq!(*value("a"), Value::Word("1.10".to_owned()));
    assert_eq!(*value("b"), Value::String("1.10".to_owned()));
    assert_eq!(*value("c"), Value::String("1.10".to_owned()));
    assert_eq!(*value("d"), Value::Null);
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let table = [
        (Format::Yaml, "a: b: c\n", 4),
        (Format::Yaml, "a: [1\n", 3),
        (Format::Yaml, "a: *b\n", 3),
        (Format::Yaml, "", 0),
        (Format::Yaml, "a: 1\n---\nb: 2\n", 9),
        (Format::Yaml, "? [a]\n: 1\n", 2),
        (Format::Yaml, "a: !Sub x\n", 8),
        (Format::Json, "{\"a\": 1 \"b\": 2}", 7),
        (Format::Json, "{'a': 1}", 1),
        (Format::Json, "{\"a\": 0x10}", 6),
        (Format::Json, "", 0),
        (Format::Toml, "a = \n", 4),
        (Format::Toml, "a = 1\na = 2\n", 6),
    ];
    let mut told = Vec::new();
    for (format, text, _) in table {
        let error = read(text, format).unwrap_err();
        assert!(
            !error.message.is_empty() && !error.message.ends_with('.'),
            "{error}"
        );
        told.push((format, text, error.span.start));
    }
    assert_eq!(told, table);
}

#[test]
fn aliases_of_aliases_come_to_an_end() {
    let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..12 {
        let before = format!("*a{}, ", level - 1).repeat(10);
        text.push_str(&format!("a{level}: &a{level} [{before}]\n"));
    }
    let error = read(&text, Format::Yaml).unwrap_err();
    assert_eq!(error.message, "the file has more than 100000 values");
}

#[test]
fn files_of_others_are_read_as_far_as_they_can_be() {
    assert!(lenient::json("{a: 'x', b: 0x10 c: +1}").is_some());
    assert_eq!(lenient::yaml("a: *b\n"), None);
    assert_eq!(lenient::yaml("a: &b x\nc: *b\n---\n- 1\n").unwrap().len(), 2);
}

proptest! {
    #[test]
    fn nothing_makes_a_reader_panic(text in "[\\[\\]{}:,&*!<>|\"'#a-c0-9\\-\\.\\n =é]{0,80}") {
        for format in [Format::Yaml, Format::Json, Format::Toml] {
            if let Err(error) = read(&text, format) {
                prop_assert!(error.span.start <= error.span.end);
            }
        }
    }
}
