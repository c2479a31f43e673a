"""Bringing files in, taking them out again, replaying what could not be read."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import get_language

from leitstern.app.common import audit, jobs
from leitstern.app.common.actions import require
from leitstern.app.common.actors import WORKER, Actor, Capability
from leitstern.app.common.home import current_home
from leitstern.app.company.actions import adopt, refuse_if_moved
from leitstern.app.company.queries import current_taxonomy, require_taxonomy
from leitstern.app.intake import queries
from leitstern.app.intake.ahead import queue_ahead, work_ahead
from leitstern.app.intake.apps import IMPORT_JOB
from leitstern.app.intake.ledger import Trial, trial
from leitstern.app.intake.models import Import, ImportState
from leitstern.app.intake.performing import UNFINISHED, alone, connect, perform, silent, take_out
from leitstern.app.intake.publishing import measured_days, publish, release
from leitstern.app.intake.uploads import digest, discard, may_need_files, sweep
from leitstern.collect.importer import prepare
from leitstern.collect.mapping_file import load_mapping, read_mapping
from leitstern.collect.mapping_writer import write_mapping
from leitstern.collect.replay import prepare_replay
from leitstern.core.errors import Conflict
from leitstern.core.texts import Text
from leitstern.store.lake import Lake
from leitstern.store.state import state

if TYPE_CHECKING:
    from collections.abc import Mapping as Chosen

    import duckdb

    from leitstern.app.common.jobs import Progress
    from leitstern.app.company.models import TaxonomyVersion
    from leitstern.app.intake.performing import Stage
    from leitstern.app.intake.uploads import Upload
    from leitstern.collect.mapping import Mapping
    from leitstern.collect.prepared import Prepared
    from leitstern.collect.propose import Proposal, Role
    from leitstern.core.company.taxonomy import Taxonomy

TRIAL = 0  # the import id of a trial; nothing of it is ever stored
NOT_DONE = Text(
    en="Only a finished import can be taken out again. Nothing was changed.",
    de="Nur ein abgeschlossener Import lässt sich zurücknehmen. Es wurde nichts geändert.",
)
NOTHING_WAITS = Text(
    en="Nothing of this import waits in quarantine.",
    de="Von diesem Import wartet nichts in der Quarantäne.",
)
NOTHING_LEFT = Text(
    en="The files of this import are no longer here. Nothing was changed; please hand them in again.",
    de="Die Dateien dieses Imports sind nicht mehr da. Es wurde nichts geändert; bitte laden Sie sie noch einmal hoch.",
)
OTHER_ZONE = Text(
    en="What is stored was counted in days of {ours}, this taxonomy is in {theirs}: days would not be comparable. "
    "Nothing was changed. Keep {ours}, or take all imports out first.",
    de="Was gespeichert ist, wurde in Tagen von {ours} gezählt, diese Taxonomie gilt in {theirs}: Die Tage wären nicht "
    "vergleichbar. Es wurde nichts geändert. Bleiben Sie bei {ours}, oder nehmen Sie zuerst alle Importe zurück.",
)


def import_files(
    actor: Actor, mapping_file: Path, folder: Path, *, name: str = "", progress: Progress = silent
) -> Import:
    """Read a mapping (and the taxonomy it names) and bring in the files of `folder`, now, to the end.

    Everything or nothing: on an error the import is marked failed, and the lake is as before.
    """
    require(actor, Capability.IMPORT)
    with alone(progress) as lake:
        mapping, taxonomy = load_mapping(mapping_file, current_taxonomy())
        run = _begin(actor, name or mapping_file.parent.name, write_mapping(mapping), folder, taxonomy)
        perform(actor, lake, run, _stage(run), progress)
    work_ahead()
    return run


def queue_folder(actor: Actor, upload: Upload, mapping_file: Path) -> Import:
    """Let the worker bring in handed-in files by the mapping file among them."""
    mapping, taxonomy = load_mapping(mapping_file, current_taxonomy())
    return _queue(actor, upload, write_mapping(mapping), taxonomy)


def queue_guided(actor: Actor, upload: Upload, proposal: Proposal, roles: Chosen[str, Role]) -> Import:
    """Let the worker bring in a file whose columns somebody has explained."""
    return _queue(actor, upload, write_mapping(proposal.to_mapping(roles)), proposal.to_taxonomy(roles))


def queue_dropped(name: str, mapping: str, folder: Path, actor: Actor = WORKER) -> Import:
    """Let the worker bring in files that lie there, as from an inbox. Call it in the transaction that keeps what they are."""
    return _enqueue(actor, _begin(actor, name, mapping, folder, None))


def replay(actor: Actor, run: Import, mapping_text: str, *, progress: Progress = silent) -> Import:
    """Bring in, now, what waits in the quarantine of an import and can be read by now, with a mended mapping or the same.

    What still cannot be read waits on. Doing it twice adds nothing.
    """
    with alone(progress) as lake:
        again = _begin_replay(actor, run, mapping_text)
        perform(actor, lake, again, _stage(again), progress)
    work_ahead()
    return again


def queue_replay(actor: Actor, run: Import, mapping_text: str) -> Import:
    """Let the worker replay the quarantine of an import."""
    with transaction.atomic():
        return _enqueue(actor, _begin_replay(actor, run, mapping_text))


def purge(actor: Actor, run: Import) -> Import:
    """Take everything one import brought out of the lake, now; its files may come in again."""
    with alone() as lake:
        _begin_purge(actor, run)
        take_out(lake, run)
    work_ahead()
    return run


def queue_purge(actor: Actor, run: Import) -> Import:
    """Let the worker take an import out."""
    with transaction.atomic():
        _begin_purge(actor, run)
        return _enqueue(actor, run)


def change_taxonomy(
    actor: Actor, taxonomy: Taxonomy, *, since: int | None = None, reason: str = ""
) -> TaxonomyVersion:
    """Adopt a taxonomy and let pages speak its language at once.

    Names, owners, promises and journey gaps count for everything stored; what came in as another touchpoint stays one.
    `since` is the number of the version it was made from: raises TaxonomyMoved (a Conflict) if another is in force by
    now, and changes nothing.
    """
    require(actor, Capability.EDIT_TAXONOMY)
    home = current_home()
    with alone() as lake:
        refuse_if_moved(since)
        _refuse_other_zone(taxonomy)
        versions = lake.rebuild(taxonomy.journey_gap_days)
        days = measured_days(home, versions)
        with transaction.atomic():
            version = adopt(actor, taxonomy, since, reason)
            publish(versions, days)
        release(lake)
    queue_ahead()
    return version


def rebuild(actor: Actor) -> int:
    """Derive transitions and journeys once more, and publish them. Returns from how many contacts."""
    require(actor, Capability.IMPORT)
    with alone() as lake:
        versions = lake.derive_again()
        days = measured_days(current_home(), versions)
        with transaction.atomic():
            shown = publish(versions, days)
            audit.record(actor, "rebuild", f"intake.snapshot:{shown.pk}")
        release(lake)
    work_ahead()
    found = state(current_home())
    return found.tables[0].rows if found else 0


def try_files(actor: Actor, mapping_file: Path, folder: Path, *, progress: Progress = silent) -> Trial:
    """Read everything as an import would, store nothing, and say what would come in."""
    require(actor, Capability.IMPORT)
    current = current_taxonomy()
    mapping, taxonomy = load_mapping(mapping_file, current)
    return try_mapping(mapping, folder, taxonomy or current or require_taxonomy(), progress)


def try_mapping(mapping: Mapping, folder: Path, taxonomy: Taxonomy, progress: Progress = silent) -> Trial:
    """What a mapping would bring in from these files; nothing is stored."""
    return _tried(
        lambda con, told: prepare(current_home(), con, mapping, folder, taxonomy, TRIAL, told),
        taxonomy,
        progress,
    )


def try_replay(actor: Actor, run: Import, mapping_text: str, progress: Progress = silent) -> Trial:
    """What a mapping would bring in of what waits in the quarantine of an import; nothing is stored."""
    require(actor, Capability.IMPORT)
    if not queries.quarantined(run).exists():
        raise Conflict(NOTHING_WAITS)
    tried = Import(pk=TRIAL, mapping=mapping_text, folder=run.folder, quarantine_of=run)
    return _tried(_stage(tried), require_taxonomy(), progress)


def again(payload: dict[str, Any]) -> None:
    """Let an import that failed wait for the worker once more. Raises Conflict where there is nothing left to read."""
    run = Import.objects.get(pk=payload["import"])
    if run.state != ImportState.FAILED or not (run.quarantine_of or Path(run.folder).is_dir()):
        raise Conflict(NOTHING_LEFT)
    run.state, run.error, run.finished = ImportState.WAITING, None, None
    run.save(update_fields=["state", "error", "finished"])


def put_in_order() -> None:
    """What a worker does first: the lake is whole, no import is half in, no upload lies about. Raises Damaged."""
    with alone():
        sweep(current_home())


def work(payload: dict[str, Any], progress: Progress) -> None:
    """The worker's part: do what the state of an import asks for. Doing it twice does no harm."""
    run = Import.objects.get(pk=payload["import"])
    home = current_home()
    with alone(progress, run) as lake:  # which takes out what is to be taken out
        if run.state == ImportState.WAITING:
            perform(WORKER, lake, run, _stage(run), progress)
            if not may_need_files(run):
                discard(home, Path(run.folder))
    sweep(home)
    work_ahead()
    queue_ahead()


