"""The area's long work, registered when the application is ready."""

from __future__ import annotations

from django.apps import AppConfig

PLAN_JOB = "plan roadmap"


class ProgrammeConfig(AppConfig):
    name = "leitstern.app.programme"

    def ready(self) -> None:
        from leitstern.app.common import jobs

        jobs.handles(PLAN_JOB, "leitstern.app.programme.planning.work")
