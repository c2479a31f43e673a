"""What leaders did to accompany the change: per board area and quarter, never per person."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from leitstern.core.bridge.leadership.terms import ActKind
from leitstern.core.months import quarter
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from leitstern.core.bridge.leadership.terms import Duty

PATIENCE = timedelta(days=14)  # in which one may still write down what follows
OPEN_TOO_LONG = timedelta(days=90)
ASKS_FOR_MORE = frozenset({ActKind.DIALOGUE, ActKind.VISIT, ActKind.HURDLE})
NOTHING_FOLLOWS = Text(
    en="Nothing is written down that follows from it.", de="Es steht nicht da, was daraus folgt."
)
NOT_DONE = Text(
    en="What was to follow is still open after three months.",
    de="Was daraus folgen sollte, ist nach drei Monaten noch offen.",
)


@dataclass(frozen=True, slots=True)
class Act:
    """One accompanying act, in office. `area` is the board area whose duty it was; `place` where it took place.

    `seen` is what somebody saw there, `follow_up` what follows, `done` the day it was done. `place` is the slug of a
    department, or the words of whoever entered it.
    """

    key: int
    day: date
    kind: ActKind
    area: str
    place: str = ""
    said: str = ""
    seen: str = ""
    follow_up: str = ""
    done: date | None = None
    duty: Duty | None = None


@dataclass(frozen=True, slots=True)
class Presence:
    """One board area: its acts by quarter and kind, its visits against those agreed per quarter (None = none agreed)."""

    area: str
    by_quarter: Mapping[date, Counter[ActKind]]
    visits_agreed: int | None

    def total(self, first: date) -> int:
        """All acts of a quarter."""
        return self.by_quarter[first].total() if first in self.by_quarter else 0

    def visits(self, first: date) -> int:
        """Visits of a quarter."""
        return self.by_quarter.get(first, Counter())[ActKind.VISIT]

    def visits_kept(self, first: date) -> bool | None:
        """Whether as many visits took place as were agreed; None where none were."""
        return None if self.visits_agreed is None else self.visits(first) >= self.visits_agreed


def presence(acts: Iterable[Act], areas: Sequence[str], agreed: Mapping[str, int]) -> tuple[Presence, ...]:
    """Every board area in order, also those without any act; areas that are no more come last, if they have acts."""
    found: dict[str, dict[date, Counter[ActKind]]] = {area: {} for area in areas}
    for act in acts:
        of = found.setdefault(act.area, {})
        of.setdefault(quarter(act.day), Counter())[act.kind] += 1
    return tuple(Presence(area, of, agreed.get(area)) for area, of in found.items())


def loose_end(act: Act, today: date) -> Text | None:
    """What is gently pointed out about an act; None where nothing is."""
    if not act.follow_up:
        waited = act.kind in ASKS_FOR_MORE and act.day + PATIENCE < today
        return NOTHING_FOLLOWS if waited else None
    return NOT_DONE if act.done is None and act.day + OPEN_TOO_LONG < today else None


def places(acts: Iterable[Act], since: date) -> dict[str, Counter[ActKind]]:
    """Where leaders were since a day: acts by place and kind, most acts first."""
    found: dict[str, Counter[ActKind]] = {}
    for act in acts:
        if act.place and act.day >= since:
            found.setdefault(act.place, Counter())[act.kind] += 1
    return dict(sorted(found.items(), key=lambda each: (-each[1].total(), each[0])))
