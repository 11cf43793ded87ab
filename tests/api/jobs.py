"""Gives the requests of job files to botocore's validator and to the AWS CLI, whose request is caught before it is sent.

    jobs.py SAGEPATH
"""

import contextlib
import io
import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import botocore.session
from awscli.clidriver import create_clidriver
from botocore.awsrequest import AWSResponse
from botocore.validate import ParamValidator

KINDS = {
    "train": ["CreateTrainingJob"],
    "deploy": ["CreateModel", "CreateEndpointConfig", "CreateEndpoint"],
    "process": ["CreateProcessingJob"],
    "transform": ["CreateModel", "CreateTransformJob"],
}
REGIONS = ["us-east-1", "eu-central-1", "cn-north-1", "us-gov-west-1"]

# At least so many files must come to requests: of many frameworks there is no image for a kind.
LEAST = 150

# Of so many files, one is given to the AWS CLI, which takes its time.
EVERY = 5


def sagepath(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, encoding="utf-8")


def newest_versions():
    """The newest version of each framework."""
    images = json.loads(sagepath("list", "--format", "json").stdout)
    newest = {}
    for image in images:
        newest[image["framework"]] = image["version"]
    return newest


def requests(kind, framework, version, region, number):
    """The requests of the file that `init` writes: by operation; None if it writes none."""
    name = f"{framework}@{version}" if version else framework
    started = sagepath("init", kind, name, "--region", region, "--out", "-")
    if started.returncode == 1:
        return None
    assert started.returncode == 0, (name, kind, region, started.stderr)
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "job.yaml")
        with open(file, "w", encoding="utf-8") as out:
            out.write(started.stdout)
        options = ["--region", region, "--name", f"job-{number}", "--dry-run", "--today", "2026-01-01"]
        made = sagepath(kind, file, *options, "--allow-latest")
    assert made.returncode == 0, (name, kind, region, made.stderr)
    document = json.loads(made.stdout)
    operations = KINDS[kind]
    return {operations[0]: document} if len(operations) == 1 else document


# Jobs of options alone. What is common to all is added.
WORDS = [
    ("train", "xgboost@1.7-1", "--input train=s3://b/train --output s3://b/out --hyperparameter num_round=9 --role ROLE"),
    ("deploy", "xgboost@1.7-1", "--model-data s3://b/model.tar.gz --environment A=b --role ROLE"),
    ("process", "sklearn@1.2-1", "--code s3://b/clean.py --role ROLE"),
    (
        "process",
        "sklearn@1.2-1",
        "--code s3://b/code/ --entry-point clean.py --command bash --input raw=s3://b/raw --input s3://b/x=/opt/ml/processing/x"
        " --output clean=s3://b/clean --output /opt/ml/processing/y=s3://b/y --environment A=b --instance-count 2"
        " --volume-size 50 --max-runtime 600 --role ROLE",
    ),
    ("process", "clarify", "--input analysis_config=s3://b/c --output analysis_result=s3://b/r --role ROLE"),
    ("transform", "xgboost@1.7-1", "--model-data s3://b/model.tar.gz --input s3://b/in --output s3://b/out --role ROLE"),
    (
        "transform",
        "xgboost@1.7-1",
        "--model-data s3://b/model.tar.gz --input s3://b/in --output s3://b/out --content-type csv --accept csv --split line"
        " --strategy MultiRecord --environment A=b --instance-count 2 --role ROLE",
    ),
    (
        "transform",
        "--model",
        "there --input s3://b/in --output s3://b/out --split RecordIO --strategy singlerecord --environment A=b",
    ),
]


def requests_of_words(kind, what, options, region):
    """The requests that are made of options alone: by operation."""
    options = options.replace("ROLE", "arn:aws:iam::111122223333:role/SageMakerRole").split()
    arguments = [kind, what, *options, "--instance-type", "ml.m5.xlarge", "--name", "words", "--region", region]
    tail = ["--", "--share", "0.2"] if "--code" in options else []
    made = sagepath(*arguments, "--dry-run", "--format", "json", *tail)
    assert made.returncode == 0, (arguments, made.stderr)
    return {request["operation"]: request["input"] for request in json.loads(made.stdout)["requests"]}


def run_cli(arguments):
    """What the AWS CLI would send, what it says, and its exit status. Each command gets a session of its own."""
    driver = create_clidriver()
    bodies = []

    def keep(request, **_):
        bodies.append(json.loads(request.body))
        return AWSResponse(request.url, 200, {}, Empty())

    driver.session.register("before-send.sagemaker", keep)
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as said:
        status = driver.main(arguments)
    return (bodies or [None])[0], said.getvalue(), status


class Empty:
    """The body of an answer that says nothing."""

    def stream(self, *_arguments, **_more):
        yield b"{}"


def check(model, operation, request, made_of):
    """Fails if botocore would not send the request."""
    report = ParamValidator().validate(request, model.operation_model(operation).input_shape)
    assert not report.has_errors(), (made_of, operation, report.generate_report())


def check_cli(operation, request, region):
    """Fails if the AWS CLI would send anything else."""
    command = botocore.xform_name(operation, "-")
    sent, said, status = run_cli(["sagemaker", command, "--region", region, "--cli-input-json", json.dumps(request)])
    assert status == 0 and sent == request, (operation, said, sent)


def main():
    model = botocore.session.get_session().get_service_model("sagemaker")
    asked = [
        (kind, framework, version, region, number)
        for number, (framework, version) in enumerate(sorted(newest_versions().items()))
        for kind in KINDS
        for region in (REGIONS if number % 8 == 0 else REGIONS[:1])
    ]
    with ThreadPoolExecutor(max_workers=2) as pool:
        answers = list(pool.map(lambda one: requests(*one), asked))
    files, count, commands = 0, 0, 0
    for kind, what, options in WORDS:
        for operation, request in requests_of_words(kind, what, options, REGIONS[0]).items():
            check(model, operation, request, (kind, what, options))
            check_cli(operation, request, REGIONS[0])
    for one, answer in zip(asked, answers):
        if answer is None:
            continue
        files += 1
        assert list(answer) == KINDS[one[0]], (one, list(answer))
        for operation, request in answer.items():
            count += 1
            check(model, operation, request, one)
            if files % EVERY:
                continue
            commands += 1
            check_cli(operation, request, one[3])
    assert files >= LEAST, files
    print(f"{files} files come to {count} requests that botocore takes, and the AWS CLI {commands} of them")
    print(f"so do {len(WORDS)} jobs without a file, all with the AWS CLI")


PROGRAM = sys.argv[1]
os.environ["AWS_EC2_METADATA_DISABLED"] = "true"
os.environ["AWS_ACCESS_KEY_ID"] = os.environ["AWS_SECRET_ACCESS_KEY"] = "x"
os.environ["AWS_CONFIG_FILE"] = os.devnull
os.environ["AWS_SHARED_CREDENTIALS_FILE"] = os.devnull
main()
