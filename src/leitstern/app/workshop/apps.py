"""The area's regular work, registered when the application is ready."""

from __future__ import annotations

from django.apps import AppConfig


class WorkshopConfig(AppConfig):
    name = "leitstern.app.workshop"

    def ready(self) -> None:
        from leitstern.app.common import jobs

        jobs.tends("leitstern.app.workshop.closing.close_left_open")
