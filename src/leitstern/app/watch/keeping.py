"""How an alarm of the organisation ended, and that it did not after all."""

from __future__ import annotations

from django.utils import timezone

from leitstern.app.common.actions import action
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.settled.keeping import begin_anew, go_on
from leitstern.app.settled.keeping import reason as reason_of
from leitstern.app.watch.at_steps import answer_at_steps
from leitstern.app.watch.models import Alarm, Outcome
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.texts import Text

CLOSED = Text(
    en="This alarm is closed already. Nothing was changed.",
    de="Dieser Alarm ist schon geschlossen. Es wurde nichts geändert.",
)
NO_OUTCOME = Text(
    en="An alarm does not end as “{given}”; it ends as one of {known}. Nothing was changed.",
    de="Ein Alarm endet nicht als „{given}“, sondern als eines von {known}. Es wurde nichts geändert.",
)
ANOTHER = Text(
    en="Another alarm is open; only one can be. Nothing was changed.",
    de="Ein anderer Alarm ist offen; es kann nur einer sein. Es wurde nichts geändert.",
)


def outcome_of(name: str) -> Outcome:
    """How an alarm ended, by its name. Raises InvalidInput."""
    if name not in Outcome.values:
        raise InvalidInput(NO_OUTCOME.fill(given=name[:20], known=", ".join(Outcome.values)))
    return Outcome(name)


@action("close relapse alarm", Capability.DECIDE)
def close_alarm(actor: Actor, alarm: Alarm, outcome: Outcome, reason: str) -> Alarm:
    """How it ended. The series it rested on begin anew from today; what was seen stays."""
    if alarm.closed:
        raise Conflict(CLOSED)
    alarm.outcome, alarm.reason = outcome, reason_of(reason)
    alarm.closer, alarm.closed = actor.actor_id, timezone.now()
    alarm.save(update_fields=["outcome", "reason", "closer", "closed"])
    today = timezone.localdate()
    begin_anew((line["stream"] for line in alarm.rests_on), today, _because(alarm))
    answer_at_steps(actor, alarm, alarm.reason, today)
    return alarm


@action("reopen relapse alarm", Capability.DECIDE)
def reopen_alarm(actor: Actor, alarm: Alarm) -> Alarm:
    """It is not over after all. Raises Conflict while another is open."""
    if Alarm.objects.filter(closed=None).exists():
        raise Conflict(ANOTHER)
    alarm.outcome, alarm.reason, alarm.closer, alarm.closed = "", "", "", None
    alarm.save(update_fields=["outcome", "reason", "closer", "closed"])
    go_on(_because(alarm))
    return alarm


def _because(alarm: Alarm) -> str:
    return f"alarm {alarm.pk}"
