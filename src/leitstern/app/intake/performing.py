"""Changes of the lake: one at a time, and whole or not at all, whatever becomes of the process that makes them."""

from __future__ import annotations

from contextlib import closing, contextmanager
from itertools import batched
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from leitstern.app.common import audit, findings, jobs
from leitstern.app.common.home import current_home
from leitstern.app.company.queries import require_taxonomy
from leitstern.app.intake.apps import IMPORT_JOB
from leitstern.app.intake.forgetting import let_go
from leitstern.app.intake.ledger import counts
from leitstern.app.intake.models import Import, ImportState, QuarantineEntry
from leitstern.app.intake.publishing import measured_days, publish, release
from leitstern.app.intake.queries import latest_snapshot
from leitstern.collect.quarantine.entries import Entry
from leitstern.core.errors import Damaged, LeitsternError
from leitstern.core.texts import Text
from leitstern.store import engine
from leitstern.store.lake import Lake
from leitstern.store.lock import exclusive

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import duckdb

    from leitstern.app.common.actors import Actor
    from leitstern.app.common.jobs import Progress
    from leitstern.collect.prepared import Prepared
    from leitstern.collect.quarantine.entries import Quarantine
    from leitstern.store.home import Home
    from leitstern.store.reader import Versions

    type Stage = Callable[[duckdb.DuckDBPyConnection, Progress], Prepared]

PATIENCE = 12 * 3600.0  # seconds that an import waits for the one before it
REASON = (
    "code",
    "column",
    "value",
    "allowed",
    "items",
)  # of an entry: what may change when it is read once more
UNFINISHED = (ImportState.WAITING, ImportState.RUNNING, ImportState.PURGING)
INTERRUPTED = Text(
    en="The import was interrupted. Nothing of it was kept; start it again.",
    de="Der Import wurde unterbrochen. Es wurde nichts davon behalten; starten Sie ihn noch einmal.",
)
LOST = Text(
    en="Stored data is missing that pages already showed. Nothing was changed. Restore the home from a backup.",
    de="Es fehlen gespeicherte Daten, die schon gezeigt wurden. Es wurde nichts geändert. Stellen Sie das Verzeichnis "
    "aus einer Sicherung wieder her.",
)
IN_LINE = Text(en="Waiting for its turn", de="Wartet auf andere Importe")
READING = Text(en="Reading the files", de="Die Dateien werden gelesen")
PUBLISHING = Text(en="Publishing", de="Es wird veröffentlicht")


def silent(share: float, step: Text) -> None:
    """Progress that nobody watches."""


def connect(home: Home) -> duckdb.DuckDBPyConnection:
    """An engine within the limits of this installation."""
    return engine.connect(home, memory_limit=settings.CONFIG.memory_limit, threads=settings.CONFIG.threads)


@contextmanager
def alone(progress: Progress = silent, mine: Import | None = None) -> Iterator[Lake]:
    """The lake, while nobody else changes it; what an ended process left half done has been put right before.

    Waits for whoever is at it. `mine` is the import that is about to be done, perhaps not for the first time. Raises
    Damaged if something is missing that was safely stored.
    """
    home = current_home()
    progress(0.0, IN_LINE)
    with exclusive(home.path / "import.lock", PATIENCE):
        lake = Lake(home)
        _refuse_if_lost(lake.verify())
        for run in Import.objects.filter(state__in=UNFINISHED).order_by("id"):
            _put_right(lake, run, comes_back=run == mine or jobs.will_run(IMPORT_JOB, **{"import": run.pk}))
        if mine:
            mine.refresh_from_db()
        yield lake


