"""Names in the description: areas may call their lists of choices alike, readers of the description may not mix them up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import ninja.openapi.schema
from ninja.schema import NinjaGenerateJsonSchema
from pydantic.json_schema import CoreRef

if TYPE_CHECKING:
    from pydantic.json_schema import CoreModeRef, DefsRef

CHOICES = re.compile(r"\bleitstern\.(?:\w+\.)*(\w+)\.(\w+)\.(\w+):")


class Named(NinjaGenerateJsonSchema):
    """Documents keep their names, which are unique; choices are called by area, module and name: AdoptionRungsPart."""

    def get_defs_ref(self, core_mode_ref: CoreModeRef) -> DefsRef:
        """The name of a type in the description."""
        ref, mode = core_mode_ref
        return super().get_defs_ref((CoreRef(CHOICES.sub(_qualified, ref)), mode))


def _qualified(found: re.Match[str]) -> str:
    area, module, name = found.groups()
    if module in {"api", "schemas"} or module.endswith("documents"):
        return found[0]
    words = "".join(part.title() for part in f"{area}_{module}".split("_"))
    return f"leitstern.{area}.{module}.{words}{name}:"


def name_by_area() -> None:
    """From now on descriptions are written like that. The framework asks for no generator of ours, so it is put in its place."""
    ninja.openapi.schema.NinjaGenerateJsonSchema = Named  # type: ignore[attr-defined]
