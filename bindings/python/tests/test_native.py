"""The interface of its own."""

import datetime

import pytest

import sagepath


def test_resolve_pins_and_takes_other_hosts():
    question = ("pytorch", "us-east-1", "2.10")
    arguments = {"image_scope": "training", "processor": "gpu"}
    assert sagepath.resolve(*question, **arguments).tag == "2.10-gpu-py313"
    pinned = sagepath.resolve(*question, **arguments, pin=True)
    assert (pinned.tag, pinned.evidence) == ("2.10.0-gpu-py313-cu130-ubuntu22.04-sagemaker", "listed")
    assert ".dkr.ecr-fips.us-east-1." in sagepath.resolve(*question, **arguments, fips=True).uri
    assert ".dkr-ecr.us-east-1.on.aws/" in sagepath.resolve(*question, **arguments, dual_stack=True).uri
    with pytest.raises(sagepath.Error) as caught:
        sagepath.resolve("kmeans", "eu-west-1", fips=True)
    assert caught.value.code == "unsupported-endpoint"
    assert "us-east-1" in caught.value.choices


def test_resolve_refuses_what_it_does_not_know():
    with pytest.raises(TypeError):
        sagepath.resolve("kmeans", "us-east-1", colour="red")
    with pytest.raises(TypeError, match="expected a string"):
        sagepath.resolve("kmeans", "us-east-1", version=1)


def test_images_by_every_condition():
    everything = sagepath.images()
    assert len(everything) > 1000
    conditions = {
        "framework": "pytorch",
        "region": "eu-west-1",
        "image_scope": "training",
        "runs_on": "ml.g5.xlarge",
        "architecture": "x86_64",
        "platform": "sagemaker",
        "py_version": "py311",
        "versions": ">=2.4,<2.6",
        "alive_on": datetime.date(2025, 3, 1),
    }
    for name, value in conditions.items():
        assert 0 < len(sagepath.images(**{name: value})) <= len(everything), name
    assert {image.evidence for image in sagepath.images(listed_only=True)} == {"listed"}
    found = sagepath.images(**conditions)
    assert {image.version for image in found} == {"2.4.0", "2.5.1"}
    assert all(image.region == "eu-west-1" and image.uri and not image.regions for image in found)
    assert sagepath.images(**{**conditions, "alive_on": "2025-03-01"}) == found


def test_images_say_what_is_not_known():
    for name, value in {"framework": "xgbost", "region": "us-east-9", "versions": ">="}.items():
        with pytest.raises(sagepath.Error) as caught:
            sagepath.images(**{name: value})
        assert caught.value.field == name
    with pytest.raises(sagepath.Error, match="processor `quantum` is not known"):
        sagepath.images(runs_on="quantum")
    with pytest.raises(ValueError, match="`tomorrow` is no day"):
        sagepath.images(alive_on="tomorrow")


def test_images_are_a_sequence():
    images = sagepath.images("xgboost")
    assert images[-1].version == "3.2-0"
    assert repr(images) == f"<{len(images)} images>"
    assert {type(record) for record in images.to_dicts()} == {dict}
    assert len({tuple(record) for record in images.to_dicts()}) == 1


def test_data_frames():
    pandas = pytest.importorskip("pandas")
    polars = pytest.importorskip("polars")
    records = sagepath.images(region="us-west-2").to_dicts()
    for frame in (pandas.DataFrame(records), polars.DataFrame(records, infer_schema_length=None)):
        assert list(frame.columns) == list(sagepath.Image.__slots__)
        assert len(frame) == len(records)
    newest = pandas.DataFrame(records).groupby("framework")["version"].last()
    assert newest["xgboost"] == "3.2-0"


def test_identify():
    identity = sagepath.identify(
        "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.5-gpu-py311", on="2026-08-01"
    )
    assert (identity.verdict, identity.tag_is, identity.alive) == ("right", "derived", False)
    assert identity.images[0].framework == "pytorch"
    assert identity.newest is not None and identity.newest.uri is not None
    assert sagepath.identify("123456789012.dkr.ecr.us-east-1.amazonaws.com/mine:1").verdict == "unknown"
    assert sagepath.identify(identity.path, on=datetime.date(2025, 1, 1)).alive is True
    with pytest.raises(sagepath.Error) as caught:
        sagepath.identify("https://763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training")
    assert caught.value.code == "malformed-path"
    assert "`https://`" in str(caught.value)


def test_move():
    path = "174872318107.dkr.ecr.us-west-2.amazonaws.com/kmeans:1"
    assert sagepath.move(path, "cn-north-1") == "390948362332.dkr.ecr.cn-north-1.amazonaws.com.cn/kmeans:1"
    with pytest.raises(sagepath.Error, match="us-west-9"):
        sagepath.move(path, "us-west-9")
    with pytest.raises(sagepath.Error):
        sagepath.move("nonsense", "us-west-2")


def test_check(tmp_path):
    wrong = "683313688378.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1"
    (tmp_path / "main.tf").write_text(f'locals {{\n  image = "{wrong}"\n}}\n')
    (finding,) = sagepath.check(tmp_path, today="2026-08-01")
    assert (finding.rule, finding.line, finding.found) == ("wrong-registry", 2, wrong)
    assert finding.path == str(tmp_path / "main.tf")
    assert str(finding).startswith(f"{finding.path}:2:")
    (edit,) = finding.fix.edits
    text = (tmp_path / "main.tf").read_bytes()
    assert finding.expected.encode() in text[: edit.start] + edit.text.encode() + text[edit.end :]
    assert sagepath.check(tmp_path, ignore=["wrong-registry"]) == []
    assert sagepath.check_text(wrong.encode(), "Dockerfile", select=["latest-tag"]) == []
    with pytest.raises(FileNotFoundError):
        sagepath.check(tmp_path / "nowhere")
    with pytest.raises(ValueError, match="no-such-rule"):
        sagepath.check(tmp_path, select=["no-such-rule"])


def test_settings_of_a_file(tmp_path):
    settings = tmp_path / "mine.toml"
    settings.write_text('[check]\nignore = ["wrong-registry"]\n')
    wrong = "FROM 683313688378.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1"
    assert sagepath.check_text(wrong, "Dockerfile", settings=settings) == []


def test_lists_have_what_there_is():
    assert len(sagepath.frameworks()) == 95
    assert {region.partition for region in sagepath.regions()} >= {"aws", "aws-cn", "aws-us-gov"}
    (g5,) = (kind for kind in sagepath.instance_types() if kind.instance_type == "ml.g5.xlarge")
    assert (g5.processor, g5.gpus, "host" in g5.uses) == ("gpu", 1, True)
    assert "sagemaker-core" in {source.id for source in sagepath.sources()}
