#!/usr/bin/env python3
"""Puts every question of the differential suite to the SageMaker Python SDK.

    sdk.py --out DIR [--jobs N]

Runs inside an environment that has `sagemaker-core` installed and writes two files into DIR:

* `questions.jsonl`: one question a line, under the argument names of the SDK's `image_uris.retrieve`; an
  absent key is an argument that is not given;
* `sdk.jsonl`: the SDK's outcome for the question of the same line, `{"uri": ...}` or
  `{"error": "Type: message"}`.

The questions are derived from the SDK's own tables, so a new SDK release asks new questions by itself. Both
files are the same, byte for byte, on every run with the same SDK. README.md beside this file says what the
questions cover.
"""

import argparse
import functools
import importlib.metadata
import inspect
import itertools
import json
import logging
import multiprocessing
import os
import sys
import time
from typing import NamedTuple, Optional, Sequence

# One of the SDK's error messages prints a set, whose order follows the hash seed; and importing the SDK creates
# an AWS session. Pinning both keeps the outcomes equal from run to run and from machine to machine.
PINNED_ENVIRONMENT = {
    "AWS_CONFIG_FILE": os.devnull,
    "AWS_DEFAULT_REGION": "us-west-2",
    "AWS_EC2_METADATA_DISABLED": "true",
    "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
    "PYTHONHASHSEED": "0",
}

# The argument names of `retrieve` that a question may use, in the order in which they are written.
ARGUMENTS = (
    "framework",
    "image_scope",
    "version",
    "base_framework_version",
    "py_version",
    "region",
    "instance_type",
    "accelerator_type",
    "container_version",
    "distribution",
    "inference_tool",
    "sdk_version",
    "serverless_inference_config",
    "training_compiler_config",
)

INSTANCE_TYPES = (
    None,
    "ml.c5.xlarge",
    "ml.m5.large",
    "ml.g5.xlarge",
    "ml.p3.2xlarge",
    "ml.p4d.24xlarge",
    "ml.p2.xlarge",
    "ml.inf1.xlarge",
    "ml.inf2.xlarge",
    "ml.trn1.2xlarge",
    "ml.trn2.48xlarge",
    "ml.c7g.large",
    "ml.m6g.large",
    "ml.c8g.large",
    "ml.m8g.large",
    "ml.r8g.large",
    "ml.r7gd.large",
    "local",
    "local_gpu",
    "ml_c5",
    "ml_p3",
    "ml.zz9.banana",
    "c5.xlarge",
)
# Spellings that only need to be asked of a few images.
ODD_INSTANCE_TYPES = (
    "",
    "ml.c5",
    "ml.g5.banana",
    "ml.c5.",
    "ML.C5.XLARGE",
    "neuron",
    "local_neuron",
    "banana",
)

# The instance type that stands for each word of the SDK's processor lists in the tier of all regions. No
# instance type stands for "neuronx": the SDK knows none.
INSTANCE_OF_PROCESSOR = {
    "cpu": "ml.m5.large",
    "gpu": "ml.g5.xlarge",
    "inf": "ml.inf1.xlarge",
    "inf2": "ml.inf2.xlarge",
    "trn": "ml.trn1.2xlarge",
}
GRAVITON_SCOPE = "inference_graviton"
GRAVITON_INSTANCE = "ml.c7g.large"

HOME_REGIONS = ("us-west-2", "us-east-1")
EXTRA_REGIONS = ("us-iso-west-1", "xx-nowhere-1")

MADE_UP_VERSION = "999.9"
WRONG_PYTHONS = ("py2", "py3", "py311", "py312", "py99")
MADE_UP_BASE = "pytorch0.0.0"
MADE_UP_SCOPE = "no-such-scope"
MADE_UP_FRAMEWORKS = ("made-up-framework", "XGBoost", "instance_gpu_info", "torch", "py", "")

NEURON_TOOLS = ("neuron", "neuronx")

# Images that AWS publishes and the SDK does not know: framework, scope, version, and an instance type for it.
PUBLISHED_ELSEWHERE = (
    ("huggingface-tei", "inference", "1.9.3", "ml.g5.xlarge"),
    ("huggingface-tei-cpu", "inference", "1.9.3", "ml.c5.xlarge"),
    ("pytorch-neuronx", "inference", "2.8.0", "ml.inf2.xlarge"),
    ("pytorch-neuronx", "inference", "2.9.0", "ml.inf2.xlarge"),
    ("pytorch-neuronx", "training", "2.8.0", "ml.trn1.2xlarge"),
    ("pytorch-neuronx", "training", "2.9.0", "ml.trn1.2xlarge"),
    ("ray-serve", "inference", "1.1", "ml.g5.xlarge"),
    ("sagemaker-tritonserver", "inference", "26.03", "ml.g5.xlarge"),
    ("sglang", "inference", "0.5.10", "ml.g5.xlarge"),
    ("tensorflow", "inference_graviton", "2.19.0", "ml.c7g.large"),
    ("tensorflow-neuronx", "inference", "2.10.1", "ml.inf2.xlarge"),
    ("vllm", "inference", "0.22.1", "ml.g5.xlarge"),
)


