"""What is answered: values with names, as a dataclass's are, but for the milliseconds that importing `dataclasses` takes."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any, ClassVar, NoReturn


class Record:
    """A value: it cannot be changed, and is equal to another with the same fields. It can be hashed and pickled."""

    __slots__: tuple[str, ...] = ()

    # What stands for a field that is not given, unless it is None; and what a field's value, or each of its values, is.
    _otherwise: ClassVar[Mapping[str, object]] = {}
    _nested: ClassVar[Mapping[str, type[Record]]] = {}

    def __init__(self, fields: Mapping[str, Any]) -> None:
        otherwise, nested = self._otherwise, self._nested
        for name in self.__slots__:
            value = fields.get(name)
            if value is None:
                value = otherwise.get(name)
            elif name in nested:
                kind = nested[name]
                value = tuple(map(kind, value)) if _is_list(value) else kind(value)
            elif _is_list(value):
                value = tuple(value)
            object.__setattr__(self, name, value)

    def _values(self) -> tuple[object, ...]:
        return tuple([getattr(self, name) for name in self.__slots__])

    def to_dict(self) -> dict[str, Any]:
        """Returns the fields as JSON has them: every field, in the same order for all of a kind; lists in place of tuples."""
        return {name: _plain(getattr(self, name)) for name in self.__slots__}

    def __repr__(self) -> str:
        fields = ((name, getattr(self, name)) for name in self.__slots__)
        given = (f"{name}={value!r}" for name, value in fields if value is not None and value != ())
        return f"{type(self).__name__}({', '.join(given)})"

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self), self._values()))

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed: field {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed: field {name}")

    def __reduce__(self) -> tuple[type[Record], tuple[dict[str, Any]]]:
        return type(self), (self.to_dict(),)


def _is_list(value: object) -> bool:
    return type(value) is list


def _is_tuple(value: object) -> bool:
    return type(value) is tuple


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        return value.to_dict()
    return list(map(_plain, value)) if _is_tuple(value) else value


class Located(Record):
    """An image at a region: the answer to a question. As a string it is its registry path."""

    __slots__ = (
        "uri",
        "region",
        "account",
        "repository",
        "tag",
        "framework",
        "version",
        "scopes",
        "processor",
        "architecture",
        "platform",
        "python",
        "base_framework",
        "neuron_sdk",
        "container_version",
        "cuda",
        "os",
        "package_version",
        "ga",
        "eop",
        "evidence",
        "warnings",
    )
    _otherwise = {"scopes": (), "warnings": ()}

    uri: str
    """The registry path."""
    region: str
    account: str
    """The account that owns the repository in the region: 12 digits."""
    repository: str
    tag: str | None
    framework: str
    version: str
    """The version in full, as AWS lists it."""
    scopes: tuple[str, ...]
    """What the image is for: `training`, `inference`, ..."""
    processor: str | None
    """The tag's word for the processor; None if the image is made for none in particular."""
    architecture: str
    """`x86_64` or `arm64`."""
    platform: str
    """`sagemaker`, `ec2` or `general`."""
    python: str | None
    """`py311`."""
    base_framework: str | None
    """`pytorch2.5.1`."""
    neuron_sdk: str | None
    """`sdk2.26.0`."""
    container_version: str | None
    """The last part of the tag: CUDA, operating system, container version."""
    cuda: str | None
    """`cu124`, where a source tells it."""
    os: str | None
    """`ubuntu22.04`, where a source tells it."""
    package_version: str | None
    """The version of the package inside, where a source tells it."""
    ga: str | None
    """The day of general availability, `2026-01-31`, where a source tells it."""
    eop: str | None
    """The day from which on there are no more patches, where a source tells it."""
    evidence: str
    """`listed` if a source lists this very tag, `derived` if it is composed by the SDK's rules."""
    warnings: tuple[str, ...]
    """What should be known about the answer: `latest-tag`, `version-chosen`, `deprecated`, `python-ignored`, ..."""

    def __str__(self) -> str:
        return self.uri


