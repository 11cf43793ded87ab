"""A client of the Model Context Protocol, which is not ours, talks to `sagepath mcp`."""

import asyncio
import json
import subprocess

import pytest
from conftest import SAGEPATH
from mcp import Client, StdioServerParameters

PATH = "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1"
WRONG = PATH.replace("us-east-1", "us-east-2")

CASES = [
    ("resolve", {"framework": "xgboost", "version": "1.7-1", "region": "us-east-1"}, PATH),
    (
        "resolve",
        {"framework": "pytorch", "version": "2.6", "image_scope": "inference", "instance_type": "ml.c8g.large",
         "region": "eu-west-1", "py_version": None},
        "pytorch-inference-arm64:2.6-cpu-py312",
    ),
    ("identify", {"path": PATH}, "verdict: right"),
    ("identify", {"path": WRONG}, "right path: 257758044811.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1"),
    ("identify", {"path": "nonsense"}, "malformed"),
    ("list_images", {"framework": "xgboost", "region": "us-east-1", "version": "1.7-1"}, PATH),
    ("list_images", {"runs_on": "ml.g5.xlarge", "alive": True, "limit": 3}, "3 of "),
    ("example", {"framework": "xgboost", "version": "1.7-1", "region": "us-east-1", "target": "boto3"}, PATH),
    (
        "example",
        {"framework": "kmeans", "region": "us-east-1", "target": "sagepath", "task": "path"},
        "sagepath uri kmeans --version 1 --region us-east-1",
    ),
]

ERRORS = [
    ("resolve", {"framework": "xgbost", "region": "us-east-1"}, "did you mean: xgboost"),
    ("resolve", {"framework": "xgboost", "region": "us-east-1"}, "choices: "),
    ("resolve", {"framework": "xgboost", "region": "us-east-1", "colour": "red"}, "`py_version`"),
    ("resolve", {"framework": "kmeans"}, "missing field `region`"),
    ("resolve", {"framework": 1, "region": "us-east-1"}, "expected a string"),
    ("list_images", {"image_scope": "trainning"}, "did you mean: training"),
    ("list_images", {"version": ">"}, "expected `2.5`"),
    ("example", {"framework": "kmeans", "region": "us-east-1", "target": "cobol"}, "choices: sdk-v3"),
    ("example", {"framework": "kmeans", "region": "us-east-1"}, "choices: sdk-v3"),
]


def conversation(work):
    """Does something with a client that has started the server."""

    async def converse():
        parameters = StdioServerParameters(command=SAGEPATH, args=["mcp"])
        async with Client(parameters) as client:
            return await work(client)

    return asyncio.run(asyncio.wait_for(converse(), 60))


def text_of(result):
    return "\n".join(block.text for block in result.content)


def test_the_tools_and_their_schemas():
    async def work(client):
        return (await client.list_tools()).tools

    tools = {tool.name: tool for tool in conversation(work)}
    assert sorted(tools) == ["example", "identify", "list_images", "resolve"]
    for name, tool in tools.items():
        schema = tool.input_schema
        assert schema["type"] == "object" and tool.description
        assert all(described.get("description") for described in schema["properties"].values()), name
        assert tool.annotations.read_only_hint is True
    assert sorted(tools["resolve"].input_schema["required"]) == ["framework", "region"]
    assert "boto3" in tools["example"].input_schema["properties"]["target"]["enum"]


def test_answers_and_errors():
    async def work(client):
        calls = [(case, await client.call_tool(case[0], case[1])) for case in CASES + ERRORS]
        # One conversation takes many calls at once as well.
        many = await asyncio.gather(*[client.call_tool(CASES[0][0], CASES[0][1]) for _ in range(50)])
        return calls, many

    calls, many = conversation(work)
    for (name, arguments, expected), result in calls:
        text = text_of(result)
        assert bool(result.is_error) == ((name, arguments, expected) in ERRORS), (name, arguments, text)
        assert expected in text, (name, arguments, text)
        assert len(text) < 4000, (name, arguments, len(text))
    assert all(text_of(result).startswith(PATH) for result in many)


def test_what_is_structured_is_what_the_command_prints():
    async def work(client):
        return await client.call_tool("resolve", CASES[0][1])

    command = [SAGEPATH, "uri", "xgboost", "--version", "1.7-1", "--region", "us-east-1", "--format", "json"]
    printed = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert conversation(work).structured_content == printed


@pytest.mark.parametrize("data", [b"", b"nonsense\n", b"{}\n", b"\xff\xfe\n", b'{"jsonrpc": "2.0", "id": 1}\n'])
def test_what_is_no_conversation_ends(data):
    ended = subprocess.run([SAGEPATH, "mcp"], input=data, capture_output=True, timeout=30)
    assert ended.returncode in (0, 2)
    assert b"panicked" not in ended.stderr
