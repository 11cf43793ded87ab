"""Compares sagepath-api with botocore over requests that are made from botocore's model.

    made_requests.py JUDGE OPERATIONS
"""

import copy
import json
import random
import subprocess
import sys
import urllib.parse
from collections import Counter

import boto3
import botocore.awsrequest
import botocore.session
from botocore.config import Config
from botocore.validate import ParamValidator

import strings

# As deep as requests go, and how many right ones are made for each operation.
DEEPEST = 9
RIGHT = 12

# What botocore's validator checks; of lengths and ranges, minima only.
CHECKED = {"missing-field", "unknown-field", "wrong-type"}


class Maker:
    """Makes right values of shapes."""

    def __init__(self, seed, share):
        self.random = random.Random(seed)
        # How likely an optional field is there.
        self.share = share

    def value(self, shape, depth=0):
        """A right value; None if none can be made."""
        kind = shape.type_name
        least, most = bounds(shape)
        if kind == "structure":
            made = {}
            for name, member in shape.members.items():
                is_required = name in shape.required_members
                if not is_required and (depth > DEEPEST or self.random.random() > self.share):
                    continue
                value = self.value(member, depth + 1)
                if value is None and is_required:
                    return None
                if value is not None:
                    made[name] = value
            return made
        if kind == "list":
            item = self.value(shape.member, depth + 1)
            count = max(least, 1)
            return None if item is None else [copy.deepcopy(item) for _ in range(count)]
        if kind == "map":
            key, value = self.value(shape.key, depth + 1), self.value(shape.value, depth + 1)
            if least > 1 or key is None or value is None:
                return None
            return {key: value}
        if kind == "string":
            return self.string(shape, least, most)
        if kind in ("integer", "long"):
            return self.random.randint(max(least, 0), min(most, max(least, 0) + 50))
        if kind in ("float", "double"):
            return float(least) + 0.5 if least + 0.5 <= most else float(least)
        return {"boolean": True, "timestamp": "2026-01-31T08:00:00Z", "blob": "AAEC"}[kind]

    def string(self, shape, least, most):
        if shape.enum:
            return self.random.choice(shape.enum)
        if "pattern" in shape.metadata:
            return strings.matching(shape.metadata["pattern"], least, most, self.random)
        return "a" * max(least, 1) if most >= 1 else ""


def bounds(shape):
    least, most = shape.metadata.get("min"), shape.metadata.get("max")
    if shape.type_name in ("string", "list", "map"):
        return least or 0, 10**9 if most is None else most
    return -(10**9) if least is None else least, 10**9 if most is None else most


def places(shape, value, path=()):
    """All places of a value, with their shapes."""
    yield path, shape, value
    kind = shape.type_name
    if kind == "structure":
        for name, inner in value.items():
            yield from places(shape.members[name], inner, (*path, name))
    elif kind == "list":
        yield from places(shape.member, value[0], (*path, 0))
    elif kind == "map":
        for key, inner in value.items():
            yield from places(shape.value, inner, (*path, key))


def breaks(shape, value):
    """Values that are wrong in one way: the way, what is added to the path, and the value."""
    kind = shape.type_name
    least, most = shape.metadata.get("min"), shape.metadata.get("max")
    wrong = {"structure": "x", "list": "x", "map": "x", "string": 7, "boolean": "x", "timestamp": []}.get(kind, "x")
    if kind != "blob":
        yield "wrong-type", (), wrong
        yield "wrong-type", (), None
    if kind == "structure":
        yield "unknown-field", ("Nonsense",), {**value, "Nonsense": 1}
        for name in shape.required_members:
            if name in value:
                yield "missing-field", (name,), {key: inner for key, inner in value.items() if key != name}
    if kind == "list" and value:
        if least:
            yield "length", (), value[:1] * (least - 1)
        if most is not None and most <= 200:
            yield "length", (), value[:1] * (most + 1)
    if kind in ("integer", "long", "float"):
        if least is not None:
            yield "range", (), least - 1
        if most is not None:
            yield "range", (), most + 1
        yield "wrong-type", (), True
    if kind == "string":
        if shape.enum:
            yield "choice", (), "Nonsense"
            return
        if least:
            yield "length", (), "a" * (least - 1)
        if most is not None and most <= 20_000:
            yield "length", (), "a" * (most + 1)
        if "pattern" in shape.metadata:
            broken = strings.breaking(shape.metadata["pattern"], *bounds(shape))
            if broken is not None:
                yield "pattern", (), broken


def replaced(request, path, value):
    request = copy.deepcopy(request)
    if not path:
        return value
    place = request
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return request


def pointer(path):
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def value_at(request, place):
    """What stands at a JSON pointer; None if nothing does."""
    for step in place.split("/")[1:]:
        key = step.replace("~1", "/").replace("~0", "~")
        try:
            request = request[int(key)] if isinstance(request, list) else request[key]
        except (KeyError, TypeError):
            return None
    return request


def expected_of_botocore(shape, request):
    """What botocore's validator says, in our words; None where it does not go on."""
    found = set()
    for reason, name, more in ParamValidator().validate(request, shape)._errors:
        path = "/" + name.lstrip(".").replace("[", ".").replace("]", "").replace("..", ".").replace(".", "/") if name else ""
        if reason == "missing required field":
            found.add(("missing-field", f"{path}/{more['required_name']}"))
        elif reason == "unknown field":
            found.add(("unknown-field", f"{path}/{more['unknown_param']}"))
        elif reason == "invalid type":
            found.add(("wrong-type", path))
        elif reason == "invalid range":
            found.add(("range", path))
        elif reason == "invalid length":
            found.add(("length", path))
        else:
            found.add((reason, path))
    return found


