"""What the area does when the application is ready: it offers to work ahead."""

from __future__ import annotations

from django.apps import AppConfig

from leitstern.app.intake.apps import WHEN_IDLE


class ValueConfig(AppConfig):
    name = "leitstern.app.value"

    def ready(self) -> None:
        WHEN_IDLE.append("leitstern.app.value.ahead.work_ahead")
