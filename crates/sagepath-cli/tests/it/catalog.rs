//! Catalogs from files: compiled, foreign, damaged.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use crate::command::{run, sagepath, stdout, text};

/// The catalog's files of this repository.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalog")
}

fn compile(out: &Path) -> Output {
    run([
        "catalog",
        "compile",
        "--catalog-dir",
        folder().to_str().unwrap(),
        "--out",
        out.to_str().unwrap(),
    ])
}

fn uri_with(catalog: &Path) -> Output {
    run([
        "--catalog",
        catalog.to_str().unwrap(),
        "uri",
        "kmeans",
        "--region",
        "us-east-1",
    ])
}

#[test]
fn a_compiled_catalog_answers() {
    let scratch = tempfile::tempdir().unwrap();
    let file = scratch.path().join("my.catalog");
    assert!(compile(&file).status.success());
    let expected = stdout(["uri", "kmeans", "--region", "us-east-1"]);
    assert_eq!(text(&uri_with(&file).stdout), expected);

    let by_variable = sagepath(["uri", "kmeans", "--region", "us-east-1"])
        .env("SAGEPATH_CATALOG", &file)
        .output()
        .unwrap();
    assert_eq!(text(&by_variable.stdout), expected);
    let info = stdout(["--catalog", file.to_str().unwrap(), "catalog", "info"]);
    assert!(info.contains("my.catalog"), "{info}");
    // Nothing is left beside it.
    assert_eq!(fs::read_dir(scratch.path()).unwrap().count(), 1);
}

#[test]
fn files_that_mention_only_what_another_catalog_knows_are_checked() {
    let scratch = tempfile::tempdir().unwrap();
    let (facts, code) = (scratch.path().join("facts"), scratch.path().join("code"));
    copy(&folder(), &facts);
    let registries = facts.join("registries.toml");
    let moved = fs::read_to_string(&registries)
        .unwrap()
        .replace("683313688378", "111122223333")
        .replace("257758044811", "222233334444");
    fs::write(&registries, moved).unwrap();
    let file = scratch.path().join("my.catalog");
    let (from, to) = (facts.to_str().unwrap(), file.to_str().unwrap());
    stdout(["catalog", "compile", "--catalog-dir", from, "--out", to]);
    fs::create_dir(&code).unwrap();
    let accounts =
        r#"A = {"us-east-1": "111122223333", "us-east-2": "222233334444", "us-west-2": "333344445555"}"#;
    fs::write(code.join("accounts.py"), accounts).unwrap();
    let code = code.to_str().unwrap();
    let output = run(["--catalog", to, "check", "--format", "concise", code]);
    let found = text(&output.stdout);
    assert!(found.contains("333344445555 is not the account"), "{found}");
    let output = run(["check", "--format", "concise", code]);
    assert_eq!(text(&output.stdout), "");
}

#[test]
fn what_is_no_catalog_is_refused() {
    let scratch = tempfile::tempdir().unwrap();
    let file = scratch.path().join("my.catalog");
    assert!(compile(&file).status.success());
    let whole = fs::read(&file).unwrap();
    let mut damaged = whole.clone();
    damaged[whole.len() / 2] ^= 1;
    let mut newer = whole.clone();
    newer[8] = 99;
    let cases: [(&[u8], &str); 7] = [
        (b"", "not a compiled catalog"),
        (b"{}", "not a compiled catalog"),
        (&whole[..20], "compiled catalog is cut short"),
        (&whole[..whole.len() / 2], "compiled catalog is "),
        (&whole[..whole.len() - 1], "compiled catalog is "),
        (&damaged, "compiled catalog is damaged"),
        (&newer, "catalog format 99 cannot be read"),
    ];
    for (bytes, message) in cases {
        fs::write(&file, bytes).unwrap();
        let output = uri_with(&file);
        let talk = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{talk}");
        assert!(
            talk.starts_with(&format!("error: {}: {message}", file.display())),
            "{talk}"
        );
        assert!(talk.contains("hint: "), "{talk}");
        assert!(output.stdout.is_empty());
    }
    fs::remove_file(&file).unwrap();
    assert_eq!(uri_with(&file).status.code(), Some(2));
    // Whoever has a broken catalog must be able to make a new one.
    fs::write(&file, b"{}").unwrap();
    let variable = ("SAGEPATH_CATALOG", &file);
    let check = sagepath(["catalog", "check", folder().to_str().unwrap()])
        .env(variable.0, variable.1)
        .output()
        .unwrap();
    assert!(check.status.success());
}

#[test]
fn nothing_is_written_where_it_cannot_be_whole() {
    let scratch = tempfile::tempdir().unwrap();
    let file = scratch.path().join("my.catalog");
    fs::write(&file, b"old").unwrap();
    let output = run([
        "catalog",
        "compile",
        "--catalog-dir",
        "/nonexistent",
        "--out",
        file.to_str().unwrap(),
    ]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(fs::read(&file).unwrap(), b"old");
    let output = compile(&scratch.path().join("absent/my.catalog"));
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn problems_of_the_files_have_places() {
    let scratch = tempfile::tempdir().unwrap();
    copy(&folder(), scratch.path());
    let path = scratch.path().to_str().unwrap();
    let output = run(["catalog", "check", path]);
    assert_eq!((text(&output.stdout), output.status.code()), ("", Some(0)));

    let file = scratch.path().join("frameworks/kmeans.toml");
    let good = fs::read_to_string(&file).unwrap();
    fs::write(&file, format!("{good}\n[[image]]\nnonsense = 1\n")).unwrap();
    let output = run(["catalog", "check", path]);
    assert_eq!(output.status.code(), Some(1));
    let place = format!("{}:{}:", file.display(), good.lines().count() + 3);
    assert!(
        text(&output.stdout).starts_with(&place),
        "{}",
        text(&output.stdout)
    );
}

#[test]
fn an_import_needs_a_source() {
    assert_eq!(run(["catalog", "import"]).status.code(), Some(2));
    let scratch = tempfile::tempdir().unwrap();
    copy(&folder(), scratch.path());
    let path = scratch.path().to_str().unwrap();
    let output = run([
        "catalog",
        "import",
        "--catalog-dir",
        path,
        "--sagemaker-core",
        "/nonexistent",
    ]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        text(&output.stderr).contains("/nonexistent"),
        "{}",
        text(&output.stderr)
    );
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
