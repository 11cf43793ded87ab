"""Connections that are slow, silent, too many, or open when the server is told to stop."""

import signal
import time

import pytest
from conftest import everything, status_of

RESOLVE = b"GET /api/v1/resolve?framework=kmeans&region=us-east-1 HTTP/1.1\r\nHost: localhost\r\n"


def test_a_client_that_sends_its_headers_slowly_is_cut_off(own_server):
    server = own_server("--patience", "1")
    with server.connect() as connection:
        start = time.monotonic()
        with pytest.raises((BrokenPipeError, ConnectionResetError)):
            for byte in (RESOLVE + b"x-padding: " + b"y" * 1000):
                connection.sendall(bytes([byte]))
                time.sleep(0.02)
                assert time.monotonic() - start < 15, "it was let go on"
    assert server.get("/healthz")[0] == 200


def test_a_client_that_says_nothing_is_cut_off(own_server):
    server = own_server("--patience", "1")
    with server.connect() as silent, server.connect() as idle:
        idle.sendall(RESOLVE + b"\r\n")
        assert status_of(idle.recv(65536)) == 200
        assert everything(silent) == b"" and everything(idle) == b""


def test_one_connection_too_many_is_told_so(own_server):
    server = own_server("--max-connections", "3")
    connections = [server.connect() for _ in range(3)]
    for connection in connections:
        connection.sendall(RESOLVE + b"\r\n")
        assert status_of(connection.recv(65536)) == 200
    with server.connect() as one_more:
        refusal = everything(one_more)
    assert status_of(refusal) == 503 and b"retry-after: 1" in refusal
    head, body = refusal.split(b"\r\n\r\n", 1)
    assert f"content-length: {len(body)}".encode() in head
    # A place that is free again is taken again.
    connections.pop().close()
    deadline = time.monotonic() + 10
    while server.get("/healthz")[0] != 200:
        assert time.monotonic() < deadline
    assert server.metric("sagepath_http_refused_connections_total") >= 1
    for connection in connections:
        connection.close()


def test_a_client_that_does_not_read_is_cut_off_and_takes_no_memory(own_server):
    server = own_server("--max-body", str(1 << 30), "--patience", "2")
    before = server.memory()
    question = b'{"framework": "nothing", "region": "us-east-1"}\n' * 1000
    with server.connect() as connection:
        connection.sendall(
            b"POST /api/v1/batch HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n" % (1 << 29)
        )
        sent = 0
        with pytest.raises((BrokenPipeError, ConnectionResetError)):
            while sent < 256 << 20:
                sent += connection.send(question)
                assert server.memory() - before < 16 << 20
    assert server.get("/healthz")[0] == 200


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_a_request_that_runs_may_end_after_the_signal(own_server, sent):
    server = own_server()
    with server.connect() as running, server.connect() as idle:
        running.sendall(
            b"POST /api/v1/batch HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
            b'2f\r\n{"framework": "kmeans", "region": "us-east-1"}\n\r\n'
        )
        received = b""
        while b"kmeans:1" not in received:
            received += running.recv(65536)
        server.process.send_signal(sent)
        # Who has nothing running is let go at once, and nobody new is let in.
        assert everything(idle) == b""
        with pytest.raises(ConnectionRefusedError):
            server.connect()
        running.sendall(b'2f\r\n{"framework": "kmeans", "region": "eu-west-1"}\n\r\n0\r\n\r\n')
        received += everything(running)
    assert b"eu-west-1" in received and received.endswith(b"0\r\n\r\n")
    assert server.process.wait(10) == 0


def test_a_request_that_does_not_end_is_cut_off(own_server):
    server = own_server("--grace", "1")
    with server.connect() as running:
        running.sendall(b"POST /api/v1/batch HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{}\n")
        assert status_of(running.recv(65536)) == 200
        start = time.monotonic()
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(10) == 0
        assert time.monotonic() - start >= 0.9


def test_a_second_signal_ends_it_at_once(own_server):
    server = own_server("--grace", "60")
    with server.connect() as running:
        running.sendall(b"POST /api/v1/batch HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{}\n")
        assert status_of(running.recv(65536)) == 200
        server.process.send_signal(signal.SIGTERM)
        with pytest.raises(ConnectionRefusedError):
            while True:
                server.connect().close()
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(10) == 0


def test_an_address_that_is_taken(own_server):
    import subprocess

    from conftest import SAGEPATH

    server = own_server()
    second = subprocess.run(
        [SAGEPATH, "serve", "--listen", f"127.0.0.1:{server.port}"], capture_output=True, text=True, timeout=30
    )
    assert (second.returncode, second.stdout) == (2, "")
    assert "cannot serve on" in second.stderr and "hint:" in second.stderr


def test_the_log_is_json_on_request(own_server):
    import json

    server = own_server("--log-format", "json", "--log-requests")
    server.get("/api/v1/resolve?framework=kmeans&region=us-east-1")
    server.process.send_signal(signal.SIGTERM)
    _, log = server.process.communicate(timeout=10)
    entries = [json.loads(line) for line in log.splitlines()]
    request = next(entry for entry in entries if entry["message"] == "request")
    assert (request["path"], request["status"], request["method"]) == ("/api/v1/resolve", 200, "GET")
    assert [entry["message"] for entry in entries][0::2] == ["listening", "stopping"]
