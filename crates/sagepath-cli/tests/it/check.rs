//! `sagepath check` on files that it changes, and with settings.

use std::io::Write as _;
use std::path::Path;
use std::process::{Output, Stdio};

use crate::command::{sagepath, text};

const WRONG: &str = "683313688378.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1";
const RIGHT: &str = "257758044811.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1";
const FLOATING: &str = "174872318107.dkr.ecr.us-west-2.amazonaws.com/kmeans:latest";

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

/// Checks a folder from within it.
fn check(folder: &Path, arguments: &[&str]) -> Output {
    let all = ["check", "--format", "concise", "--today", "2026-08-01"]
        .into_iter()
        .chain(arguments.iter().copied());
    sagepath(all).current_dir(folder).output().unwrap()
}

fn lines(output: &Output) -> Vec<&str> {
    text(&output.stdout).lines().collect()
}

#[test]
fn a_second_run_finds_nothing_left_to_mend() {
    let folder = folder(&[("a.py", &format!("a = '{WRONG}'\nb = '{FLOATING}'\n"))]);
    let first = check(folder.path(), &["--fix"]);
    assert_eq!(first.status.code(), Some(1));
    assert_eq!(lines(&first).len(), 1, "the floating tag is left");
    let mended = format!("a = '{RIGHT}'\nb = '{FLOATING}'\n");
    assert_eq!(
        std::fs::read_to_string(folder.path().join("a.py")).unwrap(),
        mended
    );
    let second = check(folder.path(), &["--fix", "--diff"]);
    assert_eq!(text(&second.stdout), "");
    let all = check(folder.path(), &["--unsafe-fixes"]);
    assert_eq!(all.status.code(), Some(0), "{}", text(&all.stdout));
    assert_eq!(check(folder.path(), &[]).status.code(), Some(0));
}

#[test]
fn a_baseline_silences_what_it_knows() {
    let folder = folder(&[("a.py", &format!("a = '{WRONG}'\n"))]);
    assert_eq!(
        check(folder.path(), &["--write-baseline", "known.json"])
            .status
            .code(),
        Some(0)
    );
    assert_eq!(
        check(folder.path(), &["--baseline", "known.json"]).status.code(),
        Some(0)
    );
    // Lines move, and another path of the same kind is new.
    std::fs::write(
        folder.path().join("a.py"),
        format!("\n\na = '{WRONG}'\nb = '{WRONG}'\n"),
    )
    .unwrap();
    let new = check(folder.path(), &["--baseline", "known.json"]);
    assert_eq!((new.status.code(), lines(&new).len()), (Some(1), 1));
    std::fs::write(folder.path().join("known.json"), "{}").unwrap();
    let broken = check(folder.path(), &["--baseline", "known.json"]);
    assert_eq!(broken.status.code(), Some(2));
    assert!(
        text(&broken.stderr).contains("known.json"),
        "{}",
        text(&broken.stderr)
    );
}

#[test]
fn settings_are_found_upward() {
    let settings = "[check]\nignore = ['wrong-registry']\nexclude = ['vendor/**']\n\
                    [check.per-file-ignores]\n'*.md' = ['latest-tag']\n";
    let floating = format!("x = '{FLOATING}'\n");
    let folder = folder(&[
        ("sagepath.toml", settings),
        ("inner/a.py", &format!("{floating}y = '{WRONG}'\n")),
        ("inner/b.md", &floating),
        ("vendor/c.py", &floating),
    ]);
    let found = check(folder.path(), &[]);
    assert_eq!(lines(&found).len(), 1, "{}", text(&found.stdout));
    assert!(
        lines(&found)[0].starts_with("inner/a.py:1:"),
        "{}",
        text(&found.stdout)
    );
    assert_eq!(lines(&check(&folder.path().join("inner"), &[])).len(), 1);
    let other = check(folder.path(), &["--select", "wrong-registry"]);
    assert_eq!(
        lines(&other).len(),
        1,
        "the line of command is stronger: {}",
        text(&other.stdout)
    );
}

#[test]
fn private_registries_and_regions_in_use_are_heeded() {
    let code = "a = '123456789012.dkr.ecr.us-west-2.amazonaws.com/kmeans:latest'\n\
                b = f'763104351884.dkr.ecr.{region}.amazonaws.com/pytorch-training:2.10.0-gpu-py313'\n";
    let quiet = folder(&[
        ("sagepath.toml", "[check]\nregions = ['us-east-1', 'eu-west-1']\n"),
        ("a.py", code),
    ]);
    assert_eq!(text(&check(quiet.path(), &[]).stdout), "");
    let mirror = folder(&[
        (
            "sagepath.toml",
            "[check]\nprivate-registries = ['123456789012']\nregions = ['af-south-1', 'us-east-1']\n",
        ),
        ("a.py", code),
    ]);
    let found = check(mirror.path(), &[]);
    assert_eq!(lines(&found).len(), 2, "{}", text(&found.stdout));
    assert!(
        lines(&found)[0].contains("[latest-tag]")
            && lines(&found)[1].contains("[fixed-account-variable-region]")
    );
}

#[test]
fn settings_that_cannot_be_meant_are_told() {
    for (settings, word) in [
        ("[check]\nselct = ['latest-tag']\n", "selct"),
        ("[check]\nselect = ['latest-tags']\n", "latest-tag"),
        ("[check]\ntoday = 'soon'\n", "soon"),
        ("[check", "sagepath.toml"),
    ] {
        let folder = folder(&[("sagepath.toml", settings)]);
        let output = check(folder.path(), &[]);
        assert_eq!(output.status.code(), Some(2), "{settings}");
        assert!(text(&output.stderr).contains(word), "{}", text(&output.stderr));
    }
}

#[test]
fn standard_input_is_checked_and_mended() {
    let piped = |arguments: &[&str], input: &str| {
        let mut child = sagepath(
            ["check", "--format", "concise"]
                .into_iter()
                .chain(arguments.iter().copied()),
        )
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    };
    let code = format!("image = \"{WRONG}\"\r\n");
    let found = piped(&["--stdin-filename", "main.tf"], &code);
    assert_eq!(found.status.code(), Some(1));
    assert!(
        text(&found.stdout).starts_with("main.tf:1:10: error[wrong-registry]"),
        "{}",
        text(&found.stdout)
    );
    let mended = piped(&["--stdin-filename", "main.tf", "--fix"], &code);
    assert_eq!(text(&mended.stdout), format!("image = \"{RIGHT}\"\r\n"));
    assert_eq!(piped(&["-"], "nothing").status.code(), Some(0));
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_read_is_told_and_the_rest_checked() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder(&[("a.py", &format!("a = '{WRONG}'\n")), ("b.py", "secret")]);
    let secret = folder.path().join("b.py");
    std::fs::set_permissions(&secret, std::fs::Permissions::from_mode(0o000)).unwrap();
    // To the superuser nothing is forbidden.
    let is_readable = std::fs::read(&secret).is_ok();
    let output = check(folder.path(), &[]);
    assert_eq!(lines(&output).len(), 1);
    assert!(
        is_readable || text(&output.stderr).contains("b.py"),
        "{}",
        text(&output.stderr)
    );
}
