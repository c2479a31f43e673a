"""The area's long work, registered when the application is ready."""

from __future__ import annotations

from django.apps import AppConfig

IMPORT_JOB = "import"


class IntakeConfig(AppConfig):
    name = "leitstern.app.intake"

    def ready(self) -> None:
        from leitstern.app.common import jobs
        from leitstern.app.intake.forgetting import FORGETS

        jobs.handles(IMPORT_JOB, "leitstern.app.intake.actions.work", "leitstern.app.intake.actions.again")
        jobs.tends("leitstern.app.intake.inbox.look_regularly")
        if (mine := "leitstern.app.intake.inbox.forget_files") not in FORGETS:
            FORGETS.append(mine)
