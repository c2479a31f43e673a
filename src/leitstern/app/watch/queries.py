"""What the watch shows on a day: every series read against its settled level, and the alarms."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from leitstern.app.common.days import gone_by
from leitstern.app.common.lookups import or_not_found
from leitstern.app.settled.queries import levels_on, new_starts_on
from leitstern.app.watch.models import Alarm
from leitstern.app.watch.streams import all_streams
from leitstern.core.bridge.watch.alarm import (
    CLASSES,
    Nostalgia,
    Relapse,
    false_alarm,
    relapse,
    slipping,
)
from leitstern.core.bridge.watch.reading import Reading, read
from leitstern.core.bridge.watch.words import headline
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from leitstern.core.bridge.watch.settled import Period
    from leitstern.core.bridge.watch.stream import Stream

NO_STREAM = Text(
    en="Nothing of this name is measured up to that day.",
    de="Unter diesem Namen ist bis zu diesem Tag nichts gemessen.",
)
NO_ALARM = Text(en="There is no such alarm.", de="Diesen Alarm gibt es nicht.")


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
    def by_chance(self) -> float | None:
        """Where nothing slips: the probability of an alarm of the organisation in the first two years."""
        return false_alarm(self.readings)

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
        return or_not_found(
            next((each for each in self.readings if each.stream.slug == slug), None), NO_STREAM
        )


def watching(day: date, streams: Sequence[Stream] | None = None) -> Watching:
    """As it was on that day: what was measured, said of levels, or sounded later is left out.

    What was corrected or taken back in the areas that measure stays corrected: past months are not shown wrong again.
    `streams` spares asking for everything again where it is known already.
    """
    levels, fresh = levels_on(day), new_starts_on(day)
    alarms = tuple(Alarm.objects.filter(day__lte=day).select_related("decision"))
    shown = [cut(each, day) for each in (streams if streams is not None else all_streams(day))]
    readings = tuple(
        read(stream, levels.get(stream.slug), fresh.get(stream.slug)) for stream in shown if stream.points
    )
    return Watching(day, readings, alarms, levels)


def cut(stream: Stream, day: date) -> Stream:
    """The series as it was known on a day."""
    return replace(stream, points=tuple(point for point in stream.points if point.day <= day))


def alarm_by_id(alarm_id: int) -> Alarm:
    """One alarm. Raises NotFound."""
    return or_not_found(Alarm.objects.filter(pk=alarm_id).select_related("decision").first(), NO_ALARM)


def _open(alarm: Alarm, day: date) -> bool:
    return not gone_by(alarm.closed, day)


def _urgency(reading: Reading) -> tuple[bool, float, str]:
    return isinstance(reading.settled, Missing), -reading.now / reading.rule.limit, reading.stream.name.en
