"""Initiatives that work against each other, and initiatives that do the same twice.

A conflict is found in two ways: two initiatives pull one goal, or goals that serve it, in opposite directions; or one
that is judged by cost and one that is judged by experience or revenue meet at one touchpoint, with no goal that both
work for and that would say what counts there.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations, product
from typing import TYPE_CHECKING

from leitstern.core.bridge.portfolio.finding import Finding, Row, Topic, counted
from leitstern.core.bridge.portfolio.terms import AIMS, Aim
from leitstern.core.inside.wording import listed
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from leitstern.core.bridge.portfolio.picture import Initiative, Portfolio

OPPOSED = Text(
    en="“{first}” works for “{goal}”, “{second}” works against it.",
    de="„{first}“ wirkt für „{goal}“, „{second}“ dagegen.",
)
COLLIDE = Text(
    en="“{first}” is judged by {aim}, “{second}” by {other}; both change {where}, and no shared goal says what counts.",
    de="„{first}“ wird gemessen an: {aim}, „{second}“ an: {other}; beide verändern {where}, und kein gemeinsames Ziel sagt, was zählt.",
)
SAME = Text(
    en="“{first}” and “{second}” both build “{capability}”.",
    de="„{first}“ und „{second}“ bauen beide „{capability}“.",
)
SAME_PLACE = Text(
    en="“{first}” and “{second}” do the same kind of work at {where}, in different departments.",
    de="„{first}“ und „{second}“ tun dieselbe Art von Arbeit an {where}, in verschiedenen Bereichen.",
)
NO_CONFLICT = Text(en="No initiatives collide.", de="Keine Initiativen stehen gegeneinander.")
ONE_CONFLICT = Text(en="Two initiatives collide.", de="Zwei Initiativen stehen gegeneinander.")
CONFLICTS = Text(
    en="{n} pairs of initiatives collide, {cost} of them cost against experience.",
    de="{n} Paare von Initiativen stehen gegeneinander, davon {cost} Kosten gegen Erleben.",
)
COST_AGAINST_EXPERIENCE = Text(
    en="Cost stands against experience: two initiatives collide.",
    de="Kosten stehen gegen Erleben: Zwei Initiativen stehen gegeneinander.",
)
NO_DUPLICATE = Text(en="Nothing is done twice.", de="Nichts wird doppelt getan.")
DUPLICATES = Text(en="{n} times two initiatives do the same.", de="{n}-mal tun zwei Initiativen dasselbe.")
ONE_DUPLICATE = Text(en="Two initiatives do the same.", de="Zwei Initiativen tun dasselbe.")
WHY = Text(
    en="Each may be right by itself. Where they meet, the customer gets both at once, and whoever works there has to choose. That choice belongs to those who answer for both.",
    de="Jede für sich kann richtig sein. Wo sie aufeinandertreffen, bekommt die Kundschaft beides zugleich, und wer dort arbeitet, muss wählen. Diese Wahl gehört zu denen, die für beide verantwortlich sind.",
)
WHY_TWICE = Text(
    en="The same capability built twice costs twice and drifts apart.",
    de="Dieselbe Fähigkeit zweimal zu bauen kostet doppelt und läuft auseinander.",
)
LIMITS = Text(
    en="A conflict found here is a question, not a verdict: it follows from declared aims, contributions and places. What really happens at a touchpoint is measured elsewhere, and a person decides.",
    de="Ein hier gefundener Konflikt ist eine Frage, kein Urteil: Er folgt aus eingetragenen Absichten, Beiträgen und Orten. Was an einem Kontaktpunkt wirklich geschieht, wird anderswo gemessen, und ein Mensch entscheidet.",
)
LIMITS_TWICE = Text(
    en="Found by equal wording of capabilities, or by the same kind of work at the same touchpoint. Two that mean the same in other words stay unseen.",
    de="Gefunden an gleichlautenden Fähigkeiten oder an derselben Art von Arbeit am selben Kontaktpunkt. Was mit anderen Worten dasselbe meint, bleibt unerkannt.",
)
AND = Text(en="and", de="und")
_CARING = {Aim.EXPERIENCE, Aim.REVENUE}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two initiatives by key, and what is between them."""

    first: int
    second: int
    said: Text
    cost_against_experience: bool = False


def conflicts(portfolio: Portfolio, places: Mapping[str, Text]) -> tuple[Pair, ...]:
    """Every pair that works against each other, once; `places` are the names of touchpoints."""
    found = {(pair.first, pair.second): pair for pair in _colliding(portfolio, places)}
    found |= {(pair.first, pair.second): pair for pair in _opposed(portfolio)}  # what was declared says more
    return tuple(found[key] for key in sorted(found))


def _opposed(portfolio: Portfolio) -> Iterator[Pair]:
    """Pairs of which one names a goal and the other pulls it, or a goal that serves it, the other way."""
    pulls: dict[int, dict[int, list[Initiative]]] = defaultdict(lambda: defaultdict(list))
    named = {
        one.key: {each.goal for each in one.contributions if each.goal in portfolio.goal_by_key}
        for one in portfolio.initiatives
    }
    for one in portfolio.initiatives:
        signs: dict[int, set[int]] = defaultdict(set)
        for each in one.contributions:
            for goal in portfolio.upwards(each.goal):
                signs[goal].add(each.sign)
        for goal, both in signs.items():
            if len(both) == 1:  # whoever works for and against a goal is at odds with itself, not with others
                pulls[goal][both.pop()].append(one)
    for goal, sides in pulls.items():
        for plus, minus in product(sides[1], sides[-1]):
            if goal in named[plus.key] | named[minus.key]:
                first, second = sorted((plus.key, minus.key))
                said = OPPOSED.fill(
                    first=plus.title, second=minus.title, goal=portfolio.goal_by_key[goal].title
                )
                aims = {plus.aim, minus.aim}
                yield Pair(first, second, said, Aim.COST in aims and Aim.EXPERIENCE in aims)