class Image(Record):
    """An image of the catalog: at a region if one was asked for, or else wherever it is offered."""

    __slots__ = (
        "uri",
        "region",
        "account",
        "repository",
        "tag",
        "framework",
        "version",
        "aliases",
        "scopes",
        "processor",
        "runs_on",
        "architecture",
        "platform",
        "python",
        "base_framework",
        "neuron_sdk",
        "container_version",
        "cuda",
        "os",
        "package_version",
        "ga",
        "eop",
        "evidence",
        "tags",
        "regions",
        "deprecated",
        "withheld",
        "note",
        "sources",
    )
    _otherwise = {
        "aliases": (),
        "scopes": (),
        "runs_on": (),
        "tags": (),
        "regions": (),
        "deprecated": False,
        "sources": (),
    }

    uri: str | None
    """The registry path, if a region was asked for."""
    region: str | None
    account: str | None
    repository: str
    tag: str | None
    """The tag under the version in full."""
    framework: str
    version: str
    aliases: tuple[str, ...]
    """Further versions by which it is called."""
    scopes: tuple[str, ...]
    processor: str | None
    runs_on: tuple[str, ...]
    """The processors of instances that it runs on: `cpu`, `gpu`, `inf2`, ..."""
    architecture: str
    platform: str
    python: str | None
    base_framework: str | None
    neuron_sdk: str | None
    container_version: str | None
    cuda: str | None
    os: str | None
    package_version: str | None
    ga: str | None
    eop: str | None
    evidence: str | None
    tags: tuple[str, ...]
    """All tags that are known to name it, the fullest first."""
    regions: tuple[str, ...]
    """The regions that offer it; empty if one was asked for."""
    deprecated: bool
    """Whether the documentation calls its version deprecated."""
    withheld: str | None
    """Why it is known and never an answer."""
    note: str | None
    """A remark: on what two sources disagree, what is inferred."""
    sources: tuple[str, ...]
    """The identifiers of the sources that know it."""


class Images(tuple["Image", ...]):
    """Images, in the order of framework and version. `to_dicts()` is what data frames are made of."""

    __slots__ = ()

    def __new__(cls, images: Iterable[Image] = ()) -> Images:
        return super().__new__(cls, images)

    def to_dicts(self) -> list[dict[str, Any]]:
        """Returns a record for each image, all with the same keys: `pandas.DataFrame(images.to_dicts())`."""
        return [image.to_dict() for image in self]

    def __repr__(self) -> str:
        return f"<{len(self)} image{'' if len(self) == 1 else 's'}>"

    if TYPE_CHECKING:

        def __iter__(self) -> Iterator[Image]: ...


class Newest(Record):
    """The newest image of the line that a path's image is of."""

    __slots__ = ("version", "uri")

    version: str
    uri: str | None
    """Its path in the same region, if it is offered there."""


class Identity(Record):
    """What a registry path stands for, and whether it is right."""

    __slots__ = (
        "path",
        "verdict",
        "account",
        "region",
        "suffix",
        "repository",
        "tag",
        "digest",
        "fips",
        "dual_stack",
        "known_region",
        "known_repository",
        "registry",
        "account_of",
        "right_account",
        "right_suffix",
        "tag_is",
        "mutable",
        "offered",
        "images",
        "alive",
        "on",
        "newest",
        "closest",
        "sources",
    )
    _otherwise = {"images": (), "sources": ()}
    _nested = {"images": Image, "newest": Newest}

    path: str
    verdict: str
    """`right`, `wrong`, or `unknown`: no catalog knows every path."""
    account: str
    region: str
    suffix: str
    """The suffix of the host: `amazonaws.com`."""
    repository: str
    tag: str | None
    digest: str | None
    fips: bool
    dual_stack: bool
    known_region: bool
    known_repository: bool
    registry: str
    """Whose account it is: `right`, `older`, `other-region`, `other-repository` or `foreign`."""
    account_of: str | None
    """The region in which the account owns the repository, if that is another one."""
    right_account: str | None
    right_suffix: str | None
    tag_is: str
    """What is known of the tag: `listed`, `derived`, `build`, `plausible`, `absent`, `missing` or `unknown`."""
    mutable: bool
    """Whether the tag may name another image tomorrow."""
    offered: bool | None
    """Whether the region offers the image."""
    images: tuple[Image, ...]
    """The images that the tag names."""
    alive: bool | None
    """Whether it still gets patches, where a source tells."""
    on: str
    """The day for which that is judged."""
    newest: Newest | None
    """The newest image of the same line, if that is another one."""
    closest: str | None
    """The nearest path that is right, if this one is not."""
    sources: tuple[str, ...]


