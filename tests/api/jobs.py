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
    for one, answer in zip(asked, answers):
        if answer is None:
            continue
        files += 1
        assert list(answer) == KINDS[one[0]], (one, list(answer))
        for operation, request in answer.items():
            count += 1
            report = ParamValidator().validate(request, model.operation_model(operation).input_shape)
            assert not report.has_errors(), (one, operation, report.generate_report())
            if files % EVERY:
                continue
            commands += 1
            command = botocore.xform_name(operation, "-")
            sent, said, status = run_cli(["sagemaker", command, "--region", one[3], "--cli-input-json", json.dumps(request)])
            assert status == 0 and sent == request, (one, operation, said, sent)
    assert files >= LEAST, files
    print(f"{files} files come to {count} requests that botocore takes, and the AWS CLI {commands} of them")


PROGRAM = sys.argv[1]
os.environ["AWS_EC2_METADATA_DISABLED"] = "true"
os.environ["AWS_ACCESS_KEY_ID"] = os.environ["AWS_SECRET_ACCESS_KEY"] = "x"
os.environ["AWS_CONFIG_FILE"] = os.devnull
os.environ["AWS_SHARED_CREDENTIALS_FILE"] = os.devnull
main()
