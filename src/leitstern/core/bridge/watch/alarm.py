"""When single streams become an alarm of the organisation, and of which kind the relapse is.

Two different things that slip within 90 days, or one that lies far beyond its limit, are an alarm (research page
*organisation*, 5.10). One stream alone is watched, not proclaimed: with many streams one of them errs now and then.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from math import exp
from typing import TYPE_CHECKING

from leitstern.core.bridge.watch.reading import RULES, STRONG
from leitstern.core.bridge.watch.stream import Rhythm, StreamKind
from leitstern.core.stats.cusum import Rule, average_run
from leitstern.core.stats.estimate import Missing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.core.bridge.watch.reading import Reading

TOGETHER = timedelta(days=90)
_MONTHS = {Rhythm.MONTHLY: 1, Rhythm.QUARTERLY: 3}


class Nostalgia(StrEnum):
    """The three ways back into the old (element M182)."""

    CULTURAL = "cultural"
    STRUCTURAL = "structural"
    PROCESSUAL = "processual"


CLASSES = {
    StreamKind.ATTENTION: Nostalgia.CULTURAL,
    StreamKind.CO_DESIGN: Nostalgia.CULTURAL,
    StreamKind.READING: Nostalgia.CULTURAL,
    StreamKind.HANDOFFS: Nostalgia.STRUCTURAL,
    StreamKind.REWARDS: Nostalgia.STRUCTURAL,
    StreamKind.STOP_LIST: Nostalgia.PROCESSUAL,
    StreamKind.COMPLIANCE: Nostalgia.PROCESSUAL,
}


@dataclass(frozen=True, slots=True)
class Relapse:
    """An alarm of the organisation: the day it held, the streams it rests on (earliest first), and its kinds by weight."""

    day: date
    readings: tuple[Reading, ...]
    kinds: tuple[Nostalgia, ...]


def relapse(readings: Sequence[Reading]) -> Relapse | None:
    """The first alarm of the organisation that these readings make, if they make one.

    Parts of the same thing (the same name in several units) count once: they do not slip independently.
    """
    sounding = sorted(
        ((onset.point.day, reading) for reading in readings for onset in reading.onsets),
        key=lambda each: each[0],
    )
    days = [onset.point.day for reading in readings for onset in reading.strong]
    for index, (day, reading) in enumerate(sounding):
        before = sounding[:index]
        if any(day - other <= TOGETHER and _thing(each) != _thing(reading) for other, each in before):
            days.append(day)
            break
    if not days:
        return None
    day = min(days)
    resting = [reading for other, reading in sounding if day - TOGETHER <= other <= day]
    return Relapse(day, tuple(dict.fromkeys(resting)), _kinds(resting, day))


def slipping(readings: Sequence[Reading]) -> Relapse | None:
    """What slips now, where it is or follows an alarm of the organisation: later streams join those it began with."""
    if relapse(readings) is None:
        return None
    now = [(reading.alarm.point.day, reading) for reading in readings if reading.alarm]
    if not now:
        return None
    resting = [reading for _, reading in sorted(now, key=lambda each: each[0])]
    last = max(point.day for reading in resting for point in reading.points)
    return Relapse(last, tuple(resting), _kinds(resting, last))


def years_between_false_alarms(readings: Sequence[Reading]) -> float | None:
    """Where nothing slips: years between two alarms of the organisation by chance; None where nothing is watched."""
    watched = {_thing(reading): reading for reading in readings if not isinstance(reading.settled, Missing)}
    single, strong = 0.0, 0.0  # alarms a month, over all streams
    for reading in watched.values():
        rule, months = RULES[reading.stream.rhythm], _MONTHS[reading.stream.rhythm]
        single += 1 / average_run(rule, 0.0) / months
        strong += 1 / average_run(Rule(rule.slack, rule.limit + STRONG), 0.0) / months
    if not watched:
        return None
    others = single * (1 - 1 / len(watched))
    monthly = strong + single * (1 - exp(-others * TOGETHER.days / 30.4))
    return 1 / monthly / 12


def _thing(reading: Reading) -> tuple[StreamKind, str]:
    return reading.stream.kind, reading.stream.name.en


def _kinds(readings: Sequence[Reading], day: date) -> tuple[Nostalgia, ...]:
    """By how far the streams of each kind lay beyond their limits that day."""
    weights: dict[Nostalgia, float] = {}
    for reading in readings:
        reached = max(
            level for point, level in zip(reading.points, reading.sums, strict=True) if point.day <= day
        )
        kind = CLASSES[reading.stream.kind]
        weights[kind] = weights.get(kind, 0.0) + reached / reading.rule.limit
    return tuple(sorted(weights, key=lambda kind: (-weights[kind], kind)))
