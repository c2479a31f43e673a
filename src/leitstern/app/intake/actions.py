"""Bringing files in, taking them out again, and replaying what could not be read."""

from __future__ import annotations

from itertools import batched
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language

from leitstern.app.common import audit, jobs
from leitstern.app.common.actions import require
from leitstern.app.common.actors import WORKER, Actor, Capability
from leitstern.app.common.home import current_home
from leitstern.app.common.models import Finding
from leitstern.app.company.actions import adopt
from leitstern.app.company.queries import current_taxonomy, current_version, require_taxonomy
from leitstern.app.intake.models import Import, ImportState, QuarantineEntry, Snapshot
from leitstern.app.intake.queries import versions_of
from leitstern.collect.identify import entity_of
from leitstern.collect.importer import Prepared, prepare
from leitstern.collect.mapping_file import load_mapping, read_mapping
from leitstern.collect.mapping_writer import write_mapping
from leitstern.collect.quarantine.entries import Entry
from leitstern.core.errors import Conflict, LeitsternError
from leitstern.core.tables.lake import FACTS
from leitstern.core.texts import Text
from leitstern.store import engine
from leitstern.store.lake import Lake
from leitstern.store.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Mapping as Chosen

    from leitstern.app.common.jobs import Progress
    from leitstern.app.intake.guided import Upload
    from leitstern.collect.mapping import Mapping
    from leitstern.collect.propose import Proposal, Role
    from leitstern.collect.quarantine.entries import Quarantine
    from leitstern.core.company.taxonomy import Taxonomy
    from leitstern.store.home import Home
    from leitstern.store.reader import Versions

Counts = dict[str, dict[str, Any]]  # by name of the source

IMPORT_JOB = "import"
TRIAL = 0  # the import id of a trial; nothing of it is ever stored
DATED = ("contacts", "feedback")
KEPT_SNAPSHOTS = 3  # older states can no longer be opened
NOT_DONE = Text(
    en="Only a finished import can be taken out again. Nothing was changed.",
    de="Nur ein abgeschlossener Import kann wieder herausgenommen werden. Es wurde nichts geändert.",
)
NOTHING_WAITS = Text(
    en="Nothing of this import waits in quarantine.",
    de="Von diesem Import wartet nichts in der Quarantäne.",
)
INTERRUPTED = Text(
    en="The import was interrupted. Nothing of it was kept; start it again.",
    de="Der Import wurde unterbrochen. Es wurde nichts davon behalten; starten Sie ihn noch einmal.",
)
READING = Text(en="Reading the files", de="Die Dateien werden gelesen")
PUBLISHING = Text(en="Publishing", de="Es wird veröffentlicht")


def silent(_share: float, _step: Text) -> None:
    """Progress that nobody watches."""


def import_files(
    actor: Actor, mapping_file: Path, folder: Path, *, name: str = "", progress: Progress = silent
) -> Import:
    """Read a mapping (and the taxonomy it names) and bring in the files of `folder`, now, to the end.

    Everything or nothing: on an error the import is marked failed, and the lake is as before.
    """
    mapping, taxonomy = load_mapping(mapping_file, current_taxonomy())
    run = begin(actor, name or mapping_file.parent.name, write_mapping(mapping), folder.resolve(), taxonomy)
    return perform(actor, run, progress)


def begin(actor: Actor, name: str, mapping: str, folder: Path, taxonomy: Taxonomy | None) -> Import:
    """Register an import that is about to run, and adopt the taxonomy it brings along."""
    require(actor, Capability.IMPORT)
    with transaction.atomic():
        if taxonomy is not None:
            adopt(actor, taxonomy)
        run = Import.objects.create(name=name, mapping=mapping, folder=str(folder), actor=actor.actor_id)
        audit.record(actor, "begin import", f"intake.import:{run.pk}")
    return run


