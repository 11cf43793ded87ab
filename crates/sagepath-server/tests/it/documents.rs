//! What is compressed once and sent often.

use std::io::Read as _;

use axum::http::Method;

use crate::client::{ask, get};

#[tokio::test]
async fn each_form_of_a_document_is_the_same_document() {
    for address in ["/api/", "/api/v1/openapi.json"] {
        let plain = get(address).await;
        assert_eq!(
            (plain.header("content-encoding"), plain.header("vary")),
            ("", "accept-encoding")
        );
        let mut tags = vec![plain.header("etag").to_owned()];
        for (accepted, coding) in [("gzip", "gzip"), ("br, gzip", "br")] {
            let got = ask(Method::GET, address, &[("accept-encoding", accepted)]).await;
            assert_eq!(got.header("content-encoding"), coding);
            assert!(got.body.len() * 2 < plain.body.len(), "{address} {coding}");
            let mut text = Vec::new();
            match coding {
                "gzip" => flate2::read::GzDecoder::new(&*got.body)
                    .read_to_end(&mut text)
                    .unwrap(),
                _ => brotli::Decompressor::new(&*got.body, 4096)
                    .read_to_end(&mut text)
                    .unwrap(),
            };
            assert!(text == plain.body, "{address} {coding}");
            tags.push(got.header("etag").to_owned());
        }
        tags.sort();
        tags.dedup();
        assert_eq!(tags.len(), 3, "each form has its own tag");
    }
}

#[tokio::test]
async fn the_page_shows_every_endpoint_and_its_examples_work() {
    let page = get("/api/").await;
    let mut examples = 0;
    for link in page
        .text()
        .split("href=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
    {
        if link.starts_with('/') {
            let got = get(&link.replace("&#38;", "&").replace("&amp;", "&")).await;
            assert_eq!(got.status, 200, "{link}");
            examples += 1;
        } else if let Some(anchor) = link.strip_prefix('#') {
            assert!(page.text().contains(&format!("id=\"{anchor}\"")), "{link}");
        }
    }
    assert!(examples >= 8, "{examples}");
}
