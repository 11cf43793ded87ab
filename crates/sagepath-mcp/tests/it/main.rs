//! A conversation of a client with the tools, without a process between them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use rmcp::model::{CallToolRequestParams, CallToolResult};
use rmcp::service::RunningService;
use rmcp::{RoleClient, ServiceExt as _};
use sagepath::Catalog;
use sagepath_mcp::Tools;
use serde_json::{Value, json};

async fn client() -> RunningService<RoleClient, ()> {
    let (ours, theirs) = tokio::io::duplex(1 << 16);
    tokio::spawn(async move {
        let service = Tools::new(Catalog::embedded()).serve(theirs).await.unwrap();
        service.waiting().await.unwrap();
    });
    ().serve(ours).await.unwrap()
}

async fn call(name: &'static str, arguments: Value) -> CallToolResult {
    let arguments = arguments.as_object().unwrap().clone();
    let parameters = CallToolRequestParams::new(name).with_arguments(arguments);
    client().await.call_tool(parameters).await.unwrap()
}

fn text(result: &CallToolResult) -> String {
    let texts = result
        .content
        .iter()
        .filter_map(|block| Some(block.as_text()?.text.clone()));
    texts.collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn a_path_is_resolved_in_text_and_in_json() {
    let question = json!({ "framework": "kmeans", "region": "cn-north-1" });
    let result = call("resolve", question).await;
    assert_eq!(result.is_error, Some(false));
    let path = "390948362332.dkr.ecr.cn-north-1.amazonaws.com.cn/kmeans:1";
    assert_eq!(text(&result).lines().next(), Some(path));
    assert_eq!(result.structured_content.unwrap()["uri"], path);
}

#[tokio::test]
async fn an_error_names_the_choices() {
    let result = call(
        "resolve",
        json!({ "framework": "xgboost", "region": "us-east-1", "version": "1.7" }),
    )
    .await;
    assert_eq!(result.is_error, Some(true));
    assert!(text(&result).contains("did you mean: 1.7-1"), "{}", text(&result));
    assert!(text(&result).contains("choices: "), "{}", text(&result));
    assert_eq!(
        result.structured_content.unwrap()["error"]["code"],
        "unknown-version"
    );
}

#[tokio::test]
async fn results_are_short() {
    for (name, arguments) in [
        ("list_images", json!({ "limit": 100_000 })),
        (
            "resolve",
            json!({ "framework": "nothing-like-it", "region": "us-east-1" }),
        ),
        ("identify", json!({ "path": "a".repeat(100_000) })),
    ] {
        let length = text(&call(name, arguments).await).len();
        assert!(length < 20_000, "{name}: {length}");
    }
}

#[tokio::test]
async fn the_tools_are_described_and_change_nothing() {
    let tools = client().await.list_all_tools().await.unwrap();
    let names: Vec<&str> = tools.iter().map(|tool| &*tool.name).collect();
    assert_eq!(names, ["example", "identify", "list_images", "resolve"]);
    for tool in &tools {
        assert!(tool.description.is_some());
        assert_eq!(tool.annotations.as_ref().unwrap().read_only_hint, Some(true));
    }
}
