"""Founds the example company: its files come in through the ordinary import, its leaders' beliefs through the sheet."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from leitstern.app.common.actors import InternalActor
from leitstern.app.inside.actions import record_sheet
from leitstern.app.inside.models import BeliefCollection
from leitstern.app.intake.actions import import_files
from leitstern.app.intake.ahead import work_ahead
from leitstern.app.intake.queries import latest_snapshot
from leitstern.collect.example.write import write_example

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.store.home import Home

FOUNDER = InternalActor("example company")


def found_company(home: Home, *, customers: int, until: date, say: Callable[[str], object]) -> None:
    """Fill an empty home with the example; one that has it already stays as it is."""
    if latest_snapshot() and BeliefCollection.objects.exists():
        return
    say("Founding the example company …")
    with TemporaryDirectory(dir=home.staging) as folder:
        files = write_example(Path(folder), customers=customers, contacts=15 * customers, until=until)
        if latest_snapshot() is None:
            say("Bringing in its contacts, promises and feedback …")
            import_files(FOUNDER, files.mapping, files.folder, name="Lindenberg")
        record_sheet(FOUNDER, "Lindenberg", files.beliefs)
    work_ahead()
