"""The watched folder: whatever is put into an inbox is taken, brought in once, and laid aside with a receipt.

A file is first moved, in one step, into a folder of its own below `.taken`; that move is what counts. Whatever is found
there is brought in, however often the process is killed in between: the import is whole or not there at all, and what is
done again is recognised. Only then does the file move on to `done` or `quarantine`.
"""

from __future__ import annotations

import shutil
import time
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from fnmatch import fnmatch
from itertools import chain, count
from pathlib import Path
from secrets import token_urlsafe
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from leitstern.app.common.home import current_home
from leitstern.app.company.queries import require_taxonomy
from leitstern.app.intake.actions import queue_dropped
from leitstern.app.intake.inbox_folders import (
    DONE,
    QUARANTINE,
    TAKEN,
    candidates,
    folder_of,
    is_candidate,
    joined_files,
)
from leitstern.app.intake.inbox_receipt import receipt
from leitstern.app.intake.models import Dropped, Import, ImportState, Inbox, Outcome
from leitstern.app.intake.uploads import digest
from leitstern.collect.mapping_file import read_mapping
from leitstern.collect.mapping_writer import write_mapping
from leitstern.core.errors import Conflict, LeitsternError
from leitstern.core.texts import Text
from leitstern.store import durable
from leitstern.store.lock import exclusive

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from leitstern.collect.mapping import Mapping

EVERY = 5.0  # seconds between two looks
SETTLED = 10.0  # seconds in which a file has not changed
SIGN = timedelta(seconds=30)  # how often a sign of life is written
AT_ONCE = 20  # files of one inbox that are under way

Seen = tuple[int, int, int]  # size, time of the last change, which file it is
_seen: dict[Path, tuple[Seen, float]] = {}
_next_look = [0.0]

MISSING = Text(
    en="The folder is gone. Nothing is taken until it is there again.",
    de="Der Ordner ist nicht mehr da. Bis er wieder da ist, wird nichts übernommen.",
)
LINKED = Text(
    en="The folder, or one of those in it, is a link that leads elsewhere. Nothing is taken until it is a folder.",
    de="Der Ordner oder einer darin ist eine Verknüpfung, die anderswohin führt. Bis er ein Ordner ist, wird nichts "
    "übernommen.",
)
NOT_ALLOWED = Text(
    en="Files cannot be moved within the folder. Please let Leitstern write there; nothing is taken until then.",
    de="Dateien lassen sich im Ordner nicht verschieben. Bitte lassen Sie Leitstern dort schreiben; bis dahin wird nichts "
    "übernommen.",
)
NO_SOURCE = Text(
    en="The mapping of this inbox reads several files ({files}); “{name}” is none of them. Please name it like one of them: "
    "its end may differ, such as “{like}”.",
    de="Die Zuordnung dieses Eingangs liest mehrere Dateien ({files}); „{name}“ ist keine davon. Bitte nennen Sie sie wie "
    "eine davon: Das Ende darf anders sein, etwa „{like}“.",
)


def look_regularly() -> bool:
    """Look into all inboxes every few seconds. Says whether anything was done."""
    if time.monotonic() < _next_look[0]:
        return False
    _next_look[0] = time.monotonic() + EVERY
    return look()


def look() -> bool:
    """Go on with every file of every inbox as far as it goes. Says whether anything was done; one look at a time."""
    under_way = Dropped.objects.filter(finished=None)
    inboxes = list(Inbox.objects.filter(Q(is_open=True) | Q(pk__in=under_way.values("inbox"))))
    if not inboxes:
        return False
    with suppress(Conflict), exclusive(current_home().path / "inbox.lock", 0.0):
        busy = [_look_into(inbox) for inbox in inboxes]
        return any(busy)
    return False


def _look_into(inbox: Inbox) -> bool:
    folder, busy, problem = folder_of(inbox), False, None
    try:
        if not folder.is_dir():
            problem = MISSING
        elif any((folder / name).is_symlink() for name in ("", DONE, QUARANTINE, TAKEN)):
            problem = LINKED
        else:
            for file in inbox.files.filter(finished=None).order_by("id"):
                busy = _go_on(folder, file) or busy
            busy = _find_taken(inbox, folder) or busy
            if inbox.is_open:
                busy = _take(inbox, folder) or busy
            _remove_old(inbox, folder)
    except LeitsternError as wrong:
        problem = wrong.text
    except OSError:
        problem = NOT_ALLOWED
    _say(inbox, problem)
    return busy


