"""How far each rule is kept, counted from the contacts that are published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.outside.reading import published
from leitstern.app.policy.naming import rule_name
from leitstern.app.policy.queries import demand_of, rules
from leitstern.core.bridge.policy.rules import settled
from leitstern.core.bridge.policy.sentences import broken, kept, kept_said
from leitstern.core.bridge.policy.terms import Duty, OccasionKind
from leitstern.core.company.taxonomy import Milestone, Touchpoint
from leitstern.core.outside.followed import (
    Counted,
    Followed,
    followed,
    followed_sums,
    met,
    milestone_met,
    read_followed,
)
from leitstern.core.outside.periods import name
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ibis import Table

    from leitstern.app.outside.reading import Question
    from leitstern.app.policy.models import ContactRule
    from leitstern.core.bridge.policy.rules import Demand
    from leitstern.core.company.taxonomy import Taxonomy
    from leitstern.core.stats.estimate import Measured

NO_CONTACTS = Missing("no-contacts", Text(en="there are no contacts yet", de="es gibt noch keine Kontakte"))
UNKNOWN = Missing(
    "not-in-taxonomy",
    Text(
        en="the taxonomy no longer knows what it is about", de="die Taxonomie kennt nicht mehr, worum es geht"
    ),
)


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule with what became of it."""

    row: ContactRule
    found: Followed

    @property
    def duty(self) -> Duty:
        """What it says."""
        return Duty(self.row.duty)

    @property
    def said(self) -> Text:
        """The rule in one sentence."""
        return rule_name(self.row)

    @property
    def kept(self) -> Measured:
        """How often it is kept, of all occasions that are judged."""
        return kept(self.duty, self.found.whole.share)

    @property
    def kept_said(self) -> Text:
        """The same in one sentence, with the counts."""
        return kept_said(self.duty, self.found.whole)

    @property
    def broken(self) -> bool:
        """Kept clearly less often than it is meant to be."""
        return broken(self.duty, self.found.whole.share)

    @property
    def violations(self) -> int | None:
        """How often it was not kept; None where that is not told, or left open."""
        return violations(self.duty, self.found.whole)

    @property
    def periods(self) -> tuple[tuple[Counted, Text, Measured, int | None], ...]:
        """Its periods, each with its name, how far it was kept and how often not."""
        return tuple(
            (each, name(each.start, each.length), kept(self.duty, each.share), violations(self.duty, each))
            for each in self.found.periods
            if each.start and each.length
        )

    def due(self, today: date) -> bool:
        """Whether somebody should have looked at it again."""
        return self.row.review < today


def violations(duty: Duty, counted: Counted) -> int | None:
    """How often a rule was not kept."""
    if duty is Duty.MAY or counted.occasions is None or counted.followed is None:
        return None
    return counted.followed if duty is Duty.MUST_NOT else counted.occasions - counted.followed


def counted_rules(rows: Iterable[ContactRule]) -> list[RuleLine]:
    """What became of each of these, the worst first; the same number of questions for one and for many."""
    asked, state = sorted(rows, key=lambda row: row.pk), published()
    demands = tuple(demand_of(row) for row in asked)
    found = (
        tuple(Followed(Counted(NO_CONTACTS), 0) for _ in demands)
        if state is None
        else state.find("contact rules", demands, lambda ask: tuple(_counted(ask, each) for each in demands))
    )
    lines = [RuleLine(*each) for each in zip(asked, found, strict=True)]
    return sorted(lines, key=_worst)


def counted_rule(row: ContactRule) -> RuleLine:
    """The same for one: found together with all others while it stands."""
    lines = counted_rules([row] if row.withdrawn else rules())
    return next(each for each in lines if each.row.pk == row.pk)


def _worst(line: RuleLine) -> tuple[bool, float, int]:
    found = line.kept
    return not isinstance(found, Estimate), found.value if isinstance(found, Estimate) else 0.0, line.row.pk


def _counted(ask: Question, demand: Demand) -> Followed:
    taxonomy, as_of, contacts = ask.published.taxonomy, ask.published.as_of, ask.table("contacts")
    there = taxonomy.lookup(Touchpoint).slug(demand.touchpoint)
    occasions = _occasions(contacts, demand, taxonomy, as_of)
    if there is None or occasions is None:
        return Followed(Counted(UNKNOWN), 0)
    rows = followed(occasions, contacts, there.code, (demand.first, demand.last), as_of)
    return read_followed(ask.run(followed_sums(rows)), as_of)


def _occasions(contacts: Table, demand: Demand, taxonomy: Taxonomy, as_of: date) -> Table | None:
    """Those on days on which the rule holds; None where the taxonomy does not know what it is about."""
    import ibis

    marked_by = {each.slug: each.at for each in taxonomy.milestones if each.at}
    occasion = settled(demand.occasion, marked_by)
    here = taxonomy.lookup(Touchpoint).slug(occasion.slug)
    milestone = taxonomy.lookup(Milestone).slug(occasion.slug)
    if occasion.kind is OccasionKind.TOUCHPOINT and here:
        found = met(contacts, here.code, as_of)
    elif occasion.kind is OccasionKind.MILESTONE and milestone:
        found = milestone_met(contacts, milestone, taxonomy, as_of)
    else:
        return None
    if demand.since:
        found = found.filter(found.reached_date >= ibis.literal(demand.since))
    if demand.until:
        found = found.filter(found.reached_date <= ibis.literal(demand.until))
    return found
