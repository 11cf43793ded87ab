"""The registry paths in files."""

from __future__ import annotations

import os

from . import _sagepath
from ._catalog import today as this_day
from ._records import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


def check(
    *paths: str | os.PathLike[str],
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    settings: str | os.PathLike[str] | None = None,
    today: date | str | None = None,
) -> list[Finding]:
    """Finds wrong, floating and outdated registry paths in files, and in folders with all that is in them.

    As `sagepath check` it reads Terraform, CloudFormation, Python, notebooks, YAML, JSON and more, and takes its settings
    from the nearest `sagepath.toml`, unless `settings` names another file. `select` and `ignore` name rules.

    Raises `FileNotFoundError` if a path is not there, and `ValueError` if settings make no sense.
    """
    options = _options(select, ignore, settings, today)
    return list(map(Finding, _sagepath.check([os.fspath(path) for path in paths], options)))


def check_text(
    text: str | bytes,
    filename: str | os.PathLike[str],
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    settings: str | os.PathLike[str] | None = None,
    today: date | str | None = None,
) -> list[Finding]:
    """Checks a text as if it were the file of this name, which need not exist.

    >>> import sagepath
    >>> code = "FROM 683313688378.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1"
    >>> finding, = sagepath.check_text(code, "Dockerfile")
    >>> finding.rule, finding.expected
    ('wrong-registry', '257758044811.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1')
    """
    content = text.encode() if isinstance(text, str) else text
    options = _options(select, ignore, settings, today)
    return list(map(Finding, _sagepath.check_text(content, os.fspath(filename), options)))


def _options(
    select: Iterable[str],
    ignore: Iterable[str],
    settings: str | os.PathLike[str] | None,
    today: date | str | None,
) -> dict[str, object]:
    return {
        "select": list(select),
        "ignore": list(ignore),
        "settings": None if settings is None else os.fspath(settings),
        "today": this_day() if today is None else str(today),
        "is_asked_for": today is not None,
    }
