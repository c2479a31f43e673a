"""What leaders have taken on against the hours they declared, and what could be dropped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.bridge.leadership.terms import Work
from leitstern.core.inside.wording import decimal, listed
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from leitstern.core.stats.estimate import Measured

NOT_DECLARED = Missing(
    "not-declared",
    Text(en="nobody has declared any hours yet", de="noch hat niemand Stunden angegeben"),
)
NO_HOURS = Missing(
    "no-hours",
    Text(
        en="no hour was declared, so everything planned is too much",
        de="es wurde keine Stunde angegeben; alles, was geplant ist, ist also zu viel",
    ),
)
OVER = Text(
    en="{hours} of {capacity} hours a month are taken: {more} too many.",
    de="{hours} von {capacity} Stunden im Monat sind vergeben: {more} zu viel.",
)
WITHIN = Text(
    en="{hours} of {capacity} hours a month are taken.",
    de="{hours} von {capacity} Stunden im Monat sind vergeben.",
)
EMPTY = Text(en="Nothing is planned yet.", de="Noch ist nichts geplant.")
NONE_DECLARED = Text(
    en="{hours} hours a month are taken, and none were declared.",
    de="{hours} Stunden im Monat sind vergeben, angegeben sind keine.",
)
DROP = Text(
    en="Without {what} it would fit: {hours} hours a month.",
    de="Ohne {what} würde es passen: {hours} Stunden im Monat.",
)
NOTHING_TO_DROP = Text(
    en="Nothing of it was marked as something that could be dropped; either more hours are needed, or somebody decides what ends.",
    de="Nichts davon ist als verzichtbar gekennzeichnet; entweder braucht es mehr Stunden, oder jemand entscheidet, was endet.",
)
DROP_ALL = Text(
    en="Even without {what} it would be {hours} hours a month: more than declared.",
    de="Selbst ohne {what} wären es {hours} Stunden im Monat: mehr als angegeben.",
)
AND = Text(en="and", de="und")
QUOTED = Text(en="“{title}”", de="„{title}“")


@dataclass(frozen=True, slots=True)
class Commitment:
    """Hours a month for something, from a day until another (None = open). `droppable`: could be left out or wait."""

    title: str
    hours: float
    work: Work
    droppable: bool
    since: date
    until: date | None = None

    def there(self, day: date) -> bool:
        """Whether it takes hours on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Load:
    """One board area: hours declared a month (None = nobody did), what is taken of them, and what could be dropped."""

    area: str
    declared: float | None
    commitments: tuple[Commitment, ...]
    as_of: date

    @property
    def hours(self) -> float:
        """All hours taken."""
        return sum(each.hours for each in self.commitments)

    @property
    def change_hours(self) -> float:
        """Those for planned change."""
        return sum(each.hours for each in self.commitments if each.work is Work.CHANGE)

    @property
    def for_change(self) -> float | None:
        """Hours declared less running duties: what there is for change; None while nobody declared any."""
        if self.declared is None:
            return None
        return max(0.0, self.declared - (self.hours - self.change_hours))

    @property
    def share(self) -> Measured:
        """Hours taken ÷ hours declared: counted from what was entered, so the interval is the value itself."""
        if self.declared is None:
            return NOT_DECLARED
        if self.declared == 0:
            return NO_HOURS
        found = self.hours / self.declared
        return Estimate(found, found, found, len(self.commitments), grade="stated", as_of=self.as_of)

    @property
    def over(self) -> bool:
        """More is taken than was declared."""
        return self.declared is not None and self.hours > self.declared

    @property
    def sentence(self) -> Text:
        """The load in words."""
        if not self.commitments:
            return EMPTY
        if not self.declared:
            return NONE_DECLARED.fill(hours=decimal(self.hours))
        said = {"hours": decimal(self.hours), "capacity": decimal(self.declared)}
        return (
            OVER.fill(more=decimal(self.hours - self.declared), **said) if self.over else WITHIN.fill(**said)
        )

    @property
    def advice(self) -> Text | None:
        """What could be dropped so that it fits: as little as possible of what was marked, the largest first."""
        if not self.over or self.declared is None:
            return None
        marked = [each for each in self.commitments if each.droppable]
        if not marked:
            return NOTHING_TO_DROP
        chosen = drop(marked, self.hours - self.declared)
        what = listed([QUOTED.fill(title=each.title) for each in chosen], AND)
        left = self.hours - sum(each.hours for each in chosen)
        return (DROP if left <= self.declared else DROP_ALL).fill(what=what, hours=decimal(left))


def drop(marked: Sequence[Commitment], too_much: float) -> tuple[Commitment, ...]:
    """The fewest commitments that free so many hours; one that is just large enough if a single one suffices."""
    single = [each for each in marked if each.hours >= too_much]
    if single:
        return (min(single, key=lambda each: each.hours),)
    chosen: list[Commitment] = []
    for each in sorted(marked, key=lambda each: -each.hours):
        chosen.append(each)
        if sum(one.hours for one in chosen) >= too_much:
            break
    return tuple(chosen)


def loads(
    areas: Iterable[str], declared: dict[str, float], taken: dict[str, Sequence[Commitment]], day: date
) -> tuple[Load, ...]:
    """Every board area on a day, in order."""
    return tuple(
        Load(area, declared.get(area), tuple(each for each in taken.get(area, ()) if each.there(day)), day)
        for area in areas
    )
