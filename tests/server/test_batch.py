"""Batches: JSON Lines both ways."""

import json
import subprocess

from conftest import SAGEPATH, everything, status_of

QUESTION = b'{"framework": "kmeans", "region": "us-east-1"}\n'


def chunk(data):
    return b"%x\r\n%s\r\n" % (len(data), data)


def begin(*headers):
    lines = [b"POST /api/v1/batch HTTP/1.1", b"Host: localhost", b"Connection: close", *headers, b"", b""]
    return b"\r\n".join(lines)


def test_the_answers_are_those_of_the_command(server):
    regions = ["us-east-1", "eu-west-1", "mars-1", "cn-north-1"]
    lines = [json.dumps({"framework": "kmeans", "region": regions[number % 4]}) for number in range(20_000)]
    questions = "\n".join([*lines, "nonsense", "", "{"]).encode()
    expected = subprocess.run([SAGEPATH, "batch"], input=questions, capture_output=True, check=True).stdout
    status, headers, answers = server.get("/api/v1/batch", method="POST", body=questions)
    assert (status, headers["content-type"]) == (200, "application/x-ndjson")
    assert answers == expected and answers.count(b"\n") == 20_002


def test_an_answer_comes_before_the_next_question(server):
    with server.connect() as connection:
        connection.sendall(begin(b"Transfer-Encoding: chunked"))
        received = b""
        for number in range(1, 6):
            connection.sendall(chunk(QUESTION))
            while received.count(b"kmeans:1") < number:
                piece = connection.recv(65536)
                assert piece, received
                received += piece
        connection.sendall(b"0\r\n\r\n")
        received += everything(connection)
    assert status_of(received) == 200 and received.endswith(b"0\r\n\r\n")


def test_a_body_that_says_that_it_is_too_large(server):
    response = server.send(begin(b"Content-Length: %d" % (1 << 40)))
    assert status_of(response) == 413 and b"body-too-large" in response


def test_a_body_that_grows_too_large(own_server):
    server = own_server("--max-body", "1000000")
    piece = chunk(b"\n" * 65536)
    response = server.send(begin(b"Transfer-Encoding: chunked") + piece * 20 + b"0\r\n\r\n")
    assert status_of(response) == 200 and b"larger than 1000000 bytes" in response
    assert server.get("/healthz")[0] == 200


def test_a_body_that_breaks_off(server):
    for data in [b"5\r\nab", b"zz\r\n", chunk(QUESTION) + b"-1\r\n"]:
        with server.connect() as connection:
            connection.sendall(begin(b"Transfer-Encoding: chunked") + data)
            connection.shutdown(1)
            everything(connection)
    assert server.get("/healthz")[0] == 200


def test_a_line_without_end(server):
    before = server.memory()
    with server.connect() as connection:
        connection.sendall(begin(b"Content-Length: %d" % (32 << 20)))
        connection.sendall(b" " * (32 << 20))
        response = everything(connection)
    assert response.count(b"longer than") == 1
    assert server.memory() - before < 16 << 20


def test_bad_utf8_is_a_line_like_any_other(server):
    answers = server.get("/api/v1/batch", method="POST", body=b'{"framework": "\xff"}\n' + QUESTION)[2]
    first, second = answers.splitlines()
    assert json.loads(first)["error"]["code"] == "malformed-query"
    assert json.loads(second)["tag"] == "1"
