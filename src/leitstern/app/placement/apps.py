"""What the area does when the application is ready: it tells the areas below which assumptions are in force."""

from __future__ import annotations

from django.apps import AppConfig

from leitstern.app.evidence.assumed import REGISTER


class PlacementConfig(AppConfig):
    name = "leitstern.app.placement"

    def ready(self) -> None:
        from leitstern.app.placement.assumed import assumptions

        REGISTER.append(assumptions)
