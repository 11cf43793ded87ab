//! The commands that talk to AWS, against a scripted server (`tests/aws`), which is no AWS, and does what each test tells it.
//!
//! What is said when something goes wrong stands in `docs/aws.md`, and is read from there.

use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use scripted_aws::{Received, ScriptedServer, Step, event};
use serde_json::{Value, json};

use crate::command::{sagepath, text};

/// The command of a user with keys of his own, whose AWS is at a URL.
fn user(url: &str, line: &str) -> Command {
    let mut command = sagepath(line.split(' '));
    command.envs([
        ("AWS_ACCESS_KEY_ID", "AKIDSCRIPTED"),
        ("AWS_SECRET_ACCESS_KEY", "secret"),
        ("AWS_REGION", "us-east-1"),
        ("AWS_ENDPOINT_URL", url),
        ("AWS_EC2_METADATA_DISABLED", "true"),
        ("AWS_MAX_ATTEMPTS", "2"),
    ]);
    command
}

fn run(script: impl FnMut(&Received) -> Step + Send + 'static, line: &str) -> (Output, ScriptedServer) {
    let server = ScriptedServer::start(script).unwrap();
    (user(&server.url(), line).output().unwrap(), server)
}

/// What was said, with a host that is always called the same.
fn said(output: &Output, server: &ScriptedServer) -> String {
    text(&output.stderr).replace(&server.url().replace("http://", ""), "HOST")
}

fn no_such_thing() -> Step {
    Step::error(400, "ValidationException", "Requested resource not found.")
}

/// A training job `j` that is described so, one after the other; there is nothing else.
fn job(descriptions: impl IntoIterator<Item = Value>) -> impl FnMut(&Received) -> Step + Send + 'static {
    let mut steps = Vec::new();
    for mut description in descriptions {
        description["TrainingJobName"] = "j".into();
        steps.push(Step::json(&description));
    }
    script("DescribeTrainingJob", steps)
}

/// Steps for one operation, the last of which is repeated; there is nothing else.
fn script(operation: &'static str, steps: Vec<Step>) -> impl FnMut(&Received) -> Step + Send + 'static {
    let mut asked = 0;
    move |request| {
        if request.operation != operation {
            return no_such_thing();
        }
        asked += 1;
        steps[(asked - 1).min(steps.len() - 1)].clone()
    }
}

fn in_progress(secondary: &str) -> Value {
    json!({ "TrainingJobStatus": "InProgress", "SecondaryStatus": secondary })
}

const ATTACH: &str = "attach j --interval 0.05";

type Script = Box<dyn FnMut(&Received) -> Step + Send>;

/// What happens, as `docs/aws.md` calls it, and the command that it happens to.
fn fault(name: &str) -> Option<(Script, &'static str)> {
    let describe = |step: Step| -> Script { Box::new(script("DescribeModel", vec![step])) };
    let delete = "delete model m";
    Some(match name {
        "the connection is reset" => (describe(Step::Reset), delete),
        "the answer is slow" => (
            describe(Step::json(&json!({})).after(Duration::from_secs(2))),
            "delete model m --read-timeout 0.2",
        ),
        "status 500" => (describe(Step::error(500, "InternalFailure", "")), delete),
        "throttling" => (
            describe(Step::error(400, "ThrottlingException", "Rate exceeded")),
            delete,
        ),
        "expired credentials" => {
            let message = "The security token included in the request is expired";
            (
                describe(Step::error(400, "ExpiredTokenException", message)),
                delete,
            )
        }
        "a clock that AWS does not help" => {
            let no = Step::error(403, "InvalidSignatureException", "Signature expired");
            (
                describe(no.header("date", "Tue, 01 Jan 2030 00:00:00 GMT")),
                delete,
            )
        }
        "an answer that is no JSON" => (describe(Step::bytes("text/html", "<html>")), delete),
        "no permission" => (
            describe(Step::error(400, "AccessDeniedException", "not authorized")),
            delete,
        ),
        "there is no such model" => (describe(no_such_thing()), delete),
        "SageMaker refuses" => (
            describe(Step::error(
                400,
                "ValidationException",
                "1 validation error detected",
            )),
            delete,
        ),
        "nobody listens" | "no credentials" | "no region" | "an unknown profile" => {
            (describe(no_such_thing()), delete)
        }
        "a job disappears" => {
            let steps = vec![
                Step::json(&in_progress("Training")),
                Step::json(&in_progress("Training")),
                no_such_thing(),
            ];
            (Box::new(script("DescribeTrainingJob", steps)), ATTACH)
        }
        "a job fails" => {
            let failed =
                json!({ "TrainingJobStatus": "Failed", "FailureReason": "AlgorithmError: out of memory." });
            (Box::new(job([in_progress("Training"), failed])), ATTACH)
        }
        "a job is stopped" => (Box::new(job([json!({ "TrainingJobStatus": "Stopped" })])), ATTACH),
        "AWS is away while a job runs" => {
            let steps = vec![Step::json(&in_progress("Training")), Step::Reset];
            (Box::new(script("DescribeTrainingJob", steps)), ATTACH)
        }
        _ => return None,
    })
}

/// Rows of the table of faults: what happens, what is said, the exit status.
fn documented() -> Vec<(String, String, i32)> {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/aws.md")).unwrap();
    let rows = page
        .lines()
        .skip_while(|line| !line.starts_with("| what happens"));
    rows.skip(2)
        .take_while(|line| line.starts_with('|'))
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
            let message = cells[1]
                .strip_prefix("``")
                .and_then(|rest| rest.strip_suffix("``"));
            let message = message.unwrap_or_else(|| cells[1].trim_matches('`'));
            (cells[0].to_owned(), message.to_owned(), cells[2].parse().unwrap())
        })
        .collect()
}