def perform(actor: Actor, lake: Lake, run: Import, stage: Stage, progress: Progress) -> Import:
    """Bring in what `stage` puts before the lake. On any error the lake is as before, and the import has failed."""
    home, taxonomy = current_home(), require_taxonomy()
    _set(run, ImportState.RUNNING)
    try:
        with closing(connect(home)) as con:
            progress(0.0, READING)
            prepared = stage(con, _part(progress, 0.0, 0.5))
            duplicates = lake.drop_duplicates(con)
            versions = lake.append(
                con, run.pk, taxonomy.journey_gap_days, taxonomy.time_zone, _part(progress, 0.5, 0.95)
            )
        progress(0.96, PUBLISHING)
        days = measured_days(home, versions)
        if not run.quarantine_of:
            _keep_quarantine(run, prepared.quarantine)
        with transaction.atomic():
            if run.quarantine_of:
                _mark_replayed(run, run.quarantine_of, prepared.quarantine)
            run.sources = counts(prepared, duplicates)
            run.state, run.finished, run.error = ImportState.DONE, timezone.now(), None
            run.save()
            publish(versions, days)
            audit.record(actor, "import", f"intake.import:{run.pk}")
    except BaseException as problem:
        _undo(lake, run)
        _fail(run, problem.text if isinstance(problem, LeitsternError) else INTERRUPTED)
        raise
    release(lake)
    return run


def take_out(lake: Lake, run: Import) -> Import:
    """Do what was begun by marking an import as being taken out; doing it again does no harm.

    What came in from its quarantine goes with it; what it had itself taken from another quarantine waits there again.
    No earlier state is kept, so that no file holds its rows any longer.
    """
    home = current_home()
    for replay in run.replays.filter(state__in=(ImportState.DONE, ImportState.PURGING)):
        take_out(lake, replay)
    versions = lake.purge(run.pk)
    days = measured_days(home, versions)
    with transaction.atomic():
        run.quarantine.all().delete()
        run.replayed.update(replayed_by=None)
        _set(run, ImportState.PURGED)
        let_go(run.pk)
        findings.forget()
        publish(versions, days)
    release(lake, kept=0)
    return run


def _refuse_if_lost(found: Versions) -> None:
    """The lake takes an entry it cannot read for one that was never whole; but what was published had been whole."""
    shown = latest_snapshot()
    if shown and any(getattr(found, name) < version for name, version in shown.versions.items()):
        raise Damaged(LOST)


def _put_right(lake: Lake, run: Import, *, comes_back: bool) -> None:
    match run.state:
        case ImportState.PURGING:
            take_out(lake, run)
        case ImportState.RUNNING if comes_back:
            _undo(lake, run)
            _set(run, ImportState.WAITING)
        case _ if not comes_back:
            _undo(lake, run)
            _fail(run, INTERRUPTED)


def _undo(lake: Lake, run: Import) -> None:
    """Leave nothing of an import: not in the lake, should it have come that far, and not in quarantine."""
    lake.purge(run.pk)
    run.quarantine.all().delete()


def _keep_quarantine(run: Import, quarantine: Quarantine) -> None:
    rows = (
        QuarantineEntry(import_run=run, **{name: getattr(entry, name) for name in Entry.__slots__})
        for entry in quarantine
    )
    for batch in batched(rows, 1000):
        QuarantineEntry.objects.bulk_create(batch, ignore_conflicts=True)


def _mark_replayed(run: Import, origin: Import, again: Quarantine) -> None:
    """What waited at `origin` has been taken up by `run`, but for what was put aside again: that waits there on.

    Its reason is the one it has now.
    """
    origin.quarantine.filter(replayed_by=None).update(replayed_by=run)
    for batch in batched(again, 500):
        now = {(entry.source, entry.digest): entry for entry in batch}
        waiting = origin.quarantine.filter(digest__in=[digest for _source, digest in now])
        for entry in (found := list(waiting.defer("original"))):
            for name in REASON:
                setattr(entry, name, getattr(now[entry.source, entry.digest], name))
            entry.replayed_by = None
        QuarantineEntry.objects.bulk_update(found, [*REASON, "replayed_by"])


def _set(run: Import, state: ImportState) -> None:
    run.state = state
    run.save(update_fields=["state"])


def _fail(run: Import, text: Text) -> None:
    run.state, run.finished = ImportState.FAILED, timezone.now()
    run.error = {"en": text.en, "de": text.de}
    run.save(update_fields=["state", "finished", "error"])


def _part(progress: Progress, low: float, high: float) -> Progress:
    def inner(share: float, step: Text) -> None:
        progress(low + (high - low) * share, step)

    return inner
