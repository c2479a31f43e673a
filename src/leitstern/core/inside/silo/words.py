"""What the silo index says in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.inside.silo.facet import FACETS, Facet, Verdict
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.inside.silo.index import Silo

FOUND = Text(en="There is a silo of {facets}.", de="Es gibt ein Silo {facets}.")
NO_PROBLEM = Text(
    en="There is no silo problem in what was measured.",
    de="In dem, was gemessen ist, gibt es kein Silo-Problem.",
)
CANNOT_TELL = Text(
    en="Whether there is a silo cannot be told yet.", de="Ob es ein Silo gibt, lässt sich noch nicht sagen."
)
NOT_MEASURED = Text(
    en="Whether there are silos has not been measured yet.", de="Ob es Silos gibt, ist noch nicht gemessen."
)
IN = {
    Facet.THINKING: Text(en="thinking", de="im Denken"),
    Facet.RESPONSIBILITY: Text(en="responsibility", de="in der Verantwortung"),
    Facet.ACTION: Text(en="action", de="im Handeln"),
    Facet.DATA: Text(en="data and technology", de="bei Daten und Technik"),
}
VERDICTS = {
    Verdict.SILO: Text(en="silo", de="Silo"),
    Verdict.NONE: Text(en="no silo", de="kein Silo"),
    Verdict.OPEN: Text(en="open", de="offen"),
    Verdict.UNKNOWN: Text(en="not measured", de="nicht gemessen"),
}
MEASURED = Text(en="Measured: {facets}.", de="Gemessen: {facets}.")
LEFT = Text(en="Not measured yet: {facets}.", de="Noch nicht gemessen: {facets}.")


def sentence(silo: Silo) -> Text:
    """The finding."""
    match silo.verdict:
        case Verdict.SILO:
            return FOUND.fill(facets=listed([IN[each] for each in silo.judged(Verdict.SILO)]))
        case Verdict.NONE:
            return NO_PROBLEM
        case Verdict.OPEN:
            return CANNOT_TELL
        case Verdict.UNKNOWN:
            return NOT_MEASURED


def reach(silo: Silo) -> tuple[Text, ...]:
    """Which facets the finding speaks of, and which it does not."""
    missing = silo.judged(Verdict.UNKNOWN)
    there = [FACETS[each.facet] for each in silo.readings if each.facet not in missing]
    said = [MEASURED.fill(facets=listed(there))] if there and missing else []
    return (*said, *([LEFT.fill(facets=listed([FACETS[each] for each in missing]))] if missing else []))


def listed(names: Sequence[Text]) -> Text:
    """A, B and C."""
    if len(names) < 2:
        return names[0] if names else Text(en="", de="")
    *first, last = names
    return Text(
        en=f"{', '.join(each.en for each in first)} and {last.en}",
        de=f"{', '.join(each.de for each in first)} und {last.de}",
    )
