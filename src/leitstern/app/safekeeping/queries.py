"""Backups and what they still hold of people who were erased."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from leitstern.app.common.lookups import or_not_found
from leitstern.app.common.models import AuditEntry
from leitstern.app.safekeeping.models import Backup, Taken
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import datetime

NO_BACKUP = Text(en="There is no such backup.", de="Diese Sicherung gibt es nicht.")
NO_EXPORT = Text(
    en="There is no such export, or it has expired. Make a new one.",
    de="Diesen Export gibt es nicht, oder er ist abgelaufen. Legen Sie einen neuen an.",
)
NONE_KEPT = Text(
    en="No backup is kept: what was erased is gone.",
    de="Es gibt keine Sicherung: Was gelöscht wurde, ist weg.",
)
NOBODY_HELD = Text(
    en="Nobody was erased since the oldest backup was made.",
    de="Seit der ältesten Sicherung wurde niemand gelöscht.",
)
ONE_HELD = Text(
    en="One customer was erased since the oldest backup was made, and stays in it until it is deleted.",
    de="Eine Person wurde seit der ältesten Sicherung gelöscht; darin bleibt sie, bis diese Sicherung gelöscht ist.",
)
SOME_HELD = Text(
    en="{n} customers were erased since the oldest backup was made, and stay in it until it is deleted.",
    de="{n} Personen wurden seit der ältesten Sicherung gelöscht; darin bleiben sie, bis diese Sicherung gelöscht ist.",
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup that was made, whether its file is there, and how many were erased since."""

    backup: Backup
    is_there: bool
    erased_since: int

    @property
    def problem(self) -> Text | None:
        """What was wrong when it was tried last."""
        return Text(**self.backup.problem) if self.backup.problem else None


def backups() -> list[Kept]:
    """All that were not removed, newest first."""
    moments = _moments()
    return [
        Kept(each, Path(each.place).is_file(), sum(at > each.created for at in moments))
        for each in Backup.objects.filter(removed=None)
    ]


def backup_called(number: int) -> Backup:
    """One of them. Raises NotFound."""
    return or_not_found(Backup.objects.filter(pk=number, removed=None).first(), NO_BACKUP)


def still_held(found: list[Kept]) -> Text:
    """Whether backups hold people who were erased, in words."""
    if not found:
        return NONE_KEPT
    most = max(each.erased_since for each in found)
    return NOBODY_HELD if not most else ONE_HELD if most == 1 else SOME_HELD.fill(n=most)


def exports() -> list[Taken]:
    """Archives in open formats that were not removed, newest first."""
    return list(Taken.objects.filter(removed=None))


def export_called(number: int) -> Taken:
    """One of them, whether it is written yet or not. Raises NotFound."""
    return or_not_found(Taken.objects.filter(pk=number, removed=None).first(), NO_EXPORT)


def _moments() -> list[datetime]:
    return list(AuditEntry.objects.filter(verb="erase customer").values_list("at", flat=True))
