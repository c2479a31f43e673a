"""What the area does when the application is ready: it offers to work ahead."""

from __future__ import annotations

from django.apps import AppConfig

from leitstern.app.intake.apps import WHEN_IDLE


class LanesConfig(AppConfig):
    name = "leitstern.app.lanes"

    def ready(self) -> None:
        WHEN_IDLE.append("leitstern.app.lanes.queries.lanes")
