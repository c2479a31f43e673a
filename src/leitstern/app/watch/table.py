"""The watch as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.watch.course import said
from leitstern.core.bridge.programme.gates import State
from leitstern.core.bridge.watch.alarm import CLASSES, Nostalgia
from leitstern.core.bridge.watch.shown import estimate, level_estimate
from leitstern.core.bridge.watch.words import NOSTALGIAS, state
from leitstern.core.stats.estimate import Missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leitstern.app.watch.course import Course
    from leitstern.app.watch.queries import Watching
    from leitstern.core.bridge.watch.reading import Reading

WATCH_HEADER = (
    "series",
    "name",
    "kind",
    "relapse",
    "reached",
    "reached_low",
    "reached_high",
    "last_day",
    "value",
    "low",
    "high",
    "n",
    "sum",
    "limit",
    "state",
)
COURSE_HEADER = (
    *("quarter", "until", "credited", "fallen", "moved"),
    *("slipping", "watched", "relapse", "names", "alarms"),
)
STREAM_HEADER = ("day", "value", "low", "high", "n", "sum", "limit")


def watch_rows(seen: Watching, language: str) -> Iterator[tuple[object, ...]]:
    """A line per series."""
    for kind in Nostalgia:
        for reading in seen.of(kind):
            stream = reading.stream
            last = estimate(stream, stream.points[-1])
            counted = stream.step is not None  # in full: there is no interval
            reached = (
                None if isinstance(reading.settled, Missing) else level_estimate(stream, reading.settled)
            )
            yield (
                stream.slug,
                stream.name.to(language),
                stream.kind.value,
                NOSTALGIAS[CLASSES[stream.kind]].to(language),
                None if reached is None else round(reached.value, 4),
                None if reached is None or counted else round(reached.low, 4),
                None if reached is None or counted else round(reached.high, 4),
                stream.points[-1].day.isoformat(),
                round(last.value, 4),
                None if counted else round(last.low, 4),
                None if counted else round(last.high, 4),
                last.n,
                round(reading.now, 2) if reading.points else None,
                reading.rule.limit,
                state(reading).to(language),
            )


def stream_rows(reading: Reading) -> Iterator[tuple[object, ...]]:
    """A line per measurement."""
    sums = {point.day: level for point, level in zip(reading.points, reading.sums, strict=True)}
    for point in reading.stream.points:
        shown = estimate(reading.stream, point)
        total = sums.get(point.day)
        yield (
            point.day.isoformat(),
            round(shown.value, 4),
            None if reading.stream.step is not None else round(shown.low, 4),
            None if reading.stream.step is not None else round(shown.high, 4),
            shown.n,
            None if total is None else round(total, 2),
            reading.rule.limit,
        )


def course_rows(found: Course, language: str) -> Iterator[tuple[object, ...]]:
    """A line per quarter."""
    for each in found.quarters:
        yield (
            each.name.to(language),
            each.day.isoformat(),
            each.count(State.CREDITED),
            each.count(State.FALLEN),
            "; ".join(f"{step}: {state.to(language)}" for step, state, _cause, _kind in said(each.moved)),
            len(each.slipping),
            each.watched,
            "yes" if each.relapse else "",
            "; ".join(name.to(language) for name in each.slipping),
            "; ".join(alarm.day.isoformat() for alarm in each.alarms),
        )
