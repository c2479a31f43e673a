"""What the portfolio is made of: milestones about people and about systems, what AI is used for, where ideas come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.bridge.portfolio.finding import Finding, Row, Topic, counted, plain
from leitstern.core.bridge.portfolio.terms import Aim, AiMode, Kind, MilestoneKind, Origin
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.core.bridge.portfolio.picture import Initiative, Portfolio
    from leitstern.core.stats.estimate import Measured

CULTURE_ROUTES = ("A", "C")  # those on which culture has to move first
TOO_FEW = Text(
    en="Only {share}% of {n} project milestones are about people and culture; on route {route} at least {needed}% should be.",
    de="Nur {share} % von {n} Etappenzielen gelten Menschen und Kultur; auf Route {route} sollten es mindestens {needed} % sein.",
)
ENOUGH = Text(
    en="{share}% of {n} project milestones are about people and culture.",
    de="{share} % von {n} Etappenzielen gelten Menschen und Kultur.",
)
WHY = Text(
    en="Watching technical milestones and operational output only, nobody notices that the culture stands still. On routes A and C culture is what has to move.",
    de="Wer nur auf technische Etappenziele und operativen Output sieht, merkt nicht, dass die Kultur stillsteht. Auf den Routen A und C ist sie es, die sich bewegen muss.",
)
LIMITS = Text(
    en="Milestones are counted, not weighed, and whether one is about people is what was entered. The threshold is an assumption and can be changed.",
    de="Etappenziele werden gezählt, nicht gewogen, und ob eines den Menschen gilt, ist so eingetragen. Die Schwelle ist eine Annahme und lässt sich ändern.",
)
ROW = Text(
    en="{title}: {culture} of {n} about people and culture",
    de="{title}: {culture} von {n} zu Menschen und Kultur",
)
SHINY = Text(
    en="{n} initiatives began with a technology, not with a customer.",
    de="{n} Initiativen haben mit einer Technologie begonnen, nicht bei der Kundschaft.",
)
ONE_SHINY = Text(
    en="“{title}” began with a technology, not with a customer.",
    de="„{title}“ hat mit einer Technologie begonnen, nicht bei der Kundschaft.",
)
SHINY_WHY = Text(
    en="New technology is tempting. Proposed by a vendor, without a finished outcome chain or without anybody who answers for it, it is a solution in search of a question.",
    de="Neue Technologie begeistert. Von einem Anbieter angeregt, ohne fertige Ergebniskette oder ohne jemanden, der dafür verantwortlich ist, ist sie eine Lösung auf der Suche nach einer Frage.",
)
SHINY_LIMITS = Text(
    en="Where an idea came from is what was entered. A vendor can be right.",
    de="Woher eine Idee kam, ist so eingetragen. Auch ein Anbieter kann recht haben.",
)


@dataclass(frozen=True, slots=True)
class Make:
    """What a portfolio is made of, as shares of what was entered.

    `people_per_technology`: people measures per technology initiative. `beyond_automation`: share of AI initiatives
    past the first step. `caring`: share of AI initiatives judged by experience rather than cost.
    """

    people_measures: int
    technology: int
    without_people: int
    beyond_automation: Measured
    caring: Measured


def make(portfolio: Portfolio, today: date) -> Make:
    """Counts over all standing initiatives."""
    technology = [one for one in portfolio.initiatives if one.is_technology]
    ai = [one for one in portfolio.initiatives if one.ai_mode]
    beyond = sum(one.ai_mode is not AiMode.AUTOMATION for one in ai)
    caring = sum(one.aim is Aim.EXPERIENCE for one in ai)
    return Make(
        people_measures=sum(len(one.people_measures) for one in technology)
        + sum(one.kind is Kind.PEOPLE for one in portfolio.initiatives),
        technology=len(technology),
        without_people=sum(not one.people_measures for one in technology),
        beyond_automation=counted(beyond, len(ai), len(ai), today),
        caring=counted(caring, len(ai), len(ai), today),
    )


def bare_money(portfolio: Portfolio, today: date) -> dict[str, Measured]:
    """By currency, how much of the money of technology initiatives goes to those without any measure for people."""
    priced = [(one, one.budget) for one in portfolio.initiatives if one.is_technology and one.budget]
    found = {}
    for currency in sorted({budget.currency for _, budget in priced}):
        of = [(one, budget.minor) for one, budget in priced if budget.currency == currency]
        bare = sum(minor for one, minor in of if not one.people_measures)
        found[currency] = counted(bare, sum(minor for _, minor in of), len(of), today)
    return found


def mix_finding(portfolio: Portfolio, route: str, needed: float, today: date) -> Finding | None:
    """How many project milestones are about people; None without milestones. `route` is empty while nobody knows it."""
    with_some = [one for one in portfolio.initiatives if one.milestones]
    n = sum(len(one.milestones) for one in with_some)
    if not n:
        return None
    culture = sum(_culture(one) for one in with_some)
    alarm = route in CULTURE_ROUTES and culture / n < needed
    said = TOO_FEW.fill(share=round(100 * culture / n), n=n, route=route, needed=round(100 * needed))
    sentence = said if alarm else ENOUGH.fill(share=round(100 * culture / n), n=n)
    rows = tuple(
        Row(ROW.fill(title=plain(one.title), culture=_culture(one), n=len(one.milestones)), one.key)
        for one in sorted(with_some, key=lambda one: _culture(one) / len(one.milestones))
    )
    return Finding(Topic.MIX, alarm, sentence, WHY, LIMITS, rows, counted(culture, n, n, today))


def _culture(one: Initiative) -> int:
    return sum(each.kind is MilestoneKind.CULTURE for each in one.milestones)


def shiny_finding(portfolio: Portfolio, unfinished: Sequence[int], today: date) -> Finding | None:
    """What began with a technology; `unfinished` are the keys of initiatives whose chain is not whole. None if nothing."""
    found = [
        one
        for one in portfolio.initiatives
        if one.origin is Origin.VENDOR and (one.key in unfinished or one.owner is None)
    ]
    if not found:
        return None
    sentence = ONE_SHINY.fill(title=found[0].title) if len(found) == 1 else SHINY.fill(n=len(found))
    rows = tuple(Row(plain(one.title), one.key) for one in found)
    n = len(portfolio.initiatives)
    return Finding(
        Topic.SHINY, True, sentence, SHINY_WHY, SHINY_LIMITS, rows, counted(len(found), n, n, today)
    )