def main():
    """Parses the command line, asks everything, and writes both files."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", required=True, help="directory for questions.jsonl and sdk.jsonl")
    parser.add_argument("--jobs", type=int, default=2, help="worker processes (default: 2)")
    arguments = parser.parse_args()

    started = time.monotonic()
    lines, questions = zip(*all_questions(load_catalog()))
    with multiprocessing.Pool(arguments.jobs, initializer=load_sdk) as pool:
        outcomes = pool.map(ask, questions, chunksize=2000)

    os.makedirs(arguments.out, exist_ok=True)
    write_lines(os.path.join(arguments.out, "questions.jsonl"), lines)
    write_lines(os.path.join(arguments.out, "sdk.jsonl"), outcomes)
    resolved = sum(outcome.startswith('{"uri"') for outcome in outcomes)
    print(
        f"sagemaker-core {importlib.metadata.version('sagemaker-core')}: {len(lines)} questions, "
        f"{resolved} URIs, {len(lines) - resolved} errors, {time.monotonic() - started:.0f} s"
    )


def write_lines(path, lines):
    """Writes one line after the other to a file."""
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.writelines(line + "\n" for line in lines)


# The SDK


@functools.cache
def load_sdk():
    """Imports the SDK's module, silences it, and makes its look-ups affordable."""
    from sagemaker.core import common_utils, image_uris

    logging.disable(logging.CRITICAL)
    # `retrieve` reads its JSON table and botocore's endpoints again at each call. Remembering both alters what
    # a question costs, not what it is answered: `retrieve` only reads from the two objects. (If it wrote to
    # them, an answer would depend on the questions before it, and `--jobs 1` and `--jobs 2` would disagree.)
    image_uris.config_for_framework = functools.cache(image_uris.config_for_framework)
    common_utils._botocore_resolver = functools.cache(common_utils._botocore_resolver)
    # The decorator of `retrieve` takes its signature apart each time, unless the signature is at hand.
    undecorated = inspect.unwrap(image_uris.retrieve)
    undecorated.__signature__ = inspect.signature(undecorated)
    return image_uris


def load_catalog():
    """Returns the SDK's tables: framework -> parsed JSON."""
    sdk = load_sdk()
    return {framework: sdk.config_for_framework(framework) for framework in sdk.list_frameworks()}


def ask(question):
    """Puts one question to the SDK and returns its outcome as a line of JSON."""
    sdk = load_sdk()
    try:
        outcome = {"uri": sdk.retrieve(**question)}
    except Exception as error:  # Whatever the SDK raises is its answer.
        message = str(error).replace(os.path.dirname(sdk.__file__), "<sagemaker.core>")
        outcome = {"error": f"{type(error).__name__}: {message}"}
    return json.dumps(outcome)


# The tables


class Image(NamedTuple):
    """What a question may aim at in the SDK's tables: one scope, version, base framework and Python."""

    framework: str
    scope: Optional[str]
    version: Optional[str]
    base: Optional[str] = None
    python: Optional[str] = None
    processors: Sequence[str] = ()

    def question(self, **arguments):
        """Returns the question that names this image, with further arguments or with some replaced."""
        question = {
            "framework": self.framework,
            "image_scope": self.scope,
            "version": self.version,
            "base_framework_version": self.base,
            "py_version": self.python,
            "region": HOME_REGIONS[0],
        }
        question.update(arguments)
        return question

    def instance_types(self):
        """Returns an instance type for each processor that this image is made for, and none if that will do."""
        known = [INSTANCE_OF_PROCESSOR[word] for word in self.processors if word in INSTANCE_OF_PROCESSOR]
        if self.scope == GRAVITON_SCOPE:
            known.append(GRAVITON_INSTANCE)
        return known if len(self.processors) > 1 else [None, *known]


def scopes_of(config):
    """Returns the image scopes of a framework's table, each with the part of the table that serves it."""
    if "versions" in config:
        return {scope: config for scope in config.get("scope", [None])}
    return config


