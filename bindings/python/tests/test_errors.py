"""Refusals as exceptions."""

import pickle
import random

import pytest

import sagepath
from sagepath import image_uris


def refusal(*question, **arguments):
    with pytest.raises(ValueError) as caught:
        sagepath.resolve(*question, **arguments)
    return caught.value


def test_what_is_wrong_what_was_meant_and_what_would_be_right():
    error = refusal("xgboost", "us-east-1", "1.7")
    assert isinstance(error, sagepath.Error)
    assert (error.code, error.field, error.suggestion) == ("unknown-version", "version", "1.7-1")
    assert "1.7-1" in error.choices
    lines = str(error).splitlines()
    assert lines[0] == error.message
    assert lines[1] == "  did you mean `1.7-1`?"
    assert lines[2].startswith("  choices: ")


def test_many_choices_are_counted():
    assert "95 choices" in str(refusal("xgbost", "us-east-1"))


def test_a_hint_is_part_of_the_message():
    assert "  hint: " in str(refusal("us-east-1", "xgboost"))


def test_it_can_be_pickled():
    error = refusal("xgboost", "us-east-1", "1.7")
    other = pickle.loads(pickle.dumps(error))
    assert type(other) is sagepath.Error
    assert (str(other), other.__dict__) == (str(error), error.__dict__)


def test_a_traceback_names_the_package():
    assert sagepath.Error.__module__ == "sagepath"


def test_no_text_is_more_than_refused():
    """A panic of the extension module would be no `Exception` at all."""
    chance = random.Random(1)
    path = "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1"
    words = ["xgboost", "us-east-1", "1.7-1", "ml.g5.xlarge", "", "\0", "\n", "\U0001f600", "a" * 10_000, path, "@sha256:", ">="]

    def text():
        word = chance.choice(words)
        place = chance.randrange(len(word) + 1)
        return word[:place] + chance.choice(words)[:200] + word[place:]

    asked = [
        lambda: image_uris.retrieve(text(), text(), text(), text(), text(), text(), text(), text(), None, text()),
        lambda: sagepath.resolve("xgboost", "us-east-1", text(), processor=text()),
        lambda: sagepath.images(framework="xgboost", versions=text()),
        lambda: sagepath.images(alive_on=text()),
        lambda: sagepath.identify(text()),
        lambda: sagepath.move(text(), text()),
        lambda: image_uris.list_py_versions("pytorch", text(), text()),
        lambda: sagepath.check_text(f"image: {text()}", "deployment.yaml"),
    ]
    for _ in range(500):
        for ask in asked:
            try:
                ask()
            except ValueError as error:
                assert str(error)
