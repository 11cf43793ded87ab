//! Pages of images.

use serde_json::Value;

use crate::client::get;

/// All images of a filter, a page at a time.
async fn walk(filter: &str, limit: usize) -> Vec<Value> {
    let mut images = Vec::new();
    let mut address = format!("/api/v1/images?{filter}&limit={limit}");
    loop {
        let got = get(&address).await;
        let page = got.json();
        let rows = page["images"].as_array().unwrap();
        assert!(rows.len() <= limit);
        images.extend(rows.iter().cloned());
        let Some(next) = page["next"].as_str() else {
            assert_eq!(page["total"], images.len());
            assert_eq!(got.header("link"), "");
            return images;
        };
        // The header leads to the same page as the body.
        let link = got.header("link");
        let target = link.strip_prefix('<').unwrap().split_once('>').unwrap().0;
        assert_eq!(
            get(target).await.body,
            get(&format!("/api/v1/images?{filter}&limit={limit}&cursor={next}"))
                .await
                .body
        );
        address = target.to_owned();
    }
}

#[tokio::test]
async fn pages_of_any_size_have_the_same_images() {
    for filter in [
        "framework=pytorch&region=eu-west-1",
        "framework=huggingface&version=%3E%3D4,%3C4.50",
        "scope=processing",
    ] {
        let whole = walk(filter, 1000).await;
        assert!(whole.len() > 5, "{filter}");
        for limit in [1, 7, whole.len()] {
            assert_eq!(walk(filter, limit).await, whole, "{filter} {limit}");
        }
    }
}

#[tokio::test]
async fn a_cursor_is_good_for_its_question_only() {
    let page = get("/api/v1/images?framework=pytorch&limit=5").await.json();
    let cursor = page["next"].as_str().unwrap();
    // Another size of pages, and another order of parameters, make no other question.
    for (question, status) in [
        ("framework=pytorch&limit=9", 200),
        ("limit=5&framework=pytorch", 200),
        ("framework=tensorflow&limit=5", 404),
        ("limit=5", 404),
    ] {
        let got = get(&format!("/api/v1/images?{question}&cursor={cursor}")).await;
        assert_eq!(got.status, status, "{question}");
    }
    for forged in [
        "",
        "-",
        "0",
        "zz-zz",
        "ffffffffffffffffffff-0",
        "5-0000000000000000",
    ] {
        let got = get(&format!("/api/v1/images?framework=pytorch&cursor={forged}")).await;
        assert_eq!(got.status, if forged.is_empty() { 200 } else { 404 }, "{forged}");
    }
}

#[tokio::test]
async fn nothing_is_listed_that_is_never_an_answer() {
    let images = walk("platform=sagemaker", 1000).await;
    assert!(images.len() > 1000);
    assert!(images.iter().all(|image| image.get("withheld").is_none()));
}
