"""Questions to the catalog."""

from __future__ import annotations

import time

from . import _sagepath
from ._records import Framework, Identity, Image, Images, InstanceType, Located, Region, Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


def resolve(
    framework: str,
    region: str,
    version: str | None = None,
    *,
    py_version: str | None = None,
    instance_type: str | None = None,
    accelerator_type: str | None = None,
    image_scope: str | None = None,
    container_version: str | None = None,
    base_framework_version: str | None = None,
    sdk_version: str | None = None,
    inference_tool: str | None = None,
    processor: str | None = None,
    architecture: str | None = None,
    platform: str | None = None,
    distribution: Mapping[str, object] | None = None,
    smdistributed: bool = False,
    training_compiler_config: bool = False,
    serverless_inference_config: bool = False,
    pin: bool = False,
    fips: bool = False,
    dual_stack: bool = False,
) -> Located:
    """Returns the one image that fits, with all that is known about it.

    The arguments have the SDK's names. Where there is no instance type to tell them, `processor` and `architecture` do:
    `processor="gpu"`. `pin` asks for the fullest tag that is known to be equal, which moves least; `fips` and `dual_stack`
    for hosts of that kind.

    >>> import sagepath
    >>> image = sagepath.resolve("pytorch", "us-west-2", "2.10", image_scope="training", processor="gpu", pin=True)
    >>> print(image)
    763104351884.dkr.ecr.us-west-2.amazonaws.com/pytorch-training:2.10.0-gpu-py313-cu130-ubuntu22.04-sagemaker

    Raises `Error` if no image fits, or several do.
    """
    question = {
        name: value
        for name, value in locals().items()
        if value is not None and name not in ("fips", "dual_stack")
    }
    return Located(_sagepath.resolve(question, fips, dual_stack))


def images(
    framework: str | None = None,
    *,
    region: str | None = None,
    image_scope: str | None = None,
    runs_on: str | None = None,
    architecture: str | None = None,
    platform: str | None = None,
    py_version: str | None = None,
    versions: str | None = None,
    alive_on: date | str | None = None,
    listed_only: bool = False,
) -> Images:
    """Returns the images that fit all that is given, by framework and version.

    `runs_on` is a processor (`gpu`, `inf2`) or an instance type; `versions` is a range (`2.5`, `>=2.5,<2.8`); `alive_on` is
    a day on which they are still patched; `listed_only` leaves out those whose tag is not listed by a source.

    >>> import sagepath
    >>> [image.version for image in sagepath.images("xgboost", versions=">=1.7-1")]
    ['1.7-1', '3.0-5', '3.2-0']

    Raises `Error` if something is named that does not exist.
    """
    wanted = dict(locals())
    wanted["alive_on"] = None if alive_on is None else str(alive_on)
    return Images(map(Image, _sagepath.images(wanted)))


def identify(path: str, *, on: date | str | None = None) -> Identity:
    """Tells what a registry path stands for and whether it is right; `on` is the day for which its life cycle is judged.

    >>> import sagepath
    >>> sagepath.identify("763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.5-gpu-py311").verdict
    'right'

    Raises `Error` if the text is no registry path.
    """
    return Identity(_sagepath.identify(path, today() if on is None else str(on)))


def move(path: str, region: str) -> str:
    """Returns the path of the same image in another region.

    Raises `Error` if the image is not known, or not offered there.
    """
    return _sagepath.move_path(path, region)


def frameworks() -> tuple[Framework, ...]:
    """Returns all frameworks, by name."""
    return tuple(map(Framework, _sagepath.frameworks()))


def regions() -> tuple[Region, ...]:
    """Returns all regions, by name."""
    return tuple(map(Region, _sagepath.regions()))


def instance_types() -> tuple[InstanceType, ...]:
    """Returns all instance types, by name."""
    return tuple(map(InstanceType, _sagepath.instance_types()))


def sources() -> tuple[Source, ...]:
    """Returns the sources of the facts, with the versions that this package has them of."""
    return tuple(map(Source, _sagepath.sources()))


def today() -> str:
    """The day, in UTC."""
    return time.strftime("%Y-%m-%d", time.gmtime())
