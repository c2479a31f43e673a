"""Bringing what was entered into the lake: one import for each day, brought in anew when something of that day changes.

What was withdrawn leaves with it, what was corrected follows, and whatever becomes of the process that does it, the
entries say what is there: an entry is counted while the import it points to is done.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from leitstern.app.common import audit
from leitstern.app.common.actions import require, subject_of
from leitstern.app.common.actors import WORKER, Actor, Capability
from leitstern.app.common.home import current_home
from leitstern.app.company.queries import require_taxonomy
from leitstern.app.desk.models import TAKEN_OUT, Entry
from leitstern.app.desk.queries import to_count
from leitstern.app.intake.ahead import work_ahead
from leitstern.app.intake.models import Import, ImportState
from leitstern.app.intake.performing import alone, perform, silent, take_out
from leitstern.collect.entered import Entered, mapping_of, prepare_entered
from leitstern.collect.mapping_writer import write_mapping

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import duckdb

    from leitstern.app.common.jobs import Progress
    from leitstern.app.intake.performing import Stage
    from leitstern.collect.prepared import Prepared
    from leitstern.core.company.scales import ScaleKind
    from leitstern.core.company.taxonomy import Taxonomy
    from leitstern.store.lake import Lake

PATIENCE = timedelta(hours=1)  # that an entry waits at most: each time, everything shown is computed anew
NAME = "Contact form · Kontaktformular, {day}"


def count_some() -> bool:
    """The worker's regular part: count what has waited long enough. False when there is nothing to do."""
    patient = timezone.now() - PATIENCE
    failed = Q(import_run__state=ImportState.FAILED, import_run__finished__lte=patient)
    if not to_count().filter(Q(waits_since__lte=patient) | failed).exists():
        return False
    _count()
    return True


def count_now(actor: Actor) -> int:
    """Count all that waits, now; gives how many entries that were."""
    require(actor, Capability.IMPORT)
    return _count()


def _count() -> int:
    counted = 0
    with alone() as lake:
        for day in sorted(set(to_count().values_list("day", flat=True))):
            counted += to_count().filter(day=day).count()
            _count_day(lake, day)
    if counted:
        work_ahead()
    return counted


def _count_day(lake: Lake, day: date) -> None:
    """Let the import of a day say what its entries say by now."""
    taxonomy = require_taxonomy()
    with transaction.atomic():
        run = _run_of(day)
        there = run is not None and run.state == ImportState.DONE
        mine = Entry.objects.filter(day=day).exclude(import_run__state__in=TAKEN_OUT)
        ids = list(mine.values_list("pk", flat=True))
        gone = Entry.objects.filter(pk__in=ids, withdrawn__isnull=False)
        gone.update(import_run=None, waits_since=None)
        standing = Entry.objects.filter(pk__in=ids, withdrawn=None)
        entered = [_entered(entry) for entry in standing.order_by("pk")]
        if entered:
            run = run or _begun(day)
            run.mapping = write_mapping(mapping_of(entered, taxonomy.time_zone))
            run.state = ImportState.RUNNING
            run.save(update_fields=["mapping", "state"])
            standing.update(import_run=run, waits_since=None)
        elif run:
            run.state = ImportState.PURGING if there else ImportState.PURGED
            run.save(update_fields=["state"])
    if run is None:
        return
    if not entered:
        if there:
            take_out(lake, run)
        return
    if there:
        lake.purge(run.pk)  # pages show the published state until the new one is there
    perform(WORKER, lake, run, _stage(entered, taxonomy, run.pk), silent)


def _run_of(day: date) -> Import | None:
    """The import that has, or failed to get, the entries of a day."""
    ended = (ImportState.DONE, ImportState.FAILED)
    numbers = Entry.objects.filter(day=day, import_run__state__in=ended).values("import_run")
    return Import.objects.filter(pk__in=numbers).order_by("-id").first()


def _begun(day: date) -> Import:
    run = Import.objects.create(name=NAME.format(day=day), mapping="", folder="", actor=WORKER.actor_id)
    audit.record(WORKER, "begin import", subject_of(run))
    return run


def _stage(entered: Sequence[Entered], taxonomy: Taxonomy, import_id: int) -> Stage:
    def stage(con: duckdb.DuckDBPyConnection, progress: Progress) -> Prepared:
        del progress
        return prepare_entered(current_home(), con, entered, taxonomy, import_id)

    return stage


def _entered(entry: Entry) -> Entered:
    """An entry as the lake takes it: the reason, and when a letter arrived, are kept with the contact."""
    props = {"reason": entry.reason, "arrived": entry.arrived.isoformat() if entry.arrived else ""}
    scale: ScaleKind | None = entry.scale or None  # type: ignore[assignment]  # checked when it was entered
    return Entered(
        line=entry.pk,
        key=entry.key,
        source=entry.way,
        kind=entry.kind,
        entity=entry.entity,
        touchpoint=entry.touchpoint,
        at=entry.at,
        flags=entry.flags,
        channel=entry.channel,
        told_again=entry.told_again,
        props={name: said for name, said in props.items() if said},
        promise=entry.promise,
        due=entry.due,
        kept=entry.kept,
        scale=scale,
        value=entry.value,
        comment=entry.words,
    )