def names_of(table):
    """Returns all names by which a table lists its versions, each with the version's own table."""
    versions, aliases = table["versions"], table.get("version_aliases", {})
    return {name: versions[aliases.get(name, name)] for name in (*versions, *aliases)}


def is_image(version_table):
    """Tells whether a version's table describes one image, not one for each Python or base framework."""
    return "repository" in version_table


def has_bases(version_table):
    """Tells whether a version's table holds one image for each base framework (Hugging Face)."""
    return any(key.startswith(("pytorch", "tensorflow")) for key in version_table)


def bases_of(version_table):
    """Returns all names of a version's base frameworks, each with its table; none gives `{None: itself}`."""
    if not has_bases(version_table):
        return {None: version_table}
    aliases = version_table.get("version_aliases", {})
    names = [name for name in version_table if name != "version_aliases"]
    return {name: version_table[aliases.get(name, name)] for name in (*names, *aliases)}


def pythons_of(image_table):
    """Returns the Pythons of an image's table, each with the table itself; none gives `{None: itself}`."""
    if not is_image(image_table):
        return image_table
    return {python: image_table for python in image_table.get("py_versions") or [None]}


def images_of(framework, config):
    """Yields every image of a framework, under every name it has."""
    for scope, table in scopes_of(config).items():
        for version, version_table in names_of(table).items():
            for base, base_table in bases_of(version_table).items():
                for python, image_table in pythons_of(base_table).items():
                    processors = table.get("processors") or image_table.get("processors") or []
                    yield Image(framework, scope, version, base, python, processors)


def regions_of(catalog):
    """Returns every region that any table names, and two that none does."""

    def walk(node):
        if isinstance(node, dict):
            yield from node.get("registries", {})
            for child in node.values():
                yield from walk(child)

    return sorted({*walk(catalog), *EXTRA_REGIONS})


# The questions


def all_questions(catalog):
    """Returns all questions, sorted and each once, as pairs of its line and its arguments."""
    tiers = (
        known_images(catalog),
        every_region(catalog),
        missing_and_wrong_scopes(catalog),
        missing_and_wrong_versions(catalog),
        missing_and_wrong_pythons(catalog),
        missing_and_wrong_bases(catalog),
        odd_spellings(catalog),
        inference_tools(catalog),
        neuron_sdk_versions(catalog),
        container_versions(catalog),
        distributions(catalog),
        training_compilers(catalog),
        serverless_endpoints(catalog),
        elastic_inference(catalog),
        unknown_frameworks(),
        base_python(),
        published_elsewhere(),
    )
    unique = {}
    for question in itertools.chain.from_iterable(tiers):
        given = {name: question[name] for name in ARGUMENTS if question.get(name) is not None}
        unique[json.dumps(given)] = given
    return sorted(unique.items())


def every_image(catalog, *frameworks):
    """Yields the images of some frameworks, or of all."""
    for framework, config in catalog.items():
        if not frameworks or framework in frameworks:
            yield from images_of(framework, config)


def known_images(catalog):
    """Every image, under every name, on every instance type; its Python given, and left out."""
    for image in every_image(catalog):
        for region, instance_type in itertools.product(HOME_REGIONS, INSTANCE_TYPES):
            yield image.question(region=region, instance_type=instance_type)
            yield image.question(region=region, instance_type=instance_type, py_version=None)


def every_region(catalog):
    """Every image, under every name, in every region, on one instance type for each of its processors."""
    regions = regions_of(catalog)
    for image in every_image(catalog):
        for region, instance_type in itertools.product(regions, image.instance_types()):
            yield image.question(region=region, instance_type=instance_type)


def missing_and_wrong_scopes(catalog):
    """Every image without a scope and under one that its framework lacks."""
    for framework, config in catalog.items():
        real = ("training", "inference", "processing")
        lacking = next(scope for scope in real if scope not in scopes_of(config))
        for image in images_of(framework, config):
            for instance_type in INSTANCE_TYPES:
                yield image.question(image_scope=None, instance_type=instance_type)
            for instance_type in (None, "ml.c5.xlarge", "ml.g5.xlarge", "ml.inf2.xlarge", GRAVITON_INSTANCE):
                yield image.question(image_scope=lacking, instance_type=instance_type)
            yield image.question(image_scope=MADE_UP_SCOPE, instance_type="ml.c5.xlarge")


