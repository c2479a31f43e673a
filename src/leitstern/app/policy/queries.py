"""Rules and decisions as they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.common.lookups import or_not_found
from leitstern.app.company.queries import current_taxonomy
from leitstern.app.policy.models import ContactRule, PersonalDecision
from leitstern.core.bridge.policy.rules import Demand, Occasion
from leitstern.core.bridge.policy.terms import Duty, OccasionKind
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.db.models import QuerySet

NO_RULE = Text(en="There is no such contact rule.", de="Diese Kontaktregel gibt es nicht.")
NO_DECISION = Text(en="There is no such decision.", de="Diese Entscheidung gibt es nicht.")


def rules() -> QuerySet[ContactRule]:
    """All rules that are not withdrawn."""
    return rules_ever().filter(withdrawn=None)


def rules_ever() -> QuerySet[ContactRule]:
    """The same with those that were taken back."""
    return ContactRule.objects.select_related("owner")


def rule_by_id(rule_id: int) -> ContactRule:
    """One rule, withdrawn or not. Raises NotFound."""
    return or_not_found(rules_ever().filter(pk=rule_id).first(), NO_RULE)


def decisions() -> dict[tuple[str, str], PersonalDecision]:
    """By touchpoint and purpose the decision that counts: the newest that stands."""
    rows = decisions_ever().filter(withdrawn=None).order_by("touchpoint", "purpose", "id")
    return {(row.touchpoint, row.purpose): row for row in rows}


def decisions_ever() -> QuerySet[PersonalDecision]:
    """Every decision, also those that were taken back or that others took the place of."""
    return PersonalDecision.objects.select_related("owner")


def decision_by_id(decision_id: int) -> PersonalDecision:
    """One decision, withdrawn or not. Raises NotFound."""
    return or_not_found(decisions_ever().filter(pk=decision_id).first(), NO_DECISION)


def demand_of(row: ContactRule) -> Demand:
    """What a rule demands."""
    return Demand(
        Occasion(OccasionKind(row.occasion_kind), row.occasion),
        row.touchpoint,
        Duty(row.duty),
        row.since,
        row.first_day,
        row.last_day,
        row.until,
    )


def milestone_names() -> dict[str, Text]:
    """What milestones are called, by short name."""
    taxonomy = current_taxonomy()
    return {each.slug: each.name for each in taxonomy.milestones} if taxonomy else {}


def marked_by() -> dict[str, str]:
    """By milestone the touchpoint that marks it; without those that no contact marks."""
    taxonomy = current_taxonomy()
    return {each.slug: each.at for each in taxonomy.milestones if each.at} if taxonomy else {}
