"""Whether a change arrives: shares of people from published cells of a wave, never of single people.

The pulse asks one yes-or-no question per dimension. A published level is then four times the share who said yes, so
the share and Wilson's interval follow from what everybody may read, and give nobody away.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.inside.instrument import HIGHEST_LEVEL
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.stats.intervals import wilson
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from leitstern.core.stats.estimate import Measured

INSTRUMENT = "leitstern-change"
HALF = 0.5
THIRD = 1 / 3


class Asked(StrEnum):
    """What the pulse asks, by dimension of its instrument."""

    WHY = "change-why"
    WORK = "change-work"
    PRINCIPLES = "change-principles"
    STOP = "change-stop"
    RIGHT = "change-right"
    LOAD = "change-load"
    MANAGER = "change-manager"
    HEARD = "change-heard"
    TOP = "change-top"
    OURS = "change-ours"


UNDERSTANDING = (Asked.WHY, Asked.WORK, Asked.PRINCIPLES, Asked.STOP)
CARRYING = (Asked.RIGHT, Asked.LOAD, Asked.MANAGER, Asked.HEARD)
BACKING = (Asked.TOP, Asked.OURS)

SAID: dict[Asked, Text] = {
    Asked.WHY: Text(en="can explain why we do this", de="können erklären, warum wir das machen"),
    Asked.WORK: Text(en="know what changes in their work", de="wissen, was sich in ihrer Arbeit ändert"),
    Asked.PRINCIPLES: Text(en="can say which principles apply", de="können sagen, welche Prinzipien gelten"),
    Asked.STOP: Text(en="can say what we stop", de="können sagen, was wir lassen"),
    Asked.RIGHT: Text(en="think the change is right", de="halten die Veränderung für richtig"),
    Asked.LOAD: Text(en="can manage it beside their other work", de="schaffen sie neben der übrigen Arbeit"),
    Asked.MANAGER: Text(en="are helped by their manager", de="bekommen Hilfe von ihrer Führungskraft"),
    Asked.HEARD: Text(
        en="find that what they say has an effect", de="erleben, dass etwas bewirkt, was sie sagen"
    ),
    Asked.TOP: Text(
        en="find that top management stands behind it", de="erleben, dass die Geschäftsleitung dahintersteht"
    ),
    Asked.OURS: Text(
        en="do not leave customers to the team for customer experience",
        de="überlassen Kundinnen und Kunden nicht dem Team für Kundenerlebnis",
    ),
}

EXCUSED = Text(
    en="{percent} of 100 ({low} to {high}, n {n}) say that customers are the job of the team for customer experience.",
    de="{percent} von 100 ({low} bis {high}, n {n}) sagen, Kundinnen und Kunden seien die Aufgabe des Teams für "
    "Kundenerlebnis.",
)
NOT_ASKED = Missing("not-asked", Text(en="was not asked", de="wurde nicht gefragt"))
NOBODY_ASKED = Text(
    en="Nobody has been asked yet whether the change arrives.",
    de="Noch wurde niemand gefragt, ob die Veränderung ankommt.",
)
UNDERSTOOD = Text(
    en="{percent} of 100 can explain why we do this.",
    de="{percent} von 100 können erklären, warum wir das machen.",
)
LOW = Text(
    en="In {unit} fewer than half can explain why we do this.",
    de="In {unit} kann weniger als die Hälfte erklären, warum wir das machen.",
)
LOW_MANY = Text(
    en="In {n} departments fewer than half can explain why we do this, fewest in {unit}.",
    de="In {n} Bereichen kann weniger als die Hälfte erklären, warum wir das machen, am seltensten in {unit}.",
)
OVERLOADED = Text(
    en="In {unit} more than a third cannot manage the change beside their other work. That speaks of time and tasks, not of the people: something has to be taken off them.",
    de="In {unit} schafft mehr als ein Drittel die Veränderung nicht neben der übrigen Arbeit. Das sagt etwas über Zeit und Aufgaben, nicht über die Menschen: Es muss etwas wegfallen.",
)
DOUBTING = Text(
    en="In {unit} more than a third do not think the change is right. Ask what they know that the plan does not: doubt is often the first to see a fault.",
    de="In {unit} hält mehr als ein Drittel die Veränderung nicht für richtig. Fragen Sie, was man dort weiß und der Plan nicht: Zweifel sehen Fehler oft zuerst.",
)


@dataclass(frozen=True, slots=True)
class UnitPulse:
    """What was published of one department: a share per question, or why it is hidden."""

    unit: str
    name: Text
    shares: Mapping[Asked, Measured]
    own: bool = False  # only who belongs to it directly

    def share(self, asked: Asked) -> Measured:
        """The share who said yes."""
        return self.shares.get(asked, NOT_ASKED)

    @property
    def understands_little(self) -> bool:
        """Whether surely fewer than half can explain why."""
        found = self.share(Asked.WHY)
        return isinstance(found, Estimate) and found.high < HALF

    @property
    def excused(self) -> Text:
        """How many leave customers to the one team, or why it is not told; asked the other way round, so it is the rest."""
        found = self.share(Asked.OURS)
        if isinstance(found, Missing):
            return found.reason
        percents = [round(100 * (1 - each)) for each in (found.value, found.high, found.low)]
        return EXCUSED.fill(percent=percents[0], low=percents[1], high=percents[2], n=found.n)

    @property
    def overloaded(self) -> bool:
        """Whether surely more than a third cannot manage it."""
        return _surely_missing(self.share(Asked.LOAD))

    @property
    def doubting(self) -> bool:
        """Whether surely more than a third do not think it right."""
        return _surely_missing(self.share(Asked.RIGHT))

    @property
    def notes(self) -> tuple[Text, ...]:
        """What is to be said about the department; never about people in it."""
        said = ((self.overloaded, OVERLOADED), (self.doubting, DOUBTING))
        return tuple(text.fill(unit=self.name) for fits, text in said if fits)


def share_of(level: Measured) -> Measured:
    """The share who said yes, from a published level of a yes-or-no question with one statement."""
    if isinstance(level, Missing):
        return level
    share = level.value / HIGHEST_LEVEL
    low, high = wilson(share, level.n)
    return Estimate(share, min(low, share), max(high, share), level.n, grade="stated", as_of=level.as_of)


def sentence(company: UnitPulse | None, units: Iterable[UnitPulse]) -> Text:
    """The finding: departments that surely do not know why, else how many know."""
    if company is None:
        return NOBODY_ASKED
    low = sorted((each for each in units if each.understands_little), key=_understanding)
    if low:
        frame = LOW if len(low) == 1 else LOW_MANY
        return frame.fill(unit=low[0].name, n=len(low))
    found = company.share(Asked.WHY)
    return found.reason if isinstance(found, Missing) else UNDERSTOOD.fill(percent=round(found.value * 100))


def _understanding(each: UnitPulse) -> float:
    found = each.share(Asked.WHY)
    return found.value if isinstance(found, Estimate) else 1.0


def _surely_missing(yes: Measured) -> bool:
    return isinstance(yes, Estimate) and 1 - yes.high > THIRD
