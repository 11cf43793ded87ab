//! What an import writes and reports.

use std::fmt::Write as _;
use std::fs;
use std::process::Command;

use sagepath_import::Options;

use crate::fixture::{Edit, Fixture, cases};

const DRY_RUN: Options = Options {
    accept_account_changes: false,
    dry_run: true,
};

const ACCEPT: Options = Options {
    accept_account_changes: true,
    dry_run: false,
};

#[test]
fn first_import() {
    let fixture = Fixture::new();
    let people = fixture.catalog();
    let report = fixture.import(Options::default()).unwrap();
    assert!(!report.is_empty());

    let mut written = String::new();
    for (path, text) in fixture.catalog() {
        if people.get(&path) != Some(&text) {
            writeln!(written, "=== {}\n{text}", path.display()).unwrap();
        }
    }
    insta::assert_snapshot!("first_import_files", written);
    insta::assert_snapshot!("first_import_report", report.to_string());
    assert_eq!(sagepath_import::check(&fixture.path("catalog")).unwrap(), []);
}

#[test]
fn what_people_keep_survives() {
    let fixture = Fixture::new();
    let people = fixture.catalog();
    fixture.import(Options::default()).unwrap();
    let after = fixture.catalog();
    for (path, text) in people {
        assert_eq!(after[&path], text, "{}", path.display());
    }
}

#[test]
fn the_same_sources_give_the_same_bytes() {
    let fixture = Fixture::imported();
    let before = fixture.catalog();
    let report = fixture.import(Options::default()).unwrap();
    assert!(report.is_empty());
    assert!(report.to_string().ends_with("\nnothing changed"), "{report}");
    assert_eq!(fixture.catalog(), before);

    // One after the other, or together: it makes no difference.
    let other = Fixture::new();
    other.import_from(None, Some("dlc"), Options::default()).unwrap();
    other.import_from(Some("core"), None, Options::default()).unwrap();
    assert_eq!(other.catalog(), before);
}

#[test]
fn a_later_release_is_reported() {
    let fixture = Fixture::imported();
    for edit in cases::<Edit>("next.toml") {
        fixture.edit(&edit);
    }
    let before = fixture.catalog();
    let dry = fixture.import(DRY_RUN).unwrap();
    assert_eq!(fixture.catalog(), before, "a dry run writes nothing");

    let report = fixture.import(Options::default()).unwrap();
    assert_eq!(report.to_string(), dry.to_string());
    insta::assert_snapshot!("later_release_report", report.to_string());
}

#[test]
fn a_source_that_is_left_out_keeps_its_facts() {
    let fixture = Fixture::imported();
    let before = fixture.catalog();
    for (core, dlc) in [(Some("core"), None), (None, Some("dlc"))] {
        let report = fixture.import_from(core, dlc, Options::default()).unwrap();
        assert!(report.is_empty(), "{report}");
        assert_eq!(fixture.catalog(), before);
    }
    let error = fixture.import_from(None, None, Options::default()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "nothing to import: neither a sagemaker-core package nor a deep-learning-containers folder is named"
    );
}

#[test]
fn a_framework_that_is_gone_takes_its_file_with_it() {
    let fixture = Fixture::imported();
    fs::remove_file(fixture.path("core/image_uri_config/tensorflow.json")).unwrap();
    // Listings keep a framework, though the SDK has it no longer.
    fs::remove_file(fixture.path("core/image_uri_config/vllm-server.json")).unwrap();
    let report = fixture.import(Options::default()).unwrap();
    assert!(!fixture.path("catalog/frameworks/tensorflow.toml").exists());
    assert!(fixture.path("catalog/frameworks/vllm-server.toml").exists());
    insta::assert_snapshot!("framework_gone_report", report.to_string());
}

fn change_account(fixture: &Fixture) {
    for file in ["xgboost", "kmeans"] {
        let path = format!("core/image_uri_config/{file}.json");
        let text = fixture.read(&path);
        let text = text
            .replace("555555555555", "575757575757")
            .replace("101010101010", "171717171717");
        fs::write(fixture.path(path), text).unwrap();
    }
    fixture.edit(&Edit {
        file: "core/image_uri_config/model-monitor.json".into(),
        find: "\"us-east-1\": \"121212121212\"".to_owned(),
        replace: "\"us-east-1\": \"121212121212\", \"us-east-2\": \"181818181818\"".to_owned(),
    });
}

