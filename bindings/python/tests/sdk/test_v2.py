"""SDK 2: its estimators and models choose their images with sagepath."""

import pytest

pytest.importorskip("sagemaker.estimator")

import boto3
import sagemaker
from sagemaker import image_uris
from sagemaker.huggingface import HuggingFace
from sagemaker.pytorch import PyTorch, PyTorchModel
from sagemaker.serverless import ServerlessInferenceConfig
from sagemaker.sklearn.estimator import SKLearn
from sagemaker.training_compiler.config import TrainingCompilerConfig
from sagemaker.workflow.functions import Join
from sagemaker.workflow.parameters import ParameterString
from sagemaker.xgboost.estimator import XGBoost

import sagepath
from sagepath import image_uris as ours

ROLE = "arn:aws:iam::123456789012:role/none"

# A family of Graviton that the SDK takes for x86.
GRAVITON = "ml.c8g.large"


@pytest.fixture(scope="module")
def session():
    return sagemaker.Session(boto3.Session(region_name="us-west-2"), default_bucket="none")


def serving_image(session):
    model = PyTorchModel(
        "s3://none/model.tar.gz", ROLE, "inference.py", "2.6", "py312", sagemaker_session=session
    )
    return model.serving_image_uri("us-west-2", GRAVITON)


def test_estimators_choose_with_sagepath(session, installed):
    common = {"role": ROLE, "instance_count": 1, "sagemaker_session": session, "entry_point": "train.py"}
    estimators = {
        "sagemaker-xgboost:1.7-1": lambda: XGBoost(framework_version="1.7-1", instance_type="ml.m5.large", **common),
        "sagemaker-scikit-learn:1.2-1-cpu-py3": lambda: SKLearn(
            framework_version="1.2-1", instance_type="ml.m5.large", **common
        ),
        "pytorch-training:2.5-gpu-py311": lambda: PyTorch(
            framework_version="2.5", py_version="py311", instance_type="ml.g5.xlarge", **common
        ),
        "huggingface-pytorch-training:2.5.1-transformers4.49.0-gpu-py311-cu124-ubuntu22.04": lambda: HuggingFace(
            transformers_version="4.49.0",
            pytorch_version="2.5.1",
            py_version="py311",
            instance_type="ml.g5.xlarge",
            **common,
        ),
    }
    for expected, make in estimators.items():
        assert make().training_image_uri().endswith("/" + expected)


def test_models_choose_with_sagepath_and_undo_gives_the_sdk_back(session):
    before = serving_image(session)
    assert "/pytorch-inference:" in before
    with sagepath.install_into_sdk() as installed:
        assert "sagemaker.image_uris" in installed.modules
        assert "/pytorch-inference-arm64:" in serving_image(session)
        assert sagepath.install_into_sdk().modules == ()
        assert "/pytorch-inference-arm64:" in serving_image(session)
    assert serving_image(session) == before
    installed.undo()
    assert serving_image(session) == before


def test_names_that_modules_of_the_sdk_imported_are_replaced(installed):
    from sagemaker.pytorch import estimator

    assert estimator.retrieve is image_uris.retrieve
    assert estimator.retrieve._sagepath_replaces.__module__ == "sagemaker.image_uris"
    installed.undo()
    assert not hasattr(estimator.retrieve, "_sagepath_replaces")


def test_jumpstart_is_left_to_the_sdk(installed):
    with pytest.raises(Exception) as caught:
        image_uris.retrieve(None, "us-west-2", model_id="huggingface-llm-falcon-7b", model_version="*")
    assert not isinstance(caught.value, sagepath.Error)


def test_refusals_are_of_sagepath(installed):
    with pytest.raises(ValueError, match="did you mean `1.7-1`") as caught:
        image_uris.retrieve("xgboost", "us-west-2", version="1.7")
    assert isinstance(caught.value, sagepath.Error)


def test_objects_of_the_sdk_are_understood():
    path = ours.retrieve(
        "huggingface",
        "us-west-2",
        "4.17.0",
        instance_type="ml.p3.2xlarge",
        image_scope="training",
        base_framework_version="pytorch1.10.2",
        training_compiler_config=TrainingCompilerConfig(),
    )
    assert "/huggingface-pytorch-trcomp-training:" in path
    serverless = ServerlessInferenceConfig(memory_size_in_mb=2048, max_concurrency=1)
    path = ours.retrieve(
        "pytorch", "us-west-2", "2.6", image_scope="inference", serverless_inference_config=serverless
    )
    assert path.endswith("/pytorch-inference:2.6-cpu-py312")


def test_variables_of_pipelines_are_understood():
    parameter = ParameterString("Version", default_value="1.7-1")
    with pytest.warns(UserWarning, match="argument version is a variable of a pipeline"):
        path = ours.retrieve("xgboost", "us-west-2", version=parameter)
    assert path == image_uris.retrieve("xgboost", "us-west-2", version="1.7-1")
    with pytest.raises(sagepath.Error, match="has no value before the pipeline runs") as caught:
        ours.retrieve("xgboost", "us-west-2", version=Join(on="-", values=["1.7", "1"]))
    assert (caught.value.code, caught.value.field) == ("pipeline-variable", "version")
