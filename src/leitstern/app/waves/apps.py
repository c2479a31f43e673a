"""The area's regular work, registered when the application is ready."""

from __future__ import annotations

from django.apps import AppConfig


class WavesConfig(AppConfig):
    name = "leitstern.app.waves"

    def ready(self) -> None:
        from leitstern.app.common import jobs

        jobs.tends("leitstern.app.waves.letters.post_next")
        jobs.tends("leitstern.app.waves.actions.close_due")
        jobs.tends("leitstern.app.waves.keeping.forget_due")
        jobs.handles("publish wave", "leitstern.app.waves.performing.perform")
