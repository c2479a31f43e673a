"""Inboxes as pages, programs and the terminal show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Count, Q
from django.utils import timezone

from leitstern.app.intake.inbox_folders import candidates, folder_of
from leitstern.app.intake.inbox_receipt import said, totals
from leitstern.app.intake.models import Dropped, Import, ImportState, Inbox, Outcome
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import datetime

SILENT = timedelta(minutes=5)  # without a look: nobody is looking any more
SHOWN = 20  # files that came last
OFFERED = 20  # mappings of imports to choose from

LOOKS = Text(en="looks regularly", de="sieht regelmäßig nach")
NEVER = Text(
    en="nobody has looked yet; `leitstern serve` does",
    de="bisher sah niemand nach; das tut `leitstern serve`",
)
ASLEEP = Text(
    en="nobody looks any more; is `leitstern serve` running?",
    de="es sieht niemand mehr nach; läuft `leitstern serve`?",
)
CLOSED = Text(en="closed", de="geschlossen")


@dataclass(frozen=True, slots=True)
class Watched:
    """One inbox: where it lies, what lies in it, when it was last looked at, and what is wrong."""

    inbox: Inbox
    path: str
    waiting: int
    under_way: int
    done: int
    refused: int

    @property
    def life(self) -> Text:
        """Whether somebody looks, or what is wrong."""
        if not self.inbox.is_open:
            return CLOSED
        if self.inbox.problem:
            return Text(**self.inbox.problem)
        if self.inbox.looked is None:
            return NEVER
        return ASLEEP if self.is_silent else LOOKS

    @property
    def is_silent(self) -> bool:
        """Whether the last look is too long ago."""
        looked: datetime | None = self.inbox.looked
        return looked is None or timezone.now() - looked > SILENT

    @property
    def is_well(self) -> bool:
        """Whether files come in."""
        return self.inbox.is_open and not self.inbox.problem and not self.is_silent


def watched() -> list[Watched]:
    """All inboxes by name."""
    counts = {
        "under_way": Count("files", filter=Q(files__finished=None)),
        "done": Count("files", filter=Q(files__outcome__in=(Outcome.DONE, Outcome.KNOWN))),
        "refused": Count("files", filter=Q(files__outcome=Outcome.REFUSED)),
    }
    return [
        Watched(
            inbox=inbox,
            path=str(folder_of(inbox)),
            waiting=_waiting(inbox),
            **{name: getattr(inbox, name) for name in counts},
        )
        for inbox in Inbox.objects.annotate(**counts).order_by("name")
    ]


def came_last() -> list[tuple[Dropped, Text]]:
    """The files that were taken last, and what became of each."""
    files = Dropped.objects.select_related("inbox", "run")[:SHOWN]
    return [(file, said(file, totals(file))) for file in files]


def usable_mappings() -> list[Import]:
    """The newest imports whose mapping an inbox could use."""
    done = Import.objects.filter(state=ImportState.DONE, quarantine_of=None, digests__gt="", dropped=None)
    return list(done.defer("sources")[:OFFERED])


def _waiting(inbox: Inbox) -> int:
    try:
        return len(candidates(inbox))
    except OSError:
        return 0
