"""The portfolio as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext

from leitstern.app.common.drawing import fitted, words
from leitstern.charts.bracket import Tied, bracket

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from leitstern.core.bridge.portfolio.picture import Portfolio

MOST = 20  # initiatives a picture can hold; of more, those with the largest budgets


def bracket_drawing(found: Portfolio) -> SafeString:
    """Which initiative works for or against which goal."""
    largest = sorted(
        found.initiatives, key=lambda one: (-(one.budget.minor if one.budget else 0), one.title)
    )[:MOST]
    rows = [
        Tied(
            one.title,
            words(one.budget.said) if one.budget else "",
            {each.goal: each.sign * each.weight for each in one.contributions},
            reverse("portfolio:initiative", args=[one.key]),
        )
        for one in largest
    ]
    goals = [(goal.key, goal.title) for goal in found.goals]
    return fitted(
        lambda sheet: bracket(rows, goals, sheet),
        "bracket",
        gettext("Which initiative works for which goal"),
        gettext(
            "Initiatives to the left, goals to the right. Lines are contributions; dashed ones work against a goal."
        ),
    )
