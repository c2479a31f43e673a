"""How good the data of a source or a department is: five shares, and the weakest of them as the score."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.outside.arrivals import TIMELY_DAYS
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leitstern.core.stats.estimate import Measured

FEWEST = 5  # customers


class Side(StrEnum):
    """What may be wrong with data."""

    READ = "read"
    NEW = "new"
    MAPPED = "mapped"
    COMPLETE = "complete"
    TIMELY = "timely"


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted. Sums of floats where a department takes its part of what its sources put aside."""

    received: float = 0  # items
    quarantined: float = 0
    duplicates: float = 0
    items: int = 0  # contacts and answers that are stored
    mapped: int = 0
    complete: int = 0
    judged: int = 0  # of the items, those that did not come as history
    timely: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.received + other.received,
            self.quarantined + other.quarantined,
            self.duplicates + other.duplicates,
            self.items + other.items,
            self.mapped + other.mapped,
            self.complete + other.complete,
            self.judged + other.judged,
            self.timely + other.timely,
        )

    def part(self, share: float) -> Tally:
        """As much of what was received as belongs to a `share` of the items."""
        return Tally(self.received * share, self.quarantined * share, self.duplicates * share)


@dataclass(frozen=True, slots=True)
class Quality:
    """The five shares of one source or department, each exact with its n, and the weakest of them."""

    sides: dict[Side, Measured]

    @property
    def weakest(self) -> Side | None:
        """The lowest side; of equal ones the first, as they build on each other. None if none can be told."""
        told = {side: value for side, value in self.sides.items() if isinstance(value, Estimate)}
        return min(told, key=lambda side: told[side].value) if told else None

    @property
    def score(self) -> Measured:
        """The weakest side: nothing makes up for it."""
        return self.sides[self.weakest] if self.weakest else self.sides[Side.READ]

    @property
    def advice(self) -> Text | None:
        """What to do about the weakest side; None where it is whole."""
        score = self.score
        if self.weakest is None or isinstance(score, Missing) or score.value == 1:
            return None
        return ADVICE[self.weakest]


def quality(tally: Tally, customers: int) -> Quality:
    """The five shares; hidden where the items are of fewer than five customers."""
    if 0 < customers < FEWEST:
        return Quality(dict.fromkeys(Side, Missing("too-few", TOO_FEW)))
    return Quality(
        {
            Side.READ: _share(tally.received - tally.quarantined, tally.received, NOTHING),
            Side.NEW: _share(tally.received - tally.duplicates, tally.received, NOTHING),
            Side.MAPPED: _share(tally.mapped, tally.items, NOTHING),
            Side.COMPLETE: _share(tally.complete, tally.mapped, NOTHING_MAPPED),
            Side.TIMELY: _share(tally.timely, tally.judged, ONLY_HISTORY),
        }
    )


def together(tallies: Iterable[Tally]) -> Tally:
    """Several as one."""
    return sum(tallies, Tally())


def lowest_first[K](found: dict[K, Quality]) -> list[tuple[K, Quality]]:
    """The worst score first, those that cannot be told last."""
    return sorted(found.items(), key=lambda pair: _rank(pair[1].score))


def _rank(score: Measured) -> float:
    return score.value if isinstance(score, Estimate) else 2.0


def _share(part: float, whole: float, otherwise: Text) -> Measured:
    if whole < 0.5:  # of less than one item nothing can be said
        return Missing("nothing-counted", otherwise)
    value = min(max(part / whole, 0.0), 1.0)
    return Estimate(value, value, value, round(whole))


NAMES = {
    Side.READ: Text(en="Could be read", de="Lesbar"),
    Side.NEW: Text(en="Not known before", de="Nicht schon bekannt"),
    Side.MAPPED: Text(en="Mapped", de="Zugeordnet"),
    Side.COMPLETE: Text(en="Complete", de="Vollständig"),
    Side.TIMELY: Text(en="In time", de="Rechtzeitig"),
}
ADVICE = {
    Side.READ: Text(
        en="Look at the reasons in quarantine, mend the mapping, try the rows again.",
        de="Sehen Sie die Gründe in der Quarantäne an, verbessern Sie die Zuordnung, und verarbeiten Sie die Zeilen erneut.",
    ),
    Side.NEW: Text(
        en="Let the system hand over only what is new; whole tables every time cost time and hide what is missing.",
        de="Lassen Sie das System nur Neues liefern; jedes Mal ganze Tabellen kosten Zeit und verdecken, was fehlt.",
    ),
    Side.MAPPED: Text(
        en="Decide which touchpoint the values stand for that the taxonomy does not know.",
        de="Entscheiden Sie, für welchen Kontaktpunkt die Werte stehen, die die Taxonomie nicht kennt.",
    ),
    Side.COMPLETE: Text(
        en="Give the mapping columns for department and channel, and let the system hand over the time of day.",
        de="Nennen Sie in der Zuordnung Spalten für Bereich und Kanal, und lassen Sie das System die Uhrzeit mitliefern.",
    ),
    Side.TIMELY: Text(
        en="Let files come more often, best into an inbox every night.",
        de="Lassen Sie die Dateien öfter kommen, am besten jede Nacht in einen Eingang.",
    ),
}
TOO_FEW = Text(
    en="not shown: fewer than five customers", de="nicht gezeigt: weniger als fünf Kundinnen und Kunden"
)
NOTHING = Text(en="nothing came in", de="nichts kam herein")
NOTHING_MAPPED = Text(en="nothing is mapped", de="nichts ist zugeordnet")
ONLY_HISTORY = Text(
    en="only history so far",
    de="bisher nur Vorgeschichte",
)
IN_TIME = Text(
    en=f"stored within {TIMELY_DAYS} days of happening",
    de=f"binnen {TIMELY_DAYS} Tagen nach dem Geschehen gespeichert",
)
