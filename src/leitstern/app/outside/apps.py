"""What the area does when the application is ready: it offers to work ahead."""

from __future__ import annotations

from django.apps import AppConfig

from leitstern.app.intake.apps import WHEN_IDLE


class OutsideConfig(AppConfig):
    name = "leitstern.app.outside"

    def ready(self) -> None:
        WHEN_IDLE.append("leitstern.app.outside.ahead.work_ahead")
