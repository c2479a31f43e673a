"""Leadership as rows, for CSV and the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.core.bridge.leadership.capacity import Load
from leitstern.core.bridge.leadership.log import SOURCES, STATES
from leitstern.core.bridge.leadership.terms import ACTS, CIRCLES, DUTIES, FAVOURS, ActKind, Circle, Duty
from leitstern.core.inside.adoption.rungs import RUNGS
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from leitstern.app.leadership.accompanying import Application
    from leitstern.app.leadership.log import Line
    from leitstern.app.leadership.models import Act, Meeting
    from leitstern.core.bridge.leadership.acts import Presence
    from leitstern.core.bridge.leadership.backing import Backing
    from leitstern.core.stats.estimate import Measured
    from leitstern.core.texts import Text

ACTS_HEADER = [
    *("id", "day", "act", "board area", "where", "what it was about", "what was seen"),
    *("what follows", "done", "duty"),
]
WHERE_HEADER = ["application", "team", "how far", "acts in twelve months", "visits"]
PRESENCE_HEADER = ["board area", "quarter", "acts", "visits", "visits agreed", "visits kept"]
MEETINGS_HEADER = ["id", "circle", "day", "minutes", "minutes on customers", "decided", "evidence"]
HOURS_HEADER = ["board area", "hours declared", "hours taken", "of which change", "share", "said", "advice"]
BACKING_HEADER = [
    *("wave", "day", "felt", "felt_low", "felt_high", "felt_n"),
    *(
        "stated",
        "stated_low",
        "stated_high",
        "stated_n",
        "gap",
        "gap_low",
        "gap_high",
        "acts in the year before",
    ),
]
DECISIONS_HEADER = [
    *("source", "id", "state", "asked", "decided on", "circle", "office", "question", "decided", "deadline"),
    *(
        "review",
        "evidence of customers",
        "changed by customers",
        "doing nothing",
        "favour",
        "known since",
        "reversed on",
    ),
]


def act_rows(acts: Iterable[Act], names: Mapping[str, Text], language: str) -> Iterator[list[object]]:
    """One row per act, newest first; whoever entered it is no column."""
    for act in acts:
        yield [
            act.pk,
            act.day,
            ACTS[ActKind(act.kind)].to(language),
            _name(names, act.area, language),
            _name(names, act.place, language),
            act.said,
            act.seen,
            act.follow_up,
            act.done,
            DUTIES[Duty(act.duty)].to(language) if act.duty else "",
        ]


def where_rows(
    found: Iterable[Application], names: Mapping[str, Text], language: str
) -> Iterator[list[object]]:
    """One row per application and team."""
    for each in found:
        for team in each.found.teams:
            rung = each.rungs[team.team]
            said = RUNGS[rung].to(language) if rung else ""
            yield [each.name, _name(names, team.team, language), said, team.acts, team.visits]


def presence_rows(
    found: Sequence[Presence], quarters: Sequence[date], names: Mapping[str, Text], language: str
) -> Iterator[list[object]]:
    """One row per board area and quarter, in the order of the taxonomy."""
    for each in found:
        for first in quarters:
            name = _name(names, each.area, language)
            agreed, kept = each.visits_agreed, each.visits_kept(first)
            yield [name, first, each.total(first), each.visits(first), agreed, kept]


def meeting_rows(meetings: Iterable[Meeting], language: str) -> Iterator[list[object]]:
    """One row per meeting, newest first."""
    for each in meetings:
        circle = CIRCLES[Circle(each.circle)].to(language)
        yield [each.pk, circle, each.day, each.minutes, each.customers, each.decided, each.evidence]


def hour_rows(loads: Iterable[Load], names: Mapping[str, Text], language: str) -> Iterator[list[object]]:
    """One row per board area."""
    for load in loads:
        share = load.share
        yield [
            _name(names, load.area, language),
            load.declared,
            load.hours,
            load.change_hours,
            round(share.value, 4) if isinstance(share, Estimate) else None,
            load.sentence.to(language),
            load.advice.to(language) if load.advice else "",
        ]


def backing_rows(waves: Iterable[Backing]) -> Iterator[list[object]]:
    """One row per wave."""
    for each in waves:
        gap = _numbers(each.gap)[:3]
        yield [each.name, each.day, *_numbers(each.felt), *_numbers(each.stated), *gap, each.acts]


def decision_rows(lines: Iterable[Line], language: str) -> Iterator[list[object]]:
    """One row per line of the log."""
    today = timezone.localdate()
    for line in lines:
        entry = line.entry
        yield [
            SOURCES[entry.source].to(language),
            entry.key,
            STATES[entry.state(today)].to(language),
            entry.asked,
            entry.day,
            CIRCLES[entry.circle].to(language) if entry.circle else "",
            entry.office,
            line.question.to(language),
            line.decided.to(language),
            entry.deadline,
            entry.review,
            entry.evidence,
            entry.changed,
            entry.nothing,
            FAVOURS[entry.favour].to(language) if entry.favour else "",
            entry.insight,
            entry.reversed_on,
        ]


def _name(names: Mapping[str, Text], slug: str, language: str) -> str:
    return names[slug].to(language) if slug in names else slug


def _numbers(measured: Measured) -> list[object]:
    if isinstance(measured, Estimate):
        return [*(round(each, 3) for each in (measured.value, measured.low, measured.high)), measured.n]
    return [None, None, None, None]
