#!/usr/bin/env python3
"""Puts the calls that examples show to the SageMaker Python SDK.

    sdk.py MODULE < QUESTIONS > OUTCOMES

MODULE is the SDK's module that has `retrieve`: `sagemaker.core.image_uris` of version 3, `sagemaker.image_uris` of version 2.
A question is a line of JSON with `arguments`, the `expected` path and a `key`; its outcome says whether the SDK's answer is
that path.
"""

import functools
import importlib
import inspect
import json
import logging
import os
import sys

# Importing the SDK makes an AWS session: it shall not look at this machine's configuration.
os.environ.update(
    AWS_CONFIG_FILE=os.devnull,
    AWS_DEFAULT_REGION="us-west-2",
    AWS_EC2_METADATA_DISABLED="true",
    AWS_SHARED_CREDENTIALS_FILE=os.devnull,
)


def load(name):
    """Imports the SDK's module, silences it, and makes it remember the files that it reads."""
    module = importlib.import_module(name)
    logging.disable(logging.CRITICAL)
    module.config_for_framework = functools.cache(module.config_for_framework)
    for owner in ("sagemaker.core.common_utils", "sagemaker.utils"):
        try:
            common = importlib.import_module(owner)
        except ImportError:
            continue
        if hasattr(common, "_botocore_resolver"):
            common._botocore_resolver = functools.cache(common._botocore_resolver)
    undecorated = inspect.unwrap(module.retrieve)
    undecorated.__signature__ = inspect.signature(undecorated)
    return module


def answer(module, arguments):
    """The SDK's path, or why there is none."""
    try:
        return module.retrieve(**arguments)
    except Exception as error:  # Whatever the SDK raises is its answer.
        return f"{type(error).__name__}: {error}"


def main():
    """Reads questions and writes outcomes."""
    # Version 2 greets on standard output.
    out, sys.stdout = sys.stdout, sys.stderr
    module = load(sys.argv[1])
    for line in sys.stdin:
        question = json.loads(line)
        given = answer(module, question["arguments"])
        outcome = {
            "key": question["key"],
            "region": question["arguments"]["region"],
            "right": given == question["expected"],
            "given": given,
        }
        print(json.dumps(outcome), file=out)


main()
