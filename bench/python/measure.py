"""Measures the Python package against the SDK, in one run: what importing takes, and what a look-up does.

    measure.py [options of pyperf]

Runs in an environment that has `pyperf`, `sagepath` and `sagemaker-core`. `cargo xtask bench python` makes one.
"""

import os
import sys
import timeit

import pyperf

LOOK_UPS = {
    "an algorithm": '"xgboost", "us-east-1", version="1.7-1", image_scope="training"',
    "a Deep Learning Container": (
        '"pytorch", "us-west-2", version="2.6", instance_type="ml.g5.xlarge", image_scope="inference", py_version="py312"'
    ),
}

# The two sides: how each is imported.
SAGEPATH = "from sagepath import image_uris"
SDK = "from sagemaker.core import image_uris"

# Importing the SDK makes an AWS session: it shall not look at this machine's configuration, or for a region.
ENVIRONMENT = {
    "AWS_CONFIG_FILE": os.devnull,
    "AWS_DEFAULT_REGION": "us-west-2",
    "AWS_EC2_METADATA_DISABLED": "true",
    "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
}


def main():
    """Measures, and prints what came of it as ratios."""
    os.environ.update(ENVIRONMENT)
    runner = pyperf.Runner(processes=6, values=3)
    runner.parse_args().inherit_environ = [*ENVIRONMENT, "PYTHONPATH"]
    python = [sys.executable, "-c"]
    bare = runner.bench_command("bare interpreter", [*python, "pass"])
    ours = runner.bench_command("import sagepath", [*python, SAGEPATH])
    theirs = runner.bench_command("import the SDK's image_uris", [*python, SDK])
    pairs = {}
    for name, arguments in LOOK_UPS.items():
        call = f"image_uris.retrieve({arguments})"
        pairs[name] = (
            runner.bench_time_func(f"sagepath: {name}", measure, call, SAGEPATH),
            runner.bench_time_func(f"the SDK: {name}", measure, call, f"import logging; logging.disable(); {SDK}"),
        )
    if runner.args.worker or None in (bare, ours, theirs):
        return
    print(f"\nimport, beyond a bare interpreter's {milliseconds(bare)}:")
    print(f"  sagepath {milliseconds(ours, bare)}, the SDK {milliseconds(theirs, bare)}")
    print("look-up:")
    for name, (mine, sdk) in pairs.items():
        ratio = sdk.mean() / mine.mean()
        print(f"  {name}: sagepath {mine.mean() * 1e6:.2f} us, the SDK {sdk.mean() * 1e6:.0f} us, ratio {ratio:.0f}")


def measure(loops, call, setup):
    """Seconds that a call takes so many times."""
    return timeit.timeit(call, setup, number=loops)


def milliseconds(bench, beyond=None):
    """A mean, or how much longer it is than another."""
    return f"{(bench.mean() - (beyond.mean() if beyond else 0)) * 1e3:.1f} ms"


main()
