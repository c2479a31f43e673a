"""Reading the files of an import once more, by the taxonomy as it is now: taken out, then brought in again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.db import transaction

from leitstern.app.company.queries import current_taxonomy
from leitstern.app.intake.actions import queue_dropped, queue_purge, work
from leitstern.app.intake.models import ImportState
from leitstern.app.intake.performing import silent
from leitstern.app.intake.uploads import digest
from leitstern.collect.mapping_file import read_mapping
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.common.actors import Actor
    from leitstern.app.common.jobs import Progress
    from leitstern.app.intake.models import Import

NOT_STORED = Text(
    en="It is not finished, or was taken out again.",
    de="Er ist nicht abgeschlossen oder wurde zurückgenommen.",
)
OF_QUARANTINE = Text(
    en="Part of it came in from quarantine with another mapping; read again, that part would wait there once more.",
    de="Ein Teil davon kam mit einer anderen Zuordnung aus der Quarantäne; noch einmal gelesen, würde dieser Teil wieder dort "
    "warten.",
)
NOT_HELD = Text(
    en="Its files are no longer here: they are deleted once they are in. Take the import out and hand the files in again.",
    de="Die Dateien sind nicht mehr hier: Sie werden gelöscht, sobald sie eingelesen sind. Nehmen Sie den Import zurück, und "
    "laden Sie die Dateien noch einmal hoch.",
)
OTHERS_NOW = Text(
    en="Where its files lay, there are others now.", de="Wo die Dateien lagen, liegen jetzt andere."
)
NAMES_OLD_TERMS = Text(
    en="Its mapping names a term that has left the taxonomy.",
    de="Die Zuordnung nennt einen Begriff, der die Taxonomie verlassen hat.",
)
NOT_AGAIN = Text(
    en="This import cannot be read again. {why} Nothing was changed.",
    de="Dieser Import lässt sich nicht noch einmal lesen. {why} Es wurde nichts geändert.",
)


def why_not(run: Import) -> Text | None:
    """Why an import cannot be read again; None if it can."""
    if run.state != ImportState.DONE:
        return NOT_STORED
    if run.quarantine_of_id or run.replays.filter(state=ImportState.DONE).exists():
        return OF_QUARANTINE
    folder, sources = Path(run.folder), read_mapping(run.mapping).sources
    files = list(dict.fromkeys(folder / source.file for source in sources))
    joined = [folder / join.file for source in sources for join in source.join]
    if not run.digests or not all(file.is_file() for file in (*files, *joined)):
        return NOT_HELD
    if "\n".join(map(digest, files)) != run.digests:
        return OTHERS_NOW
    try:
        read_mapping(run.mapping, taxonomy=current_taxonomy())
    except InvalidInput:
        return NAMES_OLD_TERMS
    return None


def queue_again(actor: Actor, run: Import) -> Import:
    """Let the worker take an import out and read its files once more. Raises Conflict if that cannot be done."""
    if hindrance := why_not(run):
        raise Conflict(NOT_AGAIN.fill(why=hindrance))
    with transaction.atomic():
        queue_purge(actor, run)
        return queue_dropped(run.name, run.mapping, Path(run.folder), actor)


def read_again(actor: Actor, run: Import, *, progress: Progress = silent) -> Import:
    """The same, now and to the end."""
    anew = queue_again(actor, run)
    for each in (run, anew):
        work({"import": each.pk}, progress)
    anew.refresh_from_db()
    return anew
