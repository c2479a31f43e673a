"""What of a customer's story a picture shows: the days around a moment, and routine folded into one mark."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from leitstern.core.outside.timeline import ContactDetail

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence

    from leitstern.core.outside.timeline import TimelineEvent

DAY_US = 86_400_000_000
DAYS = 60  # before and after a moment: long enough for what led to it and what came of it


def around(events: Sequence[TimelineEvent], at_us: int, days: int = DAYS) -> tuple[TimelineEvent, ...]:
    """The events of at most so many days before and after a moment."""
    return tuple(event for event in events if abs(event.at_us - at_us) <= days * DAY_US)


def folded(
    events: Iterable[TimelineEvent], milestones: Collection[int] = ()
) -> tuple[tuple[TimelineEvent, ...], ...]:
    """The events in their order, neighbouring contacts at the same touchpoint and department together.

    Answers, promises and contacts at touchpoints of `milestones` stand alone: each of them may be what the story is
    about.
    """

    def runs() -> Iterator[tuple[TimelineEvent, ...]]:
        def routine(numbered: tuple[int, TimelineEvent]) -> Hashable:
            number, event = numbered
            alone = not isinstance(event.detail, ContactDetail) or event.touchpoint in milestones
            return number if alone else (event.touchpoint, event.department)

        for _, run in groupby(enumerate(events), routine):
            yield tuple(event for _, event in run)

    return tuple(runs())
