"""What the area does when the application is ready: the program's own instruments are there after every upgrade."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class InsideConfig(AppConfig):
    name = "leitstern.app.inside"

    def ready(self) -> None:
        post_migrate.connect(_keep_shipped, sender=self)


def _keep_shipped(**_: Any) -> None:
    from leitstern.app.inside.instruments import keep_shipped

    keep_shipped()
