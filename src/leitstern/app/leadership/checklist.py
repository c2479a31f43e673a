"""What shows that leaders do what only leaders can, and that the four recommendations are followed."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np
from django.urls import reverse

from leitstern.app.common.findings import once
from leitstern.app.evidence.queries import credited_ratings
from leitstern.app.leadership.queries import board_meetings, standing_acts
from leitstern.app.portfolio.queries import portfolio
from leitstern.app.portfolio.standing import goals
from leitstern.core.bridge.leadership.checklist import RECOMMENDATIONS, Fact, Point
from leitstern.core.bridge.leadership.minutes import share
from leitstern.core.bridge.leadership.terms import DUTIES, Duty
from leitstern.core.bridge.portfolio.mix import make
from leitstern.core.bridge.portfolio.strategy import check
from leitstern.core.inside.wording import decimal
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.bridge.portfolio.picture import Portfolio

YEAR = timedelta(days=365)
HALF_A_YEAR = timedelta(days=183)
REPEATABLE = 2.0  # level of 4 from which on something is more than single attempts
ACTS = Text(
    en="{n} acts of leaders in twelve months", de="{n} Begleitungen durch die Führung in zwölf Monaten"
)
ONE_ACT = Text(
    en="one act of leaders in twelve months", de="eine Begleitung durch die Führung in zwölf Monaten"
)
NO_ACTS = Text(
    en="no act of leaders in twelve months", de="keine Begleitung durch die Führung in zwölf Monaten"
)
GOALS = Text(
    en="{n} of {all} goals say what is measured, from where to where, who answers and how often one looks",
    de="{n} von {all} Zielen sagen, was gemessen wird, von wo nach wo, wer einsteht und wie oft jemand nachsieht",
)
ACCOUNTABLE = Text(
    en="for {n} of {all} goals exactly one member of the board answers",
    de="für {n} von {all} Zielen steht genau ein Mitglied des Vorstands ein",
)
LINKED = Text(
    en="{n} of {all} goals are found in the strategy document",
    de="{n} von {all} Zielen stehen im Strategiepapier",
)
SHARED = Text(
    en="{n} of {all} initiatives are carried by several departments",
    de="{n} von {all} Initiativen werden von mehreren Bereichen getragen",
)
WITH_PEOPLE = Text(
    en="{n} of {all} technology initiatives do something for the people who will work with it",
    de="{n} von {all} Technologie-Initiativen tun etwas für die Menschen, die damit arbeiten werden",
)
MINUTES = Text(
    en="{share}% of the board’s minutes of the last half-year were about customers (n {n} meetings)",
    de="{share} % der Vorstandsminuten des letzten Halbjahres galten Kundinnen und Kunden (n {n} Sitzungen)",
)
NO_MINUTES = Text(
    en="no meeting of the board was entered for the last half-year",
    de="für das letzte Halbjahr ist keine Vorstandssitzung eingetragen",
)
CREDITED = Text(
    en="level {level} of 4 is credited by evidence for “{name}”",
    de="durch Belege anerkannt ist Stufe {level} von 4 bei „{name}“",
)
NOT_CREDITED = Text(en="nothing shows “{name}” yet", de="„{name}“ ist noch durch nichts belegt")
CULTURE = {
    "k3": Text(en="Creativity and safe experiments", de="Kreativität und sichere Experimente"),
    "k5": Text(en="Risk and failure culture", de="Risiko- und Fehlerkultur"),
    "k6": Text(en="End-to-end thinking", de="Ende-zu-Ende-Denken"),
}


def duties(today: date) -> tuple[Point, ...]:
    """The three duties of leaders, each with acts that serve it and what the portfolio shows."""
    found = _portfolio()
    acts = Counter(standing_acts().filter(day__gt=today - YEAR).values_list("duty", flat=True))
    facts = {
        Duty.VISION: (_goals(found, today),),
        Duty.SILOS: (_shared(found),),
        Duty.TOGETHER: (_with_people(found, today),),
    }
    return tuple(
        Point(duty.value, name, (_acts(acts[duty.value]), *(each for each in facts[duty] if each)))
        for duty, name in DUTIES.items()
    )


def recommendations(today: date) -> tuple[Point, ...]:
    """The four recommendations."""
    found, levels = _portfolio(), _credited()
    facts: dict[str, tuple[Fact | None, ...]] = {
        "board": (_accountable(found, today), _minutes(today)),
        "strategy": (_goals(found, today), _linked(found)),
        "silos": (_shared(found), _level("k6", levels)),
        "experiments": (_level("k3", levels), _level("k5", levels)),
    }
    return tuple(
        Point(slug, name, tuple(each for each in facts[slug] if each))
        for slug, name in RECOMMENDATIONS.items()
    )


def _portfolio() -> Portfolio:
    """Asked for once a request: duties and recommendations both rest on it."""
    return once("portfolio of duties", portfolio)


def _acts(n: int) -> Fact:
    said = NO_ACTS if not n else ONE_ACT if n == 1 else ACTS.fill(n=n)
    return Fact(said, bool(n), reverse("leadership:acts"))


def _goals(found: Portfolio, today: date) -> Fact | None:
    return _of(GOALS, sum(check(goal, today).complete for goal in found.goals), len(found.goals))


def _accountable(found: Portfolio, today: date) -> Fact | None:
    held = sum(check(goal, today).unaccountable is None for goal in found.goals)
    return _of(ACCOUNTABLE, held, len(found.goals))


def _linked(found: Portfolio) -> Fact | None:
    return _of(LINKED, goals().exclude(link="").count(), len(found.goals))


def _shared(found: Portfolio) -> Fact | None:
    n, everything = sum(len(one.units) > 1 for one in found.initiatives), len(found.initiatives)
    fact = _of(SHARED, n, everything)
    return Fact(fact.said, 2 * n >= everything, fact.address) if fact else None


def _with_people(found: Portfolio, today: date) -> Fact | None:
    of = make(found, today)
    return _of(WITH_PEOPLE, of.technology - of.without_people, of.technology)


def _of(said: Text, n: int, everything: int) -> Fact | None:
    """So many of all of them; it holds if it is all. None where there are none to count."""
    filled = said.fill(n=n, all=everything)
    return Fact(filled, n == everything, reverse("portfolio:overview")) if everything else None


def _minutes(today: date) -> Fact:
    everything = board_meetings()
    found = share([each for each in everything if each.day > today - HALF_A_YEAR], everything)
    address = reverse("leadership:minutes")
    if isinstance(found, Missing):
        return Fact(NO_MINUTES, False, address)
    return Fact(MINUTES.fill(share=round(100 * found.value), n=found.n), found.value > 0, address)


def _credited() -> dict[str, float]:
    """The level that evidence shows, by dimension; the best of those who credited."""
    found: dict[str, float] = {}
    for ratings in credited_ratings():
        for slug, level in zip(ratings.dimensions, ratings.levels[0].tolist(), strict=True):
            if not np.isnan(level):
                found[slug] = max(level, found.get(slug, 0.0))
    return found


def _level(slug: str, levels: dict[str, float]) -> Fact:
    address = reverse("evidence:dimension", args=[slug])
    if slug not in levels:
        return Fact(NOT_CREDITED.fill(name=CULTURE[slug]), False, address)
    said = CREDITED.fill(level=decimal(levels[slug], 1), name=CULTURE[slug])
    return Fact(said, levels[slug] >= REPEATABLE, address)
