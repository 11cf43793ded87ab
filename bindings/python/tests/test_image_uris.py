"""The functions of the SDK's module."""

import inspect

import pytest

import sagepath
from sagepath import image_uris

# The signature of the SDK's function, in versions 2 and 3.
SDK_ARGUMENTS = """
    framework region version py_version instance_type accelerator_type image_scope container_version distribution
    base_framework_version training_compiler_config model_id model_version hub_arn tolerate_vulnerable_model
    tolerate_deprecated_model sdk_version inference_tool serverless_inference_config sagemaker_session config_name model_type
""".split()

XGBOOST = "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1"


def test_the_signature_is_the_sdks():
    signature = inspect.signature(image_uris.retrieve)
    assert list(signature.parameters) == SDK_ARGUMENTS
    required = [name for name, parameter in signature.parameters.items() if parameter.default is parameter.empty]
    assert required == ["framework", "region"]


def test_arguments_may_be_given_by_position():
    assert image_uris.retrieve("xgboost", "us-east-1", "1.7-1") == XGBOOST
    assert image_uris.retrieve("pytorch", "us-east-1", "2.5", "py311", "ml.g5.xlarge", None, "training").endswith(
        "/pytorch-training:2.5-gpu-py311"
    )


def test_arguments_for_the_network_mean_nothing():
    session, kind = object(), object()
    arguments = {"sagemaker_session": session, "model_type": kind, "hub_arn": "arn", "tolerate_vulnerable_model": True}
    assert image_uris.retrieve("xgboost", "us-east-1", "1.7-1", **arguments) == XGBOOST


@pytest.mark.parametrize("argument", ["model_id", "model_version"])
def test_jumpstart_is_refused(argument):
    with pytest.raises(sagepath.Error, match="JumpStart") as caught:
        image_uris.retrieve("xgboost", "us-east-1", **{argument: "huggingface-llm-falcon-7b"})
    assert caught.value.code == "jumpstart"
    assert "install_into_sdk" in caught.value.hint


def test_configurations_are_understood_by_what_they_are():
    class Compiler:
        pass

    class Serverless:
        def __bool__(self):
            return False

    path = image_uris.retrieve(
        "huggingface",
        "us-west-2",
        "4.17.0",
        instance_type="ml.p3.2xlarge",
        image_scope="training",
        base_framework_version="pytorch1.10.2",
        training_compiler_config=Compiler(),
    )
    assert "huggingface-pytorch-trcomp-training" in path
    # It is there, whatever its truth: so the SDK takes it.
    with pytest.raises(sagepath.Error) as caught:
        image_uris.retrieve("djl-lmi", "us-west-2", serverless_inference_config=Serverless())
    assert caught.value.code in ("unsupported-serverless", "missing-version")


@pytest.mark.parametrize(
    ("distribution", "is_distributed"),
    [
        (None, False),
        ({}, False),
        ({"torch_distributed": {"enabled": True}}, False),
        ({"smdistributed": {"dataparallel": {"enabled": True}}}, True),
    ],
)
def test_distribution(distribution, is_distributed):
    path = image_uris.retrieve(
        "tensorflow", "us-west-2", "2.3.1", "py37", "ml.p3.16xlarge", image_scope="training", distribution=distribution
    )
    assert path.endswith(":2.3.1-gpu-py37" + ("-cu110-ubuntu18.04" if is_distributed else ""))


@pytest.mark.parametrize("value", [1.7, 17, b"1.7-1", ["1.7-1"]])
def test_what_is_no_text_is_told_by_its_name(value):
    with pytest.raises(TypeError, match="argument version must be a string, not"):
        image_uris.retrieve("xgboost", "us-east-1", version=value)


@pytest.mark.parametrize("nothing", [None, ""])
def test_nothing_is_no_framework_and_no_region(nothing):
    with pytest.raises(sagepath.Error, match="no framework is named"):
        image_uris.retrieve(nothing, "us-east-1")
    with pytest.raises(sagepath.Error, match="no region is named"):
        image_uris.retrieve("kmeans", nothing)


def test_text_that_is_not_unicode_is_no_crash():
    with pytest.raises(ValueError):
        image_uris.retrieve("\ud800", "us-east-1")


def test_a_text_may_be_of_a_class_of_its_own():
    class Name(str):
        pass

    assert image_uris.retrieve(Name("xgboost"), Name("us-east-1"), Name("1.7-1")) == XGBOOST


def test_training_image():
    ask = image_uris.get_training_image_uri
    assert ask("us-east-1", "pytorch", image_uri="mine") == "mine"
    smp = {"torch_distributed": {"enabled": True}, "smdistributed": {"modelparallel": {"enabled": True}}}
    path = ask("us-east-1", "pytorch", "2.3.1", "py311", distribution=smp, instance_type="ml.p4d.24xlarge")
    assert "/smdistributed-modelparallel:" in path
    smp["smdistributed"]["modelparallel"]["enabled"] = False
    path = ask("us-east-1", "pytorch", "2.3", "py311", distribution=smp, instance_type="ml.g5.xlarge")
    assert "/pytorch-training:" in path


def test_base_python_image():
    for python in ("310", "38"):
        assert image_uris.get_base_python_image_uri("us-west-2", python).endswith(f"/sagemaker-base-python-{python}:1.0")
    with pytest.raises(sagepath.Error):
        image_uris.get_base_python_image_uri("us-west-2", "garbage")


def test_lists():
    frameworks = image_uris.list_frameworks()
    assert frameworks == sorted(frameworks)
    assert {"xgboost", "pytorch", "huggingface"} <= set(frameworks)
    assert image_uris.list_versions("xgboost")[-2:] == ["3.0-5", "3.2-0"]
    assert image_uris.list_versions("xgboost", "inference_graviton") == ["1.3-1", "1.5-1"]
    assert image_uris.list_py_versions("tensorflow", "1.13.1", "training") == ["py2", "py3"]
    assert image_uris.list_py_versions("kmeans", "1") == []
    with pytest.raises(sagepath.Error, match="framework `xgbost` is not known"):
        image_uris.list_versions("xgbost")
    with pytest.raises(sagepath.Error) as caught:
        image_uris.list_versions("kmeans", "processing")
    assert caught.value.choices == ("inference", "training")
    with pytest.raises(sagepath.Error) as caught:
        image_uris.list_py_versions("xgboost", "1.7")
    assert caught.value.suggestion == "1.7-1"


def test_every_version_that_is_listed_is_known_to_the_look_up():
    for framework in image_uris.list_frameworks():
        for version in image_uris.list_versions(framework):
            try:
                sagepath.resolve(framework, "us-west-2", version)
            except sagepath.Error as error:
                assert error.code not in ("unknown-version", "unknown-framework", "withheld-version"), (framework, version)


def test_table_of_a_framework():
    table = image_uris.config_for_framework("xgboost")
    assert set(table) == {"inference", "inference_graviton", "training"}
    leaf = table["training"]["versions"]["1.7-1"]
    assert leaf["repository"] == "sagemaker-xgboost"
    assert leaf["registries"]["us-east-1"] == "683313688378"
    assert image_uris.config_for_framework("kmeans")["scope"] == ["inference", "training"]
