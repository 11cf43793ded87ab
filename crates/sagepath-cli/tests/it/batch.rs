//! `sagepath batch` as a partner in a conversation.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::Stdio;

use crate::command::{sagepath, text};

/// What the command answers to these bytes.
fn answers(input: &[u8]) -> Vec<String> {
    let mut child = sagepath(["batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    assert!(output.status.success());
    text(&output.stdout).lines().map(str::to_owned).collect()
}

#[test]
fn an_answer_comes_before_the_next_question() {
    let mut child = sagepath(["batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut questions = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for region in ["us-east-1", "eu-west-1", "nowhere-1"] {
        writeln!(questions, r#"{{"framework": "kmeans", "region": "{region}"}}"#).unwrap();
        questions.flush().unwrap();
        let answer = answers.next().unwrap().unwrap();
        assert!(answer.contains(region), "{answer}");
    }
    drop(questions);
    assert!(answers.next().is_none());
    assert!(child.wait().unwrap().success());
}

#[test]
fn many_questions_are_answered_in_order() {
    let versions = ["1.3-1", "1.5-1", "1.7-1"];
    let question = |index: usize| {
        let version = versions[index % versions.len()];
        format!("{{\"framework\": \"xgboost\", \"region\": \"us-east-1\", \"version\": \"{version}\"}}\n")
    };
    let input: String = (0..20_000).map(question).collect();
    let answers = answers(input.as_bytes());
    assert_eq!(answers.len(), 20_000);
    for (index, answer) in answers.iter().enumerate() {
        let version = versions[index % versions.len()];
        assert!(
            answer.contains(&format!("sagemaker-xgboost:{version}\"")),
            "{answer}"
        );
    }
}

#[test]
fn the_last_line_needs_no_end() {
    assert_eq!(
        answers(br#"{"framework": "kmeans", "region": "us-east-1"}"#).len(),
        1
    );
    assert_eq!(answers(b"").len(), 0);
    assert_eq!(answers(b"\n \n\r\n").len(), 0);
}

#[test]
fn bad_lines_are_answered_and_passed() {
    let good = br#"{"framework": "kmeans", "region": "us-east-1"}"#;
    let bad: [&[u8]; 16] = [
        b"\xff\xfe",
        b"{\"framework\": \"\xff\"}",
        b"nonsense",
        b"{",
        b"{}}",
        b"null",
        b"\"kmeans\"",
        br#"["kmeans", "us-east-1"]"#,
        br#"{"framework": 1}"#,
        br#"{"framework": ["kmeans"]}"#,
        br#"{"framework": "kmeans", "framework": "pca"}"#,
        br#"{"framework": "kmeans", "colour": "red"}"#,
        br#"{"framework": "kmeans", "pin": "yes"}"#,
        br#"{"framework": "kmeans", "distribution": "smdistributed"}"#,
        br#"{"framework": "kmeans", "serverless_inference_config": {}}"#,
        &[b'['; 100_000],
    ];
    for line in bad {
        let input = [line, b"\n", good].concat();
        let answers = answers(&input);
        assert_eq!(answers.len(), 2, "{answers:?}");
        assert!(
            answers[0].starts_with(r#"{"error":{"code":"malformed-query""#),
            "{}",
            answers[0]
        );
        assert!(answers[1].starts_with(r#"{"uri":"#), "{}", answers[1]);
    }
}

#[test]
fn a_line_without_end_is_refused_and_passed() {
    let mut input = vec![b' '; 3 << 20];
    input.extend(b"\n{\"framework\": \"kmeans\", \"region\": \"us-east-1\"}\n");
    let answers = answers(&input);
    assert_eq!(answers.len(), 2);
    assert!(answers[0].contains("longer than"), "{}", answers[0]);
    assert!(answers[1].starts_with(r#"{"uri":"#));
}

#[test]
fn escapes_and_nulls_mean_what_they_say() {
    let answers =
        answers(br#"{"framework": "k\u006deans", "region": "us-east-1", "version": null, "pin": null}"#);
    assert!(answers[0].contains("kmeans:1"), "{}", answers[0]);
}

#[test]
fn a_reader_that_leaves_is_no_failure() {
    let mut child = sagepath(["batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut questions = child.stdin.take().unwrap();
    drop(child.stdout.take());
    // The command may end before everything is written.
    for _ in 0..10_000 {
        if questions
            .write_all(b"{\"framework\": \"kmeans\", \"region\": \"us-east-1\"}\n")
            .is_err()
        {
            break;
        }
    }
    drop(questions);
    let mut talk = String::new();
    child.stderr.take().unwrap().read_to_string(&mut talk).unwrap();
    assert!(child.wait().unwrap().success());
    assert_eq!(talk, "");
}
