"""Every example of the documentation does what it says."""

import doctest
import importlib
import warnings

import pytest

import sagepath
from tables import ROOT

MODULES = ["sagepath", "sagepath._catalog", "sagepath._check", "sagepath._errors", "sagepath._records", "sagepath.image_uris"]
PAGES = ["bindings/python/README.md", "docs/python.md"]

OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE | doctest.IGNORE_EXCEPTION_DETAIL


@pytest.mark.parametrize("name", MODULES)
def test_docstrings(name):
    results = doctest.testmod(importlib.import_module(name), optionflags=OPTIONS)
    assert results.failed == 0


@pytest.mark.parametrize("page", PAGES)
def test_pages(page):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", sagepath.LookupWarning)
        results = doctest.testfile(str(ROOT / page), module_relative=False, optionflags=OPTIONS)
    assert results.attempted > 0
    assert results.failed == 0
