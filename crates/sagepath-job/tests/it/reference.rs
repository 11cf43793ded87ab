//! `sagepath:` references.

use proptest::prelude::*;
use sagepath_job::{ImageReference, PARAMETERS};

#[test]
fn a_reference_is_read_and_written() {
    let table = [
        ("sagepath:kmeans", Ok("sagepath:kmeans")),
        ("sagepath:xgboost@1.7-1", Ok("sagepath:xgboost@1.7-1")),
        ("sagepath:xgboost?version=1.7-1", Ok("sagepath:xgboost@1.7-1")),
        (
            "sagepath:pytorch@2.5?image_scope=training&py_version=py311",
            Ok("sagepath:pytorch@2.5?scope=training&python=py311"),
        ),
        (
            "sagepath:pytorch@2.5?pin=true",
            Ok("sagepath:pytorch@2.5?pin=true"),
        ),
        ("sagepath:", Err("no framework is named after `sagepath:`")),
        ("sagepath:@1", Err("no framework is named after `sagepath:`")),
        ("sagepath:x y@1", Err("`x y` is no name or version")),
        ("sagepath:x@1@2", Err("`1@2` is no name or version")),
        ("sagepath:x?pyton=py311", Err("an image has no parameter `pyton`")),
        ("sagepath:x?python", Err("`python` has no value")),
        ("sagepath:x?python=", Err("`python` has no value")),
        ("sagepath:x@1?version=2", Err("`version` is given twice")),
        ("sagepath:x?python=a&python=b", Err("`python` is given twice")),
        ("sagepath:x?pin=yes", Err("`pin` is true or false, and not `yes`")),
    ];
    for (text, expected) in table {
        let read = ImageReference::parse(text).unwrap();
        let told = read
            .map(|reference| reference.to_string())
            .map_err(|error| error.to_string());
        assert_eq!(told, expected.map(str::to_owned).map_err(str::to_owned), "{text}");
    }
    assert!(ImageReference::parse("xgboost:1").is_none());
}

#[test]
fn a_misspelt_parameter_has_a_nearest_one() {
    let error = ImageReference::parse("sagepath:x?pyton=py311")
        .unwrap()
        .unwrap_err();
    assert_eq!(error.hint().as_deref(), Some("did you mean `python`?"));
    let error = ImageReference::parse("sagepath:x?colour=red")
        .unwrap()
        .unwrap_err();
    assert_eq!(
        error.hint().unwrap(),
        format!("it may say {}", PARAMETERS.join(", "))
    );
}

#[test]
fn an_image_or_url_after_the_scheme_is_put_right() {
    let form = "write `sagepath:FRAMEWORK@VERSION?NAME=VALUE&NAME=VALUE`";
    let table = [
        ("sagepath:xgboost:1.7-1", "did you mean `xgboost@1.7-1`?"),
        ("sagepath://xgboost@1.7-1", "did you mean `xgboost`?"),
        ("sagepath:x y@1", form),
        ("sagepath:///", form),
    ];
    for (text, expected) in table {
        let error = ImageReference::parse(text).unwrap().unwrap_err();
        assert_eq!(error.hint().as_deref(), Some(expected), "{text}");
    }
}

proptest! {
    #[test]
    fn what_is_written_reads_as_the_same(text in "sagepath:[a-z]{0,4}(@[a-z0-9.]{0,4})?([?&](version|scope|pin|python|x)=?[a-z]{0,4}){0,3}") {
        if let Some(Ok(reference)) = ImageReference::parse(&text) {
            prop_assert_eq!(ImageReference::parse(&reference.to_string()).unwrap().unwrap(), reference);
        }
    }
}