def missing_and_wrong_versions(catalog):
    """Every scope with no version, one that does not exist, and those of the framework's other scopes."""
    for framework, config in catalog.items():
        scopes = scopes_of(config)
        elsewhere = sorted({name for table in scopes.values() for name in names_of(table)})
        for scope in (None, *scopes):
            image = Image(framework, scope, None)
            for version in (None, "latest", MADE_UP_VERSION):
                for region, instance_type in itertools.product(HOME_REGIONS, INSTANCE_TYPES):
                    yield image.question(version=version, region=region, instance_type=instance_type)
                yield image.question(version=version, py_version="py3", instance_type="ml.c5.xlarge")
            for version in elsewhere:
                for instance_type in (None, "ml.c5.xlarge", "ml.g5.xlarge", GRAVITON_INSTANCE):
                    yield image.question(version=version, instance_type=instance_type)


def missing_and_wrong_pythons(catalog):
    """Every image with a Python it lacks. (`known_images` leaves it out.)"""
    for image in every_image(catalog):
        for instance_type in (None, "ml.c5.xlarge", "ml.g5.xlarge", GRAVITON_INSTANCE):
            for python in WRONG_PYTHONS:
                yield image.question(py_version=python, instance_type=instance_type)
        # Some Hugging Face tables, asked for by their own names, take a base framework for a Python.
        if image.base:
            yield image.question(py_version=image.base, base_framework_version=None)
            yield image.question(py_version=image.base)


def missing_and_wrong_bases(catalog):
    """Every Hugging Face image with no base framework and with a wrong one, and two others with one."""
    for image in every_image(catalog):
        if image.base or image.framework in ("pytorch-smp", "kmeans"):
            for instance_type in (None, "ml.c5.xlarge", "ml.g5.xlarge"):
                for base in (None, MADE_UP_BASE, "version_aliases", "pytorch", "2.1.0"):
                    yield image.question(base_framework_version=base, instance_type=instance_type)


def odd_spellings(catalog):
    """The last image of each scope on odd instance types."""
    for framework, config in catalog.items():
        for image in {image.scope: image for image in images_of(framework, config)}.values():
            for instance_type in ODD_INSTANCE_TYPES:
                yield image.question(instance_type=instance_type)


def inference_tools(catalog):
    """`inference_tool` where it means something, and on one algorithm and one other container."""
    neuron = (None, "ml.inf1.xlarge", "ml.inf2.xlarge", "ml.trn1.2xlarge", "ml.trn2.48xlarge")
    siblings = list(every_image(catalog, "huggingface-neuron", "huggingface-neuronx", "pytorch-neuron"))
    others = every_image(catalog, "huggingface", "pytorch", "kmeans", "sklearn", "vllm")
    for image in itertools.chain(others, siblings):
        for tool in (*NEURON_TOOLS, "banana"):
            for instance_type in (*neuron, "ml.c5.xlarge", "ml.g5.xlarge"):
                yield image.question(inference_tool=tool, instance_type=instance_type)
    # The images of the neuron tables, asked for as a user does: by the plain framework and the tool.
    for image in siblings:
        plain = {"framework": image.framework.rsplit("-", 1)[0]}
        for tool, instance_type in itertools.product((None, *NEURON_TOOLS), neuron):
            asked = {**plain, "inference_tool": tool, "instance_type": instance_type}
            yield image.question(**asked)
            yield image.question(**asked, region="eu-west-1", py_version=None)


def neuron_sdk_versions(catalog):
    """`sdk_version`, right and wrong, on everything that has one, and on two images that have none."""
    versions = {"2.27.0", "9.9.9"}

    def collect(node):
        if isinstance(node, dict):
            versions.update(node.get("sdk_versions", []))
            for child in node.values():
                collect(child)

    collect(catalog)
    versions = sorted(versions)
    instance_types = (None, "ml.inf1.xlarge", "ml.inf2.xlarge", "ml.trn1.2xlarge")
    siblings = ("huggingface-neuron", "huggingface-neuronx", "pytorch-neuron")
    others = (
        "djl-neuronx",
        "huggingface-llm-neuronx",
        "huggingface-vllm-neuronx",
        "hyperpod-recipes-neuron",
        "kmeans",
        "sklearn",
    )
    for image in every_image(catalog, *siblings, *others):
        for version, instance_type in itertools.product(versions, instance_types):
            asked = {"sdk_version": version, "instance_type": instance_type}
            yield image.question(**asked)
            if image.framework in siblings:
                plain, tool = image.framework.rsplit("-", 1)
                yield image.question(**asked, framework=plain, inference_tool=tool)


