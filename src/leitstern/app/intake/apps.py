"""The area's long work, registered when the application is ready."""

from __future__ import annotations

from django.apps import AppConfig

IMPORT_JOB = "import"


class IntakeConfig(AppConfig):
    name = "leitstern.app.intake"

    def ready(self) -> None:
        from leitstern.app.common import jobs

        jobs.handles(IMPORT_JOB, "leitstern.app.intake.actions.work")
