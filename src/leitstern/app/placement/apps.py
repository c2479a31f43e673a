"""What the area does when the application is ready: it offers to work ahead, and tells the areas below which
assumptions are in force."""

from __future__ import annotations

from django.apps import AppConfig

from leitstern.app.evidence.assumed import REGISTER
from leitstern.app.intake.apps import AFTER_PUBLISH


class PlacementConfig(AppConfig):
    name = "leitstern.app.placement"

    def ready(self) -> None:
        from leitstern.app.placement.assumed import assumptions

        REGISTER.append(assumptions)
        AFTER_PUBLISH.append("leitstern.app.placement.ahead.work_ahead")
