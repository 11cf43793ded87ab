//! What is answered to what: a case is a line of `requests.tsv`.

use serde_json::Value;

use crate::client::get;

#[tokio::test]
async fn every_request_has_its_answer() {
    let mut wrong = Vec::new();
    for line in include_str!("../requests.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let columns: Vec<&str> = line.split('\t').collect();
        let [request, status, pointer, expected] = columns[..] else {
            panic!("a line without four columns: {line}");
        };
        let got = get(request).await;
        let json = got.json();
        let found = match json.pointer(pointer) {
            Some(Value::String(text)) => text.replace('\n', "\\n"),
            other => format!("{other:?}"),
        };
        if (got.status.as_str(), &*found) != (status, expected) {
            wrong.push(format!("{request}\n  {} {pointer}: {found}\n", got.status));
        }
        let media_type = got.header("content-type");
        let expected = if status == "200" {
            "application/json"
        } else {
            "application/problem+json"
        };
        assert_eq!(media_type, expected, "{request}");
        if status != "200" {
            assert_eq!(json["status"], got.status.as_u16(), "{request}");
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.concat());
}

#[tokio::test]
async fn every_code_of_a_problem_is_explained_on_the_page_that_its_type_names() {
    let page = get("/api/").await;
    for line in include_str!("../requests.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let got = get(line.split('\t').next().unwrap()).await;
        if got.status != 200 {
            let kind = got.json()["type"].as_str().unwrap().to_owned();
            let anchor = kind.strip_prefix("/api/#").unwrap();
            assert!(page.text().contains(&format!("id=\"{anchor}\"")), "{kind}");
        }
    }
}