def bytes_field(shape):
    """The field whose bytes are the body, if there is one."""
    payload = shape.serialization.get("payload")
    return payload if payload and shape.members[payload].type_name == "blob" else None


def questions(session, operations):
    """All requests: operation, input, and the one thing that is wrong with it, if one is."""
    for service, name in operations:
        shape = session.get_service_model(service).operation_model(name).input_shape
        payload = bytes_field(shape)
        for seed in range(RIGHT):
            share = 1 if seed == 0 else seed / RIGHT
            request = Maker(f"{name} {seed}", share).value(shape)
            if request is None:
                raise SystemExit(f"{name}: no request can be made")
            yield service, name, shape, request, None
            if seed != 0:
                continue
            for path, inner, value in places(shape, request):
                if payload and path[:1] == (payload,):
                    continue
                for way, more, broken in breaks(inner, value):
                    changed = replaced(request, path, broken)
                    yield service, name, shape, changed, (way, pointer((*path, *more)))


class Caught:
    """Takes boto3's requests before they are sent."""

    def __init__(self):
        self.clients = {}
        self.last = None

    def request(self, service, operation, parameters):
        client = self.clients.get(service)
        if client is None:
            client = boto3.client(
                service,
                region_name="us-east-1",
                aws_access_key_id="x",
                aws_secret_access_key="x",
                config=Config(retries={"max_attempts": 0}, s3={"addressing_style": "path"}),
            )
            client.meta.events.register("before-send", self.keep)
            self.clients[service] = client
        try:
            getattr(client, botocore.xform_name(operation))(**parameters)
        except Exception:
            # The answer is empty, which not every operation takes; what was to be sent is what counts.
            if self.last is None:
                raise
        last, self.last = self.last, None
        return last

    def keep(self, request, **_):
        self.last = request
        return botocore.awsrequest.AWSResponse(request.url, 200, {}, Empty())


class Empty:
    def stream(self, *_args, **_more):
        yield b"{}"


def main(judge, operations_file):
    session = botocore.session.get_session()
    lines = [line.split("#")[0].split() for line in open(operations_file, encoding="utf-8")]
    operations = [words for words in lines if words]
    asked = list(questions(session, operations))
    payloads = []
    stream = []
    for _, name, shape, request, _ in asked:
        payload = bytes_field(shape)
        body = request.get(payload, "") if payload and isinstance(request, dict) else ""
        payloads.append(body)
        stream.append(json.dumps({"operation": name, "input": request, "payload": body}))
    run = subprocess.run([judge], input="\n".join(stream), capture_output=True, text=True, check=True)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(answers) == len(asked), (len(answers), len(asked))
    caught = Caught()
    counts, failures = Counter(), []
    for (service, name, shape, request, broken), answer in zip(asked, answers):
        found = {tuple(violation) for violation in answer["violations"]}
        counts[broken[0] if broken else "right"] += 1
        by_botocore = expected_of_botocore(shape, request)
        # A right request has nothing wrong, a broken one exactly what was broken.
        wanted = {broken} if broken else set()
        if found != wanted:
            failures.append((name, broken, sorted(found), request))
        # What botocore finds must be found, and what it checks and does not find must not.
        # For Python, and so for botocore, truth is a whole number.
        if broken and value_at(request, broken[1]) is True and broken[0] == "wrong-type":
            continue
        if not by_botocore <= found or {one for one in found - by_botocore if one[0] in CHECKED}:
            failures.append((name, "botocore", sorted(by_botocore), sorted(found)))
        if broken is None:
            difference = compare(caught.request(service, name, request), answer["sent"], bytes_field(shape))
            counts["sent"] += 1
            if difference:
                failures.append((name, "wire", difference, request))
    for failure in failures[:20]:
        print(*(json.dumps(part)[:600] for part in failure), sep="\n    ")
    print(", ".join(f"{count} {what}" for what, count in sorted(counts.items())))
    if failures:
        raise SystemExit(f"{len(failures)} differences")


def compare(theirs, ours, is_bytes):
    """How two requests differ, but for host, date and signature."""
    own = {"host", "user-agent", "x-amz-date", "x-amz-content-sha256", "authorization", "content-length", "amz-sdk-invocation-id", "amz-sdk-request"}
    headers = {name.lower(): text(value) for name, value in theirs.headers.items()}
    headers = {name: value for name, value in headers.items() if name not in own}
    our_headers = {name.lower(): value for name, value in ours["headers"]}
    path = "/" + theirs.url.split("/", 3)[3]
    body, our_body = text(theirs.body or b""), ours["body"]
    if "json" in headers.get("content-type", "") and not is_bytes:
        body, our_body = json.loads(body), json.loads(our_body)
    elif "form" in headers.get("content-type", ""):
        # A blank is a plus to one, and %20 to the other.
        body, our_body = (urllib.parse.parse_qsl(form, keep_blank_values=True) for form in (body, our_body))
    pairs = {
        "method": (theirs.method, ours["method"]),
        "path": (path, ours["path"] + ("?" + ours["query"] if ours["query"] else "")),
        "headers": (headers, our_headers),
        "body": (body, our_body),
    }
    return {what: pair for what, pair in pairs.items() if pair[0] != pair[1]}


def text(value):
    return value.decode() if isinstance(value, bytes) else value


main(*sys.argv[1:])
