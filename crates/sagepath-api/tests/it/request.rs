//! Requests as they go over the wire.

use sagepath_api::{Node, Protocol, Value, find, operations, signin, sso, sts};
use serde_json::{Value as Json, json};

#[test]
fn a_json_operation_is_named_by_a_header() {
    let input = Node::from(json!({"LogGroupName": "g"}));
    let request = find("DescribeLogStreams").unwrap().request(&input, b"").unwrap();
    assert_eq!((request.method, request.path.as_str()), ("POST", "/"));
    let headers = [
        ("Content-Type", "application/x-amz-json-1.1".to_owned()),
        ("X-Amz-Target", "Logs_20140328.DescribeLogStreams".to_owned()),
    ];
    assert_eq!(request.headers, headers);
}

#[test]
fn a_path_is_encoded_and_must_be_there() {
    let operation = find("InvokeEndpointWithResponseStream").unwrap();
    let request = operation
        .request(
            &Node::from(json!({"EndpointName": "a/b c\u{e9}", "Accept": "text/plain"})),
            b"x",
        )
        .unwrap();
    assert_eq!(
        request.path,
        "/endpoints/a%2Fb%20c%C3%A9/invocations-response-stream"
    );
    assert_eq!(
        request.headers,
        [("X-Amzn-SageMaker-Accept", "text/plain".to_owned())]
    );
    assert_eq!(request.body, b"x");
    for (wrong, told) in [
        (json!({}), "`EndpointName` is missing"),
        (json!({"EndpointName": ""}), "`EndpointName` is empty"),
        (json!({"EndpointName": 1}), "`EndpointName` is no text"),
        (
            json!({"EndpointName": "e", "Accept": "a\nHost: b"}),
            "`Accept` has a line break or another control character",
        ),
        (
            json!({"EndpointName": "e", "TargetModel": "m"}),
            "`TargetModel` is no field of it",
        ),
    ] {
        let error = operation.request(&Node::from(wrong), b"").unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("InvokeEndpointWithResponseStream: {told}")
        );
    }
}

#[test]
fn a_form_names_the_operation_and_the_way_to_each_value() {
    let input = json!({
        "RoleSessionName": "a b&c",
        "RoleArn": "arn:aws:iam::123456789012:role/r",
        "DurationSeconds": 900,
        "Tags": [{"Key": "k", "Value": "v"}, {"Key": "l", "Value": ""}],
        "PolicyArns": [],
    });
    let request = sts::ASSUME_ROLE.request(&Node::from(input), b"").unwrap();
    assert_eq!(
        request.headers[0].1,
        "application/x-www-form-urlencoded; charset=utf-8"
    );
    assert_eq!(
        String::from_utf8_lossy(&request.body),
        "Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fr\
         &RoleSessionName=a%20b%26c&PolicyArns=&DurationSeconds=900\
         &Tags.member.1.Key=k&Tags.member.1.Value=v&Tags.member.2.Key=l&Tags.member.2.Value="
    );
}

#[test]
fn fields_stand_in_the_query_or_are_the_body() {
    let input = json!({"roleName": "a/b", "accountId": "123456789012", "accessToken": "t"});
    let request = sso::GET_ROLE_CREDENTIALS
        .request(&Node::from(input), b"")
        .unwrap();
    assert_eq!(request.path, "/federation/credentials");
    assert_eq!(request.query, "role_name=a%2Fb&account_id=123456789012");
    assert_eq!(request.headers, [("x-amz-sso_bearer_token", "t".to_owned())]);

    let token = json!({"clientId": "c", "grantType": "refresh_token", "refreshToken": "r"});
    let request = signin::CREATE_O_AUTH2_TOKEN
        .request(&Node::from(json!({"tokenInput": token})), b"")
        .unwrap();
    assert_eq!(serde_json::from_slice::<Json>(&request.body).unwrap(), token);
}

#[test]
fn a_moment_is_a_number_of_seconds() {
    let operation = find("ListTrainingJobs").unwrap();
    let table = [
        (json!("2026-01-31T08:00:00Z"), json!(1_769_846_400)),
        (json!("2026-01-31T09:00:00+01:00"), json!(1_769_846_400)),
        (json!("2026-01-31"), json!(1_769_817_600)),
        (json!(1_769_846_400), json!(1_769_846_400)),
    ];
    for (written, sent) in table {
        let input = Node::from(json!({"CreationTimeAfter": written}));
        assert_eq!(operation.validate(&input), []);
        assert_eq!(operation.to_json(&input)["CreationTimeAfter"], sent);
    }
    let wrong = Node::from(json!({"CreationTimeAfter": "yesterday"}));
    assert_eq!(operation.validate(&wrong).len(), 1);
}

#[test]
fn words_become_what_their_place_says() {
    let operation = find("CreateTrainingJob").unwrap();
    let word = |text: &str| Node::new(Value::Word(text.to_owned()));
    let mut input = Node::from(json!({"HyperParameters": {}, "ResourceConfig": {}}));
    input.get_mut("HyperParameters").unwrap().set("eta", word("0.10"));
    input
        .get_mut("ResourceConfig")
        .unwrap()
        .set("InstanceCount", word("2"));
    input.set("EnableNetworkIsolation", word("true"));
    let expected = json!({
        "HyperParameters": {"eta": "0.10"},
        "ResourceConfig": {"InstanceCount": 2},
        "EnableNetworkIsolation": true,
    });
    assert_eq!(operation.to_json(&input), expected);
    for (written, sent) in [("+5", 5), ("007", 7), ("-1", -1)] {
        input
            .get_mut("ResourceConfig")
            .unwrap()
            .set("InstanceCount", word(written));
        assert_eq!(operation.to_json(&input)["ResourceConfig"]["InstanceCount"], sent);
    }
    input.set("EnableNetworkIsolation", word("yes"));
    let violations = operation.validate(&input);
    let told: Vec<String> = violations.iter().map(ToString::to_string).collect();
    assert!(
        told.contains(&"`EnableNetworkIsolation` must be true or false, and is a text".to_owned()),
        "{told:?}"
    );
}

#[test]
fn every_operation_is_whole() {
    for operation in operations() {
        assert_eq!(find(operation.name), Some(operation));
        assert!(operation.input.is_some(), "{}", operation.name);
        if let (Some(pages), Some(output)) = (operation.pages, operation.output) {
            let input = operation.input.unwrap();
            assert!(input.member(pages.input_token).is_some(), "{}", operation.name);
            assert!(output.member(pages.output_token).is_some(), "{}", operation.name);
            assert!(
                pages.items.iter().all(|items| output.member(items).is_some()),
                "{}",
                operation.name
            );
        }
        if let Protocol::Json { target_prefix, .. } = operation.service.protocol {
            let request = operation
                .request(&Node::from(Json::Object(serde_json::Map::new())), b"")
                .unwrap();
            assert_eq!(request.body, b"{}");
            assert!(request.headers[1].1.starts_with(target_prefix));
        }
    }
}