class Framework(Record):
    """An algorithm or a Deep Learning Container."""

    __slots__ = (
        "framework",
        "title",
        "kind",
        "newest",
        "summary",
        "images",
        "requires_version",
        "jumpstart",
        "in_sdk",
    )

    framework: str
    """The SDK's name: `forecasting-deepar`."""
    title: str
    kind: str
    """`algorithm` or `dlc`."""
    newest: str | None
    """The newest version that may be an answer."""
    summary: str
    images: int
    """How many images the catalog has of it."""
    requires_version: bool
    jumpstart: bool
    """Whether its images are those of JumpStart's models."""
    in_sdk: bool


class Region(Record):
    """A region of AWS."""

    __slots__ = (
        "region",
        "title",
        "partition",
        "dns_suffix",
        "dual_stack_suffix",
        "fips",
        "sagemaker",
        "registry",
    )

    region: str
    title: str
    partition: str
    dns_suffix: str
    dual_stack_suffix: str | None
    fips: bool
    """Whether a FIPS host of its registry is known."""
    sagemaker: bool
    """Whether SageMaker is offered."""
    registry: bool
    """Whether a registry is offered."""


class InstanceType(Record):
    """An instance type of SageMaker."""

    __slots__ = (
        "instance_type",
        "family",
        "processor",
        "architecture",
        "vcpus",
        "memory_mib",
        "gpus",
        "gpu_name",
        "gpu_memory_mib",
        "neuron_devices",
        "accelerator",
        "uses",
    )
    _otherwise = {"uses": ()}

    instance_type: str
    family: str
    processor: str
    architecture: str | None
    vcpus: int | None
    memory_mib: int | None
    gpus: int | None
    gpu_name: str | None
    gpu_memory_mib: int | None
    """Memory of all GPUs together."""
    neuron_devices: int | None
    accelerator: str | None
    """An accelerator that no image of the catalog is made for."""
    uses: tuple[str, ...]
    """`train`, `host`, `transform`, `process`, `notebook`, ..."""


class Source(Record):
    """A source of the catalog's facts."""

    __slots__ = ("id", "title", "version", "url")

    id: str
    title: str
    version: str
    url: str | None


class Edit(Record):
    """A place in a file, in bytes, and the text to put there."""

    __slots__ = ("start", "end", "text")

    start: int
    end: int
    text: str

    def __init__(self, fields: Mapping[str, Any]) -> None:
        place = fields.get("range")
        super().__init__(fields if place is None else {**fields, **place})


class Fix(Record):
    """Edits that together mend a finding."""

    __slots__ = ("safety", "edits")
    _nested = {"edits": Edit}

    safety: str
    """`safe` if the path can only have been meant so, `unsafe` if somebody should look."""
    edits: tuple[Edit, ...]


class Finding(Record):
    """Something that is wrong with a registry path in a file."""

    __slots__ = (
        "rule",
        "severity",
        "confidence",
        "path",
        "line",
        "column",
        "end_line",
        "end_column",
        "found",
        "expected",
        "message",
        "help",
        "fix",
        "fingerprint",
    )
    _nested = {"fix": Fix}

    rule: str
    """The rule; docs/rules.md explains them."""
    severity: str
    """`info`, `warning` or `error`."""
    confidence: str
    """`low`, `medium` or `high`."""
    path: str
    """The file."""
    line: int
    """From 1."""
    column: int
    """From 1, in characters."""
    end_line: int
    end_column: int
    found: str
    expected: str | None
    """What should stand there."""
    message: str
    help: str | None
    fix: Fix | None
    fingerprint: str
    """Stays the same when lines move."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.severity}: {self.message} ({self.rule})"


for _class in (Located, Image, Images, Newest, Identity, Framework, Region, InstanceType, Source, Edit, Fix, Finding):
    _class.__module__ = "sagepath"
del _class
