#!/usr/bin/env python3
"""Runs examples against moto, and tells what was there afterwards.

    run.py INDEX [NODE] > OUTCOMES

INDEX is a file of JSON lines: an example's `id`, `target`, `task`, `region` and `file`. An outcome is a line of JSON with the
`id`, and what the example made, under the operations that make it: read back from moto, never from the example. Each example
is run in an empty world of its own. Programs are run by their own interpreters: Python by this one, shell scripts by bash,
with the AWS CLI's own parser behind the name `aws`; JavaScript by Node.js, against a server of moto in this process; templates
are deployed. NODE is the folder that has `run.mjs` and its packages.
"""

import contextlib
import io
import json
import logging
import os
import runpy
import shlex
import shutil
import stat
import subprocess
import sys
import tempfile

os.environ.update(
    AWS_ACCESS_KEY_ID="testing",
    AWS_CONFIG_FILE=os.devnull,
    AWS_DEFAULT_REGION="us-west-2",
    AWS_EC2_METADATA_DISABLED="true",
    AWS_SECRET_ACCESS_KEY="testing",
    AWS_SHARED_CREDENTIALS_FILE=os.devnull,
    JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION="1",
)

import boto3  # noqa: E402
from moto import mock_aws  # noqa: E402

import world  # noqa: E402

# How what an operation makes is read back: the list, its key, the name, the description.
READ = {
    "CreateTrainingJob": ("list_training_jobs", "TrainingJobSummaries", "TrainingJobName", "describe_training_job"),
    "CreateModel": ("list_models", "Models", "ModelName", "describe_model"),
    "CreateEndpointConfig": ("list_endpoint_configs", "EndpointConfigs", "EndpointConfigName", "describe_endpoint_config"),
    "CreateEndpoint": ("list_endpoints", "Endpoints", "EndpointName", "describe_endpoint"),
}


def main():
    """Runs the examples of the index, one after the other."""
    out, sys.stdout = sys.stdout, sys.stderr
    world.make_whole()
    with open(sys.argv[1], encoding="utf-8") as index:
        entries = [json.loads(line) for line in index]
    by_node = run_by_node(entries, sys.argv[2]) if len(sys.argv) > 2 else {}
    for entry in entries:
        outcome = {"id": entry["id"], "error": None}
        try:
            with mock_aws():
                forget_clients()
                outcome.update(run(entry, by_node))
        except (Exception, SystemExit) as error:  # Whatever an example raises is its outcome.
            outcome["error"] = f"{type(error).__name__}: {error}"
        print(json.dumps(outcome, default=str), file=out)


def forget_clients():
    """An example is a program of its own: what another has left in this process, it must not see."""
    with contextlib.suppress(ImportError):
        from sagemaker.core.utils.utils import SingletonMeta

        SingletonMeta._instances.clear()


def run_by_node(entries, folder):
    """Runs what Node.js runs, all in one process; returns the outcomes by their `id`."""
    # The environment of SDK v2 runs no node, and has no server.
    from moto.server import ThreadedMotoServer

    index = os.path.join(os.path.abspath(folder), "index.jsonl")
    with open(index, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(entry) + "\n" for entry in entries if entry["target"] in ("javascript", "cdk-typescript"))
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server.start()
    try:
        host, port = server.get_host_and_port()
        command = ["node", "run.mjs", index, f"http://{host}:{port}"]
        done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, text=True, check=True)
    finally:
        server.stop()
    outcomes = [json.loads(line) for line in done.stdout.splitlines()]
    return {outcome["id"]: outcome for outcome in outcomes}


def run(entry, by_node):
    """Runs one example."""
    if entry["id"] in by_node:
        outcome = by_node[entry["id"]]
        if entry["target"] == "javascript" or outcome["error"]:
            return {**outcome, "requests": tidy(outcome.get("requests", {}))}
    runner = {
        "sdk-v3": run_python,
        "sdk-v2": run_python,
        "boto3": run_python,
        "aws-cli": run_shell,
        "sagepath": run_shell,
        "cloudformation": deploy,
        "cdk-python": synthesise_and_deploy,
        "cdk-typescript": deploy,
    }[entry["target"]]
    path = runner(entry)
    return {"path": path if entry["task"] == "path" else None, "requests": read_back(entry["region"])}


