"""The command that the wheel carries, and `python -m sagepath`."""

import os
import subprocess
import sys
import sysconfig

QUESTION = ["uri", "xgboost", "--version", "1.7-1", "--region", "us-east-1"]
PATH = "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1"


def run(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, universal_newlines=True)


def test_the_command_is_among_the_scripts_and_needs_no_python():
    command = os.path.join(sysconfig.get_path("scripts"), "sagepath")
    with open(command, "rb") as file:
        assert file.read(2) != b"#!"
    assert run(command, *QUESTION).stdout.strip() == PATH


def test_as_a_module_it_is_the_same():
    assert run(sys.executable, "-m", "sagepath", *QUESTION).stdout.strip() == PATH
    refused = run(sys.executable, "-m", "sagepath", "uri", "xgbost", "--region", "us-east-1")
    assert refused.returncode == 1
    assert "did you mean: xgboost" in refused.stderr


def test_the_versions_agree():
    import sagepath

    assert sagepath.__version__ in run(sys.executable, "-m", "sagepath", "--version").stdout
    if sys.version_info >= (3, 10):
        from importlib.metadata import version

        assert version("sagepath") == sagepath.__version__
