"""Everything that would show a relapse, from the areas that measure it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.change.streams import streams as co_design
from leitstern.app.common.lookups import or_not_found
from leitstern.app.incentives.streams import streams as rewards
from leitstern.app.leadership.streams import streams as attention
from leitstern.app.practice.streams import streams as practice
from leitstern.app.silo.streams import streams as handoffs
from leitstern.app.watch.own_words import reading_streams
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.bridge.watch.stream import Stream

NO_STREAM = Text(
    en="Nothing of this name is measured. Nothing was kept.",
    de="Unter diesem Namen wird nichts gemessen. Es wurde nichts gespeichert.",
)
SOURCES = (practice, attention, co_design, handoffs, rewards, reading_streams)


def stream_by_slug(slug: str, until: date) -> Stream:
    """One of them. Raises NotFound."""
    return or_not_found(next((each for each in all_streams(until) if each.slug == slug), None), NO_STREAM)


def all_streams(until: date) -> tuple[Stream, ...]:
    """All that is measured up to a day, those without a single measurement left out."""
    return tuple(stream for source in SOURCES for stream in source(until) if stream.points)
