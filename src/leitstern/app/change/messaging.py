"""Planning what is said to whom, ticking it off, taking it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.change.models import Message
from leitstern.app.change.saying import WrongWords, unknown_units
from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.core.bridge.change.brief import RoleKey
from leitstern.core.bridge.change.talk import Answer, Channel
from leitstern.core.bridge.draft import Problem
from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.app.portfolio.models import Initiative

LONGEST_NOTE = 10_000
NO_TITLE = Text(en="Say what it is.", de="Sagen Sie, was es ist.")
NOBODY = Text(
    en="Say who hears it: at least one department or role.",
    de="Sagen Sie, wer es erfährt: mindestens ein Bereich oder eine Rolle.",
)
NO_WHO = Text(en="Say who says it.", de="Sagen Sie, wer es sagt.")
NOT_YET = Text(
    en="It cannot have happened on a day that is still to come. Nothing was kept.",
    de="Es kann nicht an einem Tag geschehen sein, der noch kommt. Es wurde nichts gespeichert.",
)


@dataclass(frozen=True, slots=True)
class Plan:
    """What somebody wants to be said."""

    title: str
    day: date
    channel: Channel
    who: str
    answer: Answer = Answer.ALL
    initiative: Initiative | None = None
    units: tuple[str, ...] = ()
    roles: tuple[RoleKey, ...] = ()
    note: str = ""


@action("plan message", Capability.STEER)
def keep_message(actor: Actor, plan: Plan, row: Message | None = None) -> Message:
    """Plan something to be said, or change `row`. Raises WrongWords."""
    needed = (
        ("title", plan.title.strip(), NO_TITLE),
        ("who", plan.who.strip(), NO_WHO),
        ("units", plan.units or plan.roles, NOBODY),
    )
    found = [Problem(field, text) for field, given, text in needed if not given]
    found += unknown_units("units", plan.units)
    if found:
        raise WrongWords(found)
    row = row or Message(actor=actor.actor_id)
    row.title, row.who = plan.title.strip()[:200], plan.who.strip()[:120]
    row.day, row.channel, row.answer = plan.day, plan.channel, plan.answer
    row.initiative, row.note = plan.initiative, plan.note[:LONGEST_NOTE]
    row.units, row.roles = list(plan.units), [[each.unit, each.name] for each in plan.roles]
    row.save()
    return row


@action("tick off message", Capability.STEER)
def tick_off(actor: Actor, row: Message, day: date, today: date) -> Message:
    """It was said on a day. Raises InvalidInput for one to come."""
    if day > today:
        raise InvalidInput(NOT_YET)
    return _done(row, day)


@action("open message again", Capability.STEER)
def open_again(actor: Actor, row: Message) -> Message:
    """It was not said after all."""
    return _done(row, None)


@action("withdraw message", Capability.STEER)
def withdraw_message(actor: Actor, row: Message) -> Message:
    """Take it out of the calendar."""
    return mark_withdrawn(row)


@action("reinstate message", Capability.STEER)
def reinstate_message(actor: Actor, row: Message) -> Message:
    """Put it back."""
    return mark_standing(row)


def _done(row: Message, day: date | None) -> Message:
    row.done = day
    row.save(update_fields=["done"])
    return row
