"""moto in place of AWS, and the command that talks to it."""

import logging
import os
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request

import boto3
from moto.server import ThreadedMotoServer

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "examples"))

import world  # noqa: E402

REGION = "us-east-1"
ROLE = "arn:aws:iam::123456789012:role/SageMakerRole"


class Standin(unittest.TestCase):
    """Tests with a moto of their own, which is empty when a test begins."""

    @classmethod
    def setUpClass(cls):
        world.make_whole()
        logging.getLogger("werkzeug").setLevel(logging.ERROR)
        cls.server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
        cls.server.start()
        cls.addClassCleanup(cls.server.stop)
        host, port = cls.server.get_host_and_port()
        cls.url = f"http://{host}:{port}"

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        urllib.request.urlopen(f"{self.url}/moto-api/reset", data=b"", timeout=10).close()

    def client(self, service):
        """boto3, of the same user."""
        return boto3.client(
            service,
            region_name=REGION,
            endpoint_url=self.url,
            aws_access_key_id="testing",
            aws_secret_access_key="testing",
        )

    def write_log(self, group, stream, lines):
        logs = self.client("logs")
        logs.create_log_group(logGroupName=group)
        logs.create_log_stream(logGroupName=group, logStreamName=stream)
        now = int(time.time() * 1000)
        events = [{"timestamp": now + number, "message": line} for number, line in enumerate(lines)]
        logs.put_log_events(logGroupName=group, logStreamName=stream, logEvents=events)

    def environment(self):
        folder = os.path.dirname(os.environ["SAGEPATH"])
        return {
            "PATH": os.pathsep.join([folder, os.environ["PATH"]]),
            "HOME": self.folder.name,
            "AWS_ACCESS_KEY_ID": "testing",
            "AWS_SECRET_ACCESS_KEY": "testing",
            "AWS_REGION": REGION,
            "AWS_ENDPOINT_URL": self.url,
            "AWS_EC2_METADATA_DISABLED": "true",
            "NO_COLOR": "1",
        }

    def run_command(self, *arguments, status=0, stdin=None, session=False):
        """Runs the command, which must end with this status, and gives what it prints; in a session without a terminal."""
        command = [os.environ["SAGEPATH"], *arguments]
        done = subprocess.run(
            command,
            cwd=self.folder.name,
            env=self.environment(),
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            start_new_session=session,
        )
        self.assertEqual(done.returncode, status, f"{arguments}: {done.stdout}{done.stderr}")
        self.said = done.stderr
        return done.stdout
