"""The interface's regular work, and how it forgets a customer, registered when the application is ready."""

from __future__ import annotations

from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "leitstern.app.api"

    def ready(self) -> None:
        from leitstern.app.common import jobs
        from leitstern.app.intake.forgetting import FORGETS

        jobs.tends("leitstern.app.api.once.drop_old")
        if (mine := "leitstern.app.api.once.forget") not in FORGETS:
            FORGETS.append(mine)
