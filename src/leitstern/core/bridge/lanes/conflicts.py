"""Where the lanes work against each other: six rules over facts that other areas found, and what each looked at.

A conflict found here is a question to those who answer for both lanes, never a verdict.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from itertools import chain
from typing import TYPE_CHECKING

from leitstern.core.bridge.lanes.lane import Lane
from leitstern.core.inside.adoption.rungs import ENOUGH
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from leitstern.core.bridge.lanes.facts import Facts, InUse, Place


class Severity(IntEnum):
    """How near it is to customers."""

    MAY = 1
    TODAY = 2
    FELT = 3


SEVERITIES = {
    Severity.FELT: Text(
        en="at a touchpoint with a declared gap", de="an einem Kontaktpunkt mit festgestellter Lücke"
    ),
    Severity.TODAY: Text(en="pulls apart today", de="zieht heute auseinander"),
    Severity.MAY: Text(en="may pull apart", de="kann auseinanderziehen"),
}


class Rule(StrEnum):
    """What is looked for."""

    UNLIVED = "unlived"
    AGAINST = "against"
    FIGURES = "figures"
    RELAPSE = "relapse"
    STILL_USED = "still_used"
    AHEAD = "ahead"


RULES = {
    Rule.UNLIVED: Text(
        en="An application runs and is not lived, at a touchpoint with a declared gap",
        de="Eine Anwendung läuft und wird nicht gelebt, an einem Kontaktpunkt mit festgestellter Lücke",
    ),
    Rule.AGAINST: Text(
        en="An initiative collides with one that is judged by the experience",
        de="Eine Initiative steht gegen eine, die am Erleben gemessen wird",
    ),
    Rule.FIGURES: Text(
        en="A key figure of customers and another one are rewarded against each other, and people confirmed it",
        de="Eine Kundenkennzahl und eine andere werden gegeneinander belohnt, und Menschen haben es bestätigt",
    ),
    Rule.RELAPSE: Text(en="An alarm of relapse is open", de="Ein Rückfall-Alarm ist offen"),
    Rule.STILL_USED: Text(
        en="Something on the stop list is still used", de="Etwas von der Stoppliste wird noch benutzt"
    ),
    Rule.AHEAD: Text(
        en="Spending on technology runs ahead of culture",
        de="Ausgaben für Technologie eilen der Kultur voraus",
    ),
}
LOOKED_AT = {
    Rule.UNLIVED: Text(en="applications with usage", de="Anwendungen mit Nutzungsdaten"),
    Rule.AGAINST: Text(en="initiatives under way", de="laufende Initiativen"),
    Rule.FIGURES: Text(en="judged pairs of key figures", de="beurteilte Paare von Kennzahlen"),
    Rule.RELAPSE: Text(en="series with a settled level", de="Reihen mit eingeschwungenem Stand"),
    Rule.STILL_USED: Text(en="ended things with a count", de="beendete Dinge mit Zählung"),
    Rule.AHEAD: Text(en="departments with known culture", de="Bereiche mit bekannter Kultur"),
}
DECIDE = {
    Rule.UNLIVED: Text(en="Decide at the application", de="Bei der Anwendung entscheiden"),
    Rule.AGAINST: Text(en="Decide at the initiative", de="Bei der Initiative entscheiden"),
    Rule.FIGURES: Text(en="Decide which figure goes first", de="Entscheiden, welche Kennzahl vorgeht"),
    Rule.RELAPSE: Text(en="Answer the alarm", de="Auf den Alarm antworten"),
    Rule.STILL_USED: Text(en="Decide at the stop list", de="Auf der Stoppliste entscheiden"),
    Rule.AHEAD: Text(en="Decide in the portfolio", de="Im Portfolio entscheiden"),
}
UNLIVED = Text(
    en="“{name}” runs and is not lived, and at “{place}” customers live less than was claimed.",
    de="„{name}“ läuft und wird nicht gelebt, und an „{place}“ erleben Kundinnen und Kunden weniger als behauptet.",
)
NOT_NOTICED = Text(
    en="“{name}” runs without customers noticing, and at “{place}” they live less than was claimed.",
    de="„{name}“ läuft, ohne dass Kundinnen und Kunden es merken, und an „{place}“ erleben sie weniger als behauptet.",
)
LIVED = Text(
    en="lived: {value} [{low}–{high}] of 100, n {n}", de="gelebt: {value} [{low}–{high}] von 100, n {n}"
)
TEAMS = Text(
    en="in {some} of {all} teams with numbers it runs, and customers did not notice",
    de="in {some} von {all} Teams mit Zahlen läuft sie, und die Kundschaft hat nichts gemerkt",
)
GAP = Text(
    en="gap at “{place}”: {value} [{low}–{high}] of 100 customers, n {n}",
    de="Lücke an „{place}“: {value} [{low}–{high}] von 100 Kundinnen und Kunden, n {n}",
)
DECLARED_PULL = Text(
    en="follows from the aims, contributions and places entered with the initiatives; it is not measured",
    de="folgt aus den Absichten, Beiträgen und Orten, die bei den Initiativen stehen; gemessen ist es nicht",
)
FIGURES = Text(
    en="“{other}” is rewarded against “{customers}”{ruled}.",
    de="„{other}“ wird gegen „{customers}“ belohnt{ruled}.",
)
NO_RULE = Text(en=", and nobody has said which goes first", de=", und niemand hat gesagt, was vorgeht")
RELAPSE = Text(
    en="The change has been falling back since {day}, and the alarm is open.",
    de="Der Wandel fällt seit {day} zurück, und der Alarm ist offen.",
)
STILL_USED = Text(
    en="“{name}” has ended and is still used.", de="„{name}“ ist beendet und wird noch benutzt."
)
USES = Text(
    en="{uses} uses in the last {months} months with a count, {before} in as many before it had to end",
    de="{uses}-mal benutzt in den letzten {months} Monaten mit Zählung, {before}-mal in ebenso vielen, bevor es enden musste",
)
INSTEAD = Text(en="in its place: {what}", de="an seiner Stelle: {what}")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two lanes that work against each other: what is between them, what shows it, and where it is decided.

    `size` orders conflicts of one rule: of a gap the share of customers, of all else how much was found.
    """

    rule: Rule
    lanes: tuple[Lane, Lane]
    severity: Severity
    size: float
    sentence: Text
    evidence: tuple[Text, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Check:
    """One rule: how many things it looked at, none where nothing can be looked at yet, and what it found."""

    rule: Rule
    looked: int
    found: tuple[Conflict, ...]


def check(facts: Facts, places: Sequence[Place]) -> tuple[Check, ...]:
    """Every rule in its order; `places` are touchpoints at which a gap is declared."""
    by_slug = {place.slug: place for place in places}
    return (
        Check(Rule.UNLIVED, len(facts.in_use), tuple(_unlived(facts.in_use, by_slug))),
        Check(Rule.AGAINST, facts.initiatives, tuple(_against(facts, by_slug))),
        Check(Rule.FIGURES, facts.judged, tuple(_figures(facts))),
        Check(Rule.RELAPSE, facts.watched, tuple(_relapse(facts))),
        Check(Rule.STILL_USED, len(facts.ended), tuple(_still_used(facts))),
        Check(Rule.AHEAD, _departments(facts), tuple(_ahead(facts))),
    )


def by_severity(checks: Iterable[Check]) -> tuple[Conflict, ...]:
    """All conflicts, nearest to customers first; of one severity in the order of the rules, the largest of each first."""
    order = list(Rule)
    found = chain.from_iterable(each.found for each in checks)
    return tuple(sorted(found, key=lambda each: (-each.severity, order.index(each.rule), -each.size)))


def _unlived(in_use: Iterable[InUse], places: dict[str, Place]) -> Iterable[Conflict]:
    for each in in_use:
        place = _widest(each.touchpoints, places)
        unlived = each.runs and isinstance(each.lived, Estimate) and each.lived.high < ENOUGH
        if place is None or not (unlived or each.runs_only):
            continue
        shown = [TEAMS.fill(some=each.runs_only, all=each.teams)] if each.runs_only else []
        if isinstance(each.lived, Estimate):
            shown.insert(0, LIVED.fill(**_of_hundred(each.lived)))
        said = (UNLIVED if unlived else NOT_NOTICED).fill(name=each.name, place=place.name)
        yield Conflict(
            Rule.UNLIVED,
            (Lane.TECHNOLOGY, Lane.EXPERIENCE),
            Severity.FELT,
            _size(place),
            said,
            (*shown, *_gap(place)),
            each.address,
        )


def _against(facts: Facts, places: dict[str, Place]) -> Iterable[Conflict]:
    for each in facts.against:
        place = _widest(each.touchpoints, places)
        yield Conflict(
            Rule.AGAINST,
            (Lane.TECHNOLOGY if each.technology else Lane.ORGANISATION, Lane.EXPERIENCE),
            Severity.FELT if place else Severity.TODAY,
            _size(place),
            each.said,
            (DECLARED_PULL, *_gap(place)),
            each.address,
        )


def _figures(facts: Facts) -> Iterable[Conflict]:
    for each in facts.pulls:
        said = FIGURES.fill(
            other=each.other, customers=each.customers, ruled=Text("", "") if each.ruled else NO_RULE
        )
        lanes = (Lane.ORGANISATION, Lane.EXPERIENCE)
        size = 0.0 if each.ruled else 1.0
        yield Conflict(Rule.FIGURES, lanes, Severity.TODAY, size, said, (each.evidence,), each.address)


def _relapse(facts: Facts) -> Iterable[Conflict]:
    if facts.alarm:
        day = Text(en=f"{facts.alarm.day:%d/%m/%Y}", de=f"{facts.alarm.day:%d.%m.%Y}")
        yield Conflict(
            Rule.RELAPSE,
            (Lane.ORGANISATION, Lane.EXPERIENCE),
            Severity.TODAY,
            float(len(facts.alarm.slips)),
            RELAPSE.fill(day=day),
            facts.alarm.slips,
            facts.alarm.address,
        )


def _still_used(facts: Facts) -> Iterable[Conflict]:
    for each in facts.ended:
        if not each.uses:
            continue
        instead = (INSTEAD.fill(what=each.replacement),) if each.replacement else ()
        yield Conflict(
            Rule.STILL_USED,
            (Lane.TECHNOLOGY, Lane.ORGANISATION) if each.technology else (Lane.ORGANISATION, Lane.EXPERIENCE),
            Severity.TODAY if 2 * each.uses >= each.before else Severity.MAY,
            each.uses / each.before if each.before else 1.0,
            STILL_USED.fill(name=each.name),
            (USES.fill(uses=each.uses, months=each.months, before=each.before), *instead),
            each.address,
        )


def _ahead(facts: Facts) -> Iterable[Conflict]:
    if facts.sequence and facts.sequence.alarm:
        yield Conflict(
            Rule.AHEAD,
            (Lane.TECHNOLOGY, Lane.ORGANISATION),
            Severity.MAY,
            float(len(facts.sequence.rows)),
            facts.sequence.sentence,
            tuple(row.said for row in facts.sequence.rows),
            facts.sequence_address,
        )


def _departments(facts: Facts) -> int:
    value = facts.sequence.value if facts.sequence else None
    return value.n if isinstance(value, Estimate) else 0


def _widest(slugs: Iterable[str], places: dict[str, Place]) -> Place | None:
    there = [places[slug] for slug in slugs if slug in places]
    return max(there, key=_size, default=None)


def _size(place: Place | None) -> float:
    return place.gap.value if place and isinstance(place.gap, Estimate) else 0.0


def _gap(place: Place | None) -> tuple[Text, ...]:
    if place is None or not isinstance(place.gap, Estimate):
        return ()
    return (GAP.fill(place=place.name, **_of_hundred(place.gap)),)


def _of_hundred(found: Estimate) -> dict[str, int]:
    shares = {"value": found.value, "low": found.low, "high": found.high}
    return {name: round(100 * share) for name, share in shares.items()} | {"n": found.n}
