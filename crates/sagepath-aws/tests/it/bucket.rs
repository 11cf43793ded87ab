//! Where buckets are.

use sagepath_aws::{Bucket, Options};
use scripted_aws::{ScriptedServer, Step};

use crate::world::{TestResult, client, run, scripted, steps, variables};

#[test]
fn s3_tells_where_a_bucket_is_to_whoever_asks() -> TestResult {
    let here = |status| Step::error(status, "", "").header("x-amz-bucket-region", "eu-west-1");
    let is_in = |region: &str| Some(Bucket::In(region.to_owned()));
    for (step, expected) in [
        (here(200), is_in("eu-west-1")),
        (here(301), is_in("eu-west-1")),
        (here(400), is_in("eu-west-1")),
        (here(403), is_in("eu-west-1")),
        (Step::error(403, "", ""), None),
        (Step::error(503, "", ""), None),
        (Step::error(404, "", ""), Some(Bucket::Absent)),
    ] {
        let (client, server) = scripted(steps([step]))?;
        assert_eq!(run(client.find_bucket("amzn-s3-demo-bucket"))??, expected);
        let requests = server.received();
        assert_eq!(requests.len(), 1);
        assert_eq!(requests[0].line, "HEAD /amzn-s3-demo-bucket");
        assert!(!requests[0].headers.contains_key("authorization"));
    }
    Ok(())
}

#[test]
fn an_endpoint_that_the_command_line_names_is_not_that_of_s3() -> TestResult {
    let server = ScriptedServer::start(steps([Step::error(404, "", "")]))?;
    let options = || Options {
        endpoint_url: Some(server.url()),
        ..Options::default()
    };
    let mut all = variables(&server.url());
    let asked = client(all.clone(), options())?;
    assert_eq!(run(asked.find_bucket("abc"))??, Some(Bucket::Absent));
    all.remove("AWS_ENDPOINT_URL");
    let silent = client(all, options())?;
    assert_eq!(run(silent.find_bucket("abc"))??, None);
    assert_eq!(server.received().len(), 1);
    Ok(())
}
