"""Everything that would show a relapse, from the areas that measure it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.change.streams import streams as co_design
from leitstern.app.incentives.streams import streams as rewards
from leitstern.app.leadership.streams import streams as attention
from leitstern.app.practice.streams import streams as practice
from leitstern.app.silo.streams import streams as handoffs
from leitstern.app.watch.own_words import reading_streams

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.bridge.watch.stream import Stream

SOURCES = (practice, attention, co_design, handoffs, rewards, reading_streams)


def all_streams(until: date) -> tuple[Stream, ...]:
    """All that is measured up to a day, those without a single measurement left out."""
    return tuple(stream for source in SOURCES for stream in source(until) if stream.points)
