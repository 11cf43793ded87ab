"""A program that uses the package: type checkers must find nothing in it, and know every type."""

from __future__ import annotations

import datetime
from typing import Any, assert_type

import sagepath
from sagepath import image_uris

assert_type(image_uris.retrieve("xgboost", "us-east-1", version="1.7-1"), str)
assert_type(image_uris.retrieve("pytorch", "us-east-1", distribution={"smdistributed": {}}, model_id=None), str)
assert_type(image_uris.get_training_image_uri("us-east-1", "pytorch", "2.5", "py311"), str)
assert_type(image_uris.get_base_python_image_uri("us-east-1", py_version="38"), str)
assert_type(image_uris.list_frameworks(), list[str])
assert_type(image_uris.list_versions("xgboost", "training"), list[str])
assert_type(image_uris.list_py_versions("pytorch", "2.5"), list[str])
assert_type(image_uris.config_for_framework("kmeans"), dict[str, Any])

located = sagepath.resolve("pytorch", "us-east-1", "2.5", image_scope="training", processor="gpu", pin=True)
assert_type(located, sagepath.Located)
assert_type(located.uri, str)
assert_type(located.tag, str | None)
assert_type(located.warnings, tuple[str, ...])
assert_type(located.to_dict(), dict[str, Any])

images = sagepath.images(region="us-east-1", alive_on=datetime.date(2026, 1, 1))
assert_type(images, sagepath.Images)
assert_type(images[0], sagepath.Image)
assert_type([image.version for image in images], list[str])
assert_type(images.to_dicts(), list[dict[str, Any]])

identity = sagepath.identify(located.uri, on="2026-01-01")
assert_type(identity.images, tuple[sagepath.Image, ...])
if identity.newest is not None:
    assert_type(identity.newest.uri, str | None)
assert_type(sagepath.move(located.uri, "eu-west-1"), str)

for finding in sagepath.check(".", select=["latest-tag"]):
    assert_type(finding, sagepath.Finding)
    if finding.fix is not None:
        assert_type(finding.fix.edits[0].start, int)

assert_type(sagepath.frameworks(), tuple[sagepath.Framework, ...])
assert_type(sagepath.regions(), tuple[sagepath.Region, ...])
assert_type(sagepath.instance_types()[0].gpus, int | None)

try:
    sagepath.resolve("xgbost", "us-east-1")
except sagepath.Error as error:
    assert_type(error.code, str)
    assert_type(error.choices, tuple[str, ...])
    assert_type(error.suggestion, str | None)

with sagepath.install_into_sdk() as installed:
    assert_type(installed.modules, tuple[str, ...])

sagepath.resolve("pytorch", "us-east-1", "2.5", colour="red")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