def container_versions(catalog):
    """`container_version` on the three frameworks that take one and on every other, which must not."""
    takers = {
        "huggingface": ("cu110-ubuntu18.04",),
        "pytorch-smp": ("cu118", "cu121", "cu124"),
        "spark": ("v1", "v1.0"),
    }
    for image in every_image(catalog):
        suffixes = (*takers.get(image.framework, ("v1.0",)), "banana")
        for suffix, instance_type in itertools.product(suffixes, (None, "ml.c5.xlarge", "ml.g5.xlarge")):
            yield image.question(container_version=suffix, instance_type=instance_type)


def distributions(catalog):
    """`distribution` on the frameworks whose distributed training picks another image."""
    libraries = (
        {"smdistributed": {"dataparallel": {"enabled": True}}},
        {"smdistributed": {"modelparallel": {"enabled": True}}, "mpi": {"enabled": True}},
        {"parameter_server": {"enabled": True}},
    )
    instance_types = (None, "ml.c5.xlarge", "ml.p3.2xlarge", "ml.p4d.24xlarge")
    frameworks = ("huggingface", "kmeans", "mxnet", "pytorch", "pytorch-smp", "tensorflow")
    for image in every_image(catalog, *frameworks):
        for distribution, instance_type in itertools.product(libraries, instance_types):
            yield image.question(distribution=distribution, instance_type=instance_type)


def training_compilers(catalog):
    """`training_compiler_config` on the frameworks that have a training compiler, and on two that ignore it."""
    instance_types = (None, "ml.c5.xlarge", "ml.p3.2xlarge", "ml.trn1.2xlarge", GRAVITON_INSTANCE)
    for image in every_image(catalog, "huggingface", "pytorch", "tensorflow", "kmeans"):
        for instance_type in instance_types:
            yield image.question(training_compiler_config=True, instance_type=instance_type)
    for image in every_image(catalog, "huggingface-training-compiler", "pytorch-training-compiler"):
        asked = {"framework": image.framework.split("-")[0], "training_compiler_config": True}
        for instance_type in instance_types:
            yield image.question(**asked, instance_type=instance_type)
        for scope, region in itertools.product((None, "inference"), HOME_REGIONS):
            yield image.question(**asked, image_scope=scope, region=region)


def serverless_endpoints(catalog):
    """`serverless_inference_config` on every image, without an instance type and with one."""
    for image in every_image(catalog):
        for instance_type in (None, "ml.c5.xlarge", "ml.g5.xlarge"):
            yield image.question(serverless_inference_config=True, instance_type=instance_type)


def elastic_inference(catalog):
    """`accelerator_type`, right and wrong, on the frameworks that have images for it and on others."""
    having = ("mxnet", "pytorch", "tensorflow")
    for image in every_image(catalog, *having, "djl-lmi", "kmeans", "sparkml-serving", "vllm", "xgboost"):
        for accelerator in ("ml.eia2.medium", "ml.eia1.large", "local_sagemaker_notebook", "ml.banana"):
            asked = {"accelerator_type": accelerator}
            for instance_type in (None, "ml.c5.xlarge", "ml.g5.xlarge"):
                yield image.question(**asked, instance_type=instance_type)
                yield image.question(**asked, instance_type=instance_type, image_scope=None)


def unknown_frameworks():
    """Frameworks that do not exist; some of them are a part of "pytorch", for which the SDK looks."""
    for framework in MADE_UP_FRAMEWORKS:
        for scope, instance_type in itertools.product(
            (None, "training"), (None, "ml.c5.xlarge", "ml.trn1.2xlarge")
        ):
            yield Image(framework, scope, "1").question(instance_type=instance_type)


def base_python():
    """The base Python image, under the Pythons that its repositories are named after. (Its table names none.)"""
    image = Image("sagemaker-base-python", None, "1.0")
    for python, region in itertools.product(("py38", "py310"), HOME_REGIONS):
        yield image.question(py_version=python, region=region)


def published_elsewhere():
    """Images that the SDK does not know."""
    for framework, scope, version, instance_type in PUBLISHED_ELSEWHERE:
        image = Image(framework, scope, version)
        for region in HOME_REGIONS:
            for tried in (None, "ml.c5.xlarge", instance_type):
                yield image.question(region=region, instance_type=tried)


def restart_in_pinned_environment():
    """Starts this script again in an environment that holds none of the user's AWS settings."""
    if all(os.environ.get(name) == value for name, value in PINNED_ENVIRONMENT.items()):
        return
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    os.execve(sys.executable, [sys.executable, *sys.argv], {**kept, **PINNED_ENVIRONMENT})


if __name__ == "__main__":
    restart_in_pinned_environment()
    main()
