"""When single streams become an alarm of the organisation, and of which kind the relapse is.

Two different things that slip within 90 days, or one that lies far beyond its limit, are an alarm (research page
*organisation*, 5.10). One stream alone is watched, not proclaimed: with many streams one of them errs now and then.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from math import exp, prod
from typing import TYPE_CHECKING

from leitstern.core.bridge.watch.runs import run_of
from leitstern.core.bridge.watch.stream import StreamKind
from leitstern.core.stats.estimate import Missing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.core.bridge.watch.reading import Reading

TOGETHER = timedelta(days=90)
_NEAR = (1.0, 1 / 3)  # share of onsets in the same quarter, or in neighbouring ones, that lie within 90 days


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


def false_alarm(readings: Sequence[Reading]) -> float | None:
    """Where nothing slips: the probability of an alarm of the organisation in the first two years; None if none can be.

    From what was simulated of single series (`runs`): at least one far beyond its limit, or two different things that
    begin within 90 days. Every part of a thing counts. Full counts are left out: nothing in them is chance.
    """
    watched = [
        (reading, run_of(reading.stream.rhythm, reading.settled.n))
        for reading in readings
        if not isinstance(reading.settled, Missing) and reading.stream.step is None
    ]
    if not watched:
        return None
    pairs = sum(
        _together(one.begins, other.begins)
        for at, (reading, one) in enumerate(watched)
        for beside, other in watched[:at]
        if _thing(reading) != _thing(beside)
    )
    return 1 - prod(1 - run.strong for _, run in watched) * exp(-pairs)


def _together(one: Sequence[float], other: Sequence[float]) -> float:
    """The probability that both begin within 90 days of each other."""
    return sum(
        share * other[place] * _NEAR[abs(place - at)]
        for at, share in enumerate(one)
        for place in range(max(0, at - 1), min(len(other), at + 2))
    )


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
