"""What the area does when the application is ready: it offers to work ahead."""

from __future__ import annotations

from django.apps import AppConfig

from leitstern.app.intake.apps import AFTER_PUBLISH


class SiloConfig(AppConfig):
    name = "leitstern.app.silo"

    def ready(self) -> None:
        AFTER_PUBLISH.append("leitstern.app.silo.handing.work_ahead")
