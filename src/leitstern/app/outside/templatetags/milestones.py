"""A milestone and what came of it, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from leitstern.app.common.drawing import words
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.outside.milestone_words import answered_said, spoiled_said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leitstern.app.outside.reading import Published
    from leitstern.core.company.taxonomy import Milestone
    from leitstern.core.outside.milestones import MilestoneRecord
    from leitstern.core.texts import Text

register = template.Library()


@register.simple_tag
def milestone_said(state: Published, milestone: Milestone, record: MilestoneRecord) -> str:
    """Who got what belongs to the moment, and who got something else instead."""

    def names(slugs: Iterable[str]) -> tuple[Text, ...]:
        points = state.taxonomy.lookup(Touchpoint)
        return tuple(point.name for slug in slugs if (point := points.slug(slug)))

    said = answered_said(record, names(milestone.expects)), spoiled_said(record, names(milestone.spoils))
    return " ".join(words(sentence) for sentence in said if sentence)
