"""The API's own description: OpenAPI 3.1, made from the types of what it takes and gives."""

import json
import re
from functools import cache
from typing import Any

from areasend.opendata.api.fields import meaning
from areasend.opendata.api.operations import api
from areasend.opendata.api.problems import TYPE

#: Where the API lies; a change that breaks what somebody built gets another number.
ROOT = "api/v1/"
_NAMED = re.compile(r"#/components/schemas/(\w+)")
_MODULE = "areasend_opendata_api_operations_"
_TAG = {"description": "The state of the record and of this answer.", "schema": {"type": "string"}}
_RETRY = {"description": "Seconds until one may ask again.", "schema": {"type": "integer"}}


@cache
def openapi() -> dict[str, Any]:
    """Return the description as plain data."""
    made: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix=ROOT)))
    for path in made["paths"].values():
        path["get"]["operationId"] = path["get"]["operationId"].removeprefix(_MODULE)
        for status, reply in path["get"]["responses"].items():
            _complete(status, reply)
        path["get"]["responses"]["304"] = {"description": "Unchanged since your `If-None-Match`."}
    # What is asked stands with each address already.
    named, schemas = set(_NAMED.findall(json.dumps(made))), made["components"]["schemas"]
    made["components"]["schemas"] = {name: schemas[name] for name in schemas if name in named}
    for answer, schema in made["components"]["schemas"].items():
        for name, held in schema.get("properties", {}).items():
            held["description"] = meaning(answer, name)
    return made


def choices(schema: dict[str, Any]) -> list[str]:
    """Return the words among which a parameter chooses, by its schema; none where it is free."""
    within: dict[str, Any] = schema.get("allOf", [schema])[0]
    return list(within.get("enum", ()))


def _complete(status: str, reply: dict[str, Any]) -> None:
    """Say what the types cannot: the kind of content of a problem, and our headers."""
    if status == "200":
        reply["headers"] = {"ETag": _TAG}
        return
    reply["content"] = {TYPE: reply["content"]["application/json"]}
    if status in ("429", "503"):
        reply["headers"] = {"Retry-After": _RETRY}