def _tried(stage: Stage, taxonomy: Taxonomy, progress: Progress) -> Trial:
    home = current_home()
    with closing(connect(home)) as con:
        prepared = stage(con, progress)
        lake = Lake(home)
        duplicates = lake.drop_duplicates(con)
        return trial(prepared, duplicates, lake.contested(con), taxonomy)


def _stage(run: Import) -> Stage:
    """Stages what an import reads: files of its folder, or the quarantine of another import."""

    def stage(con: duckdb.DuckDBPyConnection, progress: Progress) -> Prepared:
        home, folder, taxonomy = current_home(), Path(run.folder), require_taxonomy()
        mapping = read_mapping(run.mapping, taxonomy=taxonomy)
        if run.quarantine_of is None:
            return prepare(home, con, mapping, folder, taxonomy, run.pk, progress)
        waiting = (entry.entry for entry in queries.quarantined(run.quarantine_of).iterator())
        return prepare_replay(home, con, mapping, waiting, folder, taxonomy, run.pk, progress)

    return stage


def _begin(actor: Actor, name: str, mapping: str, folder: Path, taxonomy: Taxonomy | None) -> Import:
    """Register an import that is about to run, and adopt the taxonomy it brings along."""
    require(actor, Capability.IMPORT)
    with transaction.atomic():
        if taxonomy is not None:
            _refuse_other_zone(taxonomy)
            adopt(actor, taxonomy)
        files = dict.fromkeys(folder / source.file for source in read_mapping(mapping).sources)
        run = Import.objects.create(
            name=name,
            mapping=mapping,
            folder=str(folder.resolve()),
            digests="\n".join(digest(file) for file in files if file.is_file()),
            actor=actor.actor_id,
        )
        audit.record(actor, "begin import", f"intake.import:{run.pk}")
    return run


