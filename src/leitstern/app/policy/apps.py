"""What the area does when the application is ready: it tells the portfolio where nothing is to be personal."""

from __future__ import annotations

from django.apps import AppConfig


class PolicyConfig(AppConfig):
    name = "leitstern.app.policy"

    def ready(self) -> None:
        from leitstern.app.policy.personal import never_personal_at
        from leitstern.app.portfolio.personalising import asks_where

        asks_where(never_personal_at)
