"""The server that is tested, and a plain client that sends whatever bytes a case wants."""

import os
import re
import socket
import subprocess
import urllib.error
import urllib.request

import pytest

SAGEPATH = os.environ["SAGEPATH"]


class Server:
    """`sagepath serve` on a free port."""

    def __init__(self, *options):
        self.process = subprocess.Popen(
            [SAGEPATH, "serve", "--listen", "127.0.0.1:0", *options],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.url = self.process.stdout.readline().strip()
        self.port = int(self.url.rsplit(":", 1)[1])

    def connect(self, timeout=30):
        return socket.create_connection(("127.0.0.1", self.port), timeout=timeout)

    def send(self, data):
        """Sends bytes, and reads until the server closes the connection."""
        with self.connect() as connection:
            try:
                connection.sendall(data)
            except (BrokenPipeError, ConnectionResetError):
                pass  # it may well close before it has read all of a flood
            return everything(connection)

    def get(self, path, method="GET", headers=None, body=None):
        """Asks politely: status, headers, body."""
        request = urllib.request.Request(self.url + path, method=method, headers=headers or {}, data=body)
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return response.status, response.headers, response.read()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read()

    def metric(self, name):
        """The value of a counter."""
        text = self.get("/metrics")[2].decode()
        return float(re.search(rf"^{re.escape(name)} (\S+)$", text, re.MULTILINE).group(1))

    def memory(self):
        """The bytes of memory that it holds."""
        with open(f"/proc/{self.process.pid}/status") as status:
            return int(re.search(r"VmRSS:\s+(\d+) kB", status.read()).group(1)) * 1024

    def stop(self):
        if self.process.poll() is None:
            self.process.kill()
        return self.process.communicate()


def everything(connection):
    """What comes until the end, which may be abrupt."""
    received = b""
    try:
        while piece := connection.recv(65536):
            received += piece
    except ConnectionResetError:
        pass
    return received


def status_of(response):
    """The status of a response in bytes."""
    return int(response.split(b" ", 2)[1])


@pytest.fixture(scope="session")
def server():
    server = Server()
    yield server
    assert server.process.poll() is None, f"the server ended by itself: {server.process.communicate()}"
    server.stop()


@pytest.fixture
def own_server():
    """Starts servers with options, for the cases that break them."""
    servers = []

    def start(*options):
        servers.append(Server(*options))
        return servers[-1]

    yield start
    for server in servers:
        server.stop()