def queue_folder(actor: Actor, upload: Upload) -> Import:
    """Let the worker bring in handed-in files by the mapping file among them."""
    if upload.mapping is None:
        raise ValueError(upload)
    mapping, taxonomy = load_mapping(upload.mapping, current_taxonomy())
    return _queue(begin(actor, upload.files[0].name, write_mapping(mapping), upload.folder, taxonomy), actor)


def queue_guided(actor: Actor, upload: Upload, proposal: Proposal, roles: Chosen[str, Role]) -> Import:
    """Let the worker bring in a file whose columns somebody has explained."""
    mapping = write_mapping(proposal.to_mapping(roles))
    run = begin(actor, upload.files[0].name, mapping, upload.folder, proposal.to_taxonomy(roles))
    return _queue(run, actor)


def perform(actor: Actor, run: Import, progress: Progress = silent) -> Import:
    """Do what `begin` registered. Doing it again after a crash changes nothing that was stored already."""
    home, taxonomy = current_home(), require_taxonomy()
    mapping = read_mapping(run.mapping, taxonomy=taxonomy)
    Import.objects.filter(pk=run.pk).update(state=ImportState.RUNNING)
    con = engine.connect(home, memory_limit=settings.CONFIG.memory_limit, threads=settings.CONFIG.threads)
    try:
        lake = Lake(home)
        progress(0.0, READING)
        prepared = prepare(home, con, mapping, Path(run.folder), taxonomy, run.pk, _part(progress, 0.0, 0.5))
        duplicates = lake.drop_duplicates(con)
        versions = lake.append(
            con, run.pk, taxonomy.journey_gap_days, taxonomy.time_zone, _part(progress, 0.5, 0.95)
        )
    except LeitsternError as problem:
        _fail(run, problem.text)
        raise
    except BaseException:
        _fail(run, INTERRUPTED)
        raise
    finally:
        con.close()
    progress(0.97, PUBLISHING)
    with transaction.atomic():
        _keep_quarantine(run, prepared.quarantine)
        run.sources = counts(prepared, duplicates)
        run.state, run.finished, run.error = ImportState.DONE, timezone.now(), None
        run.save()
        publish(home, versions)
        audit.record(actor, "import", f"intake.import:{run.pk}")
    _release(lake)
    return run


def purge(actor: Actor, run: Import) -> Import:
    """Take everything one import brought out of the lake; its files may come in again."""
    require(actor, Capability.IMPORT)
    if run.state != ImportState.DONE:
        raise Conflict(NOT_DONE)
    home = current_home()
    lake = Lake(home)
    versions = lake.purge(run.pk)
    with transaction.atomic():
        run.quarantine.all().delete()
        run.state = ImportState.PURGED
        run.save(update_fields=["state"])
        publish(home, versions)
        audit.record(actor, "purge import", f"intake.import:{run.pk}")
    _release(lake)
    return run