def _say(inbox: Inbox, problem: Text | None) -> None:
    """The sign of life, and why nothing is taken."""
    told = {"en": problem.en, "de": problem.de} if problem else None
    now = timezone.now()
    if told != inbox.problem or inbox.looked is None or now - inbox.looked > SIGN:
        Inbox.objects.filter(pk=inbox.pk).update(looked=now, problem=told)


def _take(inbox: Inbox, folder: Path) -> bool:
    """Take what no longer changes. Raises LeitsternError if the mapping no longer fits the taxonomy."""
    waiting = candidates(inbox)
    _forget(folder, waiting)
    ready = [file for file in waiting if _is_settled(file)]
    room = AT_ONCE - inbox.files.filter(finished=None).count()
    if not ready or room <= 0:
        return False
    mapping = read_mapping(inbox.mapping, taxonomy=require_taxonomy())
    for file in ready[:room]:
        token = token_urlsafe(9)
        own = folder / TAKEN / token
        own.mkdir(mode=0o700, parents=True)
        seen = _stat(file)
        try:
            file.rename(own / file.name)
        except FileNotFoundError:  # somebody took it back
            own.rmdir()
            continue
        durable.sync(own)
        durable.sync(folder)
        if _stat(own / file.name) == seen:
            _keep(inbox, folder, token, own / file.name, mapping)
        else:  # somebody was still writing
            (own / file.name).rename(_free(folder, file.name))
            own.rmdir()
    return True


def _find_taken(inbox: Inbox, folder: Path) -> bool:
    """Files that were taken by a process that got no further."""
    if not (folder / TAKEN).is_dir():
        return False
    known = set(inbox.files.filter(finished=None).values_list("token", flat=True))
    joined = joined_files(inbox)
    lost = [own for own in (folder / TAKEN).iterdir() if own.is_dir() and own.name not in known]
    for own in lost:
        over = Dropped.objects.filter(token=own.name).exists()
        file = next((f for f in own.iterdir() if is_candidate(f) and f.name not in joined), None)
        if over or file is None:
            shutil.rmtree(own)
        else:
            mapping = read_mapping(inbox.mapping, taxonomy=require_taxonomy())
            _keep(inbox, folder, own.name, file, mapping)
    return bool(lost)


def _keep(inbox: Inbox, folder: Path, token: str, file: Path, mapping: Mapping) -> None:
    """Write down what was taken, and let the worker bring it in; both or neither."""
    (size, changed, _), content = _stat(file), digest(file)
    told = {
        "inbox": inbox,
        "token": token,
        "name": file.name,
        "digest": content,
        "size": size,
        "changed_ns": changed,
    }
    mine = _for_file(mapping, file.name)
    if mine is None:
        names = ", ".join(dict.fromkeys(source.file for source in mapping.sources))
        first = Path(mapping.sources[0].file)
        like = f"{first.stem}-{timezone.localdate():%Y-%m-%d}{first.suffix}"
        error = NO_SOURCE.fill(files=names, name=file.name, like=like)
        Dropped.objects.create(**told, outcome=Outcome.REFUSED, error={"en": error.en, "de": error.de})
        return
    twin = _came_before(inbox, content)
    if twin:
        Dropped.objects.create(**told, outcome=Outcome.KNOWN, run=twin)
        return
    for joined in joined_files(inbox):
        if is_candidate(folder / joined):  # and no link to what is none of ours
            shutil.copyfile(folder / joined, file.parent / joined)
    with transaction.atomic():
        run = queue_dropped(file.name, write_mapping(mine), file.parent)
        Dropped.objects.create(**told, run=run)


def _for_file(mapping: Mapping, name: str) -> Mapping | None:
    """The mapping for this one file: of one source it is any file, of several the one that is named like it."""
    files = {source.file for source in mapping.sources}
    if len(files) > 1:
        files = {file for file in files if _is_like(name, file)}
    found = tuple(replace(source, file=name) for source in mapping.sources if source.file in files)
    return replace(mapping, sources=found, taxonomy="") if found else None


