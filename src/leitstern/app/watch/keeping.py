"""What people say about the watch: when something was settled, and how an alarm ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.common.actions import action
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.watch.at_steps import answer_at_steps
from leitstern.app.watch.models import Alarm, Level, Outcome
from leitstern.core.bridge.watch.settled import Period, settle
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
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
TOO_LONG = Text(
    en="That is {n} characters; {most} are the most. Nothing was kept.",
    de="Das sind {n} Zeichen; höchstens {most} sind möglich. Es wurde nichts gespeichert.",
)
CLOSED = Text(
    en="This alarm is closed already. Nothing was changed.",
    de="Dieser Alarm ist schon geschlossen. Es wurde nichts geändert.",
)
ANOTHER = Text(
    en="Another alarm is open; only one can be. Nothing was changed.",
    de="Ein anderer Alarm ist offen; es kann nur einer sein. Es wurde nichts geändert.",
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
        stream=stream.slug, start=start, end=end, why=_reason(why), actor=actor.actor_id
    )


@action("withdraw level", Capability.STEER)
def withdraw_level(actor: Actor, level: Level) -> Level:
    """It no longer counts; the one before does again."""
    level.withdrawn = timezone.now()
    level.save(update_fields=["withdrawn"])
    return level


@action("reinstate level", Capability.STEER)
def reinstate_level(actor: Actor, level: Level) -> Level:
    """It counts again."""
    level.withdrawn = None
    level.save(update_fields=["withdrawn"])
    return level


@action("close relapse alarm", Capability.DECIDE)
def close_alarm(actor: Actor, alarm: Alarm, outcome: Outcome, reason: str) -> Alarm:
    """How it ended. The series it rested on begin anew from today; what was seen stays."""
    if alarm.closed:
        raise Conflict(CLOSED)
    alarm.outcome, alarm.reason = outcome, _reason(reason)
    alarm.closer, alarm.closed = actor.actor_id, timezone.now()
    alarm.save(update_fields=["outcome", "reason", "closer", "closed"])
    answer_at_steps(actor, alarm, alarm.reason, timezone.localdate())
    return alarm


@action("reopen relapse alarm", Capability.DECIDE)
def reopen_alarm(actor: Actor, alarm: Alarm) -> Alarm:
    """It is not over after all. Raises Conflict while another is open."""
    if Alarm.objects.filter(closed=None).exists():
        raise Conflict(ANOTHER)
    alarm.outcome, alarm.reason, alarm.closer, alarm.closed = "", "", "", None
    alarm.save(update_fields=["outcome", "reason", "closer", "closed"])
    return alarm


def _reason(text: str) -> str:
    text = text.replace("\x00", "").strip()
    if not text:
        raise InvalidInput(NO_REASON)
    if len(text) > LONGEST:
        raise InvalidInput(TOO_LONG.fill(n=len(text), most=LONGEST))
    return text
