"""The programme as pictures: its steps over time, and its roadmap as spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext

from leitstern.app.common.drawing import fitted, locale, words
from leitstern.charts.plan_spans import SpanRow, plan_spans
from leitstern.charts.step_lanes import Lane, Tone, step_lanes
from leitstern.core.bridge.programme.gates import Gate, State
from leitstern.core.bridge.programme.looking_back import DAYS_A_MONTH
from leitstern.core.bridge.programme.seven import GUIDES
from leitstern.core.bridge.programme.task import Side

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from django.utils.safestring import SafeString

    from leitstern.app.programme.at import At
    from leitstern.app.programme.looking import PlanView

TONES: dict[State, Tone] = {
    State.GATHERING: "gathering",
    State.CREDITED: "credited",
    State.FALLEN: "fallen",
    State.SKIPPED: "skipped",
}
MOVING = 3  # tasks marked as moving the whole most
CLEARLY = 0.1  # rank correlation below which a task moves nothing


def lanes_drawing(gates: Sequence[Gate], when: At) -> SafeString:
    """The seven steps from the beginning to the day that is shown."""
    until = (when.day - when.first).days / DAYS_A_MONTH
    lanes = [_lane(each, when) for each in gates]
    return fitted(
        lambda sheet: step_lanes(lanes, until, month_name(when.first), sheet),
        "steps",
        gettext("The seven steps over time"),
        gettext("One line per step: since when it gathers proof, is credited, or has fallen back."),
    )


def plan_drawing(found: PlanView) -> SafeString:
    """Each task as a bar to its P50 and a line to its P80; the lower bound dashed."""
    moving = critical(found)
    rows = [
        SpanRow(
            each.task.title,
            each.task.side is Side.TECHNOLOGY,
            each.forecast.start.p50,
            each.forecast.finish.p50,
            each.forecast.finish.p80,
            each.task.key in moving,
            reverse("programme:task", args=[each.row.pk]) if each.row else "",
        )
        for each in found.lines
    ]
    finish = found.forecast.finish
    return fitted(
        lambda sheet: plan_spans(
            rows, (finish.p50, finish.p80), found.forecast.bound, month_name(found.plan.day), sheet
        ),
        "roadmap",
        gettext("The roadmap"),
        gettext(
            "Bars reach to the month by which half of the possible worlds are done, lines to four of five."
        ),
    )


def critical(found: PlanView) -> set[str]:
    """Keys of the tasks that move the whole most."""
    by_weight = sorted(
        (each.forecast for each in found.lines if (each.forecast.criticality or 0) > CLEARLY),
        key=lambda each: -(each.criticality or 0),
    )
    return {each.key for each in by_weight[:MOVING]}


def month_name(day: date) -> str:
    """Jul 2026."""
    return f"{locale().month(day)} {day.year}"


def _lane(found: Gate, when: At) -> Lane:
    ends = [*(stay.since for stay in found.stays[1:]), when.day]
    spans = tuple(
        (TONES[stay.state], _months(when, stay.since), _months(when, end))
        for stay, end in zip(found.stays, ends, strict=False)
        if stay.state in TONES and end > stay.since
    )
    name = f"{int(found.step)} · {words(GUIDES[found.step].title)}"
    address = reverse("programme:step", args=[int(found.step)])
    return Lane(name, spans, address if when.now else f"{address}?at={when.name}")


def _months(when: At, day: date) -> float:
    return max(0.0, (day - when.first).days / DAYS_A_MONTH)