def _is_like(name: str, file: str) -> bool:
    """“orders-2026-03.csv” is like “orders.csv”; packing adds an ending."""
    stem, dot, ending = Path(file).name.partition(".")
    return name == file or any(fnmatch(name, f"{stem}{sign}*{dot}{ending}") for sign in "-_. ")


def _came_before(inbox: Inbox, found: str) -> Import | None:
    """The import that brought this very content by this very mapping, and was not taken out again."""
    before = inbox.files.filter(
        digest=found, outcome=Outcome.DONE, run__state=ImportState.DONE
    ).select_related("run")
    for earlier in before:
        run, name = earlier.run, earlier.name
        mine = _for_file(read_mapping(inbox.mapping), name)
        if run and mine and run.mapping == write_mapping(mine):
            return run
    return None


def _go_on(folder: Path, file: Dropped) -> bool:
    """Lay a file aside whose import is over; doing it again does no harm."""
    if not file.outcome:
        if file.run is None or file.run.state in (ImportState.WAITING, ImportState.RUNNING):
            return False
        file.outcome = Outcome.REFUSED if file.run.state == ImportState.FAILED else Outcome.DONE
        file.error = file.run.error
    own = folder / TAKEN / file.token
    here = own / file.name
    if not file.target:
        if here.exists() and _stat(here)[:2] != (file.size, file.changed_ns):
            file.outcome = Outcome.AGAIN
        file.target = str(_place(folder, file).relative_to(folder))
        file.save(update_fields=["outcome", "error", "target"])
    target = folder / file.target
    target.parent.mkdir(mode=0o700, exist_ok=True)
    if file.outcome != Outcome.AGAIN:
        durable.replace(target.with_name(f"{target.name}.receipt.json"), receipt(file))
    if here.exists():
        here.rename(target)
        durable.sync(target.parent)
    shutil.rmtree(own, ignore_errors=True)
    with transaction.atomic():
        if file.run:  # what a replay joins with lies in the inbox
            Import.objects.filter(pk=file.run.pk, folder=str(own.resolve())).update(
                folder=str(folder.resolve())
            )
        file.finished = timezone.now()
        file.save(update_fields=["finished"])
    return True


def _place(folder: Path, file: Dropped) -> Path:
    """Where a file is to lie in the end."""
    if file.outcome == Outcome.AGAIN:
        return _free(folder, file.name)
    return _free(folder / (QUARANTINE if file.outcome == Outcome.REFUSED else DONE), file.name)


def _free(folder: Path, name: str) -> Path:
    """A path in the folder that is not taken: the name, if need be with a number."""
    first = folder / name
    others = (first.with_name(f"{first.stem} ({n}){first.suffix}") for n in count(2))
    return next(path for path in chain([first], others) if not path.exists())


def _remove_old(inbox: Inbox, folder: Path) -> None:
    """Delete files that came in long enough ago; they hold raw names and numbers. Receipts stay."""
    limit = timezone.now() - timedelta(days=inbox.kept_days)
    _remove(inbox.files.filter(finished__lt=limit), folder)


def _remove(files: QuerySet[Dropped], folder: Path) -> None:
    for file in files.filter(removed=None, outcome__in=(Outcome.DONE, Outcome.KNOWN)):
        (folder / file.target).unlink(missing_ok=True)
        Dropped.objects.filter(pk=file.pk).update(removed=timezone.now())


def forget_files(entity: int) -> None:
    """Delete every file that came in and still lies there: in which of them somebody is named, nobody can tell for sure."""
    for inbox in Inbox.objects.all():
        _remove(inbox.files.exclude(finished=None), folder_of(inbox))


def _is_settled(file: Path) -> bool:
    """Whether a file has stayed as it is for long enough, by its own time and by what was seen before."""
    now, is_now, seen = time.monotonic(), _stat(file), _seen.get(file)
    if seen and seen[0] == is_now:
        return now - seen[1] >= SETTLED
    _seen[file] = (is_now, now)
    return seen is None and time.time() - is_now[1] / 1e9 >= SETTLED


def _forget(folder: Path, waiting: list[Path]) -> None:
    for file in [file for file in _seen if file.parent == folder and file not in waiting]:
        del _seen[file]


def _stat(file: Path) -> Seen:
    found = file.lstat()
    return found.st_size, found.st_mtime_ns, found.st_ino
