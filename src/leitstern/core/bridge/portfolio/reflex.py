"""Technology approved by reflex: approvals of technology initiatives without an outcome chain, year by year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.bridge.portfolio.finding import Finding, Row, Topic
from leitstern.core.stats.estimate import Estimate
from leitstern.core.stats.intervals import wilson
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

CHAIN = "chain"  # code of the obstacle
NONE = Text(
    en="No technology was approved without saying which outcome for the customer it serves.",
    de="Keine Technologie wurde genehmigt, ohne dass gesagt war, welchem Ergebnis für die Kundschaft sie dient.",
)
SOME = Text(
    en="Technology approved by reflex: {n} of {all}, without saying which outcome for the customer it serves.",
    de="Reflexartig genehmigte Technologie: {n} von {all}, ohne dass gesagt war, welchem Ergebnis für die Kundschaft sie dient.",
)
WHY = Text(
    en="Whoever reaches for technology by reflex skips the question of what it is for. Exceptions count, too: the reason does not replace the outcome.",
    de="Wer reflexartig nach Technologie greift, überspringt die Frage, wofür. Auch Ausnahmen zählen: Der Grund ersetzt das Ergebnis nicht.",
)
LIMITS = Text(
    en="Counts approvals kept here, in the year they were given; the interval says how far so few approvals can tell.",
    de="Gezählt sind die hier festgehaltenen Genehmigungen, im Jahr ihrer Erteilung; das Intervall sagt, wie weit so wenige Genehmigungen tragen.",
)
YEAR = Text(en="{year}: {n} of {all}", de="{year}: {n} von {all}")


@dataclass(frozen=True, slots=True)
class Approved:
    """A technology initiative was approved on a day, by reflex or not; withdrawn approvals count, too."""

    day: date
    initiative: int
    title: str
    reflex: bool


def reflex_finding(approvals: Sequence[Approved], today: date) -> Finding | None:
    """The share over all approvals of technology, with a row per year; None without any."""
    if not approvals:
        return None
    found, n = [each for each in approvals if each.reflex], len(approvals)
    low, high = wilson(len(found) / n, n)
    years = sorted({each.day.year for each in approvals})
    rows = (
        *(
            Row(
                YEAR.fill(
                    year=year,
                    n=sum(each.day.year == year for each in found),
                    all=sum(each.day.year == year for each in approvals),
                )
            )
            for year in years
        ),
        *(Row(Text(each.title, each.title), each.initiative) for each in found),
    )
    return Finding(
        Topic.REFLEX,
        bool(found),
        SOME.fill(n=len(found), all=n) if found else NONE,
        WHY,
        LIMITS,
        rows,
        Estimate(len(found) / n, low, high, n, as_of=today),
    )
