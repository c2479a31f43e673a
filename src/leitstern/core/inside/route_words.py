"""Routes and durations in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.inside.org_types import IS, OrgType
from leitstern.core.inside.times import TimeUnit, unit_for
from leitstern.core.inside.wording import percent
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence


class Route(StrEnum):
    """A way from a placement to the Star."""

    HOLD = "HOLD"
    A = "A"
    B = "B"
    C = "C"
    D = "D"


ROUTES: dict[Route, Text] = {
    Route.HOLD: Text(en="Hold the top", de="Spitze halten"),
    Route.A: Text(en="Catch up in culture", de="Kultur nachholen"),
    Route.B: Text(en="Direct way (risky)", de="Direktweg (riskant)"),
    Route.C: Text(en="Culture first, then technology", de="Erst Kultur, dann Technologie"),
    Route.D: Text(en="Build technology", de="Technologie aufbauen"),
}
REASONS: dict[Route, Text] = {
    Route.HOLD: Text(
        en="You are where others want to be. Technology moves on, and so must you.",
        de="Sie sind dort, wo andere hinwollen. Die Technologie bleibt nicht stehen, also dürfen Sie es auch nicht.",
    ),
    Route.A: Text(
        en="The technology is there; people and structures that use it for customers are not. That is laborious, because resistance has to be overcome.",
        de="Die Technologie ist da; Menschen und Strukturen, die sie für die Kundschaft nutzen, fehlen. Das ist mühsam, weil Widerstände zu überwinden sind.",
    ),
    Route.B: Text(
        en="Both at once often fails: technology is ready sooner than people understand how to use it.",
        de="Beides zugleich scheitert häufig: Die Technologie steht schneller bereit, als die Organisation versteht, sie zu nutzen.",
    ),
    Route.C: Text(
        en="First the culture, then technology step by step. Both overlap, so it takes only one to two years longer than culture alone.",
        de="Erst die Kultur, dann schrittweise die Technologie. Beides überlappt sich, deshalb dauert es nur ein bis zwei Jahre länger als die Kultur allein.",
    ),
    Route.D: Text(
        en="You know your customers; now build the technology that serves them, with vigour.",
        de="Sie kennen Ihre Kundinnen und Kunden; bauen Sie nun mit Nachdruck die Technologie auf, die ihnen dient.",
    ),
}
TRIPWIRES = (
    Text(
        en="Stop if what went live is not used six months later by those it was made for.",
        de="Anhalten, wenn das, was eingeführt wurde, sechs Monate später von denen nicht genutzt wird, für die es gedacht war.",
    ),
    Text(
        en="Stop if in two surveys running more than a third of the staff feel overwhelmed.",
        de="Anhalten, wenn sich in zwei Befragungen nacheinander mehr als ein Drittel der Mitarbeitenden überfordert fühlt.",
    ),
)
HOLDING = Text(
    en="Route HOLD: stay at the top, and keep questioning what was reached.",
    de="Route HOLD: an der Spitze bleiben und das Erreichte immer wieder hinterfragen.",
)
CHOSEN = Text(
    en="{start}, {name}: as likely as not a Star in {middle}; in nine of ten cases not before {early}, in one of ten later than {late}.",
    de="{start}, {name}: im mittleren Fall ein Star nach {middle}; in neun von zehn Fällen nicht vor {early}, in einem von zehn später als nach {late}.",
)
BRIEFLY = Text(
    en="Route {route}, {name}: as likely as not {middle} to a Star ({early}–{late}).",
    de="Route {route}, {name}: im mittleren Fall {middle} bis zum Star ({early}–{late}).",
)
BRIEFLY_EITHER = Text(
    en="As things stand, route {route}, {name}: depending on the type, {middles} to a Star.",
    de="Nach heutigem Stand Route {route}, {name}: je nach Typ {middles} bis zum Star.",
)
EITHER = Text(en="{start}, {name}. {futures}.", de="{start}, {name}. {futures}.")
IF_SO = Text(
    en="{title}: a Star in {middle} as likely as not, {early} to {late} in eight of ten cases",
    de="{title}: im mittleren Fall ein Star nach {middle}, in acht von zehn Fällen nach {early} bis {late}",
)
IF_THERE = Text(
    en="{title}: you are there already, and the effort was not needed",
    de="{title}: Sie sind schon dort, und die Mühe war nicht nötig",
)
FUTURE = Text(en="If you are {type} ({share})", de="Sind Sie {type} ({share})")
RECOMMENDED = Text(en="Recommended: route {route}, {name}", de="Empfohlen: Route {route}, {name}")
ROUTE = Text(en="Route {route}", de="Route {route}")
INSURANCE = Text(
    en="The likeliest type alone would speak for route {likeliest}; but if it is not true, that way costs far more time.",
    de="Der wahrscheinlichste Typ allein spräche für Route {likeliest}; stimmt er aber nicht, kostet dieser Weg weit mehr Zeit.",
)
HOLD_LATER = Text(
    en="Holding the top is only recommended once a Star is declared.",
    de="Die Spitze zu halten, empfehlen wir erst, wenn ein Star feststeht.",
)
FOR_NOW = Text(en="As things stand, route {route}", de="Nach heutigem Stand Route {route}")
SLOWER = Text(
    en="On average {months} later than the recommended route and later in {later} of all cases; worthwhile only if it succeeded in more than {even} instead of {success}.",
    de="Im Mittel {months} später als die empfohlene Route und in {later} aller Fälle später; lohnend erst, wenn er in mehr als {even} statt in {success} der Fälle gelänge.",
)
NEVER = Text(
    en="On average {months} later than the recommended route and later in {later} of all cases; it would not pay even if it always succeeded.",
    de="Im Mittel {months} später als die empfohlene Route und in {later} aller Fälle später; er lohnte sich selbst dann nicht, wenn er immer gelänge.",
)
FASTER = Text(
    en="Under these assumptions ({success} succeed) on average {months} sooner, yet later in {later} of all cases; below {even} it no longer pays.",
    de="Unter diesen Annahmen ({success} gelingen) im Mittel {months} früher, aber in {later} aller Fälle später; unter {even} lohnt er sich nicht mehr.",
)
IF_CAMPER = Text(en="If you are a Camper: {said}", de="Falls Sie ein Camper sind: {said}")


@dataclass(frozen=True, slots=True)
class Told:
    """How long the recommended route takes for one type: its share, and P10, P50, P90 in months."""

    kind: OrgType
    share: float
    early: float
    middle: float
    late: float


def chosen_sentence(route: Route, told: Sequence[Told], likeliest: Route) -> Text:
    """The recommended route and how long it takes, for each possible type by itself.

    `likeliest` is the route of the likeliest type; where another one is recommended, the sentence says why.
    """
    if route is Route.HOLD and len(told) == 1:
        return HOLDING
    name = _inside(route)
    unit = unit_for(*(each.late for each in told))
    if len(told) == 1:
        only = told[0]
        said = CHOSEN.fill(
            start=ROUTE.fill(route=route),
            name=name,
            early=unit.after(only.early),
            middle=unit.after(only.middle),
            late=unit.after(only.late),
        )
    else:
        futures = [_future(each, unit) for each in told]
        said = EITHER.fill(
            start=FOR_NOW.fill(route=route),
            name=name,
            futures=Text(". ".join(each.en for each in futures), ". ".join(each.de for each in futures)),
        )
    if likeliest is route:
        return said
    why = HOLD_LATER if likeliest is Route.HOLD else INSURANCE.fill(likeliest=likeliest)
    return Text(f"{said.en} {why.en}", f"{said.de} {why.de}")


def brief_sentence(route: Route, told: Sequence[Told]) -> Text:
    """The recommended route in one breath, for a wall; several possible types keep their own times."""
    way = [each for each in told if each.kind is not OrgType.STAR]
    if not way:
        return HOLDING
    unit, name = unit_for(*(each.late for each in way)), _inside(route)
    if len(told) == 1:
        only = way[0]
        early, late = unit.number(only.early), unit.number(only.late)
        return BRIEFLY.fill(route=route, name=name, middle=unit.span(only.middle), early=early, late=late)
    middles = sorted(each.middle for each in way)
    said = unit.span(middles[0]) if len(way) == 1 else unit.between(middles[0], middles[-1])
    return BRIEFLY_EITHER.fill(route=route, name=name, middles=said)


def direct_sentence(loss: float, later: float, success: float, break_even: float, *, sure: bool) -> Text:
    """What the direct way costs a Camper on average, and what would have to be true for it to pay.

    `sure` says that the organisation is a Camper.
    """
    frame = FASTER if loss < 0 else NEVER if break_even >= 1 else SLOWER
    said = frame.fill(
        months=unit_for(abs(loss)).span(abs(loss)),
        later=percent(later),
        even=percent(max(break_even, 0.0)),
        success=percent(success),
    )
    return (
        said
        if sure
        else IF_CAMPER.fill(said=Text(said.en[0].lower() + said.en[1:], said.de[0].lower() + said.de[1:]))
    )


def recommended(route: Route) -> Text:
    """The recommendation in a heading."""
    return RECOMMENDED.fill(route=route, name=_inside(route))


def _inside(route: Route) -> Text:
    """A route's name inside a sentence."""
    return Text(ROUTES[route].en.lower(), ROUTES[route].de)


def future_title(kind: OrgType, share: float) -> Text:
    """What heads one of several possible futures."""
    return FUTURE.fill(type=IS[kind], share=percent(share))


def _future(told: Told, unit: TimeUnit) -> Text:
    frame = IF_THERE if told.kind is OrgType.STAR else IF_SO
    return frame.fill(
        title=future_title(told.kind, told.share),
        early=unit.number(told.early),
        middle=unit.after(told.middle),
        late=unit.after(told.late),
    )
