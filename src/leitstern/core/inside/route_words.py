"""Routes and durations in words."""

from __future__ import annotations

from enum import StrEnum

from leitstern.core.inside.wording import decimal, percent
from leitstern.core.texts import Text


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
ROUTE = Text(en="Route {route}", de="Route {route}")
INSURANCE = Text(
    en="The likeliest type alone would speak for route {likeliest}; but if it is not true, that way costs far more time.",
    de="Der wahrscheinlichste Typ allein spräche für Route {likeliest}; stimmt er aber nicht, kostet dieser Weg weit mehr Zeit.",
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
_MONTH = Text(en="{n} month", de="{n} Monat")
_MONTHS = Text(en="{n} months", de="{n} Monaten")
_YEARS = Text(en="{n} years", de="{n} Jahren")
IN_MONTHS = 36  # below, durations are said in months


def chosen_sentence(
    route: Route, times: tuple[float, float, float], likeliest: Route, *, declared: bool
) -> Text:
    """The recommended route and how long it takes (P10, P50, P90 in months).

    `likeliest` is the route of the likeliest type; where another one is recommended, the sentence says why.
    """
    if route is Route.HOLD:
        return HOLDING
    name = ROUTES[route]
    early, middle, late = (after(each) for each in times)
    start = ROUTE if declared else FOR_NOW
    said = CHOSEN.fill(
        start=start.fill(route=route),
        name=Text(name.en.lower(), name.de),
        early=early,
        middle=middle,
        late=late,
    )
    if likeliest is route:
        return said
    why = INSURANCE.fill(likeliest=likeliest)
    return Text(f"{said.en} {why.en}", f"{said.de} {why.de}")


def direct_sentence(loss: float, later: float, success: float, break_even: float) -> Text:
    """What the direct way costs on average, and what would have to be true for it to pay."""
    frame = FASTER if loss < 0 else NEVER if break_even >= 1 else SLOWER
    return frame.fill(
        months=_span(abs(loss)),
        later=percent(later),
        even=percent(max(break_even, 0.0)),
        success=percent(success),
    )


def after(months: float) -> Text:
    """A duration as in "in 22 months", "in 6.7 years" (German dative)."""
    if months < IN_MONTHS:
        whole = round(months)
        return (_MONTH if whole == 1 else _MONTHS).fill(n=whole)
    return _YEARS.fill(n=decimal(months / 12, 1))


def _span(months: float) -> Text:
    """A duration as in "22 months later" (German accusative)."""
    said = after(months)
    return Text(said.en, said.de.replace("Monaten", "Monate").replace("Jahren", "Jahre"))
