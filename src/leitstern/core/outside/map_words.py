"""What stands out about a designed journey, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text, grouped

if TYPE_CHECKING:
    from leitstern.core.company.taxonomy import JourneyMap, Taxonomy
    from leitstern.core.outside.map_fit import MapFit
    from leitstern.core.stats.estimate import Measured

WORTH_TELLING = 0.05  # of journeys

EXACT = Text(
    en="Of 100 journeys, {exact} [{low}–{high}] go exactly as designed (n {n} customers); of the steps that were designed or lived, {fit} of 100 are both.",
    de="Von 100 Reisen verlaufen {exact} [{low}–{high}] genau wie geplant (n {n} Kundinnen und Kunden); von den Schritten, die geplant oder erlebt wurden, sind {fit} von 100 beides.",
)
SKIPPED = Text(
    en="“{name}” is missing from {share} of 100 journeys.",
    de="„{name}“ fehlt in {share} von 100 Reisen.",
)
DISPLACED = Text(
    en="“{name}” comes out of order in {share} of 100 journeys.",
    de="„{name}“ kommt in {share} von 100 Reisen nicht an der geplanten Stelle.",
)
STRAYED = Text(
    en="After “{name}”, {share} of 100 journeys meet “{detour}”, which nobody designed.",
    de="Nach „{name}“ führen {share} von 100 Reisen zu „{detour}“, was niemand so geplant hat.",
)
AS_DESIGNED = Text(
    en="Nothing departs from the design in more than five of 100 journeys.",
    de="Nichts weicht in mehr als fünf von 100 Reisen vom Plan ab.",
)
TOO_FEW = Text(
    en="Fewer than five customers have been all the way on this journey so far: how it fits cannot be told yet.",
    de="Bisher haben weniger als fünf Kundinnen und Kunden diese Reise hinter sich: Wie gut der Plan passt, lässt sich noch nicht sagen.",
)

CHANGED = Text(
    en="{what}; fit would be {after} instead of {before} of 100.",
    de="{what}; die Passung wäre {after} statt {before} von 100.",
)
FIRST = Text(en="{what}; fit would be {after} of 100.", de="{what}; die Passung wäre {after} von 100.")
UNKNOWN = Text(
    en="{what}; fewer than five customers are on this journey, so that its fit cannot be told.",
    de="{what}; auf dieser Reise sind weniger als fünf Kundinnen und Kunden, die Passung lässt sich nicht sagen.",
)


def sentence(journey_map: JourneyMap, fit: MapFit, taxonomy: Taxonomy) -> Text:
    """How well it fits, and the two largest departures: steps left out or out of order, or something in between."""
    if not isinstance(fit.exact, Estimate) or not isinstance(fit.fit, Estimate):
        return TOO_FEW
    first = EXACT.fill(
        exact=_of_hundred(fit.exact.value),
        low=_of_hundred(fit.exact.low),
        high=_of_hundred(fit.exact.high),
        n=grouped(fit.exact.n),
        fit=_of_hundred(fit.fit.value),
    )
    found = _departures(journey_map, fit, taxonomy)
    largest = [words for _, words in sorted(found, key=lambda each: -each[0])[:2]] or [AS_DESIGNED]
    said = [first, *largest]
    return Text(en=" ".join(each.en for each in said), de=" ".join(each.de for each in said))


def would_be(what: Text, before: MapFit | None, after: MapFit) -> Text:
    """What a change does to the fit: {what}; fit would be 71 instead of 64 of 100."""
    if not isinstance(after.fit, Estimate):
        return UNKNOWN.fill(what=what)
    said = _of_hundred(after.fit.value)
    if before is None or not isinstance(before.fit, Estimate):
        return FIRST.fill(what=what, after=said)
    return CHANGED.fill(what=what, after=said, before=_of_hundred(before.fit.value))


def _departures(journey_map: JourneyMap, fit: MapFit, taxonomy: Taxonomy) -> list[tuple[float, Text]]:
    points = taxonomy.lookup(Touchpoint)
    found: list[tuple[float, Text]] = []
    for step, lived in zip(journey_map.steps, fit.steps, strict=True):
        point = points.slug(step.touchpoint)
        if point is None:
            continue
        shares = [(lived.displaced, DISPLACED)] + ([] if step.optional else [(lived.skipped, SKIPPED)])
        found += [
            (share, words.fill(name=point.name, share=_of_hundred(share)))
            for measured, words in shares
            if (share := _value(measured)) >= WORTH_TELLING
        ]
        for detour in lived.detours[:1]:
            if (share := _value(detour.share)) >= WORTH_TELLING:
                there = taxonomy.name("touchpoint", detour.touchpoint)
                words = STRAYED.fill(name=point.name, detour=there, share=_of_hundred(share))
                found.append((share, words))
    return found


def _value(measured: Measured) -> float:
    return measured.value if isinstance(measured, Estimate) else 0.0


def _of_hundred(share: float) -> int:
    return round(share * 100)
