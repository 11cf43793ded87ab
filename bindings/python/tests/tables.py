"""The tables of questions that the library is tested with, put through Python."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List

ROOT = Path(__file__).resolve().parents[3]
TABLES = ROOT / "crates" / "sagepath" / "tests" / "resolve"

# What the tables call the arguments.
NAMES = {
    "version": "version",
    "scope": "image_scope",
    "instance": "instance_type",
    "processor": "processor",
    "python": "py_version",
    "base": "base_framework_version",
    "container": "container_version",
    "sdk": "sdk_version",
    "tool": "inference_tool",
    "accelerator": "accelerator_type",
    "platform": "platform",
    "smdistributed": "smdistributed",
    "compiler": "training_compiler_config",
    "serverless": "serverless_inference_config",
    "pin": "pin",
}


def rows(name: str) -> List[List[str]]:
    """Returns the cells of each row."""
    lines = (TABLES / name).read_text().splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def arguments(row: List[str]) -> Dict[str, Any]:
    """Returns the question of a row as arguments of `resolve`."""
    framework, region, fields = row[:3]
    question: Dict[str, Any] = {"framework": framework, "region": region}
    for field in fields.split():
        name, equals, value = field.partition("=")
        question[NAMES[name]] = value if equals else True
    return question


def for_sdk(question: Dict[str, Any]) -> Dict[str, Any] | None:
    """Returns the same question as arguments of `retrieve`, if it has such arguments only."""
    question = dict(question)
    if question.pop("smdistributed", False):
        question["distribution"] = {"smdistributed": {"dataparallel": {"enabled": True}}}
    return None if question.keys() & {"processor", "platform", "pin"} else question
