"""The area's regular work, and how it forgets a customer, registered when the application is ready."""

from __future__ import annotations

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "leitstern.app.desk"

    def ready(self) -> None:
        from leitstern.app.common import jobs
        from leitstern.app.intake.forgetting import FORGETS

        jobs.tends("leitstern.app.desk.counting.count_some")
        if (mine := "leitstern.app.desk.forgetting.forget") not in FORGETS:
            FORGETS.append(mine)
