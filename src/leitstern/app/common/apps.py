"""The area's work, registered when the application is ready."""

from __future__ import annotations

from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "leitstern.app.common"

    def ready(self) -> None:
        from leitstern.app.common import jobs

        jobs.handles("wipe", "leitstern.app.common.wiping.wipe_again", "leitstern.app.common.wiping.anew")
