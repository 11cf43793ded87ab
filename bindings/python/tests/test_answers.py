"""Every question of the library's tables has the same answer here."""

import warnings

import pytest

import sagepath
from sagepath import image_uris

from tables import arguments, for_sdk, rows

# What may be another image tomorrow; `retrieve` is silent about what was ignored.
TELLING = {"latest-tag", "version-chosen", "deprecated"}


@pytest.mark.parametrize("row", rows("answers.tsv"), ids="|".join)
def test_answer(row):
    question, path = arguments(row), row[3]
    expected = [cell.partition("=")[2] for cell in row[4:]]
    located = sagepath.resolve(**question)
    assert str(located) == located.uri == path
    assert list(located.warnings) == expected
    question = for_sdk(question)
    if question is not None:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            assert image_uris.retrieve(**question) == path
        assert len(caught) == len(TELLING.intersection(expected))
        assert all(issubclass(warning.category, sagepath.LookupWarning) for warning in caught)
        assert all(warning.filename == __file__ for warning in caught)


@pytest.mark.parametrize("row", rows("refusals.tsv"), ids="|".join)
def test_refusal(row):
    question, (code, suggestion, part) = arguments(row), row[3:6]
    asked = [(sagepath.resolve, question), (image_uris.retrieve, for_sdk(question))]
    for ask, question in asked:
        if question is None:
            continue
        with pytest.raises(sagepath.Error) as caught:
            ask(**question)
        error = caught.value
        assert error.code == code
        assert error.suggestion == (None if suggestion == "-" else suggestion)
        assert part in str(error)
