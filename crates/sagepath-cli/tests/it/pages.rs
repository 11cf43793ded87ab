//! `sagepath pages`: a folder that is there as a whole, and never in place of something else.

use std::fs;
use std::path::Path;

use crate::command::{run, text};

fn pages(arguments: &[&str], folder: &Path) -> std::process::Output {
    run(["pages", "--out", folder.to_str().unwrap()]
        .into_iter()
        .chain(arguments.iter().copied()))
}

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_site_is_written_and_replaced_as_a_whole() {
    let beside = tempfile::tempdir().unwrap();
    let folder = beside.path().join("deep/site");
    let output = pages(&["--today", "2026-11-26"], &folder);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(output.stdout.is_empty());
    assert!(text(&output.stderr).contains("begin at "));
    let first = names(&folder);
    assert!(first.contains(&"ecr-us-east-2.html".to_owned()));
    assert!(!first.contains(&"sitemap.xml".to_owned()));
    let index = fs::read_to_string(folder.join("index.html")).unwrap();
    assert!(index.contains("As of 2026-11-26"));

    // What has been added since does not stay: the folder is this command's own.
    fs::write(folder.join("stray.html"), "").unwrap();
    let address = "https://example.org/paths/";
    let output = pages(
        &["--today", "2026-11-27", "--base-url", address, "--quiet"],
        &folder,
    );
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(output.stderr.is_empty());
    assert!(!folder.join("stray.html").exists());
    assert!(
        fs::read_to_string(folder.join("sitemap.xml"))
            .unwrap()
            .contains(address)
    );
    assert!(
        fs::read_to_string(folder.join("index.html"))
            .unwrap()
            .contains("As of 2026-11-27")
    );
    assert_eq!(
        names(folder.parent().unwrap()),
        ["site"],
        "something is left beside it"
    );
}

#[test]
fn markdown_is_written_too() {
    let beside = tempfile::tempdir().unwrap();
    let output = pages(&["--format", "markdown"], &beside.path().join("pages"));
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let page = fs::read_to_string(beside.path().join("pages/ecr-cn-north-1.md")).unwrap();
    assert!(page.contains("390948362332.dkr.ecr.cn-north-1.amazonaws.com.cn/kmeans:1"));
}

#[test]
fn an_empty_folder_is_filled() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(pages(&[], folder.path()).status.code(), Some(0));
    assert!(folder.path().join("index.html").is_file());
}

#[test]
fn what_was_not_written_by_it_is_left_alone() {
    let beside = tempfile::tempdir().unwrap();
    let folder = beside.path().join("documents");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("thesis.txt"), "years of work").unwrap();
    let output = pages(&[], &folder);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("is not empty"));
    assert!(text(&output.stderr).contains("hint: name a new folder"));
    assert_eq!(names(&folder), ["thesis.txt"]);

    let output = pages(&[], &folder.join("thesis.txt"));
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        fs::read_to_string(folder.join("thesis.txt")).unwrap(),
        "years of work"
    );
    assert_eq!(names(beside.path()), ["documents"]);
}

#[test]
fn an_address_must_be_one() {
    let beside = tempfile::tempdir().unwrap();
    for address in [
        "example.org",
        "ftp://example.org",
        "https://",
        "https://example.org/?a=b",
        "https://example.org/\"x",
    ] {
        let output = pages(&["--base-url", address], &beside.path().join("site"));
        assert_eq!(output.status.code(), Some(2), "{address}");
        assert!(
            text(&output.stderr).contains("such as https://example.org/paths/"),
            "{address}"
        );
    }
    assert!(names(beside.path()).is_empty());
}
