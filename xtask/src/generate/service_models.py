"""Prints what botocore's models say of the operations that a file names, as one JSON document.

    service_models.py OPERATIONS

Members keep the order of the model. Shapes are those that the operations reach, by name.
"""

import json
import sys

import botocore
import botocore.session

LOCATIONS = {"header": "header", "headers": "headers", "uri": "uri", "querystring": "query", "statusCode": "status"}


def main(path):
    wanted = {}
    for line in open(path, encoding="utf-8"):
        words = line.split("#")[0].split()
        if words:
            wanted.setdefault(words[0], []).append(words[1])
    session = botocore.session.get_session()
    services = [service(session, name, operations) for name, operations in wanted.items()]
    json.dump({"version": botocore.__version__, "services": services}, sys.stdout)


def service(session, name, operations):
    model = session.get_service_model(name)
    paginators = session.get_paginator_model(name)
    shapes = {}
    found = [operation(model, paginators, each, shapes) for each in operations]
    metadata = model.metadata
    return {
        "name": name,
        "id": metadata["serviceId"],
        "version": metadata["apiVersion"],
        "endpoint_prefix": metadata["endpointPrefix"],
        "signing_name": metadata.get("signingName", metadata["endpointPrefix"]),
        "protocol": metadata["protocol"],
        "json_version": metadata.get("jsonVersion"),
        "target_prefix": metadata.get("targetPrefix"),
        "operations": found,
        "shapes": [shapes[each] for each in sorted(shapes)],
    }


def operation(model, paginators, name, shapes):
    operation = model.operation_model(name)
    try:
        pages = paginators.get_paginator(name)
    except ValueError:
        pages = None
    for each in [operation.input_shape, operation.output_shape, *operation.error_shapes]:
        reach(each, shapes)
    return {
        "name": name,
        "method": operation.http["method"],
        "path": operation.http["requestUri"],
        "is_signed": operation.auth_type != "none",
        "input": operation.input_shape.name if operation.input_shape else None,
        "output": operation.output_shape.name if operation.output_shape else None,
        "errors": [error.name for error in operation.error_shapes],
        "pages": pages and {
            "input_token": only(pages["input_token"]),
            "output_token": only(pages["output_token"]),
            "limit": pages.get("limit_key"),
            "items": all_of(pages["result_key"]),
        },
    }


def only(words):
    """The one word of a list, or the word itself."""
    (word,) = all_of(words)
    return word


def all_of(words):
    return words if isinstance(words, list) else [words]


def reach(shape, shapes):
    if shape is None or shape.name in shapes:
        return
    kind = shape.type_name
    record = shapes[shape.name] = {"name": shape.name, "kind": kind}
    limits = shape.metadata
    record.update(min=limits.get("min"), max=limits.get("max"), pattern=limits.get("pattern"))
    if kind == "structure":
        payload = shape.serialization.get("payload")
        record["members"] = [member(shape, name, payload) for name in shape.members]
        record["is_error"] = bool(limits.get("exception"))
        record["is_event_stream"] = bool(shape.serialization.get("eventstream"))
        for each in shape.members.values():
            reach(each, shapes)
    elif kind == "list":
        record["item"] = shape.member.name
        reach(shape.member, shapes)
    elif kind == "map":
        record.update(key=shape.key.name, value=shape.value.name)
        reach(shape.key, shapes)
        reach(shape.value, shapes)
    elif kind == "string":
        record["choices"] = list(getattr(shape, "enum", []))


def member(shape, name, payload):
    its = shape.members[name]
    location = its.serialization.get("location")
    location_name = its.serialization.get("name", name)
    # What stands in a body is called as its field is, and lists in forms are not flat: nothing else is written there.
    assert location or location_name == name, (shape.name, name, location_name)
    assert not its.serialization.get("flattened"), (shape.name, name)
    return {
        "name": name,
        "shape": its.name,
        "is_required": name in shape.required_members,
        "location": "payload" if name == payload else LOCATIONS.get(location),
        "location_name": location_name,
    }


main(sys.argv[1])
