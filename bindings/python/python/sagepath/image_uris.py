"""The functions of the SageMaker Python SDK's `image_uris`, under the same names and with the same arguments.

`from sagepath import image_uris` takes the place of `from sagemaker import image_uris` (SDK 2) and of
`from sagemaker.core import image_uris` (SDK 3). The answers are the SDK's, but for documented differences.
"""

from __future__ import annotations

from . import _sagepath
from ._sagepath import list_frameworks, list_py_versions, list_versions, retrieve

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

__all__ = [
    "config_for_framework",
    "get_base_python_image_uri",
    "get_training_image_uri",
    "list_frameworks",
    "list_py_versions",
    "list_versions",
    "retrieve",
]

# The library for model parallelism has images for a CUDA each: what a version must contain for it.
_SMP_CUDA = {"cu124": ("2.5",), "cu121": ("2.1", "2.2", "2.3", "2.4")}


def get_training_image_uri(
    region: str,
    framework: str,
    framework_version: str | None = None,
    py_version: str | None = None,
    image_uri: str | None = None,
    distribution: Mapping[str, Any] | None = None,
    compiler_config: object = None,
    tensorflow_version: str | None = None,
    pytorch_version: str | None = None,
    instance_type: str | None = None,
) -> str:
    """Returns the path of a training image, as the SDK's estimators ask for it: `image_uri` itself, if it is given.

    >>> from sagepath import image_uris
    >>> image_uris.get_training_image_uri("us-east-1", "pytorch", "2.5", "py311", instance_type="ml.g5.xlarge")
    '763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.5-gpu-py311'
    """
    if image_uri:
        return image_uri
    base_framework_version = container_version = None
    if tensorflow_version is not None:
        base_framework_version = f"tensorflow{tensorflow_version}"
    elif pytorch_version is not None:
        base_framework_version = f"pytorch{pytorch_version}"
    if base_framework_version is not None and not compiler_config:
        # Two versions of Hugging Face's images leave it open, and exist for GPUs only.
        container_version = "cu110-ubuntu18.04"
    if _uses_model_parallelism(distribution):
        framework = "pytorch-smp"
        container_version = _smp_cuda(framework_version or "", instance_type or "")
    return retrieve(
        framework,
        region,
        version=framework_version,
        py_version=py_version,
        instance_type=instance_type,
        image_scope="training",
        container_version=container_version,
        distribution=distribution,
        base_framework_version=base_framework_version,
        training_compiler_config=compiler_config,
    )


def _uses_model_parallelism(distribution: Mapping[str, Any] | None) -> bool:
    if not distribution or "torch_distributed" not in distribution:
        return False
    library: Mapping[str, Any] = distribution.get("smdistributed", {})
    return "modelparallel" in library and bool(library["modelparallel"].get("enabled", True))


def _smp_cuda(version: str, instance_type: str) -> str:
    for cuda, versions in _SMP_CUDA.items():
        if any(known in version for known in versions):
            return cuda
    return "cu121" if "p5" in instance_type else "cu118"


def get_base_python_image_uri(region: str, py_version: str = "310") -> str:
    """Returns the path of the image with nothing but Python: `310` or `38`.

    >>> from sagepath import image_uris
    >>> image_uris.get_base_python_image_uri("us-east-1")
    '081325390199.dkr.ecr.us-east-1.amazonaws.com/sagemaker-base-python-310:1.0'
    """
    return retrieve("sagemaker-base-python", region, version="1.0", py_version=f"py{py_version}")


def config_for_framework(framework: str) -> dict[str, Any]:
    """Returns a framework's images in the form of the SDK's tables: by scope and version, with repository and accounts.

    >>> from sagepath import image_uris
    >>> table = image_uris.config_for_framework("kmeans")
    >>> table["versions"]["1"]["registries"]["us-west-2"]
    '174872318107'
    """
    return _sagepath.config_for_framework(framework)