def _colliding(portfolio: Portfolio, places: Mapping[str, Text]) -> Iterator[Pair]:
    for first, second in _meeting(portfolio.initiatives):
        cost, caring = (first, second) if first.aim is Aim.COST else (second, first)
        if cost.aim is not Aim.COST or caring.aim not in _CARING or _together(first, second, portfolio):
            continue
        where = _places(set(first.touchpoints) & set(second.touchpoints), places)
        said = COLLIDE.fill(
            first=cost.title, aim=AIMS[cost.aim], second=caring.title, other=AIMS[caring.aim], where=where
        )
        yield Pair(first.key, second.key, said, caring.aim is Aim.EXPERIENCE)


def _together(first: Initiative, second: Initiative, portfolio: Portfolio) -> bool:
    """Whether there is a goal that both work for."""
    mine, theirs = (
        {
            goal
            for each in one.contributions
            if each.sign > 0 and each.goal in portfolio.goal_by_key
            for goal in portfolio.upwards(each.goal)
        }
        for one in (first, second)
    )
    return bool(mine & theirs)


def duplicates(portfolio: Portfolio, places: Mapping[str, Text]) -> tuple[Pair, ...]:
    """Every pair that builds the same capability, or does the same work at the same touchpoint in other departments."""
    found: dict[tuple[int, int], Pair] = {}
    for first, second in _meeting(portfolio.initiatives):
        same = first.kind is second.kind and first.aim is second.aim and first.ai_mode is second.ai_mode
        if same and not set(first.units) & set(second.units):
            where = _places(set(first.touchpoints) & set(second.touchpoints), places)
            said = SAME_PLACE.fill(first=first.title, second=second.title, where=where)
            found[first.key, second.key] = Pair(first.key, second.key, said)
    builders: dict[str, dict[int, tuple[Initiative, str]]] = defaultdict(dict)
    for one in portfolio.initiatives:
        for path in one.paths:
            if name := " ".join(path.capability.casefold().split()):
                builders[name].setdefault(one.key, (one, path.capability.strip()))
    for who in builders.values():
        for (first, capability), (second, _same) in combinations(
            sorted(who.values(), key=lambda w: w[0].key), 2
        ):
            said = SAME.fill(first=first.title, second=second.title, capability=capability)
            found[first.key, second.key] = Pair(first.key, second.key, said)
    return tuple(found[key] for key in sorted(found))


def _meeting(initiatives: Sequence[Initiative]) -> Iterable[tuple[Initiative, Initiative]]:
    """Pairs at one touchpoint at least, each once, the lower key first."""
    there: dict[str, list[Initiative]] = defaultdict(list)
    for one in initiatives:
        for touchpoint in set(one.touchpoints):
            there[touchpoint].append(one)
    met = {
        (min(a.key, b.key), max(a.key, b.key)): (a, b) if a.key < b.key else (b, a)
        for visitors in there.values()
        for a, b in combinations(visitors, 2)
    }
    return [met[key] for key in sorted(met)]


def _places(slugs: set[str], names: Mapping[str, Text]) -> Text:
    quoted = Text(en="“{name}”", de="„{name}“")
    return listed([quoted.fill(name=names.get(slug, Text(slug, slug))) for slug in sorted(slugs)], AND)


def conflict_finding(portfolio: Portfolio, places: Mapping[str, Text], today: date) -> Finding | None:
    """What collides; None for fewer than two initiatives."""
    if len(portfolio.initiatives) < 2:
        return None
    found = conflicts(portfolio, places)
    cost = sum(pair.cost_against_experience for pair in found)
    if len(found) > 1:
        sentence = CONFLICTS.fill(n=len(found), cost=cost)
    else:
        sentence = NO_CONFLICT if not found else COST_AGAINST_EXPERIENCE if cost else ONE_CONFLICT
    return _finding(Topic.CONFLICT, found, sentence, WHY, LIMITS, portfolio, today)


def duplicate_finding(portfolio: Portfolio, places: Mapping[str, Text], today: date) -> Finding | None:
    """What is done twice; None for fewer than two initiatives."""
    if len(portfolio.initiatives) < 2:
        return None
    found = duplicates(portfolio, places)
    sentence = (
        NO_DUPLICATE if not found else ONE_DUPLICATE if len(found) == 1 else DUPLICATES.fill(n=len(found))
    )
    return _finding(Topic.DUPLICATE, found, sentence, WHY_TWICE, LIMITS_TWICE, portfolio, today)


def _finding(
    topic: Topic,
    found: Sequence[Pair],
    sentence: Text,
    why: Text,
    limits: Text,
    portfolio: Portfolio,
    today: date,
) -> Finding:
    involved = {key for pair in found for key in (pair.first, pair.second)}
    n = len(portfolio.initiatives)
    rows = tuple(Row(pair.said, pair.first) for pair in found)
    return Finding(topic, bool(found), sentence, why, limits, rows, counted(len(involved), n, n, today))
