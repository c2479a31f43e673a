"""What the area does when the application is ready: it tells the areas below what was decided."""

from __future__ import annotations

from django.apps import AppConfig

from leitstern.app.outside.decided import DECISIONS


class LeadershipConfig(AppConfig):
    name = "leitstern.app.leadership"

    def ready(self) -> None:
        from leitstern.app.leadership.decided_places import decided_places

        DECISIONS.append(decided_places)
