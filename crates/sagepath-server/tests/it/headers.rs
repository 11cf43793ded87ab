//! Methods and headers.

use axum::http::Method;

use crate::client::{ask, get};

const RESOLVE: &str = "/api/v1/resolve?framework=kmeans&region=us-east-1";

#[tokio::test]
async fn an_answer_that_the_client_has_is_not_sent_again() {
    for address in [
        RESOLVE,
        "/api/v1/regions",
        "/api/v1/images?alive_on=today",
        "/api/",
        "/api/v1/openapi.json",
    ] {
        let first = get(address).await;
        let tag = first.header("etag").to_owned();
        assert!(
            tag.len() > 2 && tag.starts_with('"') && tag.ends_with('"'),
            "{tag}"
        );
        for known in [
            tag.clone(),
            format!("\"other\", {tag}"),
            format!("W/{tag}"),
            "*".to_owned(),
        ] {
            let again = ask(Method::GET, address, &[("if-none-match", &known)]).await;
            assert_eq!(
                (again.status.as_u16(), again.body.len()),
                (304, 0),
                "{address} {known}"
            );
            assert_eq!(again.header("etag"), tag);
        }
        let other = ask(Method::GET, address, &[("if-none-match", "\"other\"")]).await;
        assert_eq!(other.body, first.body, "{address}");
    }
}

#[tokio::test]
async fn what_the_day_decides_has_the_day_in_its_tag() {
    let first = get("/api/v1/images?alive_on=2026-01-31&limit=1").await;
    assert!(first.header("etag").ends_with("-2026-01-31\""));
    assert!(!get(RESOLVE).await.header("etag").contains("-2026-"));
}

#[tokio::test]
async fn a_problem_has_no_tag_and_is_never_taken_for_known() {
    let address = "/api/v1/resolve?framework=xgbost&region=us-east-1";
    let got = ask(Method::GET, address, &[("if-none-match", "*")]).await;
    assert_eq!(got.status, 404);
    assert_eq!(
        (got.header("etag"), got.header("cache-control")),
        ("", "no-store")
    );
}

#[tokio::test]
async fn head_is_get_without_the_body() {
    for address in [
        RESOLVE,
        "/api/",
        "/healthz",
        "/readyz",
        "/metrics",
        "/nothing",
        "/api/v1/images?limit=0",
    ] {
        let (get, head) = (get(address).await, ask(Method::HEAD, address, &[]).await);
        assert_eq!(head.status, get.status, "{address}");
        assert_eq!(head.body.len(), 0, "{address}");
        for name in ["content-type", "etag", "cache-control"] {
            assert_eq!(head.header(name), get.header(name), "{address}");
        }
    }
}

#[tokio::test]
async fn other_methods_are_told_the_right_ones() {
    for (address, allowed, wrong) in [
        (RESOLVE, "GET, HEAD", Method::POST),
        ("/api/v1/batch", "POST", Method::GET),
        ("/api/", "GET, HEAD", Method::DELETE),
        ("/healthz", "GET, HEAD", Method::PUT),
        ("/metrics", "GET, HEAD", Method::PATCH),
    ] {
        let got = ask(wrong, address, &[]).await;
        assert_eq!(
            (got.status.as_u16(), got.header("allow")),
            (405, allowed),
            "{address}"
        );
        assert_eq!(got.json()["code"], "method-not-allowed");
    }
}

#[tokio::test]
async fn pages_of_other_origins_may_get_and_read_tags_and_no_more() {
    let got = ask(Method::GET, RESOLVE, &[("origin", "https://example.org")]).await;
    assert_eq!(got.header("access-control-allow-origin"), "*");
    assert!(got.header("access-control-expose-headers").contains("etag"));
    let preflight = [
        ("origin", "https://example.org"),
        ("access-control-request-method", "POST"),
    ];
    let got = ask(Method::OPTIONS, "/api/v1/batch", &preflight).await;
    assert_eq!(got.header("access-control-allow-methods"), "GET,HEAD");
}

#[tokio::test]
async fn requests_are_counted_by_route_and_status() {
    let text = get("/metrics").await;
    assert!(
        text.header("content-type")
            .starts_with("application/openmetrics-text")
    );
    let text = text.text().to_owned();
    for line in [
        "sagepath_http_requests_total{route=\"resolve\",status=\"2xx\"} 0",
        "sagepath_http_request_seconds_count{route=\"batch\"} 0",
        "sagepath_http_connections 0",
        "# EOF",
    ] {
        assert!(text.lines().any(|found| found == line), "{line}\n{text}");
    }
    assert!(text.contains("sagepath_build_info{version=\""), "{text}");
}