#[test]
fn what_goes_wrong_is_said_as_the_documentation_says() {
    let rows = documented();
    assert!(rows.len() > 15, "{}", rows.len());
    for (name, message, status) in rows {
        let (script, line) = fault(&name).expect("every row is tried");
        let server = ScriptedServer::start(script).unwrap();
        let mut command = user(&server.url(), line);
        match name.as_str() {
            "nobody listens" => {
                // A port that was free a moment ago.
                let address = std::net::TcpListener::bind("127.0.0.1:0")
                    .unwrap()
                    .local_addr()
                    .unwrap();
                command.env("AWS_ENDPOINT_URL", format!("http://{address}"));
                let output = command.output().unwrap();
                let said = text(&output.stderr).replace(&address.to_string(), "HOST");
                assert!(said.starts_with(&format!("error: {message}\n")), "{name}: {said}");
                assert_eq!(output.status.code(), Some(status), "{name}");
                continue;
            }
            "no credentials" => command.env_remove("AWS_ACCESS_KEY_ID"),
            "no region" => command.env_remove("AWS_REGION"),
            "an unknown profile" => command.env("AWS_PROFILE", "ghost"),
            "AWS is away while a job runs" => command.env("AWS_MAX_ATTEMPTS", "1"),
            _ => &mut command,
        };
        let output = command.output().unwrap();
        let said = said(&output, &server);
        let error = said
            .lines()
            .find(|line| line.starts_with("error: "))
            .unwrap_or_default();
        assert_eq!(error, format!("error: {message}"), "{name}: {said}");
        assert_eq!(output.status.code(), Some(status), "{name}: {said}");
        assert_eq!(text(&output.stdout), "", "{name}");
    }
}

