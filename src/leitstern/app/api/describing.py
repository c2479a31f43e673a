"""What holds for all operations is told once, in the description (OpenAPI): pages, ETags, keys, problem documents."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from leitstern.app.api.once import HEADER, LONGEST
from leitstern.app.api.paging import MOST
from leitstern.app.api.problems import PROBLEM

if TYPE_CHECKING:
    from ninja.openapi.schema import OpenAPISchema

LIMIT = {
    "in": "query",
    "name": "limit",
    "required": False,
    "schema": {"type": "integer", "minimum": 1, "maximum": MOST, "default": MOST},
    "description": "Items of a page.",
}
CURSOR = {
    "in": "query",
    "name": "cursor",
    "required": False,
    "schema": {"type": "string", "maxLength": 100},
    "description": "Where the page begins: as in the address the page before names in its header `Link`.",
}
LINK = {
    "schema": {"type": "string"},
    "description": 'The next page, as `<address>; rel="next"`; absent on the last one.',
}
KNOWN = {
    "in": "header",
    "name": "If-None-Match",
    "required": False,
    "schema": {"type": "string"},
    "description": "The `ETag` of what is there already; if nothing changed, 304 without content.",
}
ETAG = {"schema": {"type": "string"}, "description": "Changes with the content."}
KEY = {
    "in": "header",
    "name": HEADER,
    "required": False,
    "schema": {"type": "string", "maxLength": LONGEST},
    "description": "Asked again under the same key within a day, it is done once and answered again "
    "(`Idempotent-Replayed: true`). Something else under the key is refused.",
}


def describe(schema: OpenAPISchema) -> None:
    """Tell it of every operation."""
    for operations in schema["paths"].values():
        for method, operation in operations.items():
            _refusals(operation)
            if method == "get":
                _reading(operation)
            else:
                own = [each for each in operation.get("parameters", []) if each["name"] != HEADER]
                operation["parameters"] = [*own, KEY]


def _refusals(operation: dict[str, Any]) -> None:
    for status, response in operation["responses"].items():
        if int(status) >= HTTPStatus.BAD_REQUEST:
            response["content"] = {PROBLEM: response["content"]["application/json"]}


def _reading(operation: dict[str, Any]) -> None:
    found = operation["responses"].get(HTTPStatus.OK)
    if found is None:
        return
    found["headers"] = {"ETag": ETAG}
    operation["responses"][HTTPStatus.NOT_MODIFIED] = {"description": "Nothing changed"}
    operation["parameters"] = [*operation.get("parameters", []), KNOWN]
    if found.get("content", {}).get("application/json", {}).get("schema", {}).get("type") == "array":
        operation["parameters"] += [LIMIT, CURSOR]
        found["headers"]["Link"] = LINK
