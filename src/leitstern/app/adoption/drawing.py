"""The charts of adoption, from what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext

from leitstern.app.common.drawing import fitted, side, words
from leitstern.charts.adoption_ladder import LadderRow, Step, adoption_ladder
from leitstern.charts.month_values import NewDefinition, month_values
from leitstern.charts.run_effect import RunPoint, run_effect
from leitstern.core.inside.adoption.effect import RELEVANT
from leitstern.core.inside.adoption.rungs import RUNGS, Rung, needed
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from django.utils.safestring import SafeString

    from leitstern.app.adoption.climbing import Ladder, TeamRow
    from leitstern.app.adoption.models import Rules, Team
    from leitstern.core.inside.adoption.campaigns import Tally

MOST = 60  # teams a picture can hold; of more, the weakest
MOST_POINTS = 40


def ladder_drawing(found: Ladder, teams: Mapping[int, Team]) -> SafeString | str:
    """Teams × rungs; nothing while there are none."""
    rows = [_row(row, teams[row.team].name, teams[row.team].slug) for row in found.rows[:MOST]]
    if not rows:
        return ""
    return fitted(
        lambda sheet: adoption_ladder(rows, [Step(words(RUNGS[rung]), needed(rung)) for rung in Rung], sheet),
        "adoption-ladder",
        gettext("How far each team has come"),
        gettext("One row per team, one column per rung; the next rung is framed."),
        width=760,
    )


def run_drawing(found: Ladder, teams: Mapping[int, Team]) -> SafeString | str:
    """Use against the change of customers' answers; nothing where no team's customers were asked."""
    points = [
        RunPoint(
            teams[row.team].name,
            used,
            change,
            row.standing.runs_only,
            reverse("adoption:team", args=[teams[row.team].slug]),
        )
        for row in found.shown
        if isinstance(used := row.standing.shares[Rung.USED], Estimate)
        and isinstance(change := row.standing.change, Estimate)
    ][:MOST_POINTS]
    if not points:
        return ""
    return fitted(
        lambda sheet: run_effect(points, RELEVANT, sheet),
        "run-effect",
        gettext("It runs. Does it work?"),
        gettext("To the right how many use it, upwards how the customers' answers changed."),
        width=760,
    )


def months_drawing(
    name: str, title: str, description: str, months: Mapping[date, Tally], part: str, rules: Sequence[Rules]
) -> SafeString | str:
    """A share of campaigns month by month in percent, with new rules marked; nothing without campaigns."""
    values = [
        (month, 100 * getattr(tally, part) / of)
        for month, tally in months.items()
        if (of := tally.sent if part == "found" else tally.documented)
    ]
    if len(values) < 2:
        return ""
    first, last = values[0][0], values[-1][0]
    changed = [
        NewDefinition(each.since, gettext("new rules for metadata"))
        for each in sorted(rules, key=lambda each: each.since)
        if first < each.since <= last
    ]
    return fitted(
        lambda sheet: month_values(values, "%", sheet, changed), name, title, description, width=600
    )


def _row(row: TeamRow, name: str, slug: str) -> LadderRow:
    ahead = row.standing.next
    known = ahead is not None and not row.standing.unknown
    note = gettext("%(n)s people") % {"n": row.people} if row.people else ""
    return LadderRow(
        name,
        tuple(side(row.standing.shares[rung]) for rung in Rung),
        list(Rung).index(ahead) if known and ahead else None,
        note,
        reverse("adoption:team", args=[slug]),
    )
