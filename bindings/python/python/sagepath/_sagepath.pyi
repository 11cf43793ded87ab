"""The look-ups of sagepath, as the package `sagepath` wraps them."""

from collections.abc import Container, Sequence
from typing import Any

__all__ = [
    "check",
    "check_text",
    "config_for_framework",
    "frameworks",
    "identify",
    "images",
    "instance_types",
    "list_frameworks",
    "list_py_versions",
    "list_versions",
    "move_path",
    "regions",
    "resolve",
    "retrieve",
    "sources",
]

def retrieve(
    framework: str | None,
    region: str | None,
    version: str | None = None,
    py_version: str | None = None,
    instance_type: str | None = None,
    accelerator_type: str | None = None,
    image_scope: str | None = None,
    container_version: str | None = None,
    distribution: Container[str] | None = None,
    base_framework_version: str | None = None,
    training_compiler_config: object = None,
    model_id: str | None = None,
    model_version: str | None = None,
    hub_arn: str | None = None,
    tolerate_vulnerable_model: object = None,
    tolerate_deprecated_model: object = None,
    sdk_version: str | None = None,
    inference_tool: str | None = None,
    serverless_inference_config: object = None,
    sagemaker_session: object = None,
    config_name: str | None = None,
    model_type: object = None,
) -> str:
    """Returns the registry path of the image that fits the arguments.

    The arguments are those of the SageMaker Python SDK, versions 2 and 3. JumpStart's are refused: its models are looked up
    over the network. What fits no image, or several, raises `sagepath.Error`, a `ValueError`.
    """

def list_frameworks() -> list[str]:
    """The names that `retrieve` takes for a framework."""

def list_versions(framework: str, image_scope: str | None = None) -> list[str]:
    """The versions of a framework, and their aliases, from the oldest."""

def list_py_versions(framework: str, version: str, image_scope: str | None = None) -> list[str]:
    """The Pythons of a version, from the oldest."""

def config_for_framework(framework: str) -> dict[str, Any]: ...
def resolve(question: dict[str, Any], fips: bool, dual_stack: bool) -> dict[str, Any]: ...
def images(wanted: dict[str, Any]) -> list[dict[str, Any]]: ...
def identify(path: str, on: str) -> dict[str, Any]: ...
def move_path(path: str, region: str) -> str: ...
def check(paths: Sequence[str], options: dict[str, Any]) -> list[dict[str, Any]]: ...
def check_text(bytes: bytes, name: str, options: dict[str, Any]) -> list[dict[str, Any]]: ...
def frameworks() -> list[dict[str, Any]]: ...
def regions() -> list[dict[str, Any]]: ...
def instance_types() -> list[dict[str, Any]]: ...
def sources() -> list[dict[str, Any]]: ...
