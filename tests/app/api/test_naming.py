"""A name in the description of the interface stands for one thing: what one area says is not checked against another's words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from ninja.openapi.schema import OpenAPISchema

from leitstern.app.api.api import api

if TYPE_CHECKING:
    import pytest


def test_every_name_stands_for_one_thing(monkeypatch: pytest.MonkeyPatch) -> None:
    said: dict[str, list[Any]] = defaultdict(list)
    add = OpenAPISchema.add_schema_definitions

    def hear(self: OpenAPISchema, definitions: dict[str, Any]) -> None:
        for name, what in definitions.items():
            if what not in said[name]:
                said[name].append(what)
        add(self, definitions)

    monkeypatch.setattr(OpenAPISchema, "add_schema_definitions", hear)
    schemas = api.get_openapi_schema()["components"]["schemas"]
    assert {name for name, there in said.items() if len(there) > 1} == set()
    assert schemas["IncentivesFiguresPart"]["enum"] == ["satisfaction", "loyalty", "experience"]
    assert {"Number", "Problem", "GapOut"} <= schemas.keys()
