"""What an example keeps in some areas, brought in once by its ordinary actions and copied for every test that needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.db import transaction
from django.test import override_settings

from leitstern.store.home import Home

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.db.models import Model

type Told = list[tuple[type[Model], list[Model]]]


def tell(folder: Path, areas: tuple[str, ...], found: Callable[[], object]) -> Told:
    """All rows of these areas after `found`, which leaves nothing behind."""
    home = Home.create(folder / "home")
    with override_settings(HOME=home.path), transaction.atomic():
        found()
        kinds = [
            kind for area in areas for kind in apps.get_app_config(area).get_models(include_auto_created=True)
        ]
        rows = [(kind, list(kind._default_manager.all())) for kind in kinds]
        transaction.set_rollback(True)
    return rows


def copy(told: Told) -> None:
    """The same rows; what refers to what is checked once all are there."""
    for kind, rows in told:
        kind._default_manager.bulk_create(rows, batch_size=5_000)
