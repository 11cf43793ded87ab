//! The site.

use axum::http::Method;

use crate::client::{ask, get};

#[tokio::test]
async fn the_site_is_at_the_root() {
    let index = get("/").await;
    assert_eq!(
        (index.status.as_u16(), index.header("content-type")),
        (200, "text/html; charset=utf-8")
    );
    assert_eq!(index.body, get("/index.html").await.body);
    let page = get("/ecr-us-east-2.html").await;
    assert!(page.text().contains("id=\"xgboost-us-east-2.title\""));
    assert_eq!(get("/frameworks/xgboost.html").await.status, 200);
    assert_eq!(get("/instances/ml.g5.xlarge.html").await.status, 200);
}

/// Every address that the first pages link to is there.
#[tokio::test]
async fn links_lead_somewhere() {
    for from in ["/", "/frameworks/xgboost.html"] {
        let page = get(from).await;
        let root = from.rsplit_once('/').unwrap().0;
        let mut links: Vec<&str> = page
            .text()
            .split("href=\"")
            .chain(page.text().split("src=\""))
            .filter_map(|rest| rest.split(['"', '#', '?']).next())
            .filter(|link| !link.is_empty() && !link.contains(':') && !link.contains(['<', ' ']))
            .collect();
        links.sort_unstable();
        links.dedup();
        assert!(links.len() > 5, "{links:?}");
        for link in links {
            let address = match link.strip_prefix("../") {
                Some(above) => format!("/{above}"),
                None if link.starts_with('/') => link.to_owned(),
                None => format!("{root}/{link}"),
            };
            assert_eq!(get(&address).await.status, 200, "{from} -> {link}");
        }
    }
}

#[tokio::test]
async fn people_are_told_in_html_that_there_is_no_page_and_programs_in_json() {
    let people = ask(
        Method::GET,
        "/deep/down/nothing.html",
        &[("accept", "text/html,*/*;q=0.8")],
    )
    .await;
    assert_eq!(
        (people.status.as_u16(), people.header("content-type")),
        (404, "text/html; charset=utf-8")
    );
    assert_eq!(people.header("etag"), "");
    assert!(
        !people.text().contains("href=\"style"),
        "links must begin at the root"
    );
    let programs = get("/deep/down/nothing.html").await;
    assert_eq!(
        (programs.status.as_u16(), programs.json()["code"].as_str()),
        (404, Some("not-found"))
    );
}

#[tokio::test]
async fn a_page_is_read_only_and_has_the_day_in_its_tag() {
    let got = ask(Method::POST, "/index.html", &[]).await;
    assert_eq!((got.status.as_u16(), got.header("allow")), (405, "GET, HEAD"));
    let page = get("/index.html").await;
    let tag = page.header("etag");
    assert_eq!(
        tag.matches('-').count(),
        5,
        "program, catalog, the day's three numbers, form: {tag}"
    );
    let again = ask(Method::GET, "/index.html", &[("if-none-match", tag)]).await;
    assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
}

#[tokio::test]
async fn a_region_s_page_is_small_on_the_way() {
    for coding in ["br", "gzip"] {
        let page = ask(Method::GET, "/ecr-us-east-1.html", &[("accept-encoding", coding)]).await;
        assert_eq!(page.header("content-encoding"), coding);
        assert!(page.body.len() < 300_000, "{coding}: {}", page.body.len());
    }
}
