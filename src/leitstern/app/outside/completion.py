"""Completed journeys with and without breaks, and what the missing ones are worth at most, as found in the published state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ninja import Schema

from leitstern.app.common.schemas import MoneyOut, Number, TextOut, both, number
from leitstern.core.company.taxonomy import JourneyMap
from leitstern.core.outside.completion import (
    WITHIN_DAYS,
    Amount,
    Completion,
    completion,
    read_completion,
)
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text, grouped

if TYPE_CHECKING:
    from leitstern.app.outside.reading import Published, Question
    from leitstern.core.company.money import Money
    from leitstern.core.company.taxonomy import Worth

AT_MOST = Text(
    en="At most {value} [{low}–{high}] in a year, if the breaks were the only reason: that many of {broken} journeys with "
    "breaks are missing, at {worth} each as {by} states. That the breaks are the reason is not shown.",
    de="Höchstens {value} [{low}–{high}] im Jahr, wenn die Brüche der einzige Grund wären: So viele von {broken} Reisen mit "
    "Brüchen fehlen, zu je {worth}, wie es genannt ist von: {by}. Dass die Brüche der Grund sind, ist nicht gezeigt.",
)
UNSURE = Text(
    en="Journeys with breaks are not completed less often for sure. No amount follows from that.",
    de="Reisen mit Brüchen werden nicht sicher seltener abgeschlossen. Daraus folgt kein Betrag.",
)
UNSTATED = Text(
    en="Nobody has stated what a completed journey is worth.",
    de="Niemand hat genannt, was eine abgeschlossene Reise wert ist.",
)


@dataclass(frozen=True, slots=True)
class Told:
    """A designed journey with what was found, what somebody states it is worth, and what follows from both."""

    name: Text
    found: Completion
    worth: Worth | None

    @property
    def at_most(self) -> Amount | None:
        """The stated worth of the missing journeys."""
        return self.found.at_most(self.worth)

    @property
    def sentence(self) -> Text:
        """What it may cost, or why no amount is said."""
        if not isinstance(self.found.difference, Estimate):
            return self.found.difference.reason
        if not self.found.lacking:
            return UNSURE
        amount = self.at_most
        if self.worth is None or amount is None:
            return UNSTATED
        told = {name: getattr(amount, name).said for name in ("value", "low", "high")}
        return AT_MOST.fill(
            **told,
            broken=grouped(self.found.broken_journeys),
            worth=self.worth.amount.said,
            by=self.worth.by,
        )


class CompletionOut(Schema):
    """Of a designed journey begun from `since` to `until`, shares 0–1 completed within `within_days`.

    `whole` without breaks, `broken` with; `difference` is whole − broken, an association. `at_most` (with `low` and `high`)
    is the stated worth of the missing journeys if the breaks were the only reason; null where nothing is stated or sure.
    """

    map: str | None
    since: date
    until: date
    within_days: int
    journeys: int
    broken_journeys: int
    whole: Number
    broken: Number
    difference: Number
    worth: MoneyOut | None
    stated_by: TextOut | None
    at_most: MoneyOut | None
    at_most_low: MoneyOut | None
    at_most_high: MoneyOut | None
    sentence: TextOut


def completed(state: Published) -> tuple[Told, ...]:
    """By designed journey with at least two steps that are needed; where fewer than five customers are, withheld."""

    def compute(ask: Question) -> tuple[Completion, ...]:
        asked = completion(ask.table("transitions"), ask.table("contacts"), state.taxonomy, state.as_of)
        return () if asked is None else read_completion(ask.run(asked), state.as_of)

    maps = state.taxonomy.lookup(JourneyMap)
    found = state.find("completion", (), compute)
    return tuple(
        Told(journey.name, each, journey.worth) for each in found if (journey := maps.code(each.map))
    )


def completion_document(state: Published) -> list[CompletionOut]:
    """The same as documents."""
    maps = state.taxonomy.lookup(JourneyMap)
    return [_document(told, maps.code(told.found.map)) for told in completed(state)]


def _document(told: Told, journey: JourneyMap | None) -> CompletionOut:
    found, amount = told.found, told.at_most
    return CompletionOut(
        map=journey.slug if journey else None,
        since=found.since,
        until=found.until,
        within_days=WITHIN_DAYS,
        journeys=found.journeys,
        broken_journeys=found.broken_journeys,
        whole=number(found.whole),
        broken=number(found.broken),
        difference=number(found.difference),
        worth=_money(told.worth.amount if told.worth else None),
        stated_by=both(told.worth.by) if told.worth else None,
        at_most=_money(amount.value if amount else None),
        at_most_low=_money(amount.low if amount else None),
        at_most_high=_money(amount.high if amount else None),
        sentence=both(told.sentence),
    )


def _money(amount: Money | None) -> MoneyOut | None:
    return MoneyOut(minor=amount.minor, currency=amount.currency) if amount else None
