"""SDK 3: its processors choose their images with sagepath, and its lists and tables are ours."""

import itertools

import pytest

pytest.importorskip("sagemaker.core.image_uris")

import boto3
from sagemaker.core import image_uris
from sagemaker.core.debugger import get_rule_container_image_uri
from sagemaker.core.helper.session_helper import Session
from sagemaker.core.spark.processing import PySparkProcessor
from sagemaker.core.workflow.functions import Join
from sagemaker.core.workflow.parameters import ParameterString

import sagepath
from sagepath import image_uris as ours

ROLE = "arn:aws:iam::123456789012:role/none"


@pytest.fixture(scope="module")
def session():
    return Session(boto3.Session(region_name="us-west-2"), default_bucket="none")


def test_processors_choose_with_sagepath(session, installed):
    assert installed.modules == ("sagemaker.core.image_uris",)
    processor = PySparkProcessor(
        role=ROLE,
        instance_count=1,
        instance_type="ml.m5.xlarge",
        framework_version="3.5",
        py_version="py39",
        container_version="1.1",
        sagemaker_session=session,
    )
    assert processor.image_uri.endswith("/sagemaker-spark-processing:3.5-cpu-py39-v1.1")
    assert get_rule_container_image_uri("name", "us-west-2") == ours.retrieve("debugger", "us-west-2")


def test_what_only_sagepath_answers_is_answered_until_undone():
    # A family of Graviton that the SDK takes for x86.
    question = {
        "framework": "pytorch",
        "region": "us-west-2",
        "version": "2.6",
        "instance_type": "ml.c8g.large",
        "image_scope": "inference",
    }
    before = image_uris.retrieve(**question)
    with sagepath.install_into_sdk():
        assert "/pytorch-inference-arm64:" in image_uris.retrieve(**question)
    assert image_uris.retrieve(**question) == before
    assert "/pytorch-inference:" in before


def test_training_images_are_those_of_the_sdk(installed):
    smp = {"torch_distributed": {"enabled": True}, "smdistributed": {"modelparallel": {"enabled": True}}}
    questions = [
        {"framework": "pytorch", "framework_version": version, "py_version": python, "instance_type": instance}
        for version, python, instance in itertools.product(
            ["2.0.1", "2.3.1", "2.5.1", "9.9"], ["py310", "py311"], ["ml.m5.large", "ml.g5.xlarge", "ml.p5.48xlarge"]
        )
    ]
    questions += [{**question, "distribution": smp} for question in questions]
    questions += [
        {"framework": "huggingface", "framework_version": version, "py_version": python, "instance_type": instance, **base}
        for version, python, instance, base in itertools.product(
            ["4.4.2", "4.5.0", "4.6.1", "4.17.0", "4.28.1", "4.49.0"],
            ["py36", "py38", "py310", "py311"],
            ["ml.m5.large", "ml.g5.xlarge", "local_gpu"],
            [{"pytorch_version": version} for version in ("1.6.0", "1.7.1", "1.10.2", "2.0.0", "2.5.1")]
            + [{"tensorflow_version": version} for version in ("2.4.1", "2.6.3")],
        )
    ]
    answered = 0
    for question in questions:
        expected = outcome(image_uris.get_training_image_uri, question)
        assert outcome(ours.get_training_image_uri, question) == expected, question
        answered += expected is not None
    assert answered > 20


def outcome(ask, question):
    try:
        return ask("us-west-2", **question)
    except ValueError:
        return None


def scopes(framework):
    table = image_uris.config_for_framework(framework)
    return table.get("scope", []) if "versions" in table else list(table)


def test_lists_are_those_of_the_sdk_and_more():
    assert set(image_uris.list_frameworks()) <= set(ours.list_frameworks())
    for framework in image_uris.list_frameworks():
        for scope in [None, *scopes(framework)]:
            theirs = image_uris.list_versions(framework, scope)
            known = ours.list_versions(framework, scope)
            missing = set(theirs) - set(known)
            # docs/differences-from-the-sdk.md#lists-of-answers
            assert missing <= {"xgboost": {"1", "latest"}, "model-monitor": {""}}.get(framework, set()), (framework, scope)
            order = [image_uris._version_sort_key(version) for version in known]
            assert order == sorted(order)
            for version in set(theirs) - missing:
                pythons = ours.list_py_versions(framework, version, scope)
                lost = set(image_uris.list_py_versions(framework, version, scope)) - set(pythons)
                # docs/differences-from-the-sdk.md#python-as-published
                assert lost <= ({"py311"} if (framework, version[:3]) == ("autogluon", "1.5") else set())


def test_tables_have_the_repositories_and_accounts_of_the_sdk():
    def leaves(table, path=()):
        if "repository" in table:
            yield path, table
        else:
            for name, part in table.items():
                if isinstance(part, dict):
                    yield from leaves(part, (*path, name))

    compared = 0
    for framework in image_uris.list_frameworks():
        known = dict(leaves(ours.config_for_framework(framework)))
        for path, theirs in leaves(image_uris.config_for_framework(framework)):
            # The SDK names the scope of some frameworks that have but one.
            own = known.get(path) or known.get(path[1:])
            if own is None:
                # Pythons that are part of the repository's name; versions that an alias hides.
                assert framework in ("sagemaker-base-python", "pytorch-smp"), (framework, path)
                continue
            compared += 1
            assert own["repository"] == theirs["repository"], (framework, path)
            assert own["registries"].items() >= theirs["registries"].items(), (framework, path)
    assert compared > 600


def test_jumpstart_is_left_to_the_sdk(installed):
    with pytest.raises(Exception) as caught:
        image_uris.retrieve(None, "us-west-2", model_id="huggingface-llm-falcon-7b", model_version="*")
    assert not isinstance(caught.value, sagepath.Error)


def test_variables_of_pipelines_are_understood():
    parameter = ParameterString("Version", default_value="1.7-1")
    with pytest.warns(UserWarning, match="argument version is a variable of a pipeline"):
        assert ours.retrieve("xgboost", "us-west-2", version=parameter).endswith(":1.7-1")
    with pytest.raises(sagepath.Error, match="has no value before the pipeline runs"):
        ours.retrieve("xgboost", "us-west-2", version=Join(on="-", values=["1.7", "1"]))
