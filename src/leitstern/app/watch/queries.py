"""What the watch shows on a day: every series read against its settled level, and the alarms."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from leitstern.app.leadership.queries import settled_period
from leitstern.app.watch.models import Alarm, Level
from leitstern.app.watch.streams import all_streams
from leitstern.core.bridge.watch.alarm import (
    CLASSES,
    Nostalgia,
    Relapse,
    relapse,
    slipping,
    years_between_false_alarms,
)
from leitstern.core.bridge.watch.reading import Reading, read
from leitstern.core.bridge.watch.settled import Period
from leitstern.core.bridge.watch.stream import StreamKind
from leitstern.core.bridge.watch.words import headline
from leitstern.core.errors import NotFound
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from leitstern.core.bridge.watch.stream import Stream

NO_STREAM = Text(
    en="Nothing of this name is measured up to that day.",
    de="Unter diesem Namen ist bis zu diesem Tag nichts gemessen.",
)
NO_ALARM = Text(en="There is no such alarm.", de="Diesen Alarm gibt es nicht.")
NO_LEVEL = Text(en="There is no such level.", de="Diesen Stand gibt es nicht.")


@dataclass(frozen=True)
class Watching:
    """Readings of all series as of `day`, and the alarms that had sounded by then, newest first."""

    day: date
    readings: tuple[Reading, ...]
    alarms: tuple[Alarm, ...]
    levels: Mapping[str, Period]  # when each series was settled, by its short name

    @cached_property
    def found(self) -> Relapse | None:
        """The alarm of the organisation that the readings make."""
        return relapse(self.readings)

    @cached_property
    def sentence(self) -> Text:
        """The whole in a sentence or two."""
        return headline(self.readings, slipping(self.readings))

    @cached_property
    def years(self) -> float | None:
        """Years between two alarms by chance, where nothing slips."""
        return years_between_false_alarms(self.readings)

    @property
    def open(self) -> Alarm | None:
        """The alarm nobody has closed yet, as of that day."""
        return next((each for each in self.alarms if _open(each, self.day)), None)

    def of(self, kind: Nostalgia) -> tuple[Reading, ...]:
        """The readings that would show this kind of relapse: slipping ones first, unwatched last."""
        mine = [each for each in self.readings if CLASSES[each.stream.kind] is kind]
        return tuple(sorted(mine, key=_urgency))

    def one(self, slug: str) -> Reading:
        """One series. Raises NotFound."""
        found = next((each for each in self.readings if each.stream.slug == slug), None)
        if found is None:
            raise NotFound(NO_STREAM)
        return found


def watching(day: date, streams: Sequence[Stream] | None = None) -> Watching:
    """As it was seen on that day: levels set later, and what was measured later, are left out.

    `streams` spares asking for everything again where it is known already.
    """
    levels, attention = levels_on(day), settled_period(day)
    alarms = tuple(Alarm.objects.filter(day__lte=day).select_related("decision"))
    fresh: dict[str, date] = {}
    for each in alarms:
        if each.closed and each.closed.date() <= day:
            for line in each.rests_on:
                fresh[line["stream"]] = max(fresh.get(line["stream"], each.day), each.closed.date())
    shown = [cut(each, day) for each in (streams if streams is not None else all_streams(day))]
    if attention:  # leaders said so of their own; it holds here as well, unless somebody says otherwise
        held = {each.slug: attention for each in shown if each.kind is StreamKind.ATTENTION}
        levels = held | levels
    readings = tuple(
        read(stream, levels.get(stream.slug), fresh.get(stream.slug)) for stream in shown if stream.points
    )
    return Watching(day, readings, alarms, levels)


def cut(stream: Stream, day: date) -> Stream:
    """The series as it was known on a day."""
    return replace(stream, points=tuple(point for point in stream.points if point.day <= day))


def levels_on(day: date) -> dict[str, Period]:
    """When each series was settled, as was said by that day."""
    standing = Level.objects.filter(withdrawn=None, created__date__lte=day).order_by("id")
    return {each.stream: Period(each.start, each.end) for each in standing}


def levels_of(slug: str) -> list[Level]:
    """Everything that was said about when a series was settled, newest first."""
    return list(Level.objects.filter(stream=slug))


def alarm_by_id(alarm_id: int) -> Alarm:
    """One alarm. Raises NotFound."""
    found = Alarm.objects.filter(pk=alarm_id).select_related("decision").first()
    if found is None:
        raise NotFound(NO_ALARM)
    return found


def level_by_id(level_id: int) -> Level:
    """One period somebody called settled. Raises NotFound."""
    found = Level.objects.filter(pk=level_id).first()
    if found is None:
        raise NotFound(NO_LEVEL)
    return found


def _open(alarm: Alarm, day: date) -> bool:
    return alarm.closed is None or alarm.closed.date() > day


def _urgency(reading: Reading) -> tuple[bool, float, str]:
    return isinstance(reading.settled, Missing), -reading.now / reading.rule.limit, reading.stream.name.en
