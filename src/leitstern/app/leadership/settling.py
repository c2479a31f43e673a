"""Saying when the leaders' attention had settled: one period for their acts and, where enough met, for the board's minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.leadership.streams import acts_stream_now, minutes_stream_now
from leitstern.app.settled.keeping import settle_level
from leitstern.core.bridge.watch.settled import Period, settle
from leitstern.core.stats.estimate import Missing

if TYPE_CHECKING:
    from datetime import date

    from leitstern.app.common.actors import Actor
    from leitstern.app.settled.models import Level


def settle_attention(actor: Actor, start: date, end: date, why: str, *, today: date) -> list[Level]:
    """From when to when attention was as it should be. Raises InvalidInput where that is too short for the acts."""
    kept = [settle_level(actor, acts_stream_now(today), start, end, why, today=today)]
    board = minutes_stream_now(today)
    if not isinstance(settle(board, Period(start, end)), Missing):
        kept.append(settle_level(actor, board, start, end, why, today=today))
    return kept
