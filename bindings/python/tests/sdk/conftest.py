"""The SDK, kept off the network and off this machine's configuration."""

import os
import socket

os.environ.update(
    AWS_ACCESS_KEY_ID="none",
    AWS_CONFIG_FILE=os.devnull,
    AWS_DEFAULT_REGION="us-west-2",
    AWS_EC2_METADATA_DISABLED="true",
    AWS_SECRET_ACCESS_KEY="none",
    AWS_SHARED_CREDENTIALS_FILE=os.devnull,
    SAGEMAKER_CORE_ADMIN_CONFIG_OVERRIDE=os.devnull,
)

import pytest

import sagepath


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refuse(*_):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture
def installed():
    with sagepath.install_into_sdk() as installed:
        yield installed