#[test]
fn an_account_change_is_refused() {
    let fixture = Fixture::imported();
    change_account(&fixture);
    let before = fixture.catalog();
    let error = fixture.import(Options::default()).unwrap_err();
    insta::assert_snapshot!("account_change", error.to_string());
    assert_eq!(fixture.catalog(), before);
}

#[test]
fn an_account_change_is_accepted() {
    let fixture = Fixture::imported();
    change_account(&fixture);
    let report = fixture.import(ACCEPT).unwrap();
    insta::assert_snapshot!("account_change_report", report.to_string());
    // What people keep is theirs to change: until they do, the check says so.
    let problems = sagepath_import::check(&fixture.path("catalog")).unwrap();
    let problems: Vec<String> = problems.iter().map(|problem| fixture.relative(problem)).collect();
    assert_eq!(
        problems,
        [
            "catalog/hand-kept/registries.toml:8:13: sagemaker-model-monitor-analyzer in us-east-2 has the account \
          151515151515 here, and 181818181818 in registries.toml"
        ]
    );
}

#[test]
fn a_wheel_tells_its_version() {
    let fixture = Fixture::imported();
    let before = fixture.read("catalog/sources.toml");
    fixture.wheel("core.whl", "9.8.7");
    let report = fixture
        .import_from(Some("core.whl"), None, Options::default())
        .unwrap();
    assert_eq!(
        report.to_string(),
        "sources\n  sagemaker-core 1.0 -> 9.8.7\n\n1 file written"
    );
    let after = fixture.read("catalog/sources.toml");
    assert_eq!(
        after,
        before.replace("\"1.0\"     # of the wheel", "\"9.8.7\"     # of the wheel")
    );
}

#[test]
fn an_unpacked_wheel_tells_its_version() {
    let fixture = Fixture::imported();
    fs::create_dir(fixture.path("core/sagemaker_core-9.8.7.dist-info")).unwrap();
    // What is installed beside it has nothing to say.
    fs::create_dir(fixture.path("core/attrs-1.2.3.dist-info")).unwrap();
    let report = fixture
        .import_from(Some("core"), None, Options::default())
        .unwrap();
    assert!(
        report.to_string().contains("sagemaker-core 1.0 -> 9.8.7"),
        "{report}"
    );
}

#[test]
fn a_checkout_tells_its_revision() {
    let fixture = Fixture::imported();
    let git = |arguments: &[&str]| {
        let output = Command::new("git")
            .current_dir(fixture.path("dlc"))
            .args(["-c", "user.name=A", "-c", "user.email=a@example.com"])
            .args(arguments)
            .env("GIT_COMMITTER_DATE", "2026-02-03T04:05:06Z")
            .env("GIT_AUTHOR_DATE", "2026-02-03T04:05:06Z")
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    git(&["init", "--quiet"]);
    git(&["add", "."]);
    git(&["commit", "--quiet", "--message", "images"]);
    let revision = git(&["rev-parse", "HEAD"]);

    fixture
        .import_from(None, Some("dlc"), Options::default())
        .unwrap();
    let sources = fixture.read("catalog/sources.toml");
    let expected = format!(
        "revision = \"{}\"   # as read\ndate     = 2026-02-03\n",
        revision.trim_end()
    );
    assert!(sources.contains(&expected), "{sources}");

    // A folder that lies in a checkout of something else has no revision of its own.
    fs::rename(fixture.path("dlc/.git"), fixture.path(".git")).unwrap();
    let report = fixture
        .import_from(None, Some("dlc"), Options::default())
        .unwrap();
    assert!(
        report.to_string().contains("as the source tells none"),
        "{report}"
    );
}

#[test]
fn a_file_in_the_way_stops_everything() {
    let fixture = Fixture::new();
    fs::write(fixture.path("catalog/frameworks"), "").unwrap();
    let before = fixture.catalog();
    let error = fixture.import(Options::default()).unwrap_err();
    assert_eq!(
        fixture.relative(&error),
        "catalog/frameworks: Not a directory (os error 20)"
    );
    assert_eq!(fixture.catalog(), before);
}
