//! Ctrl-C while AWS keeps silent.

use std::process::Output;
use std::time::{Duration, Instant};

use scripted_aws::{ScriptedServer, Step};
use serde_json::{Value, json};

use super::sending::{TRAIN, line};
use super::{begun, press_ctrl_c};
use crate::command::text;

/// What a command says whose requests have no answer, and that is interrupted.
fn interrupted(line: &str, times: usize) -> Output {
    let server = ScriptedServer::start(|_| Step::json(&json!({})).after(Duration::from_secs(60))).unwrap();
    let mut child = begun(&server, line, 1);
    let begin = Instant::now();
    for _ in 0..times {
        press_ctrl_c(&child);
        std::thread::sleep(Duration::from_millis(500));
    }
    while child.try_wait().unwrap().is_none() {
        if begin.elapsed() > Duration::from_secs(30) {
            child.kill().unwrap();
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    child.wait_with_output().unwrap()
}

#[test]
fn what_is_being_made_is_waited_for_until_ctrl_c_is_pressed_again() {
    let output = interrupted(&line(TRAIN), 2);
    assert_eq!(output.status.code(), Some(2));
    let said = text(&output.stderr);
    assert!(said.contains("Ctrl-C again does not wait"), "{said}");
    assert!(said.contains("it is not known whether training job `"), "{said}");
    assert!(said.contains("hint: `sagepath attach "), "{said}");
    let output = interrupted(&format!("{} --json", line(TRAIN)), 2);
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["outcome"], "trouble");
    assert_eq!(document["kind"], "training job");
}

#[test]
fn what_only_looks_ends_at_once() {
    for line in ["attach j", "stop j", "logs j", "jobs"] {
        let output = interrupted(line, 1);
        // Ended by the signal.
        assert_eq!(output.status.code(), None, "{line}: {}", text(&output.stderr));
        assert_eq!(text(&output.stderr), "", "{line}");
    }
}
