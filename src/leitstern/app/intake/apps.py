"""The area's long work, registered when the application is ready."""

from __future__ import annotations

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "leitstern.app.intake"

    def ready(self) -> None:
        from leitstern.app.common import jobs
        from leitstern.app.intake.actions import work
        from leitstern.app.intake.performing import IMPORT_JOB

        jobs.handles(IMPORT_JOB, work)
