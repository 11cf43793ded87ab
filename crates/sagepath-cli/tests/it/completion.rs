//! Completion, as a shell asks for it.

use crate::command::{sagepath, stdout, text};

/// What completes the last of these words.
fn completions(words: &[&str]) -> Vec<String> {
    let mut command = sagepath(["--", "sagepath"].into_iter().chain(words.iter().copied()));
    command
        .env("COMPLETE", "bash")
        .env("_CLAP_COMPLETE_INDEX", words.len().to_string())
        .env("_CLAP_IFS", "\n");
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", text(&output.stderr));
    text(&output.stdout).lines().map(str::to_owned).collect()
}

#[test]
fn names_of_the_catalog_are_completed() {
    assert_eq!(completions(&["ur"]), ["uri"]);
    assert_eq!(completions(&["uri", "xgb"]), ["xgboost", "xgboost-neo"]);
    assert_eq!(completions(&["uri", "xgboost", "--version", "1.5"]), ["1.5-1"]);
    assert_eq!(completions(&["uri", "xgboost@1.7"]), ["xgboost@1.7-1"]);
    assert_eq!(
        completions(&["uri", "kmeans", "--region", "ap-southeast-1"]),
        ["ap-southeast-1"]
    );
    assert!(completions(&["versions", "pytorch", "--scope", "inf"]).contains(&"inference".to_owned()));
    assert!(
        completions(&["uri", "pytorch", "--instance-type", "ml.g5.1"]).contains(&"ml.g5.12xlarge".to_owned())
    );
    for command in ["train", "deploy", "process", "transform"] {
        assert_eq!(
            completions(&[command, "sklearn@1.2"]),
            ["sklearn@1.2-1"],
            "{command}"
        );
    }
    assert_eq!(completions(&["transform", "--split", "L"]), ["Line"]);
    assert_eq!(
        completions(&["uri", "nonsense", "--version", ""]),
        Vec::<String>::new()
    );
}

#[test]
fn each_shell_gets_its_code() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        assert!(stdout(["completions", shell]).contains("COMPLETE"), "{shell}");
    }
}
