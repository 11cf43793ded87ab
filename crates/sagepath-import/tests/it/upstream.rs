//! Upstream files that are not as they should be.

use std::fs;

use sagepath_import::Options;
use serde::Deserialize;

use crate::fixture::{Edit, Fixture, cases};

/// A change of an upstream file, and the error that it must give.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    file: std::path::PathBuf,
    #[serde(default)]
    find: String,
    replace: String,
    error: String,
}

#[test]
fn mistakes_are_named() {
    let mut wrong = Vec::new();
    for case in cases::<Case>("upstream-mistakes.toml") {
        let fixture = Fixture::new();
        let before = fixture.catalog();
        let edit = Edit {
            file: case.file,
            find: case.find,
            replace: case.replace,
        };
        fixture.edit(&edit);
        let found = match fixture.import(Options::default()) {
            Ok(report) => report.to_string(),
            Err(error) => fixture.relative(&error),
        };
        assert_eq!(fixture.catalog(), before, "{edit:?}");
        if found != case.error {
            wrong.push(format!("{edit:?}\n   found: {found}\nexpected: {}", case.error));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

fn error_of(fixture: &Fixture, core: &str) -> String {
    let result = fixture.import_from(Some(core), None, Options::default());
    fixture.relative(&result.unwrap_err())
}

#[test]
fn wheels_that_are_none() {
    let fixture = Fixture::new();
    fixture.wheel("good.whl", "1.2.3");
    let bytes = fs::read(fixture.path("good.whl")).unwrap();
    fs::write(fixture.path("text.whl"), "no archive").unwrap();
    fs::write(fixture.path("empty.whl"), "").unwrap();
    fs::write(fixture.path("short.whl"), &bytes[..bytes.len() / 2]).unwrap();
    let mut damaged = bytes.clone();
    let name = b"image_uri_config/kmeans.json";
    let after_name = bytes
        .windows(name.len())
        .position(|window| window == name)
        .unwrap()
        + name.len();
    damaged[after_name + 8..after_name + 24].fill(0xff);
    fs::write(fixture.path("damaged.whl"), damaged).unwrap();
    fs::create_dir(fixture.path("folder")).unwrap();

    for (wheel, error) in [
        (
            "missing.whl",
            "missing.whl: No such file or directory (os error 2)",
        ),
        (
            "text.whl",
            "text.whl: not a wheel that can be read: invalid Zip archive: Could not find EOCD",
        ),
        (
            "empty.whl",
            "empty.whl: not a wheel that can be read: invalid Zip archive: Could not find EOCD",
        ),
        (
            "short.whl",
            "short.whl: not a wheel that can be read: invalid Zip archive: Could not find EOCD",
        ),
        (
            "damaged.whl",
            "damaged.whl: not a wheel that can be read: i/o error: corrupt deflate stream",
        ),
        ("folder", "folder: holds no image_uri_config/*.json"),
    ] {
        assert_eq!(error_of(&fixture, wheel), error, "{wheel}");
    }
    assert!(!fixture.path("catalog/frameworks").exists());
}

#[test]
fn a_file_that_is_too_large() {
    let fixture = Fixture::new();
    fs::write(
        fixture.path("core/image_uri_config/kmeans.json"),
        " ".repeat((4 << 20) + 1),
    )
    .unwrap();
    fixture.wheel("large.whl", "1.2.3");
    assert_eq!(
        error_of(&fixture, "large.whl"),
        "kmeans.json: size: more than 4 MiB"
    );
}

#[test]
fn folders_without_image_data() {
    let fixture = Fixture::new();
    let result = fixture.import_from(None, Some("core"), Options::default());
    assert_eq!(
        fixture.relative(&result.unwrap_err()),
        "core: holds no docs/src/data"
    );
}

#[test]
fn folders_at_every_depth() {
    for core in ["core", "core/image_uri_config", "site-packages"] {
        for dlc in ["dlc", "dlc/docs/src"] {
            let fixture = Fixture::new();
            fs::create_dir_all(fixture.path("site-packages/sagemaker")).unwrap();
            if core == "site-packages" {
                fs::rename(fixture.path("core"), fixture.path("site-packages/sagemaker/core")).unwrap();
            }
            fixture
                .import_from(Some(core), Some(dlc), Options::default())
                .unwrap();
            assert_eq!(fixture.catalog(), Fixture::imported().catalog(), "{core} {dlc}");
        }
    }
}
