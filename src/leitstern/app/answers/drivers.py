"""Importance and performance of visible reasons, as found, drawn, and told to programs. Association, never cause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext
from ninja import Schema

from leitstern.app.common.drawing import fitted, words
from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.journeys.lined import numbers, of_hundred
from leitstern.app.outside.queries import reasons_found
from leitstern.charts.importance_performance import Reason, importance_performance
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.outside.performance import Field, Fields, Performed, fields, performed
from leitstern.core.outside.reasons import drivers_of
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from leitstern.app.outside.reading import Published

HEADER = (
    *("touchpoint", "statement", "driver", "importance", "importance_low", "importance_high", "importance_n"),
    *("performance", "performance_low", "performance_high", "performance_n", "direction", "field"),
)
NAMES = {
    Field.FIRST: Text(en="look here first", de="zuerst hinsehen"),
    Field.KEEP: Text(en="keep it up", de="so beibehalten"),
    Field.LATER: Text(en="look here later", de="später hinsehen"),
    Field.FINE: Text(en="fine as it is", de="gut so"),
    Field.OPEN: Text(en="cannot tell which field", de="welches Feld, ist nicht sicher"),
}
NOTHING = Text(
    en="The visible reasons explain the answers nowhere better than chance would. That is a finding, too: what matters to customers "
    "here cannot be seen in contacts.",
    de="Nirgends erklären die sichtbaren Gründe die Antworten besser als der Zufall. Auch das ist ein Befund: Worauf es den Kundinnen "
    "und Kunden ankommt, ist hier nicht an Kontakten zu sehen.",
)
FIRST = Text(
    en="First look at {driver} at “{touchpoint}”: it goes along with {weight} [{weight_low}–{weight_high}] of 100 parts of what all "
    "visible reasons explain, and {share} [{low}–{high}] of 100 customers live it well (n {n}). An association, not a cause.",
    de="Sehen Sie zuerst auf „{driver}“ bei „{touchpoint}“: Damit hängen {weight} [{weight_low}–{weight_high}] von 100 Teilen dessen "
    "zusammen, was alle sichtbaren Gründe erklären, und {share} [{low}–{high}] von 100 erleben es gut (n {n}). Das ist ein "
    "Zusammenhang, keine Ursache.",
)
NO_FIRST = Text(
    en="No reason is for certain both important and lived less well than the others. An association, not a cause.",
    de="Bei keinem Grund ist sicher, dass er zugleich wichtig ist und schlechter erlebt wird als die anderen. Das wäre auch dann nur "
    "ein Zusammenhang, keine Ursache.",
)


class DriverPlaceOut(Schema):
    """`direction` −1: the more of it, the worse the answers. `field`: null where nobody said what good is."""

    touchpoint: str | None
    statement: str
    driver: str
    name: TextOut
    importance: Number
    performance: Number
    direction: int
    field: str | None


class DriversOut(Schema):
    sentence: TextOut
    drivers: list[DriverPlaceOut]


@dataclass(frozen=True, slots=True)
class Line:
    """One reason in words; no field where nobody said what good is."""

    found: Performed
    driver: Text
    touchpoint: Text
    statement: Text
    field: Field | None

    @property
    def said(self) -> Text | None:
        """The field in words."""
        return NAMES[self.field] if self.field else None


def found_fields(state: Published) -> Fields:
    """Every reason that explains answers somewhere."""
    return fields(tuple(performed(each.explanation, each.well) for each in reasons_found(state)))


def lines(state: Published, found: Fields) -> tuple[Line, ...]:
    """Those to look at first before others; the important before the less so."""
    order = list(Field)
    placed = sorted(found.placed, key=lambda pair: (order.index(pair[1]), -pair[0].importance.value))
    rest = sorted(found.unplaced, key=lambda each: -each.importance.value)
    return tuple(_line(state, each, field) for each, field in [*placed, *((each, None) for each in rest)])


def sentence(state: Published, found: Fields) -> Text:
    """Where to look first, if that is certain anywhere."""
    told = lines(state, found)
    if not told:
        return NOTHING
    first = told[0]
    lived = first.found.performance
    if first.field is not Field.FIRST or not isinstance(lived, Estimate):
        return NO_FIRST
    weight = of_hundred(first.found.importance)
    return FIRST.fill(
        driver=first.driver,
        touchpoint=first.touchpoint,
        weight=weight["share"],
        weight_low=weight["low"],
        weight_high=weight["high"],
        **of_hundred(lived),
    )


def drawn(told: tuple[Line, ...], found: Fields) -> SafeString | str:
    """The picture; nothing where no reason has both numbers."""
    reasons = [
        Reason(
            f"{words(each.driver)} · {words(each.touchpoint)}",
            each.found.importance,
            each.found.performance,
            words(NAMES[each.field]),
            each.field is not Field.OPEN,
        )
        for each in told
        if each.field and isinstance(each.found.performance, Estimate)
    ]
    if not reasons:
        return ""
    cuts = (found.importance_line, found.performance_line)
    return fitted(
        lambda sheet: importance_performance(reasons, cuts, sheet),
        "importance-performance",
        gettext("Importance and performance"),
        gettext(
            "Upwards how much a visible reason goes along with answers, to the right how many of 100 customers live it well."
        ),
    )


def drivers_document(state: Published) -> DriversOut:
    """The same for programs."""
    found = found_fields(state)
    return DriversOut(
        sentence=both(sentence(state, found)),
        drivers=[
            DriverPlaceOut(
                touchpoint=_slug(state, each),
                statement=each.found.facet,
                driver=each.found.slug,
                name=both(each.driver),
                importance=number(each.found.importance),
                performance=number(each.found.performance),
                direction=each.found.direction,
                field=each.field,
            )
            for each in lines(state, found)
        ],
    )


def rows(state: Published) -> list[list[object]]:
    """The same for a spreadsheet."""
    return [
        [
            *(_slug(state, each), each.found.facet, each.found.slug),
            *numbers(each.found.importance, n=True),
            *numbers(each.found.performance, n=True),
            *(each.found.direction, each.field),
        ]
        for each in lines(state, found_fields(state))
    ]


def _line(state: Published, each: Performed, field: Field | None) -> Line:
    names = {driver.slug: driver.name for driver in drivers_of(state.taxonomy)}
    facets = {facet.slug: facet.name for facet in state.taxonomy.facets}
    statement = facets.get(each.facet, Text(each.facet, each.facet))
    return Line(each, names[each.slug], state.taxonomy.name("touchpoint", each.touchpoint), statement, field)


def _slug(state: Published, each: Line) -> str | None:
    term = state.taxonomy.lookup(Touchpoint).code(each.found.touchpoint)
    return term.slug if term else None
