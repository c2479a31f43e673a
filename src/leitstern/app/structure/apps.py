"""What the register knows of units is told wherever units are named."""

from __future__ import annotations

from django.apps import AppConfig


class StructureConfig(AppConfig):
    name = "leitstern.app.structure"

    def ready(self) -> None:
        from leitstern.app.company.former import also_names
        from leitstern.app.structure.kept_units import named

        also_names(named)
