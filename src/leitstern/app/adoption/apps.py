"""What the area does when the application is ready: it tells technology how far teams have come."""

from __future__ import annotations

from django.apps import AppConfig


class AdoptionConfig(AppConfig):
    name = "leitstern.app.adoption"

    def ready(self) -> None:
        from leitstern.app.adoption.queries import teams_by_rung
        from leitstern.app.stack.climbed import told_by

        told_by(teams_by_rung)
