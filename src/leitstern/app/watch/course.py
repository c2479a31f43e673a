"""A programme from its beginning to today, quarter by quarter: steps, what slipped, alarms and their decisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.programme.at import written
from leitstern.app.programme.queries import histories, require_programme, terms
from leitstern.app.settled.queries import levels_through, new_starts_through
from leitstern.app.watch.models import Alarm
from leitstern.app.watch.queries import cut
from leitstern.app.watch.streams import all_streams
from leitstern.core.bridge.programme.gates import Gate, State, gate
from leitstern.core.bridge.programme.standing import CAUSES, STATES
from leitstern.core.bridge.watch.alarm import slipping
from leitstern.core.bridge.watch.reading import read
from leitstern.core.months import last_day, later, quarter
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from leitstern.app.programme.models import Programme
    from leitstern.core.bridge.programme.gates import Stay
    from leitstern.core.inside.steps import Step

QUIET = Text(
    en="{n} quarters, and nothing that is watched has fallen back.",
    de="{n} Quartale, und nichts von dem, was beobachtet wird, ist zurückgefallen.",
)
UNWATCHED = Text(
    en="{n} quarters; whether anything falls back is not watched yet.",
    de="{n} Quartale; ob etwas zurückfällt, wird noch nicht beobachtet.",
)
FELL = Text(
    en="The change falls back from {quarter} on: {slipping} of {watched} things watched slip.",
    de="Der Wandel fällt ab dem {quarter} zurück: {slipping} von {watched} beobachteten Dingen gleiten ab.",
)
MENDED = Text(
    en="The change fell back in {quarter}: {slipping} of {watched} things watched slipped. Today none of it lasts.",
    de="Der Wandel fiel im {quarter} zurück: {slipping} von {watched} beobachteten Dingen glitten ab. Heute hält nichts davon an.",
)
NAME = Text(en="Q{n} {year}", de="{n}. Quartal {year}")


@dataclass(frozen=True, slots=True)
class Quarter:
    """How it stood on the last day of a quarter, or today, and what had happened since the one before."""

    day: date
    states: tuple[tuple[Step, State], ...]
    moved: tuple[tuple[Step, Stay], ...]
    watched: int
    slipping: tuple[Text, ...]
    relapse: bool
    alarms: tuple[Alarm, ...]

    @property
    def name(self) -> Text:
        """As it is called."""
        return NAME.fill(n=(self.day.month + 2) // 3, year=self.day.year)

    @property
    def at(self) -> str:
        """Its last month as addresses write it."""
        return written(self.day)

    def count(self, state: State) -> int:
        """Of how many steps it is the state."""
        return sum(each is state for _step, each in self.states)


@dataclass(frozen=True, slots=True)
class Course:
    """All quarters of a programme, the first one first."""

    programme: Programme
    gates: tuple[Gate, ...]
    quarters: tuple[Quarter, ...]

    @property
    def sentence(self) -> Text:
        """What is to be seen at a glance."""
        last, n = self.quarters[-1], len(self.quarters)
        first = next((each for each in self.quarters if each.relapse), None)
        if first is None:
            return (QUIET if last.watched else UNWATCHED).fill(n=n)
        now = last if last.relapse else first
        words = FELL if last.relapse else MENDED
        return words.fill(quarter=first.name, slipping=len(now.slipping), watched=now.watched)


def course() -> Course:
    """The whole course in one pass. Raises NotFound before there is a programme."""
    row, today = require_programme(), timezone.localdate()
    until = min(row.ended or today, today)
    known = terms()
    gates = tuple(gate(history, until, known) for history in histories(row).values())
    days = quarter_ends(row.began, until)
    seen = list(_watched(days, today))
    alarms = list(Alarm.objects.select_related("decision").order_by("day"))
    quarters = []
    before = date.min
    for day, (watched, names, relapse) in zip(days, seen, strict=True):
        quarters.append(
            Quarter(
                day,
                tuple((each.step, _state(each, day)) for each in gates),
                tuple(
                    (each.step, stay) for each in gates for stay in each.stays if before < stay.since <= day
                ),
                watched,
                names,
                relapse,
                tuple(each for each in alarms if before < each.day <= day),
            )
        )
        before = day
    return Course(row, gates, tuple(quarters))


def quarter_ends(first: date, last: date) -> tuple[date, ...]:
    """The last day of each quarter between two days; of the last quarter the last of these days."""
    found, end = [], last_day(quarter(first), 3)
    while end < last:
        found.append(end)
        end = last_day(later(end, 1), 3)
    return (*found, last)


def said(moved: Sequence[tuple[Step, Stay]]) -> list[tuple[int, Text, Text | None, State]]:
    """What happened to steps, in words."""
    return [
        (int(step), STATES[stay.state], CAUSES[stay.cause] if stay.cause else None, stay.state)
        for step, stay in moved
    ]


def _state(found: Gate, day: date) -> State:
    before = [stay for stay in found.stays if stay.since <= day]
    return before[-1].state if before else State.CLOSED


def _watched(days: Sequence[date], today: date) -> Iterator[tuple[int, tuple[Text, ...], bool]]:
    """On each day how many series had a level, what slipped, and whether that was a relapse of the organisation."""
    streams = all_streams(today)
    levels, fresh = levels_through(days), new_starts_through(days)
    for day in days:
        readings = [
            read(stream, levels[day].get(stream.slug), fresh[day].get(stream.slug))
            for stream in (cut(each, day) for each in streams)
            if stream.points
        ]
        watched = [each for each in readings if not isinstance(each.settled, Missing)]
        names = tuple(each.stream.name for each in watched if each.alarm)
        yield len(watched), names, slipping(readings) is not None