/// A training job that takes four steps and prints a line in each.
fn life() -> impl FnMut(&Received) -> Step + Send + 'static {
    let mut asked: i64 = 0;
    move |request| match request.operation.as_str() {
        "DescribeTrainingJob" => {
            asked += 1;
            let step = |secondary: &str| {
                let mut description = in_progress(secondary);
                description["SecondaryStatusTransitions"] =
                    json!([{ "Status": secondary, "StatusMessage": format!("{secondary} it") }]);
                description
            };
            let mut description = match asked {
                // `attach` asks once what the name stands for.
                1 | 2 => step("Starting"),
                3 => step("Training"),
                _ => json!({
                    "TrainingJobStatus": "Completed",
                    "SecondaryStatus": "Completed",
                    "TrainingEndTime": 1_764_201_800,
                    "BillableTimeInSeconds": 61,
                    "ModelArtifacts": { "S3ModelArtifacts": "s3://bucket/j/output/model.tar.gz" },
                    "FinalMetricDataList": [{ "MetricName": "validation:rmse", "Value": 0.25 }],
                }),
            };
            description["CreationTime"] = 1_764_201_600.into();
            Step::json(&description)
        }
        "DescribeLogStreams" if asked < 3 => Step::error(400, "ResourceNotFoundException", "no such group"),
        "DescribeLogStreams" => Step::json(&json!({ "logStreams": [{ "logStreamName": "j/algo-1" }] })),
        "GetLogEvents" => {
            let input = request.json();
            let from = input["nextToken"]
                .as_str()
                .and_then(|token| token.parse().ok())
                .unwrap_or(3);
            let lines: Vec<Value> = (from..asked.min(5))
                .map(|line| json!({ "timestamp": line * 1000, "message": format!("line {line}\n") }))
                .collect();
            Step::json(&json!({ "events": lines, "nextForwardToken": asked.to_string() }))
        }
        _ => no_such_thing(),
    }
}

#[test]
fn a_job_is_followed_to_its_end() {
    let (output, server) = run(life(), ATTACH);
    assert_eq!(text(&output.stdout), "s3://bucket/j/output/model.tar.gz\n");
    assert_eq!(
        said(&output, &server),
        "InProgress, Starting: Starting it\n\
         InProgress, Training: Training it\n\
         line 3\n\
         line 4\n\
         training job `j` has completed in 3m 20s (1m 01s billable)\n  \
           validation:rmse 0.25\n"
    );
    assert_eq!(output.status.code(), Some(0));

    let (output, _server) = run(life(), &format!("{ATTACH} --quiet"));
    assert_eq!(text(&output.stderr), "");
    let (output, _server) = run(life(), &format!("{ATTACH} --quiet --json"));
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["BillableTimeInSeconds"], 61);
}

