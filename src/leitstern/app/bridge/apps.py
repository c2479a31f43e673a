"""What the area does when the application is ready: it notes which gaps a new state shows."""

from __future__ import annotations

from django.apps import AppConfig

from leitstern.app.intake.apps import AFTER_PUBLISH


class BridgeConfig(AppConfig):
    name = "leitstern.app.bridge"

    def ready(self) -> None:
        AFTER_PUBLISH.append("leitstern.app.bridge.known.note_gaps")
