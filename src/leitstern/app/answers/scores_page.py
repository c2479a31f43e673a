"""Scores over time as a page, as a table, and for programs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext
from ninja import Schema

from leitstern.app.answers.figures import NAMES, unit, written
from leitstern.app.answers.scores import found_scores
from leitstern.app.common.actors import Capability
from leitstern.app.common.drawing import fitted, side, words
from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.journeys.lined import numbers
from leitstern.app.journeys.pages import Built
from leitstern.charts.trend import TrendEvent, TrendPoint
from leitstern.charts.trend import trend as trend_chart
from leitstern.core.outside.periods import short_name
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.utils.safestring import SafeString

    from leitstern.app.answers.asking import Choice
    from leitstern.app.answers.figures import Figure
    from leitstern.app.answers.scores import Changed, Scores, Told
    from leitstern.app.common.actors import Actor

HEADER = (
    *("group", "statement", "figure", "kind", "low", "high", "good_from", "length", "period"),
    *("value", "value_low", "value_high", "n"),
    *(
        "other",
        "other_low",
        "other_high",
        "other_n",
        "difference",
        "difference_low",
        "difference_high",
        "sure",
    ),
    "level_changed",
)
TURN = Text(en="{before} → {after} ({change})", de="{before} → {after} ({change})")


class ScorePeriodOut(Schema):
    """`other` and `difference` where two selections are compared; `sure` where they differ for certain."""

    start: date
    score: Number
    other: Number | None
    difference: Number | None
    sure: bool


class HappenedOut(Schema):
    day: date
    what: TextOut


class LevelChangeOut(Schema):
    """`at`: the first day of the new level; it began between `earliest` and `latest` (90 %)."""

    at: date
    earliest: date
    latest: date
    before: Number
    after: Number
    change: Number
    then: list[HappenedOut]


class ScoreLineOut(Schema):
    """A statement asked in one way: the ends of its scale, and from where on an answer agrees."""

    kind: str
    low: float
    high: float
    good_from: float
    length: str
    whole: Number
    periods: list[ScorePeriodOut]
    changes: list[LevelChangeOut]


class ScoreGroupOut(Schema):
    group: str
    name: TextOut
    lines: list[ScoreLineOut]


class ScoresOverTimeOut(Schema):
    sentence: TextOut
    statement: str
    figure: str
    lines: list[ScoreLineOut]
    other: list[ScoreLineOut]
    groups: list[ScoreGroupOut]


def scores_page(actor: Actor, choice: Choice) -> Built:
    """The curves with their tables."""
    found = _found(actor, choice)
    drawn = [(told, _drawn(told, found, f"scores-{at}")) for at, told in enumerate(found.here)]
    beside = [(told, _drawn(told, found, f"scores-b-{at}")) for at, told in enumerate(found.there)]
    groups = [
        (group, told, told.line.periods[-1], told.line.values(found.figure)[-1])
        for group in found.groups
        for told in group.lines
    ]
    return Built(
        found.sentence,
        HEADER,
        list(_rows(found)),
        {"found": found, "drawn": drawn, "beside": beside, "groups": groups, "figure": found.figure.value},
    )


def scores_document(actor: Actor, choice: Choice) -> ScoresOverTimeOut:
    """The same for programs."""
    found = _found(actor, choice)
    return ScoresOverTimeOut(
        sentence=both(found.sentence),
        statement=found.statement.slug,
        figure=found.figure,
        lines=[_line(told) for told in found.here],
        other=[_line(told) for told in found.there],
        groups=[
            ScoreGroupOut(group=each.slug, name=both(each.name), lines=[_line(told) for told in each.lines])
            for each in found.groups
        ],
    )


def _found(actor: Actor, choice: Choice) -> Scores:
    return found_scores(choice, inside=Capability.SEE_INSIDE in actor.capabilities)


def _line(told: Told) -> ScoreLineOut:
    asking = told.asking
    return ScoreLineOut(
        kind=asking.kind,
        low=asking.low,
        high=asking.high,
        good_from=asking.good_from,
        length=told.line.length,
        whole=number(told.whole),
        periods=[
            ScorePeriodOut(
                start=each.start,
                score=number(each.value),
                other=number(each.other) if each.other else None,
                difference=number(each.difference) if each.difference else None,
                sure=each.sure,
            )
            for each in told.periods
        ],
        changes=[_change(told, each) for each in told.changed],
    )


def _change(told: Told, changed: Changed) -> LevelChangeOut:
    found, starts = changed.change, [start for start, _ in told.line.periods]
    return LevelChangeOut(
        at=starts[found.at],
        earliest=starts[found.earliest],
        latest=starts[found.latest],
        before=number(found.before),
        after=number(found.after),
        change=number(found.change),
        then=[HappenedOut(day=each.day, what=both(each.what)) for each in changed.then],
    )


def _drawn(told: Told, found: Scores, name: str) -> SafeString | str:
    """The curve with its certain changes as pins; nothing of one period, or of none that may be shown."""
    points = [
        TrendPoint(
            each.start,
            side(each.value),
            words(tick) if (tick := short_name(each.start, told.line.length)) else "",
        )
        for each in told.periods
    ]
    if len(points) < 2 or not any(isinstance(point.value, Estimate) for point in points):
        return ""
    events = [
        TrendEvent(told.line.periods[each.change.at][0], turn(each, found.figure)) for each in told.changed
    ]
    return fitted(
        lambda sheet: trend_chart(
            points, unit(found.figure, told.asking), sheet, events=events, name=NAMES[found.figure]
        ),
        name,
        gettext("Score over time"),
        gettext(
            "The figure period by period with its interval; pins mark where its level changed for certain."
        ),
    )


def turn(changed: Changed, figure: Figure) -> str:
    """From which level to which, and what was known to happen then."""
    change = changed.change
    said = TURN.fill(
        before=written(change.before.value, figure),
        after=written(change.after.value, figure),
        change=written(change.change.value, figure, difference=True),
    )
    return "; ".join([words(said), *(words(each.what) for each in changed.then)])


def _rows(found: Scores) -> Iterator[list[object]]:
    named = [("", told) for told in found.here]
    named += [(group.slug, told) for group in found.groups for told in group.lines]
    for group, told in named:
        asking = told.asking
        began = {each.change.at for each in told.changed}
        for at, each in enumerate(told.periods):
            yield [
                *(group, found.statement.slug, found.figure.value),
                *(asking.kind, asking.low, asking.high, asking.good_from, told.line.length, each.start),
                *numbers(each.value, n=True),
                *numbers(each.other, n=True),
                *numbers(each.difference),
                each.sure if each.other else None,
                at in began,
            ]
