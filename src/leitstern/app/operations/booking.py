"""The ledger as it was booked, and what is there of it today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count

from leitstern.app.common.models import AuditEntry
from leitstern.app.intake.models import Import, ImportState, QuarantineEntry
from leitstern.app.outside.reading import published
from leitstern.core.outside import arrivals
from leitstern.core.outside.ledger import Booked, Held, Items, balance
from leitstern.core.tables.lake import FACTS

if TYPE_CHECKING:
    from datetime import datetime

    from leitstern.app.outside.reading import Question
    from leitstern.core.outside.ledger import Balance


def finished() -> list[Import]:
    """All that came in and is in still, in its order."""
    done = Import.objects.filter(state=ImportState.DONE, finished__isnull=False)
    return list(done.defer("digests", "error").order_by("id"))


def booked(runs: list[Import]) -> list[Booked]:
    """What these say became of their items, by source."""
    return [
        Booked(
            run=run.pk,
            source=name,
            at=_at(run),
            items=Items(
                received=counted["received"],
                stored=sum(counted[table] for table in FACTS),
                quarantined=counted["quarantined"],
                duplicates=counted["duplicates"],
                not_selected=counted["not_selected"],
            ),
            put_aside=counted["quarantined_rows"],
            again=run.quarantine_of_id is not None,
            by_hand=not run.folder,
        )
        for run in runs
        for name, counted in run.sources.items()
    ]


def balanced(found: list[Booked]) -> Balance:
    """Whether what is there is what was booked."""
    return balance(found, _held(), last_erased())


def last_erased() -> datetime | None:
    """When a customer was erased last."""
    entry = AuditEntry.objects.filter(verb="erase customer").order_by("-id").only("at").first()
    return entry.at if entry else None


def _held() -> dict[int, Held]:
    state = published()
    rows = state.find("operations: rows of runs", (), _rows) if state else {}
    entries = QuarantineEntry.objects.order_by().values("import_run").annotate(n=Count("id"))
    aside = {each["import_run"]: each["n"] for each in entries}
    return {run: Held(rows.get(run, 0), aside.get(run, 0)) for run in rows.keys() | aside.keys()}


def _rows(question: Question) -> dict[int, int]:
    found: dict[int, int] = {}
    for name in FACTS:
        for row in question.rows(arrivals.stored(question.table(name))):
            found[row["import_id"]] = found.get(row["import_id"], 0) + row["n"]
    return found


def _at(run: Import) -> datetime:
    if run.finished is None:
        raise AssertionError("Only finished imports are booked.")
    return run.finished
