//! Where output goes, and how it is coloured.

use std::process::Stdio;

use crate::command::{run, sagepath, stdout, text};

#[test]
fn a_reader_that_leaves_is_no_failure() {
    for arguments in [
        &["list", "--format", "csv"][..],
        &["uri", "kmeans", "--region", "us-east-1"],
        &["--help"],
        &["man"],
    ] {
        let mut child = sagepath(arguments.iter().copied())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", text(&output.stderr));
        assert_eq!(text(&output.stderr), "", "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let output = sagepath(["uri", "kmeans", "--region", "us-east-1"])
        .stdout(full)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).starts_with("error: input or output failed: "));
}

#[cfg(target_os = "linux")]
#[test]
fn talk_that_nobody_hears_changes_nothing() {
    for arguments in [
        &["uri", "xgbost", "--region", "us-east-1"][..],
        &["explain", "nonsense"],
        &["uri"],
        &["catalog", "check", "/nonexistent"],
    ] {
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let expected = run(arguments.iter().copied()).status.code();
        let output = sagepath(arguments.iter().copied()).stderr(full).output().unwrap();
        assert_eq!(output.status.code(), expected, "{arguments:?}");
    }
}

const ESCAPE: char = '\u{1b}';

#[test]
fn a_pipe_gets_no_colours_unless_it_is_asked_for() {
    let wrong = [
        "explain",
        "683313688378.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1",
    ];
    assert!(!text(&run(wrong).stdout).contains(ESCAPE));
    let always = run(["--color", "always"].into_iter().chain(wrong));
    assert!(text(&always.stdout).contains(ESCAPE));
    let never = run(["--color", "never"].into_iter().chain(wrong));
    assert!(!text(&never.stdout).contains(ESCAPE));
    let unknown = run(["uri", "xgbost", "--region", "us-east-1", "--color", "always"]);
    assert!(text(&unknown.stderr).contains(ESCAPE));
    assert!(!text(&run(["uri", "xgbost", "--region", "us-east-1"]).stderr).contains(ESCAPE));
}

#[test]
fn no_color_is_heeded() {
    let mut command = sagepath(["regions", "--format", "table"]);
    let output = command.env("CLICOLOR_FORCE", "1").output().unwrap();
    assert!(text(&output.stdout).contains(ESCAPE));
    let output = command
        .env("NO_COLOR", "1")
        .env_remove("CLICOLOR_FORCE")
        .output()
        .unwrap();
    assert!(!text(&output.stdout).contains(ESCAPE));
}

/// A path is never broken into lines, and all else makes room for it.
#[test]
fn tables_fit_where_they_can() {
    for width in [60, 80, 100, 132] {
        let mut command = sagepath(["regions", "--format", "table"]);
        let output = command.env("COLUMNS", width.to_string()).output().unwrap();
        let longest = text(&output.stdout)
            .lines()
            .map(|line| line.chars().count())
            .max()
            .unwrap();
        assert!(longest <= width, "{longest} > {width}");
    }
    let mut command = sagepath(["list", "xgboost", "--region", "us-east-1", "--format", "table"]);
    let output = command.env("COLUMNS", "60").output().unwrap();
    assert!(
        text(&output.stdout).contains("683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1")
    );
}

/// What has no room is named, and only then.
#[test]
fn narrow_tables_say_what_they_leave_out() {
    let hint = |width: &str| {
        let mut command = sagepath(["list", "xgboost", "--region", "us-east-1", "--format", "table"]);
        text(&command.env("COLUMNS", width).output().unwrap().stderr).to_owned()
    };
    assert!(hint("100").starts_with("hint: no room for "), "{}", hint("100"));
    assert_eq!(hint("400"), "");
}

/// Whatever form a list has, it is the same list.
#[test]
fn every_form_of_a_list_has_every_row() {
    for list in [
        &["regions"][..],
        &["frameworks"],
        &["instances"],
        &["versions", "pytorch"],
        &["list", "pytorch"],
    ] {
        let lines = |format: &str| {
            stdout(list.iter().copied().chain(["--format", format]))
                .lines()
                .count()
        };
        let rows = lines("plain");
        assert_eq!(lines("jsonl"), rows, "{list:?}");
        assert_eq!(lines("csv"), rows + 1, "{list:?}");
        assert_eq!(lines("markdown"), rows + 2, "{list:?}");
        assert_eq!(lines("table"), rows + 1, "{list:?}");
        let json: Vec<serde_json::Value> =
            serde_json::from_str(&stdout(list.iter().copied().chain(["--format", "json"]))).unwrap();
        assert_eq!(json.len(), rows, "{list:?}");
    }
}

/// Each path that is listed is one that `explain` calls right.
#[test]
fn listed_paths_are_right() {
    for region in ["us-east-1", "cn-north-1", "us-gov-west-1", "eusc-de-east-1"] {
        let paths = stdout(["list", "--region", region, "--platform", "sagemaker"]);
        let output = run(["explain", "--format", "json"].into_iter().chain(paths.lines()));
        let explained: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
        for explanation in explained {
            assert_eq!(explanation["verdict"], "right", "{}", explanation["path"]);
        }
    }
}
