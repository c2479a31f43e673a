"""The area's regular work, registered when the application is ready."""

from __future__ import annotations

from django.apps import AppConfig


class WatchConfig(AppConfig):
    name = "leitstern.app.watch"

    def ready(self) -> None:
        from leitstern.app.common import jobs

        jobs.tends("leitstern.app.watch.sounding.look_daily")
