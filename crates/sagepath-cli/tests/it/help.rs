//! Help texts, manual pages, and the examples in them.

use crate::command::{run, stdout, text};

const COMMANDS: &[&[&str]] = &[
    &[],
    &["uri"],
    &["show"],
    &["example"],
    &["list"],
    &["explain"],
    &["move"],
    &["check"],
    &["rule"],
    &["lsp"],
    &["train"],
    &["deploy"],
    &["process"],
    &["transform"],
    &["init"],
    &["frameworks"],
    &["versions"],
    &["regions"],
    &["instances"],
    &["attach"],
    &["stop"],
    &["logs"],
    &["invoke"],
    &["jobs"],
    &["models"],
    &["endpoints"],
    &["delete"],
    &["pages"],
    &["batch"],
    &["serve"],
    &["mcp"],
    &["catalog"],
    &["catalog", "info"],
    &["catalog", "check"],
    &["catalog", "import"],
    &["catalog", "compile"],
    &["completions"],
    &["man"],
];

/// Commands whose examples the suite `aws` runs, for they need somebody who stands for AWS.
const TALK_TO_AWS: &[&str] = &[
    "attach",
    "stop",
    "logs",
    "invoke",
    "jobs",
    "models",
    "endpoints",
    "delete",
    "train",
    "deploy",
    "process",
    "transform",
];

#[test]
fn every_command_has_help_with_an_example() {
    for command in COMMANDS {
        let help = stdout(command.iter().copied().chain(["--help"]));
        assert!(help.contains("sagepath "), "{command:?}");
        assert!(
            command.is_empty() || help.contains("Example") || *command == ["catalog"],
            "{command:?}"
        );
        for line in help.lines() {
            assert!(line.chars().count() <= 100, "{line}");
            assert_eq!(line.trim_end().is_empty(), line.trim().is_empty());
        }
    }
}

#[test]
fn help_says_what_the_list_of_commands_says() {
    let list = stdout(["--help"]);
    for command in COMMANDS.iter().filter(|command| command.len() == 1) {
        let help = stdout([command[0], "--help"]);
        let about = help.lines().next().unwrap();
        assert!(
            list.contains(&format!("{:<11}  {about}", command[0])),
            "{command:?}: {about}"
        );
        assert_eq!(stdout(["help", command[0]]), help);
    }
}

/// An example that fails would teach nothing. Those with pipes and files are for a shell.
#[test]
fn examples_work() {
    for command in COMMANDS {
        let help = stdout(command.iter().copied().chain(["--help"]));
        for line in help.lines().filter_map(|line| line.strip_prefix("  sagepath ")) {
            if line.contains(['|', '>', '<', '~', '/', '$'])
                || (command.first().is_some_and(|name| TALK_TO_AWS.contains(name))
                    && !line.contains("--dry-run"))
                || line.contains("--out")
                || line.contains("catalog")
                || line.starts_with("serve")
                || line.starts_with("check")
            {
                continue;
            }
            let words = line.split_whitespace().map(|word| word.trim_matches('\''));
            let region = if line.starts_with("uri") && !line.contains("--region") {
                &["--region", "us-east-1"][..]
            } else {
                &[]
            };
            let output = run(words.chain(region.iter().copied()));
            let expected = if line.starts_with("explain") { 0..=1 } else { 0..=0 };
            let status = output.status.code().unwrap_or(-1);
            assert!(
                expected.contains(&status),
                "sagepath {line}: {}",
                text(&output.stderr)
            );
        }
    }
}

#[test]
fn there_is_a_manual_page_for_each_command() {
    let folder = tempfile::tempdir().unwrap();
    stdout(["man", "--out", folder.path().to_str().unwrap()]);
    for command in COMMANDS {
        let name = ["sagepath"]
            .iter()
            .chain(command.iter())
            .copied()
            .collect::<Vec<_>>()
            .join("-");
        let page = std::fs::read_to_string(folder.path().join(format!("{name}.1"))).unwrap();
        assert!(page.contains(".TH"), "{name}");
    }
    assert!(stdout(["man"]).contains(".SH SYNOPSIS"));
}
