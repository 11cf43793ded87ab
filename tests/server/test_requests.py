"""What a client may send, and what it gets for it."""

import gzip
import json
import random

import pytest
from conftest import everything, status_of

RESOLVE = "/api/v1/resolve?framework=kmeans&region=us-east-1"


def request(path, *headers, method="GET"):
    lines = [f"{method} {path} HTTP/1.1", "Host: localhost", "Connection: close", *headers]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


def test_an_answer(server):
    status, headers, body = server.get(RESOLVE)
    assert (status, headers["content-type"]) == (200, "application/json")
    assert json.loads(body)["uri"] == "382416733822.dkr.ecr.us-east-1.amazonaws.com/kmeans:1"


def test_a_known_answer_is_not_sent_again(server):
    tag = server.get(RESOLVE)[1]["etag"]
    status, headers, body = server.get(RESOLVE, headers={"If-None-Match": tag})
    assert (status, headers["etag"], body) == (304, tag, b"")


def test_head(server):
    response = server.send(request(RESOLVE, method="HEAD"))
    head, body = response.split(b"\r\n\r\n", 1)
    assert status_of(response) == 200 and body == b""
    assert int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0]) > 100


def test_other_origins_may_read(server):
    _, headers, _ = server.get(RESOLVE, headers={"Origin": "https://example.org"})
    assert headers["access-control-allow-origin"] == "*"


def test_documents_are_compressed(server):
    plain = server.get("/api/v1/openapi.json")[2]
    _, headers, body = server.get("/api/v1/openapi.json", headers={"Accept-Encoding": "gzip"})
    assert headers["content-encoding"] == "gzip" and gzip.decompress(body) == plain
    _, headers, body = server.get("/api/v1/openapi.json", headers={"Accept-Encoding": "gzip, br"})
    assert headers["content-encoding"] == "br" and len(body) < len(plain) / 4


@pytest.mark.parametrize(
    "path",
    [
        "/../../../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc%2fpasswd",
        "/api/../../etc/passwd",
        "/api/v1/frameworks/..%2f..%2f..%2fetc%2fpasswd",
        "//etc/passwd",
        "/%00",
        "/api/v1/frameworks/%00",
        "http://localhost/etc/passwd",
    ],
)
def test_no_path_leads_out(server, path):
    response = server.send(request(path))
    assert status_of(response) in (400, 404), response
    assert b"root:" not in response


@pytest.mark.parametrize("encoded", ["%ff", "%c3%28", "%ed%a0%80", "%", "%zz", "%f"])
@pytest.mark.parametrize("name", ["framework", "path", "encoded-name"])
def test_bad_utf8_and_bad_escapes(server, encoded, name):
    path = {
        "framework": f"/api/v1/resolve?framework={encoded}&region=us-east-1",
        "path": f"/api/v1/frameworks/{encoded}",
        "encoded-name": f"/api/v1/resolve?{encoded}=1",
    }[name]
    status, _, body = server.get(path)
    assert status in (400, 404)
    assert json.loads(body)["code"] in ("malformed-encoding", "unknown-framework", "unknown-parameter")


@pytest.mark.parametrize(
    "data",
    [
        b"\x00" * 100,
        b"\xff\xfe\xfd\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /\xc3\x28 HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nBad Header: y\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        b"POST /api/v1/batch HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",  # the begin of a TLS handshake
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ],
)
def test_what_is_no_http_is_refused(server, data):
    with server.connect() as connection:
        connection.sendall(data)
        connection.shutdown(1)
        response = everything(connection)
    # Without a whole line there is nobody to answer.
    assert response == b"" or 400 <= status_of(response) < 600, response
    assert server.get("/healthz")[0] == 200


def test_random_bytes(server):
    random.seed(1)
    for _ in range(200):
        with server.connect() as connection:
            connection.sendall(random.randbytes(random.randrange(1, 400)) + b"\r\n\r\n")
            connection.shutdown(1)
            everything(connection)
    assert server.get("/healthz")[0] == 200


def test_a_flood_of_headers(server):
    many = [f"x-{number}: y" for number in range(200)]
    assert status_of(server.send(request(RESOLVE, *many))) == 431
    assert status_of(server.send(request(RESOLVE, "x-long: " + "y" * 20_000))) == 431
    assert status_of(server.send(request("/" + "a" * 20_000))) in (414, 431)
    # A few are nothing out of the ordinary.
    assert status_of(server.send(request(RESOLVE, *many[:50]))) == 200


def test_requests_on_one_connection(server):
    """One after the other, and several at once."""
    alive = request(RESOLVE).replace(b"Connection: close\r\n", b"")
    response = server.send(alive * 50 + request(RESOLVE))
    assert response.count(b"HTTP/1.1 200 OK") == 51
    assert response.count(b"dkr.ecr.us-east-1") == 51


def test_a_body_that_nobody_asked_for(server):
    data = request(RESOLVE, "Content-Length: 5") + b"hello"
    assert status_of(server.send(data)) == 200


def test_the_memory_is_not_a_flood_s_to_take(server):
    before = server.memory()
    for _ in range(50):
        server.send(request(RESOLVE, "x-long: " + "y" * 200_000))
    assert server.memory() - before < 16 << 20
