"""Both sides as a table of plain values, for CSV from the page and from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from leitstern.app.value.queries import Beside
    from leitstern.core.outside.both_values.ledger import Ledger
    from leitstern.core.stats.estimate import Measured

HEADER = ["persona", "side", "measure", "value", "low", "high", "n", "as_of", "why_not"]
EVERYBODY = Text(en="Everybody", de="Alle")
CUSTOMERS, COMPANY = Text(en="customers", de="Kundschaft"), Text(en="company", de="Unternehmen")
REACHED = Text(en="reached: {goal} ({told})", de="erreicht: {goal} ({told})")
EFFORT = {
    "contacts": Text(en="contacts per journey", de="Kontakte je Reise"),
    "designed": Text(en="of them designed", de="davon vorgesehen"),
    "more": Text(en="beyond the designed ones", de="über die vorgesehenen hinaus"),
    "wait_days": Text(en="days of waiting per journey", de="Tage Warten je Reise"),
    "repeats": Text(en="repeats per journey", de="Wiederholkontakte je Reise"),
    "handoffs": Text(en="handoffs per journey", de="Übergaben je Reise"),
    "designed_handoffs": Text(en="designed handoffs per journey", de="vorgesehene Übergaben je Reise"),
}
MARGIN = Text(
    en="expected margin per customer, next 12 months, {currency}",
    de="erwarteter Deckungsbeitrag je Kundin oder Kunde, nächste 12 Monate, {currency}",
)
FORECAST = Text(en="forecast {n} months ago, {currency}", de="Prognose vor {n} Monaten, {currency}")
CAME = Text(en="what came since, {currency}", de="was seither kam, {currency}")
ERROR = Text(en="forecast − came, {currency}", de="Prognose − gekommen, {currency}")


def value_rows(found: Beside, names: Mapping[int, Text], language: str) -> Iterator[list[object]]:
    """One row per persona and measure."""
    for each in found.ledgers:
        name = (names[each.persona] if each.persona else EVERYBODY).to(language)
        for side, measure, value in _measures(each, found.earning.currency if found.earning else ""):
            yield [name, side.to(language), measure.to(language), *_cells(value, language)]


def _measures(each: Ledger, currency: str) -> Iterator[tuple[Text, Text, Measured]]:
    for goal in each.goals:
        if goal.share and goal.reach:
            told = goal.reach.map or f"{goal.reach.touchpoint} · {goal.reach.facet}"
            yield CUSTOMERS, REACHED.fill(goal=goal.text, told=told), goal.share
    for part, name in EFFORT.items():
        yield CUSTOMERS, name, getattr(each.effort, part)
    if each.forecast:
        yield COMPANY, MARGIN.fill(currency=currency), each.forecast.margin
        if check := each.forecast.check:
            yield COMPANY, FORECAST.fill(n=check.months, currency=currency), check.forecast
            yield COMPANY, CAME.fill(currency=currency), check.came
            yield COMPANY, ERROR.fill(currency=currency), check.error


def _cells(found: Measured, language: str) -> list[object]:
    if not isinstance(found, Estimate):
        return [None, None, None, None, None, found.reason.to(language)]
    return [*(round(end, 4) for end in (found.value, found.low, found.high)), found.n, found.as_of, ""]
