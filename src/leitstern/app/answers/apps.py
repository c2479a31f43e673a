"""What the area does when the application is ready: it forgets picked quotes with their customers and imports."""

from __future__ import annotations

from django.apps import AppConfig


class AnswersConfig(AppConfig):
    name = "leitstern.app.answers"

    def ready(self) -> None:
        from leitstern.app.intake.forgetting import FORGETS, LETS_GO

        for told, mine in ((FORGETS, "forget"), (LETS_GO, "let_go")):
            if (name := f"leitstern.app.answers.forgetting.{mine}") not in told:
                told.append(name)
