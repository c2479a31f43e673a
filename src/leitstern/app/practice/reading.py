"""Stories and pilots with what became of them: how far they have come, how often read, where taken up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.db.models import Prefetch, Sum

from leitstern.app.practice.models import ShownTo, Standard, TakenUp
from leitstern.core.bridge.practice import learning, telling
from leitstern.core.bridge.practice.learning import Tried
from leitstern.core.bridge.practice.telling import SHOWN_FROM
from leitstern.core.bridge.practice.terms import PilotEnd
from leitstern.core.stats.counted import counted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from django.db.models import QuerySet

    from leitstern.app.practice.models import Ending, Pilot, Story
    from leitstern.core.stats.estimate import Measured

_TAKEN_UP = Prefetch("taken_up", TakenUp.objects.filter(withdrawn=None))
_SHOWN_TO = Prefetch("shown_to", ShownTo.objects.filter(withdrawn=None))
_STANDARDS = Prefetch("standards", Standard.objects.filter(withdrawn=None).select_related("principle"))


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story, how far it has come, and its reach; `opened` is None below five: readers shall not be counted out."""

    row: Story
    stage: telling.Stage
    opened: int | None
    taken_up: tuple[TakenUp, ...]
    standards: tuple[Standard, ...]

    @property
    def units(self) -> int:
        """In how many departments it is used."""
        return len({each.unit for each in self.taken_up})


@dataclass(frozen=True, slots=True)
class PilotLine:
    """A pilot, where it stands, and what became of it."""

    row: Pilot
    tried: Tried
    stage: learning.Stage
    ending: Ending | None
    taken_up: tuple[TakenUp, ...]
    standards: tuple[Standard, ...]
    shown_to: tuple[ShownTo, ...]
    opened: int | None  # its page; None below five

    @property
    def known(self) -> tuple[str, ...]:
        """Departments that know it: they take part, were shown it, or took it up."""
        shown, taken = (each.unit for each in self.shown_to), (each.unit for each in self.taken_up)
        return tuple(dict.fromkeys([*self.row.units, *shown, *taken]))


def visible(found: PilotLine, departments: Collection[str]) -> Measured:
    """Of all departments there are, those that know a pilot: counted, not estimated."""
    there = set(departments)
    return counted(len(there & set(found.known)), len(there), len(there))


def story_lines(stories: QuerySet[Story]) -> list[StoryLine]:
    """These stories with what became of them."""
    found = stories.annotate(n_opened=Sum("opened__times")).prefetch_related(_TAKEN_UP, _STANDARDS)
    lines = []
    for row in found:
        standards = tuple(row.standards.all())
        times = row.n_opened or 0
        lines.append(
            StoryLine(
                row,
                _stage(row, standards),
                times if times >= SHOWN_FROM else None,
                tuple(row.taken_up.all()),
                standards,
            )
        )
    return lines


def pilot_lines(pilots: QuerySet[Pilot], today: date) -> list[PilotLine]:
    """These pilots with what became of them."""
    lines = []
    counted_up = pilots.annotate(n_opened=Sum("opened__times"))
    for row in counted_up.prefetch_related(_TAKEN_UP, _STANDARDS, _SHOWN_TO):
        times = row.n_opened or 0
        standards = tuple(row.standards.all())
        found = replace(tried(row), standard=bool(standards))
        lines.append(
            PilotLine(
                row,
                found,
                found.stage(today),
                _ending(row),
                tuple(row.taken_up.all()),
                standards,
                tuple(row.shown_to.all()),
                times if times >= SHOWN_FROM else None,
            )
        )
    return lines


def tried(row: Pilot) -> Tried:
    """A pilot as far as its end goes."""
    ending = _ending(row)
    how = PilotEnd(ending.how) if ending else None
    return Tried(row.begins, row.ends, how, learned=bool(ending and ending.learning))


def _ending(row: Pilot) -> Ending | None:
    return next((each for each in row.endings.all() if not each.withdrawn), None)


def _stage(row: Story, standards: Iterable[Standard]) -> telling.Stage:
    if row.withdrawn:
        return telling.Stage.WITHDRAWN
    if tuple(standards):
        return telling.Stage.STANDARD
    if row.published:
        return telling.Stage.PUBLISHED
    return telling.Stage.APPROVED if row.approved else telling.Stage.TOLD
