"""The example company's contact rules, entered by its own people through the ordinary actions; truths in `collect.example.contact_rules`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from leitstern.app.accounts.roles import Role
from leitstern.app.policy import keeping, personal
from leitstern.app.policy.counting import counted_rules
from leitstern.app.policy.models import ContactRule
from leitstern.app.policy.queries import rules
from leitstern.app.project.example_dates import date_back, moment
from leitstern.collect.example.contact_rules import OFFERS, PERSONAL, RULES
from leitstern.core.bridge.policy.personal import PersonalDraft
from leitstern.core.bridge.policy.rules import Demand, Occasion, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leitstern.app.accounts.models import Person

KNOWN_FOR = 90  # days
DECIDED = 40  # days ago
NEXT_LOOK = 150  # days ahead


def agree_on_contacts(
    cast: Mapping[Role, Person], until: date, language: str, *, planted: bool = True
) -> None:
    """Rules and how personal contacts are, up to `until`. A company that has rules keeps its own."""
    if ContactRule.objects.exists():
        return
    lead, executive = cast[Role.LEAD], cast[Role.EXECUTIVE]
    review = until + timedelta(days=NEXT_LOOK)
    for told in RULES:
        since = date(until.year - told.since, 1, 1)
        demand = Demand(Occasion(told.kind, told.occasion), told.touchpoint, told.duty, since, last=told.last)
        words = Words(told.reason.to(language), told.outcome.to(language), told.owner.to(language), review)
        row = keeping.keep_rule(lead, demand, words)
        when = moment(until, KNOWN_FOR)
        date_back(row, created=when)
        row.wordings.update(created=when)
        if told.agreed:
            date_back(keeping.agree(executive, row), agreed=moment(until, DECIDED))
    for each in (*PERSONAL, *([OFFERS] if planted else [])):
        answers = replace(each.answers, evidence=each.shown.to(language) if each.shown else "")
        draft = PersonalDraft(each.touchpoint, each.purpose, answers, each.owner.to(language), review)
        date_back(personal.keep_personal(executive, draft), created=moment(until, DECIDED))
    counted_rules(rules())  # so that nobody waits for it on a page
