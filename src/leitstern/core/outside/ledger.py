"""The ledger of what came in: received = stored + quarantined + duplicates, by source and hour or day.

Every run says of each source what became of its items. That the books are right is not believed but looked up: as many
rows have to lie in the lake, and as many in quarantine, as every run booked.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.texts import Text, grouped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime, tzinfo


class Span(StrEnum):
    """How long one line of the ledger is."""

    HOUR = "hour"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Items:
    """Contacts, promises and answers, counted; what was `not_selected` are rows the mapping left out, never received."""

    received: int = 0
    stored: int = 0
    quarantined: int = 0
    duplicates: int = 0
    not_selected: int = 0

    def __add__(self, other: Items) -> Items:
        return Items(
            self.received + other.received,
            self.stored + other.stored,
            self.quarantined + other.quarantined,
            self.duplicates + other.duplicates,
            self.not_selected + other.not_selected,
        )

    @property
    def unaccounted(self) -> int:
        """Received and neither stored nor quarantined nor known before; below 0 if more was booked than came in."""
        return self.received - self.stored - self.quarantined - self.duplicates


@dataclass(frozen=True, slots=True)
class Booked:
    """What a run says of one source. `again`: it read a quarantine, not files. `by_hand`: people entered it."""

    run: int
    source: str
    at: datetime
    items: Items
    put_aside: int = 0  # rows
    again: bool = False
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """What is there of a run today: rows in the lake, and rows in its quarantine, those read again included."""

    stored: int
    put_aside: int


@dataclass(frozen=True, slots=True)
class Line:
    """What came in of one source within an hour or a day."""

    begin: datetime
    source: str
    again: bool
    items: Items
    runs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """Whether the books are right. `faults` say where they are not; `erased` is how many rows went with customers."""

    items: Items
    faults: tuple[Text, ...]
    erased: int

    @property
    def sentence(self) -> Text:
        """The balance in words."""
        if self.faults:
            return (ONE_FAULT if len(self.faults) == 1 else FAULTS).fill(n=len(self.faults))
        if not self.items.received:
            return NOTHING
        return RIGHT.fill(
            received=grouped(self.items.received),
            stored=grouped(self.items.stored),
            quarantined=grouped(self.items.quarantined),
            duplicates=grouped(self.items.duplicates),
        )


def lines(booked: Iterable[Booked], span: Span, zone: tzinfo) -> list[Line]:
    """The ledger, newest first, in days or hours of `zone`.

    What people entered by hand has no hours: they would be hours of those who entered it.
    """
    found: dict[tuple[str, str, bool], Line] = {}
    for each in booked:
        if each.by_hand and span is Span.HOUR:
            continue
        begin = each.at.astimezone(zone).replace(minute=0, second=0, microsecond=0)
        begin = begin.replace(hour=0, fold=0) if span is Span.DAY else begin
        # As text the hour that exists twice stays two hours.
        key = begin.isoformat(), each.source, each.again
        there = found.get(key, Line(begin, each.source, each.again, Items(), ()))
        runs = tuple(sorted({*there.runs, each.run}))
        found[key] = Line(there.begin, each.source, each.again, there.items + each.items, runs)
    return sorted(found.values(), key=lambda line: (-line.begin.timestamp(), line.source, line.again))


def balance(booked: Sequence[Booked], held: Mapping[int, Held], erased: datetime | None) -> Balance:
    """Hold what every run booked against what is there. `erased` is when a customer was erased last.

    The sum leaves out what was read again: it had been received before. Fewer rows than booked are no fault where a
    customer was erased after the run; more rows are always one.
    """
    faults: list[Text] = []
    gone = 0
    for run in sorted({each.run for each in booked}):
        mine = [each for each in booked if each.run == run]
        faults += [
            UNACCOUNTED.fill(run=run, source=each.source, n=each.items.unaccounted)
            for each in mine
            if each.items.unaccounted
        ]
        there = held.get(run, Held(0, 0))
        excused = erased is not None and max(each.at for each in mine) <= erased
        missing = sum(each.items.stored for each in mine) - there.stored
        aside = sum(each.put_aside for each in mine if not each.again) - there.put_aside
        if missing > 0 and excused:
            gone += missing
        elif missing:
            faults.append((FEWER if missing > 0 else MORE).fill(run=run, n=abs(missing)))
        if aside and not (aside > 0 and excused):
            faults.append((ASIDE_FEWER if aside > 0 else ASIDE_MORE).fill(run=run, n=abs(aside)))
    total = sum((each.items for each in booked if not each.again), Items())
    return Balance(total, tuple(faults), gone)


NOTHING = Text(en="Nothing has come in yet.", de="Es ist noch nichts angekommen.")
RIGHT = Text(
    en="It all adds up: {received} received = {stored} stored + {quarantined} quarantined + {duplicates} duplicates",
    de="Es geht alles auf: {received} empfangen = {stored} gespeichert + {quarantined} in Quarantäne + {duplicates} Dubletten",
)
ONE_FAULT = Text(en="It does not add up at one place.", de="An einer Stelle geht es nicht auf.")
FAULTS = Text(en="It does not add up at {n} places.", de="An {n} Stellen geht es nicht auf.")
UNACCOUNTED = Text(
    en="Import {run}, source {source}: of what was received, {n} more than was stored, quarantined or known before.",
    de="Import {run}, Quelle {source}: {n} mehr empfangen als gespeichert, in Quarantäne oder schon bekannt.",
)
FEWER = Text(
    en="Import {run}: {n} fewer rows are stored than were booked, and nobody was erased since. Restore a backup.",
    de="Import {run}: {n} Zeilen weniger gespeichert als verbucht, und seither wurde niemand gelöscht. Stellen Sie eine "
    "Sicherung wieder her.",
)
MORE = Text(
    en="Import {run}: {n} more rows are stored than were booked. Take the import out and bring it in again.",
    de="Import {run}: {n} Zeilen mehr gespeichert als verbucht. Nehmen Sie den Import zurück, und lesen Sie ihn neu ein.",
)
ASIDE_FEWER = Text(
    en="Import {run}: {n} fewer rows lie in quarantine than were booked, and nobody was erased since. Restore a backup.",
    de="Import {run}: {n} Zeilen weniger in Quarantäne als verbucht, und seither wurde niemand gelöscht. Stellen Sie eine "
    "Sicherung wieder her.",
)
ASIDE_MORE = Text(
    en="Import {run}: {n} more rows lie in quarantine than were booked. Take the import out and bring it in again.",
    de="Import {run}: {n} Zeilen mehr in Quarantäne als verbucht. Nehmen Sie den Import zurück, und lesen Sie ihn neu ein.",
)