def erase_customer(actor: Actor, kind: str, identifier: str) -> int:
    """Forget a customer for good: lake, quarantine, cached findings. Returns the id that is now a tombstone.

    Earlier states are released at once, so that no file keeps their rows. Messages seen stay as hashes: what was
    erased does not come back with the next file.
    """
    require(actor, Capability.ERASE_CUSTOMERS)
    home = current_home()
    entity = entity_of(home, kind, identifier)
    lake = Lake(home)
    versions = lake.erase([entity])
    spellings = {identifier.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be")}
    with transaction.atomic():
        mentions = [
            entry.pk
            for entry in QuarantineEntry.objects.only("original").iterator()
            if any(spelling in bytes(entry.original) for spelling in spellings)
        ]
        QuarantineEntry.objects.filter(pk__in=mentions).delete()
        Finding.objects.all().delete()
        publish(home, versions)
        audit.record(actor, "erase customer", f"entity:{entity:x}", quarantined=len(mentions))
    lake.release()
    return entity


def publish(home: Home, versions: Versions) -> Snapshot:
    """Make this state of the lake what pages show from now on."""
    taxonomy = current_version()
    from ibis import _

    with Reader(home, versions) as reader:
        days = {
            name: reader.table(name).aggregate(first=_.local_date.min(), last=_.local_date.max())
            for name in DATED
        }
        span = {name: reader.run(found).to_pylist()[0] for name, found in days.items()}
    # Histories reach back decades; what is measured begins with the first answer.
    first = span["feedback"]["first"] or span["contacts"]["first"]
    last = max(filter(None, (found["last"] for found in span.values())), default=None)
    return Snapshot.objects.create(
        versions={name: getattr(versions, name) for name in versions.__slots__},
        taxonomy=taxonomy,
        first_date=first,
        as_of=last,
    )


def try_files(actor: Actor, mapping_file: Path, folder: Path, *, progress: Progress = silent) -> Counts:
    """Read everything as an import would, store nothing, and say what would come in."""
    require(actor, Capability.IMPORT)
    current = current_taxonomy()
    mapping, taxonomy = load_mapping(mapping_file, current)
    return try_mapping(mapping, folder, taxonomy or current or require_taxonomy(), progress)


def try_mapping(mapping: Mapping, folder: Path, taxonomy: Taxonomy, progress: Progress = silent) -> Counts:
    """What a mapping would bring in from these files; nothing is stored."""
    home = current_home()
    con = engine.connect(home, memory_limit=settings.CONFIG.memory_limit, threads=settings.CONFIG.threads)
    try:
        prepared = prepare(home, con, mapping, folder, taxonomy, TRIAL, progress)
        return counts(prepared, Lake(home).drop_duplicates(con))
    finally:
        con.close()


def counts(prepared: Prepared, duplicates: dict[tuple[str, int], int]) -> Counts:
    """Per source what a page shows: received = stored + quarantined + duplicates, counted in items."""
    found: Counts = {}
    for source in prepared.sources:
        doubled = {table: duplicates.get((table, source.number), 0) for table in FACTS}
        found[source.name] = {
            "rows": source.rows,
            "not_selected": source.not_selected,
            "received": source.received,
            **{table: source.staged.get(table, 0) - doubled[table] for table in FACTS},
            "quarantined": source.quarantined,
            "quarantined_rows": source.quarantined_rows,
            "duplicates": sum(doubled.values()),
            "masked": sum(source.masked.values()),
            "unmapped": {f"{u.column}: {u.value}": u.items for u in source.unmapped},
        }
    return found


def run_import(payload: dict[str, Any], progress: Progress) -> None:
    """The worker's part: bring in what waits. Ended imports are left alone, so that running it twice does no harm."""
    run = Import.objects.get(pk=payload["import"])
    if run.state in {ImportState.WAITING, ImportState.RUNNING}:
        perform(WORKER, run, progress)


def _keep_quarantine(run: Import, quarantine: Quarantine) -> None:
    rows = (
        QuarantineEntry(import_run=run, **{name: getattr(entry, name) for name in Entry.__slots__})
        for entry in quarantine
    )
    for batch in batched(rows, 1000):
        QuarantineEntry.objects.bulk_create(batch, ignore_conflicts=True)


def _queue(run: Import, actor: Actor) -> Import:
    jobs.enqueue(actor, IMPORT_JOB, {"import": run.pk, "language": get_language() or "en"})
    return run


def _fail(run: Import, text: Text) -> None:
    run.state, run.finished = ImportState.FAILED, timezone.now()
    run.error = {"en": text.en, "de": text.de}
    run.save(update_fields=["state", "finished", "error"])


def _release(lake: Lake) -> None:
    """Let go of states nobody opens any more; erased and purged bytes go with them."""
    newest = Snapshot.objects.order_by("-id")[:KEPT_SNAPSHOTS]
    lake.release([versions_of(snapshot) for snapshot in newest])


def _part(progress: Progress, low: float, high: float) -> Progress:
    def inner(share: float, step: Text) -> None:
        progress(low + (high - low) * share, step)

    return inner
