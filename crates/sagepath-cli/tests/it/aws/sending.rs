//! What is made, what is undone, and what is replaced.

use std::io::Write as _;
use std::process::Stdio;

use scripted_aws::{Received, ScriptedServer, Step};
use serde_json::{Value, json};

use super::{life, no_such_thing, run, said, user};
use crate::command::text;

pub(super) const TRAIN: &str = "train kmeans --name j --input train=s3://bucket/train --output s3://bucket/out --role arn:aws:iam::123456789012:role/R \
                     --instance-type ml.m5.xlarge --hyperparameter k=2 --hyperparameter feature_dim=3 --interval 0.05";
pub(super) const DEPLOY: &str = "deploy kmeans --name e --model-data s3://bucket/model.tar.gz --role arn:aws:iam::123456789012:role/R \
                      --instance-type ml.m5.xlarge --interval 0.05";

fn arn(operation: &str) -> Step {
    let shape = operation.trim_start_matches("Create");
    Step::json(&json!({ format!("{shape}Arn"): format!("arn:aws:sagemaker:us-east-1:123456789012:{shape}") }))
}

pub(super) fn line(command: &str) -> String {
    command.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_job_is_made_once_though_its_answer_is_lost() {
    let mut life = life();
    let (output, server) = run(
        move |request| match request.operation.as_str() {
            "CreateTrainingJob" => Step::Reset,
            "DescribeTrainingJob" => {
                let step = life(request);
                let Step::Answer { body, .. } = &step else {
                    return step;
                };
                let mut description: Value = serde_json::from_slice(&body.concat()).unwrap();
                description["CreationTime"] = (jiff::Timestamp::now().as_second()).into();
                description["TrainingJobArn"] = "arn".into();
                Step::json(&description)
            }
            _ => life(request),
        },
        &line(TRAIN),
    );
    assert_eq!(
        text(&output.stdout),
        "s3://bucket/j/output/model.tar.gz\n",
        "{}",
        said(&output, &server)
    );
    assert_eq!(output.status.code(), Some(0));
    let creations = server
        .operations()
        .iter()
        .filter(|name| *name == "CreateTrainingJob")
        .count();
    assert_eq!(creations, 1);
}

#[test]
fn a_job_that_nobody_knows_of_is_named() {
    let (output, server) = run(|_| Step::Reset, &format!("{} --quiet", line(TRAIN)));
    assert_eq!(
        said(&output, &server),
        "error: it is not known whether training job `j` was made: SageMaker at HOST broke off: Connection reset by peer (os \
         error 104)\n\
         hint: `sagepath attach j` tells; the same command with the same `--name` makes none a second time\n"
    );
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_name_that_is_taken_is_said_to_be() {
    let taken = |_: &Received| {
        Step::error(
            400,
            "ResourceInUse",
            "Job name must be unique within an AWS account and region",
        )
    };
    let (output, server) = run(taken, &line(TRAIN));
    assert_eq!(
        said(&output, &server),
        "creating training job `j`\n\
         error: training job `j` was not made: CreateTrainingJob was refused: ResourceInUse: Job name must be unique within an AWS \
         account and region [request scripted-1]\n\
         hint: take another name with `--name`\n"
    );
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn what_was_made_before_something_is_refused_is_removed_again() {
    let script = |refused: &'static str, may_delete: bool| {
        move |request: &Received| match request.operation.as_str() {
            name if name == refused => Step::error(400, "ResourceLimitExceeded", "no more of them"),
            name if name.starts_with("Delete") && may_delete => Step::bytes("application/x-amz-json-1.1", ""),
            name if name.starts_with("Create") => arn(name),
            _ => Step::error(400, "AccessDeniedException", "not authorized"),
        }
    };
    for (refused, may_delete, expected) in [
        (
            "CreateModel",
            true,
            "model `e` was not made: CreateModel was refused: REASON",
        ),
        (
            "CreateEndpoint",
            true,
            "endpoint `e` was not made: CreateEndpoint was refused: REASON; removed again: endpoint configuration `e`, model `e`",
        ),
        (
            "CreateEndpointConfig",
            false,
            "endpoint configuration `e` was not made: CreateEndpointConfig was refused: REASON; still there: model `e`",
        ),
    ] {
        let (output, server) = run(script(refused, may_delete), &line(DEPLOY));
        let said = said(&output, &server);
        let error = said
            .lines()
            .find(|line| line.starts_with("error: "))
            .unwrap_or_default();
        let error = error.replace(
            "ResourceLimitExceeded: no more of them [request scripted-1]",
            "REASON",
        );
        assert_eq!(error, format!("error: {expected}"), "{said}");
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(text(&output.stdout), "");
    }
}

#[test]
fn an_endpoint_is_waited_for() {
    let mut asked = 0;
    let (output, server) = run(
        move |request| match request.operation.as_str() {
            name if name.starts_with("Create") => arn(name),
            "DescribeEndpoint" => {
                asked += 1;
                let status = if asked < 3 { "Creating" } else { "InService" };
                Step::json(&json!({ "EndpointName": "e", "EndpointStatus": status }))
            }
            _ => no_such_thing(),
        },
        &line(DEPLOY),
    );
    assert_eq!(text(&output.stdout), "e\n");
    assert_eq!(
        said(&output, &server),
        "creating model `e`\ncreating endpoint configuration `e`\ncreating endpoint `e`\nCreating\nendpoint `e` is in service\n\
         hint: `sagepath invoke e --content-type csv < rows.csv` asks it; `sagepath delete endpoint e --cascade` ends it\n"
    );
}

#[test]
fn a_job_can_be_left_alone_from_the_beginning() {
    let (output, server) = run(
        |request| arn(&request.operation),
        &format!("{} --detach", line(TRAIN)),
    );
    assert_eq!(text(&output.stdout), "j\n");
    assert_eq!(server.operations(), ["CreateTrainingJob"]);
    let (output, _server) = run(
        |request| arn(&request.operation),
        &format!("{} --detach --events", line(TRAIN)),
    );
    let kinds: Vec<Value> = text(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["event"].clone())
        .collect();
    assert_eq!(kinds, ["creating", "created", "end"]);
}

/// An endpoint `e` of the configuration `old`, which takes another one or does not.
pub(super) fn updated(succeeds: bool) -> impl FnMut(&Received) -> Step + Send + 'static {
    let mut config = "old".to_owned();
    let mut next = config.clone();
    move |request| match request.operation.as_str() {
        "CreateEndpoint" => Step::error(
            400,
            "ValidationException",
            "Cannot create already existing endpoint",
        ),
        name if name.starts_with("Create") => arn(name),
        "UpdateEndpoint" => {
            if succeeds {
                next = request.json()["EndpointConfigName"]
                    .as_str()
                    .unwrap_or_default()
                    .to_owned();
            }
            arn("UpdateEndpoint")
        }
        "DescribeEndpoint" => {
            // An update is under way for one question.
            let is_changing = config != next;
            let status = if is_changing { "Updating" } else { "InService" };
            let step = json!({ "EndpointName": "e", "EndpointStatus": status, "EndpointConfigName": config, "FailureReason": "no capacity." });
            config.clone_from(&next);
            Step::json(&step)
        }
        _ => no_such_thing(),
    }
}

#[test]
fn an_endpoint_that_is_there_takes_a_new_model() {
    let (output, server) = run(updated(true), &format!("{} --update", line(DEPLOY)));
    let said = said(&output, &server);
    assert_eq!(text(&output.stdout), "e\n", "{said}");
    assert_eq!(
        server.operations(),
        [
            "DescribeEndpoint",
            "CreateModel",
            "CreateEndpointConfig",
            "UpdateEndpoint",
            "DescribeEndpoint",
            "DescribeEndpoint",
        ]
    );
    let received = server.received();
    let [model, config, update] = [1, 2, 3].map(|at| received[at].json());
    let name = model["ModelName"].as_str().unwrap();
    assert!(name.starts_with("e-20"), "{name}");
    assert_eq!(config["ProductionVariants"][0]["ModelName"], name);
    assert_eq!(
        update,
        json!({ "EndpointName": "e", "EndpointConfigName": config["EndpointConfigName"] })
    );
    assert!(
        said.contains(
            "hint: what it was made of is still there: `sagepath delete endpoint-config old --cascade`\n"
        ),
        "{said}"
    );
}

#[test]
fn an_endpoint_that_goes_back_to_the_old_model_is_no_success() {
    let (output, server) = run(updated(false), &format!("{} --update", line(DEPLOY)));
    let said = said(&output, &server);
    assert!(
        said.contains("error: endpoint `e` was not updated, and goes on as before: no capacity; still there: model `e-20"),
        "{said}"
    );
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout), "");
    // Without the option a name that is taken is taken.
    let (output, server) = run(updated(true), &line(DEPLOY));
    assert_eq!(output.status.code(), Some(1));
    assert!(!server.operations().contains(&"UpdateEndpoint".to_owned()));
}

#[test]
fn settings_are_read_once() {
    // A pipe can be read once.
    let server = ScriptedServer::start(|request| arn(&request.operation)).unwrap();
    let train = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cmd/jobs.in/train.yaml");
    for command in [
        format!("{} --detach", line(TRAIN)),
        format!("{} --detach --trained-by {train}", line(DEPLOY)).replace("kmeans", "xgboost@1.7-1"),
    ] {
        let mut command = user(&server.url(), &command);
        command
            .env_remove("AWS_REGION")
            .env_remove("AWS_ACCESS_KEY_ID")
            .env("AWS_CONFIG_FILE", "/dev/stdin")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let profile = b"[default]\nregion = us-east-1\naws_access_key_id = a\naws_secret_access_key = b\n";
        child.stdin.take().unwrap().write_all(profile).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", text(&output.stderr));
    }
}
