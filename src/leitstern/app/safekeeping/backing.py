"""Making a backup, reading it again, trying it out."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.utils import timezone
from django.utils.translation import get_language

from leitstern.app.common import audit, jobs
from leitstern.app.common.actions import require
from leitstern.app.common.actors import WORKER, Capability
from leitstern.app.common.home import current_home
from leitstern.app.intake.performing import alone, silent
from leitstern.app.intake.queries import latest_snapshot, versions_of
from leitstern.app.safekeeping.apps import BACKUP_JOB, TRIAL_JOB
from leitstern.app.safekeeping.erasures import LOCK, erased, note
from leitstern.app.safekeeping.models import Backup
from leitstern.core.errors import InvalidInput, LeitsternError
from leitstern.core.texts import Text
from leitstern.store import archive
from leitstern.store.archive import FORMAT, SECRET, Manifest
from leitstern.store.backup import copy_database, counted, held, try_out
from leitstern.store.lock import exclusive
from leitstern.store.space import refuse_unwritable
from leitstern.version import VERSION

if TYPE_CHECKING:
    from leitstern.app.common.actors import Actor
    from leitstern.app.common.jobs import Progress
    from leitstern.app.common.models import Job
    from leitstern.store.home import Home

HOLDING = Text(en="Holding still what is there", de="Der jetzige Stand wird festgehalten")
NO_FOLDER = Text(
    en="{place} is no folder of this server that can be written to. Nothing was written; name one with its whole path.",
    de="{place} ist kein Ordner dieses Servers, in den sich schreiben lässt. Es wurde nichts geschrieben; nennen Sie einen "
    "mit seinem ganzen Pfad.",
)
INSIDE = Text(
    en="{place} lies in the home folder: what destroys the one destroys the other. Nothing was written; choose another disk.",
    de="{place} liegt im Leitstern-Verzeichnis: Was das eine zerstört, zerstört auch das andere. Es wurde nichts geschrieben; "
    "wählen Sie einen anderen Datenträger.",
)
README = Text(
    en="A backup of a Leitstern home. Restore it with: leitstern --home NEW_FOLDER restore THIS_FILE\n"
    "The file of the same name ending in .secret belongs to it: without it no customer can be recognised again, and with it "
    "whoever knows a customer's number finds their rows. Keep it apart from this archive.\n"
    "leitstern-erased.txt names by fingerprint who was erased since; restoring erases them again. This archive itself holds "
    "them until it is deleted.\n"
    "Not in it: files handed in and inboxes with raw names and numbers, exports, caches, and the secret.",
    de="Eine Sicherung eines Leitstern-Verzeichnisses. Wiederherstellen: leitstern --home NEUER_ORDNER restore DIESE_DATEI\n"
    "Die gleichnamige Datei mit der Endung .secret gehört dazu: Ohne sie lässt sich niemand wiedererkennen, und mit ihr findet, "
    "wer eine Kundennummer kennt, deren Zeilen. Verwahren Sie sie getrennt von diesem Archiv.\n"
    "leitstern-erased.txt nennt mit Fingerabdrücken, wer seither gelöscht wurde; das Wiederherstellen löscht sie noch einmal. "
    "Dieses Archiv selbst enthält sie, bis es gelöscht wird.\n"
    "Nicht darin: hochgeladene Dateien und Eingänge mit rohen Namen und Nummern, Exporte, Zwischenspeicher und das Geheimnis.",
)


def back_up(actor: Actor, target: Path, progress: Progress = silent) -> Backup:
    """Write a backup into a folder, or as a file ending in .zip, now, and read every byte of it again.

    Raises InvalidInput for a place that will not do, NoSpace before it begins, Conflict for a name that is taken or while
    another backup is written. Nothing of it is left then.
    """
    require(actor, Capability.LOOK_AFTER)
    home, now = current_home(), timezone.now()
    place = _place(home, target, f"leitstern-{now:%Y%m%d-%H%M%S}.zip")
    with exclusive(home.path / LOCK, 0.0), ExitStack() as stack:
        _refuse_full(home, place.parent)
        with alone(progress):
            progress(0.0, HOLDING)
            shown = latest_snapshot()
            folder = stack.enter_context(held(home, [versions_of(shown)] if shown else []))
            connection.ensure_connection()
            copy_database(connection.connection, folder / "app.db")
        versions = shown.versions if shown else None
        about = Manifest(FORMAT, VERSION, now.isoformat(), versions, counted(home, versions), ())
        archive.write(folder, place, about, home.secret, README, _part(progress, 0.0, 0.7))
        archive.check(place, _part(progress, 0.7, 1.0))
        note(place.parent, erased())
    made = Backup.objects.create(
        place=str(place),
        size=place.stat().st_size,
        rows=about.rows,
        actor=actor.actor_id,
        created=now,
        checked=timezone.now(),
    )
    audit.record(actor, "back up", f"safekeeping.backup:{made.pk}")
    return made


def try_backup(actor: Actor, backup: Backup, progress: Progress = silent) -> Backup:
    """Restore a backup into a folder that is thrown away, open it and count everything.

    What is wrong is kept with the backup and raised: Damaged, NotFound, NoSpace.
    """
    require(actor, Capability.LOOK_AFTER)
    home = current_home()
    try:
        with refuse_unwritable():
            try_out(Path(backup.place), home.secret, home.staging, progress)
    except LeitsternError as wrong:
        backup.problem = {"en": wrong.text.en, "de": wrong.text.de}
        backup.save(update_fields=["problem"])
        raise
    backup.tried, backup.checked, backup.problem = timezone.now(), timezone.now(), None
    backup.save(update_fields=["tried", "checked", "problem"])
    audit.record(actor, "try backup", f"safekeeping.backup:{backup.pk}")
    return backup


def remove(actor: Actor, backup: Backup) -> Backup:
    """Delete a backup and the secret beside it: whoever was erased since is then gone from there, too."""
    require(actor, Capability.LOOK_AFTER)
    with refuse_unwritable():
        for file in (Path(backup.place), Path(backup.place + SECRET)):
            file.unlink(missing_ok=True)
    backup.removed = timezone.now()
    backup.save(update_fields=["removed"])
    audit.record(actor, "remove backup", f"safekeeping.backup:{backup.pk}")
    return backup


def queue_backup(actor: Actor, target: Path) -> Job:
    """Let the worker make a backup; what can be refused at once is."""
    require(actor, Capability.LOOK_AFTER)
    home = current_home()
    _refuse_full(home, _place(home, target, "leitstern.zip").parent)
    return jobs.enqueue(actor, BACKUP_JOB, _payload(target=str(target)))


def queue_trial(actor: Actor, backup: Backup) -> Job:
    """Let the worker try a backup out."""
    require(actor, Capability.LOOK_AFTER)
    return jobs.enqueue(actor, TRIAL_JOB, _payload(backup=backup.pk))


def work(payload: dict[str, Any], progress: Progress) -> None:
    """The worker's part of a backup. What a killed worker left was no backup yet."""
    back_up(WORKER, Path(payload["target"]), progress)


def work_trial(payload: dict[str, Any], progress: Progress) -> None:
    """The worker's part of a trial."""
    try_backup(WORKER, Backup.objects.get(pk=payload["backup"]), progress)


def again(payload: dict[str, Any]) -> None:
    """What failed here left nothing behind, and can be tried again as it is."""
    del payload


def _payload(**told: object) -> dict[str, Any]:
    return {**told, "language": get_language() or "en"}


def _place(home: Home, target: Path, name: str) -> Path:
    place = target if target.suffix == ".zip" else target / name
    folder = place.parent
    if not folder.is_absolute() or not folder.is_dir():
        raise InvalidInput(NO_FOLDER.fill(place=folder))
    if folder.resolve().is_relative_to(home.path):
        raise InvalidInput(INSIDE.fill(place=folder))
    return folder.resolve() / place.name


def _refuse_full(home: Home, folder: Path) -> None:
    database = home.app_db.stat().st_size if home.app_db.exists() else 0
    archive.refuse_full(folder, archive.size_of(home.lake) + database)
    archive.refuse_full(home.path, database)


def _part(progress: Progress, low: float, high: float) -> Progress:
    def inner(share: float, step: Text) -> None:
        progress(low + (high - low) * share, step)

    return inner
