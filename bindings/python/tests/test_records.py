"""Answers are values."""

import copy
import json
import pickle

import pytest

import sagepath

PATH = "683313688378.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1"

RECORDS = {
    "located": lambda: sagepath.resolve("pytorch", "eu-west-1", "2.6", image_scope="training", processor="gpu"),
    "image": lambda: sagepath.images("xgboost")[0],
    "identity": lambda: sagepath.identify(PATH, on="2026-08-01"),
    "framework": lambda: sagepath.frameworks()[0],
    "region": lambda: sagepath.regions()[0],
    "instance type": lambda: sagepath.instance_types()[0],
    "source": lambda: sagepath.sources()[0],
    "finding": lambda: sagepath.check_text(f"image: {PATH}", "deployment.yaml", today="2026-08-01")[0],
}


@pytest.fixture(params=list(RECORDS.values()), ids=list(RECORDS))
def make(request):
    return request.param


def test_equal_and_hashed_by_value(make):
    one, other = make(), make()
    assert one == other and hash(one) == hash(other) and one is not other
    assert len({one, other}) == 1
    assert one != one.to_dict()


def test_it_cannot_be_changed(make):
    record = make()
    name = record.__slots__[0]
    with pytest.raises(AttributeError, match="cannot be changed"):
        setattr(record, name, "other")
    with pytest.raises(AttributeError, match="cannot be changed"):
        delattr(record, name)
    with pytest.raises(AttributeError):
        record.no_such_field = 1


def test_pickled_and_copied_it_is_the_same(make):
    record = make()
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(record, protocol)) == record
    assert copy.deepcopy(record) == copy.copy(record) == record


def test_a_pickle_of_a_class_with_fewer_fields_can_be_read():
    record = sagepath.resolve("kmeans", "us-west-2")
    fields = record.to_dict()
    del fields["warnings"], fields["cuda"]
    assert type(record)(fields) == record


def test_a_dictionary_is_json_and_has_every_field(make):
    record = make()
    fields = record.to_dict()
    assert list(fields) == list(record.__slots__)
    assert json.loads(json.dumps(fields)) == fields


def test_every_field_is_declared_with_a_type(make):
    kind = type(make())
    assert list(kind.__annotations__) == list(kind.__slots__)


def test_printed_it_says_what_it_is():
    record = sagepath.resolve("kmeans", "us-west-2")
    assert str(record) == record.uri == "174872318107.dkr.ecr.us-west-2.amazonaws.com/kmeans:1"
    assert repr(record).startswith("Located(uri='174872318107.dkr.ecr.us-west-2.amazonaws.com/kmeans:1', region='us-west-2'")
    assert "cuda" not in repr(record)


def test_no_field_of_a_form_is_left_out():
    """What the library tells, the classes have: a field that it learns must be added to them."""
    from sagepath import _sagepath

    forms = [
        (sagepath.Located, _sagepath.resolve({"framework": "kmeans", "region": "us-west-2"}, False, False)),
        (sagepath.Identity, _sagepath.identify(PATH, "2026-08-01")),
        (sagepath.Framework, _sagepath.frameworks()[0]),
        (sagepath.Region, _sagepath.regions()[0]),
        (sagepath.InstanceType, _sagepath.instance_types()[0]),
        (sagepath.Source, _sagepath.sources()[0]),
    ]
    for region in (None, "us-west-2"):
        wanted = dict.fromkeys(
            "framework image_scope runs_on architecture platform py_version versions alive_on".split(), None
        )
        forms += [
            (sagepath.Image, form) for form in _sagepath.images({**wanted, "region": region, "listed_only": False})
        ]
    for kind, form in forms:
        assert form.keys() <= set(kind.__slots__), kind


def test_match_statements_and_classes_are_of_the_package(make):
    assert type(make()).__module__ == "sagepath"
    assert getattr(sagepath, type(make()).__name__) is type(make())
