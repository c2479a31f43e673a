"""How far an initiative stands by itself: without a shared goal, a journey, a shared data object, a second department.

Source: Bingemer, Ohlwein on isolated initiatives (“a chatbot here, an automation there”). The four links are theirs in
substance; counting them equally is ours.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.bridge.portfolio.finding import Finding, Row, Topic, counted, plain
from leitstern.core.inside.wording import decimal, listed
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from leitstern.core.bridge.portfolio.picture import Initiative, Portfolio


class Link(StrEnum):
    """What could tie an initiative to the rest."""

    GOAL = "goal"
    JOURNEY = "journey"
    DATA = "data"
    UNIT = "unit"


LINKS: dict[Link, Text] = {
    Link.GOAL: Text(
        en="no goal shared with another department", de="kein mit einem anderen Bereich geteiltes Ziel"
    ),
    Link.JOURNEY: Text(en="no journey", de="keine Reise"),
    Link.DATA: Text(en="no shared data object", de="kein gemeinsames Datenobjekt"),
    Link.UNIT: Text(en="no second department", de="kein zweiter Bereich"),
}
NONE = Text(en="Every initiative is tied to others.", de="Jede Initiative ist mit anderen verbunden.")
ONE = Text(
    en="One initiative stands by itself: “{title}”.", de="Eine Initiative steht für sich allein: „{title}“."
)
SEVERAL = Text(
    en="{n} of {all} initiatives stand by themselves.", de="{n} von {all} Initiativen stehen für sich allein."
)
WHY = Text(
    en="What stands by itself breaks journeys: customers meet a chatbot here and an automation there. An initiative counts as isolated if at least {share}% of four links are missing.",
    de="Was für sich allein steht, zerreißt Reisen: Die Kundschaft trifft hier auf einen Chatbot und dort auf eine Automatisierung. Als isoliert gilt eine Initiative, der mindestens {share} % von vier Verbindungen fehlen.",
)
LIMITS = Text(
    en="Only what was entered is seen: a link that nobody wrote down counts as missing.",
    de="Gesehen wird nur, was eingetragen ist: Eine Verbindung, die niemand aufgeschrieben hat, gilt als fehlend.",
)
LACKS = Text(en="{links} ({score} of 1)", de="{links} ({score} von 1)")
AND = Text(en="and", de="und")


@dataclass(frozen=True, slots=True)
class Isolation:
    """`score` 0 (fully tied) to 1 (nothing ties it): the share of the four links that are missing."""

    missing: tuple[Link, ...]

    @property
    def score(self) -> float:
        """Share of missing links."""
        return len(self.missing) / len(Link)

    @property
    def said(self) -> Text:
        """Which links are missing, in words."""
        return LACKS.fill(
            links=listed([LINKS[link] for link in self.missing], AND), score=decimal(self.score)
        )


def isolation(portfolio: Portfolio) -> dict[int, Isolation]:
    """Every initiative's isolation, by key."""
    at_goal: dict[int, set[str]] = defaultdict(set)  # units that work on it
    with_data: dict[str, int] = defaultdict(int)
    for one in portfolio.initiatives:
        for goal in portfolio.reached(one):
            at_goal[goal].update(one.units)
        for name in _data(one):
            with_data[name] += 1
    return {one.key: Isolation(_missing(one, portfolio, at_goal, with_data)) for one in portfolio.initiatives}


def _missing(
    one: Initiative, portfolio: Portfolio, at_goal: Mapping[int, set[str]], with_data: Mapping[str, int]
) -> tuple[Link, ...]:
    there = {
        Link.GOAL: any(at_goal[goal] - set(one.units) for goal in portfolio.reached(one)),
        Link.JOURNEY: bool(one.journeys),
        Link.DATA: any(with_data[name] > 1 for name in _data(one)),
        Link.UNIT: len(set(one.units)) > 1,
    }
    return tuple(link for link in Link if not there[link])


def _data(one: Initiative) -> set[str]:
    return {" ".join(name.casefold().split()) for name in one.data_objects}


def isolation_finding(portfolio: Portfolio, threshold: float, today: date) -> Finding | None:
    """Which initiatives are isolated; None without initiatives."""
    if not portfolio.initiatives:
        return None
    found = isolation(portfolio)
    alone = [one for one in portfolio.initiatives if found[one.key].score >= threshold]
    alone.sort(key=lambda one: -found[one.key].score)
    rows = tuple(
        Row(
            Text(en="{title}: {lacks}", de="{title}: {lacks}").fill(
                title=plain(one.title), lacks=found[one.key].said
            ),
            one.key,
        )
        for one in alone
    )
    n, everything = len(alone), len(portfolio.initiatives)
    sentence = (
        NONE if not n else ONE.fill(title=alone[0].title) if n == 1 else SEVERAL.fill(n=n, all=everything)
    )
    why = WHY.fill(share=round(threshold * 100))
    return Finding(
        Topic.ISOLATION, bool(n), sentence, why, LIMITS, rows, counted(n, everything, everything, today)
    )
