"""What a rule is called: its sentence, in the names of touchpoints and milestones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.company.former import touchpoint_names
from leitstern.app.policy.queries import demand_of, milestone_names
from leitstern.core.bridge.policy.sentences import rule_said
from leitstern.core.bridge.policy.terms import OccasionKind
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.policy.models import ContactRule
    from leitstern.core.bridge.policy.rules import Demand, Occasion


def said(demand: Demand) -> Text:
    """The rule in one sentence."""
    return rule_said(demand, occasion_name(demand.occasion), touchpoint_name(demand.touchpoint))


def rule_name(row: ContactRule) -> Text:
    """The sentence of a rule that is kept."""
    return said(demand_of(row))


def occasion_name(occasion: Occasion) -> Text:
    """What comes first; a short name that nobody knows any more stands for itself."""
    known = milestone_names() if occasion.kind is OccasionKind.MILESTONE else touchpoint_names()
    return known.get(occasion.slug, Text(occasion.slug, occasion.slug))


def touchpoint_name(slug: str) -> Text:
    """The same for a touchpoint."""
    return touchpoint_names().get(slug, Text(slug, slug))
