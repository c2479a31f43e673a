"""The area's long work, registered when the application is ready."""

from __future__ import annotations

from django.apps import AppConfig

IMPORT_JOB = "import"
AHEAD_JOB = "work ahead"
# Dotted names of functions that work ahead, which areas above add: what the first pages ask for, and what others do.
AFTER_PUBLISH: list[str] = []
WHEN_IDLE: list[str] = []


class IntakeConfig(AppConfig):
    name = "leitstern.app.intake"

    def ready(self) -> None:
        from leitstern.app.common import jobs
        from leitstern.app.intake.forgetting import FORGETS

        jobs.handles(IMPORT_JOB, "leitstern.app.intake.actions.work", "leitstern.app.intake.actions.again")
        jobs.handles(AHEAD_JOB, "leitstern.app.intake.ahead.work")
        jobs.tends("leitstern.app.intake.inbox.look_regularly")
        if (mine := "leitstern.app.intake.inbox.forget_files") not in FORGETS:
            FORGETS.append(mine)
