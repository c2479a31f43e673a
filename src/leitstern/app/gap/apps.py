"""What the area does when the application is ready: it offers to work ahead."""

from __future__ import annotations

from django.apps import AppConfig


class GapConfig(AppConfig):
    name = "leitstern.app.gap"

    def ready(self) -> None:
        from leitstern.app.gap.ahead import work_ahead
        from leitstern.app.intake.publishing import AFTER_PUBLISH

        AFTER_PUBLISH.append(work_ahead)
