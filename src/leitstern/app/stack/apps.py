"""What the area does when the application is ready: it tells the portfolio what sources say against personalising."""

from __future__ import annotations

from django.apps import AppConfig


class StackConfig(AppConfig):
    name = "leitstern.app.stack"

    def ready(self) -> None:
        from leitstern.app.portfolio.personalising import asks
        from leitstern.app.stack.queries import against_personalising

        asks(against_personalising)