def _begin_replay(actor: Actor, run: Import, mapping_text: str) -> Import:
    require(actor, Capability.IMPORT)
    read_mapping(mapping_text, taxonomy=require_taxonomy())
    if run.state != ImportState.DONE or not queries.quarantined(run).exists():
        raise Conflict(NOTHING_WAITS)
    with transaction.atomic():
        again = Import.objects.create(
            name=run.name,
            mapping=mapping_text,
            folder=run.folder,
            quarantine_of=run,
            actor=actor.actor_id,
        )
        audit.record(actor, "begin replay", f"intake.import:{again.pk}")
    return again


def _queue(actor: Actor, upload: Upload, mapping: str, taxonomy: Taxonomy | None) -> Import:
    """Hand an upload to the worker; doing so twice gives the import that is under way."""
    with transaction.atomic():
        twice = Import.objects.filter(folder=str(upload.folder), state__in=UNFINISHED).first()
        if twice:
            return twice
        return _enqueue(actor, _begin(actor, upload.files[0].name, mapping, upload.folder, taxonomy))


def _enqueue(actor: Actor, run: Import) -> Import:
    jobs.enqueue(actor, IMPORT_JOB, {"import": run.pk, "language": get_language() or "en"})
    return run


def _begin_purge(actor: Actor, run: Import) -> None:
    require(actor, Capability.IMPORT)
    with transaction.atomic():
        if not Import.objects.filter(pk=run.pk, state=ImportState.DONE).update(state=ImportState.PURGING):
            raise Conflict(NOT_DONE)
        audit.record(actor, "purge import", f"intake.import:{run.pk}")
    run.refresh_from_db()


def _refuse_other_zone(taxonomy: Taxonomy) -> None:
    """Raise Conflict if what is stored was counted in the days of another time zone."""
    shown, current = queries.latest_snapshot(), current_taxonomy()
    if shown and shown.as_of and current and current.time_zone != taxonomy.time_zone:
        raise Conflict(OTHER_ZONE.fill(ours=current.time_zone, theirs=taxonomy.time_zone))
