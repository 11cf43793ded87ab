//! Batches.

use std::time::Duration;

use axum::body::Body;
use axum::http::Request;
use bytes::Bytes;
use futures_util::stream;
use http_body_util::BodyExt as _;
use sagepath::Catalog;
use tower::ServiceExt as _;

use crate::client::send;

const QUESTIONS: &str = "{\"framework\": \"kmeans\", \"region\": \"us-east-1\"}\n\n\
    {\"framework\": \"xgbost\", \"region\": \"us-east-1\"}\nnonsense\n{\"framework\": \"pca\", \"region\": \"cn-north-1\"}";

fn post(body: Body) -> Request<Body> {
    Request::post("/api/v1/batch").body(body).unwrap()
}

/// The answers of the command to the same questions.
fn expected() -> String {
    let mut answers = Vec::new();
    sagepath_json::batch::answer_all(Catalog::embedded(), QUESTIONS.as_bytes(), &mut answers).unwrap();
    String::from_utf8(answers).unwrap()
}

#[tokio::test]
async fn the_answers_are_those_of_the_command_wherever_the_body_is_broken() {
    assert_eq!(expected().lines().count(), 4);
    for size in [1, 2, 7, 50, QUESTIONS.len()] {
        let pieces: Vec<_> = QUESTIONS
            .as_bytes()
            .chunks(size)
            .map(|piece| Ok::<_, std::io::Error>(Bytes::copy_from_slice(piece)))
            .collect();
        let got = send(post(Body::from_stream(stream::iter(pieces)))).await;
        assert_eq!((got.status.as_u16(), got.text()), (200, &*expected()), "{size}");
        assert_eq!(got.header("content-type"), "application/x-ndjson");
    }
    assert_eq!(send(post(Body::empty())).await.text(), "");
}

#[tokio::test]
async fn an_answer_comes_before_the_next_question() {
    let (sender, receiver) = tokio::sync::mpsc::channel::<Bytes>(1);
    let questions = stream::unfold(receiver, |mut receiver| async {
        Some((Ok::<_, std::io::Error>(receiver.recv().await?), receiver))
    });
    let service = sagepath_server::service(Catalog::embedded());
    let response = service.oneshot(post(Body::from_stream(questions))).await.unwrap();
    let mut answers = response.into_body();
    for region in ["us-east-1", "eu-west-1", "mars-1"] {
        let question = format!("{{\"framework\": \"kmeans\", \"region\": \"{region}\"}}\n");
        sender.send(question.into()).await.unwrap();
        let answer = answers.frame().await.unwrap().unwrap().into_data().unwrap();
        assert!(std::str::from_utf8(&answer).unwrap().contains(region));
        assert!(answer.ends_with(b"\n"));
    }
    drop(sender);
    assert!(
        answers
            .frame()
            .await
            .is_none_or(|frame| frame.unwrap().into_data().unwrap().is_empty())
    );
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused_before_it_is_read() {
    let mut request = post(Body::from(vec![b' '; (64 << 20) + 1]));
    *request.uri_mut() = "/api/v1/batch".parse().unwrap();
    let got = send(request).await;
    assert_eq!(
        (got.status.as_u16(), got.json()["code"].as_str()),
        (413, Some("body-too-large"))
    );
}

#[tokio::test]
async fn a_body_that_grows_too_large_is_cut_off_with_a_last_line() {
    let piece = Bytes::from(vec![b'\n'; 1 << 20]);
    let pieces = stream::iter((0..65).map(move |_| Ok::<_, std::io::Error>(piece.clone())));
    let got = send(post(Body::from_stream(pieces))).await;
    assert_eq!(got.status, 200);
    assert_eq!(got.text().lines().count(), 1);
    assert!(
        got.text().contains("malformed-query") && got.text().contains("larger than"),
        "{}",
        got.text()
    );
}

/// Time passes at once where nothing else happens.
#[tokio::test(start_paused = true)]
async fn a_body_that_pauses_too_long_is_cut_off_with_a_last_line() {
    let silence = stream::unfold(0, |count| async move {
        tokio::time::sleep(Duration::from_secs(if count < 3 { 10 } else { 3600 })).await;
        Some((Ok::<_, std::io::Error>(Bytes::from_static(b"{}\n")), count + 1))
    });
    let got = send(post(Body::from_stream(silence))).await;
    assert_eq!(got.text().lines().count(), 4);
    assert!(
        got.text().lines().last().unwrap().contains("too long"),
        "{}",
        got.text()
    );
    assert!(got.text().ends_with('\n'));
}
