"""The area's regular work, registered when the application is ready."""

from __future__ import annotations

from django.apps import AppConfig


class WindowConfig(AppConfig):
    name = "leitstern.app.window"

    def ready(self) -> None:
        from leitstern.app.common import jobs

        jobs.tends("leitstern.app.window.letters.post_next")
