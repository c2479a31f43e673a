"""What leaders did, entered by themselves or their office: acts and meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.common.typed import typed
from leitstern.app.leadership.areas import require_area
from leitstern.app.leadership.models import Act, Batch, Meeting
from leitstern.core.bridge.leadership.drafts import act_problems, meeting_problems
from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.core.bridge.draft import Problem
    from leitstern.core.bridge.leadership.drafts import ActDraft, MeetingDraft

NOTHING_TO_DO = Text(
    en="Nothing was to follow from this act. Nothing was changed.",
    de="Aus dieser Begleitung sollte nichts folgen. Es wurde nichts geändert.",
)
NOT_BEFORE = Text(
    en="It cannot have been done before the act itself or after today. Nothing was changed.",
    de="Es kann nicht vor der Begleitung selbst oder nach heute erledigt worden sein. Es wurde nichts geändert.",
)


@action("enter act", Capability.DECIDE)
def enter_act(actor: Actor, draft: ActDraft) -> Act:
    """One accompanying act, for the board area of the department named. Raises WrongDraft or InvalidInput."""
    _refuse(act_problems(draft, timezone.localdate()))
    act = _act(actor, draft, require_area(draft.area))
    act.save()
    return act


@action("say what follows", Capability.DECIDE)
def say_what_follows(actor: Actor, act: Act, follow_up: str) -> Act:
    """What follows from an act that said nothing yet, or say it anew."""
    act.follow_up = typed(follow_up)
    act.save(update_fields=["follow_up"])
    return act


@action("follow up act", Capability.DECIDE)
def follow_up(actor: Actor, act: Act, day: date) -> Act:
    """What was to follow was done. Raises InvalidInput where nothing was to, or for an impossible day."""
    if not act.follow_up:
        raise InvalidInput(NOTHING_TO_DO)
    if not act.day <= day <= timezone.localdate():
        raise InvalidInput(NOT_BEFORE)
    act.done = day
    act.save(update_fields=["done"])
    return act


@action("withdraw act", Capability.DECIDE)
def withdraw_act(actor: Actor, act: Act) -> Act:
    """Take an act back; it stays readable."""
    return mark_withdrawn(act)


@action("reinstate act", Capability.DECIDE)
def reinstate_act(actor: Actor, act: Act) -> Act:
    """Let it count again."""
    return mark_standing(act)


@action("enter meeting", Capability.DECIDE)
def enter_meeting(actor: Actor, draft: MeetingDraft) -> Meeting:
    """The agenda of one meeting. Raises WrongDraft."""
    _refuse(meeting_problems(draft, timezone.localdate()))
    meeting = _meeting(actor, draft)
    meeting.save()
    return meeting


@action("withdraw meeting", Capability.DECIDE)
def withdraw_meeting(actor: Actor, meeting: Meeting) -> Meeting:
    """Take a meeting back; it stays readable."""
    return mark_withdrawn(meeting)


@action("reinstate meeting", Capability.DECIDE)
def reinstate_meeting(actor: Actor, meeting: Meeting) -> Meeting:
    """Let it count again."""
    return mark_standing(meeting)


@action("bring in acts", Capability.KEEP_REGISTERS)
def bring_acts(actor: Actor, name: str, drafts: Sequence[ActDraft]) -> Batch:
    """All acts of a file, or of a calendar."""
    batch = Batch.objects.create(name=name[:200], kind="acts", actor=actor.actor_id)
    area = {unit: require_area(unit) for unit in {draft.area for draft in drafts}}
    Act.objects.bulk_create([_act(actor, draft, area[draft.area], batch) for draft in drafts])
    return batch


@action("bring in meetings", Capability.KEEP_REGISTERS)
def bring_meetings(actor: Actor, name: str, drafts: Sequence[MeetingDraft]) -> Batch:
    """All meetings of a file."""
    batch = Batch.objects.create(name=name[:200], kind="meetings", actor=actor.actor_id)
    Meeting.objects.bulk_create([_meeting(actor, draft, batch) for draft in drafts])
    return batch


@action("withdraw leadership file", Capability.KEEP_REGISTERS)
def withdraw_batch(actor: Actor, batch: Batch) -> Batch:
    """Take a file back with everything it brought."""
    return mark_withdrawn(batch)


@action("reinstate leadership file", Capability.KEEP_REGISTERS)
def reinstate_batch(actor: Actor, batch: Batch) -> Batch:
    """Let it count again."""
    return mark_standing(batch)


def _act(actor: Actor, draft: ActDraft, area: str, batch: Batch | None = None) -> Act:
    return Act(
        day=draft.day,
        kind=draft.kind,
        area=area,
        place=draft.place.strip(),
        said=draft.said.strip(),
        seen=draft.seen.strip(),
        follow_up=draft.follow_up.strip(),
        duty=draft.duty or "",
        batch=batch,
        actor=actor.actor_id,
    )


def _meeting(actor: Actor, draft: MeetingDraft, batch: Batch | None = None) -> Meeting:
    return Meeting(
        circle=draft.circle,
        day=draft.day,
        minutes=draft.minutes,
        customers=draft.customers,
        decided=draft.decided.strip(),
        evidence=draft.evidence.strip(),
        batch=batch,
        actor=actor.actor_id,
    )


def _refuse(problems: Sequence[Problem]) -> None:
    if problems:
        raise WrongDraft(problems)