#[test]
fn events_are_a_stream_for_programs() {
    let (output, _server) = run(life(), &format!("{ATTACH} --events"));
    assert_eq!(text(&output.stderr), "");
    let events: Vec<Value> = text(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let kinds: Vec<&str> = events
        .iter()
        .filter_map(|event| event["event"].as_str())
        .collect();
    assert_eq!(kinds, ["status", "status", "log", "status", "log", "end"]);
    let end = events.last().unwrap();
    assert_eq!(end["outcome"], "done");
    assert_eq!(end["results"], json!(["s3://bucket/j/output/model.tar.gz"]));
    assert_eq!([&end["elapsed_seconds"], &end["billable_seconds"]], [200, 61]);
}

#[test]
fn trouble_on_the_way_is_told_and_overcome() {
    let done =
        json!({ "TrainingJobStatus": "Completed", "ModelArtifacts": { "S3ModelArtifacts": "s3://b/m" } });
    let steps = vec![
        Step::json(&in_progress("Training")),
        Step::json(&in_progress("Training")),
        Step::Reset,
        Step::Reset,
        Step::json(&done),
    ];
    let (output, server) = run(script("DescribeTrainingJob", steps), ATTACH);
    assert_eq!(text(&output.stdout), "s3://b/m\n");
    let said = said(&output, &server);
    assert!(
        said.contains("warning: SageMaker at HOST broke off: Connection reset"),
        "{said}"
    );
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn ctrl_c_leaves_a_job_alone() {
    let server = ScriptedServer::start(job([in_progress("Training")])).unwrap();
    let mut child = user(&server.url(), ATTACH)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let begin = Instant::now();
    while server.received().len() < 6 && begin.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(20));
    }
    let interrupted = Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status()
        .unwrap();
    assert!(interrupted.success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
    let output = child.wait_with_output().unwrap();
    let said = text(&output.stderr);
    assert!(
        said.ends_with(
            "detached from training job `j`: it goes on: `sagepath attach j` follows it again, `sagepath stop j` ends it\n"
        ),
        "{said}"
    );
    assert!(
        !server
            .operations()
            .iter()
            .any(|operation| operation.starts_with("Stop"))
    );
}

#[test]
fn a_job_is_stopped_once() {
    let (output, server) = run(
        |request| match request.operation.as_str() {
            "DescribeTrainingJob" => Step::json(&in_progress("Training")),
            "StopTrainingJob" => Step::bytes("application/x-amz-json-1.1", ""),
            _ => no_such_thing(),
        },
        "stop j",
    );
    assert_eq!(text(&output.stdout), "j\n");
    assert_eq!(
        said(&output, &server),
        "note: training job `j` stops: `sagepath attach j` waits for it\n"
    );
    assert_eq!(server.operations(), ["DescribeTrainingJob", "StopTrainingJob"]);
    let (output, server) = run(job([json!({ "TrainingJobStatus": "Completed" })]), "stop j");
    assert_eq!(
        said(&output, &server),
        "error: training job `j` has ended already: Completed\n"
    );
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn an_endpoint_that_fails_shows_why() {
    let (output, server) = run(
        |request| match request.operation.as_str() {
            "DescribeEndpoint" => Step::json(
                &json!({ "EndpointStatus": "Failed", "FailureReason": "The container did not pass the ping health check." }),
            ),
            "DescribeLogStreams" => {
                assert_eq!(request.json()["logGroupName"], "/aws/sagemaker/Endpoints/e");
                Step::json(&json!({ "logStreams": [{ "logStreamName": "all/i-1" }] }))
            }
            "GetLogEvents" => {
                let events: Vec<Value> = (0..30)
                    .map(|line| json!({ "timestamp": line, "message": format!("line {line}") }))
                    .collect();
                let is_first = request.json().get("nextToken").is_none();
                Step::json(
                    &json!({ "events": if is_first { events } else { vec![] }, "nextForwardToken": "end" }),
                )
            }
            _ => no_such_thing(),
        },
        "attach e --interval 0.05",
    );
    let said = said(&output, &server);
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[0], "line 10");
    assert_eq!(
        lines[20..],
        [
            "error: endpoint `e` has failed: The container did not pass the ping health check",
            "hint: `sagepath logs e` shows more; `sagepath delete endpoint e --cascade` removes it and what it is made of"
        ]
    );
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn what_cannot_be_deleted_is_named() {
    let script = |request: &Received| match request.operation.as_str() {
        "DescribeEndpoint" => {
            Step::json(&json!({ "EndpointStatus": "InService", "EndpointConfigName": "c" }))
        }
        "DescribeEndpointConfig" => Step::json(
            &json!({ "ProductionVariants": [{ "ModelName": "a" }, { "ModelName": "b" }, { "ModelName": "a" }] }),
        ),
        "DeleteEndpoint" | "DeleteEndpointConfig" => Step::bytes("application/x-amz-json-1.1", ""),
        "DeleteModel" if request.json()["ModelName"] == "a" => {
            Step::error(400, "AccessDeniedException", "not authorized")
        }
        "DeleteModel" => Step::bytes("application/x-amz-json-1.1", ""),
        _ => no_such_thing(),
    };
    let (output, server) = run(script, "delete endpoint e --cascade");
    assert_eq!(
        text(&output.stdout),
        "endpoint e\nendpoint configuration c\nmodel b\n"
    );
    assert_eq!(
        said(&output, &server),
        "warning: model `a`: DeleteModel was refused: AccessDeniedException: not authorized [request scripted-1]\n\
         error: not deleted: model `a`\n\
         hint: run the command again\n"
    );
    assert_eq!(output.status.code(), Some(1));
    let (output, _server) = run(script, "delete endpoint e");
    assert_eq!(text(&output.stdout), "endpoint e\n");
}

#[test]
fn a_model_answers_in_parts() {
    let (output, server) = run(
        |_| {
            let headers = [(":message-type", "event"), (":event-type", "PayloadPart")];
            Step::Answer {
                status: 200,
                headers: vec![("content-type".into(), "application/vnd.amazon.eventstream".into())],
                body: vec![event(&headers, b"Hel"), event(&headers, &[0xff, b'\n'])],
            }
        },
        "invoke e Cargo.toml --content-type json --accept text/event-stream --stream",
    );
    assert_eq!(output.stdout, b"Hel\xff\n", "byte for byte");
    assert_eq!(said(&output, &server), "");
    let received = server.received();
    assert_eq!(received[0].headers["content-type"], "application/json");
    assert_eq!(received[0].body, std::fs::read("Cargo.toml").unwrap());
}

#[test]
fn a_type_that_is_not_known_is_asked_for() {
    let (output, server) = run(|_| no_such_thing(), "invoke e");
    assert_eq!(
        said(&output, &server),
        "error: it is not known what is sent\nhint: name it: `--content-type csv`, or `json`, or a media type\n"
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(server.received().is_empty());
}

#[test]
fn lists_are_one_and_have_an_end() {
    let script = |request: &Received| {
        let input = request.json();
        let jobs = |kind: &str, times: &[i64]| {
            let jobs: Vec<Value> = times
                .iter()
                .map(|time| json!({ format!("{kind}JobName"): format!("{kind}-{time}"), format!("{kind}JobStatus"): "Failed", "CreationTime": time }))
                .collect();
            Step::json(&json!({ format!("{kind}JobSummaries"): jobs }))
        };
        assert_eq!(input["StatusEquals"], "Failed");
        assert_eq!(input["NameContains"], "x");
        match request.operation.as_str() {
            "ListTrainingJobs" => jobs("Training", &[50, 30, 10]),
            "ListProcessingJobs" => jobs("Processing", &[40]),
            "ListTransformJobs" => jobs("Transform", &[20]),
            _ => no_such_thing(),
        }
    };
    let (output, server) = run(script, "jobs x --status failed --limit 4");
    assert_eq!(
        text(&output.stdout),
        "Training-50\ttraining\tFailed\t1970-01-01T00:00:50Z\t\n\
         Processing-40\tprocessing\tFailed\t1970-01-01T00:00:40Z\t\n\
         Training-30\ttraining\tFailed\t1970-01-01T00:00:30Z\t\n\
         Transform-20\ttransform\tFailed\t1970-01-01T00:00:20Z\t\n"
    );
    assert_eq!(
        said(&output, &server),
        "note: there are more than 4: `--limit 40` shows more\n"
    );
}

const TRAIN: &str = "train kmeans --name j --input train=s3://bucket/train --output s3://bucket/out --role arn:aws:iam::123456789012:role/R \
                     --instance-type ml.m5.xlarge --hyperparameter k=2 --hyperparameter feature_dim=3 --interval 0.05";
const DEPLOY: &str = "deploy kmeans --name e --model-data s3://bucket/model.tar.gz --role arn:aws:iam::123456789012:role/R \
                      --instance-type ml.m5.xlarge --interval 0.05";

fn arn(operation: &str) -> Step {
    let shape = operation.trim_start_matches("Create");
    Step::json(&json!({ format!("{shape}Arn"): format!("arn:aws:sagemaker:us-east-1:123456789012:{shape}") }))
}

fn line(command: &'static str) -> String {
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
    assert_eq!(kinds, ["creating", "created", "detached"]);
}

/// An endpoint `e` of the configuration `old`, which takes another one or does not.
fn updated(succeeds: bool) -> impl FnMut(&Received) -> Step + Send + 'static {
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
    // Without the option a name that is taken is taken.
    let (output, server) = run(updated(true), &line(DEPLOY));
    assert_eq!(output.status.code(), Some(1));
    assert!(!server.operations().contains(&"UpdateEndpoint".to_owned()));
}