def read_back(region):
    """What SageMaker has now, as the requests that made it."""
    sagemaker = boto3.client("sagemaker", region_name=region)
    requests = {}
    for operation, (list_all, key, name, describe) in READ.items():
        for summary in getattr(sagemaker, list_all)()[key]:
            answer = getattr(sagemaker, describe)(**{name: summary[name]})
            requests[operation] = tidy(answer)
    return requests


def tidy(value):
    """Leaves out what is empty, and what moto or an SDK adds that says no more than its absence."""
    if isinstance(value, list):
        return [tidy(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {name: tidy(item) for name, item in value.items() if name not in world.ADDED}
    return {name: item for name, item in kept.items() if item not in (None, [], {})}


def run_python(entry):
    """Runs a Python program, and returns what it prints."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        runpy.run_path(entry["file"], run_name="__main__")
    return printed.getvalue().strip()


def run_shell(entry):
    """Runs a shell script; `aws` is a command that notes its arguments, which the AWS CLI then gets."""
    from awscli.clidriver import create_clidriver

    with tempfile.TemporaryDirectory() as folder:
        notes = os.path.join(folder, "notes")
        aws = os.path.join(folder, "aws")
        with open(aws, "w", encoding="utf-8") as file:
            file.write(f"#!{sys.executable}\nimport json, sys\n")
            file.write(f"open({notes!r}, 'a').write(json.dumps(sys.argv[1:]) + '\\n')\n")
        os.chmod(aws, os.stat(aws).st_mode | stat.S_IXUSR)
        paths = os.pathsep.join([folder, os.path.dirname(os.environ["SAGEPATH"]), os.environ["PATH"]])
        command = ["bash", "-eu", "-o", "pipefail", entry["file"]]
        done = subprocess.run(command, env={**os.environ, "PATH": paths}, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(done.stderr)
        lines = open(notes, encoding="utf-8").readlines() if os.path.exists(notes) else []
    for line in lines:
        arguments = json.loads(line)
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            status = create_clidriver().main(arguments)
        if status:
            raise RuntimeError(f"aws {shlex.join(arguments)}: {status}: {printed.getvalue()}")
    return done.stdout.strip()


def synthesise_and_deploy(entry):
    """Runs a Python CDK app, and deploys the template that it makes."""
    import aws_cdk

    # Where the app puts its template is told by the environment, which the process behind the library reads only once.
    folder = os.path.join(os.path.dirname(entry["file"]), "cdk.out")
    shutil.rmtree(folder, ignore_errors=True)
    app, aws_cdk.App = aws_cdk.App, lambda: app(outdir=folder)
    try:
        run_python(entry)
    finally:
        aws_cdk.App = app
    return deploy(entry)


def template_of(entry):
    """The template of an entry: itself, or what a CDK app made beside it."""
    if not entry["target"].startswith("cdk-"):
        return entry["file"]
    folder = os.path.join(os.path.dirname(entry["file"]), "cdk.out")
    (name,) = [name for name in os.listdir(folder) if name.endswith(".template.json")]
    return os.path.join(folder, name)


def deploy(entry):
    """Deploys a template. A state machine is looked at, and what it would start is started here."""
    with open(template_of(entry), encoding="utf-8") as file:
        body = file.read()
    region = entry["region"]
    if entry["target"].startswith("cdk-"):
        # The version of the bootstrap stack, which the template asks for.
        ssm = boto3.client("ssm", region_name=region)
        ssm.put_parameter(Name="/cdk-bootstrap/hnb659fds/version", Value="99", Type="String")
    boto3.client("cloudformation", region_name=region).create_stack(StackName="example", TemplateBody=body)
    states = boto3.client("stepfunctions", region_name=region)
    for machine in states.list_state_machines()["stateMachines"]:
        described = states.describe_state_machine(stateMachineArn=machine["stateMachineArn"])
        definition = json.loads(described["definition"])
        state = definition["States"][definition["StartAt"]]
        if not state["Resource"].endswith(":states:::sagemaker:createTrainingJob.sync"):
            raise RuntimeError(state["Resource"])
        boto3.client("sagemaker", region_name=region).create_training_job(**state["Parameters"])
    ssm = boto3.client("ssm", region_name=region)
    parameters = ssm.describe_parameters()["Parameters"]
    names = [parameter["Name"] for parameter in parameters if parameter["Name"].startswith("/images/")]
    return ssm.get_parameter(Name=names[0])["Parameter"]["Value"] if names else None


main()
