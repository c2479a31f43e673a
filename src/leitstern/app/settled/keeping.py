"""Saying when a series was settled, and letting series begin anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.typed import need_typed
from leitstern.app.settled.models import Level, NewStart
from leitstern.core.bridge.watch.settled import Period, settle
from leitstern.core.errors import InvalidInput
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from leitstern.core.bridge.watch.stream import Stream

LONGEST = 2000

BACKWARDS = Text(
    en="A settled period ends after it began, and before tomorrow. Nothing was kept.",
    de="Ein eingeschwungener Zeitraum endet nach seinem Beginn und vor morgen. Es wurde nichts gespeichert.",
)
NOT_SETTLED = Text(
    en="That is not enough yet: {reason}. Nothing was kept; choose a longer period, or wait.",
    de="Das reicht noch nicht: {reason}. Es wurde nichts gespeichert; wählen Sie einen längeren Zeitraum oder warten Sie.",
)
NO_REASON = Text(
    en="Whoever says it was settled, or that an alarm is over, says why. Nothing was changed.",
    de="Wer sagt, dass etwas eingeschwungen war oder dass ein Alarm vorbei ist, sagt warum. Es wurde nichts geändert.",
)


@action("settle level", Capability.STEER)
def settle_level(actor: Actor, stream: Stream, start: date, end: date, why: str, *, today: date) -> Level:
    """From when to when a series was as it should be. Raises InvalidInput where that is too short to be a level."""
    if not start < end <= today:
        raise InvalidInput(BACKWARDS)
    reached = settle(stream, Period(start, end))
    if isinstance(reached, Missing):
        raise InvalidInput(NOT_SETTLED.fill(reason=reached.reason))
    return Level.objects.create(
        stream=stream.slug, start=start, end=end, why=reason(why), actor=actor.actor_id
    )


@action("withdraw level", Capability.STEER)
def withdraw_level(actor: Actor, level: Level) -> Level:
    """It no longer counts; the one before does again."""
    return mark_withdrawn(level)


@action("reinstate level", Capability.STEER)
def reinstate_level(actor: Actor, level: Level) -> Level:
    """It counts again."""
    return mark_standing(level)


def begin_anew(streams: Iterable[str], day: date, because: str) -> None:
    """What was dealt with is watched from zero, from a day on."""
    NewStart.objects.bulk_create(NewStart(stream=each, day=day, because=because) for each in streams)


def go_on(because: str) -> None:
    """It was not dealt with after all: what was measured before counts again."""
    NewStart.objects.filter(because=because, withdrawn=None).update(withdrawn=timezone.now())


def reason(text: str) -> str:
    """Why, as it is kept. Raises InvalidInput without one, or with one that is too long."""
    return need_typed(text, LONGEST, NO_REASON)
