"""What board areas declare and take on, and votes as counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.inside.agreements import floor
from leitstern.app.leadership.areas import require_area
from leitstern.app.leadership.models import Capacity, Commitment, Vote
from leitstern.core.bridge.draft import Problem
from leitstern.core.bridge.leadership.alignment import mistakes
from leitstern.core.bridge.leadership.drafts import LINE, capacity_problems, commitment_problems
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.bridge.leadership import alignment
    from leitstern.core.bridge.leadership.drafts import CapacityDraft, CommitmentDraft

NO_QUESTION = Text(
    en="Say what was asked, and name everything voted on.",
    de="Sagen Sie, was gefragt wurde, und benennen Sie alles, worüber abgestimmt wurde.",
)
NOT_YET = Text(en="This day lies in the future.", de="Dieser Tag liegt in der Zukunft.")


@action("declare capacity", Capability.DECIDE)
def declare(actor: Actor, draft: CapacityDraft) -> Capacity:
    """Hours a month and visits a quarter of a board area; it takes the place of what was declared before."""
    _refuse(capacity_problems(draft))
    return Capacity.objects.create(
        area=require_area(draft.area), hours=draft.hours, visits=draft.visits, actor=actor.actor_id
    )


@action("enter commitment", Capability.DECIDE)
def commit(actor: Actor, draft: CommitmentDraft) -> Commitment:
    """Something that takes hours of a board area. Raises WrongDraft or InvalidInput."""
    _refuse(commitment_problems(draft))
    return Commitment.objects.create(
        area=require_area(draft.area),
        title=draft.title.strip(),
        hours=draft.hours,
        work=draft.work,
        droppable=draft.droppable,
        since=draft.since,
        until=draft.until,
        actor=actor.actor_id,
    )


@action("withdraw commitment", Capability.DECIDE)
def withdraw_commitment(actor: Actor, commitment: Commitment) -> Commitment:
    """It takes no hours any more."""
    return mark_withdrawn(commitment)


@action("reinstate commitment", Capability.DECIDE)
def reinstate_commitment(actor: Actor, commitment: Commitment) -> Commitment:
    """Undo that."""
    return mark_standing(commitment)


@action("enter vote", Capability.STEER)
def enter_vote(actor: Actor, vote: alignment.Vote) -> Vote:
    """Counts of a secret vote of leaders. Raises WrongDraft, above all where fewer voted than results may be shown of."""
    names = [each.name.strip() for each in vote.things]
    found = [Problem("things", text) for text in mistakes(vote, floor()[0])] if all(names) and names else []
    if not vote.question.strip() or len(vote.question) > LINE or not names or not all(names):
        found.append(Problem("question", NO_QUESTION))
    if vote.day > timezone.localdate():
        found.append(Problem("day", NOT_YET))
    _refuse(found)
    return Vote.objects.create(
        question=vote.question.strip(),
        form=vote.form,
        day=vote.day,
        things=[{"name": each.name.strip(), "counts": list(each.counts)} for each in vote.things],
        actor=actor.actor_id,
    )


@action("withdraw vote", Capability.STEER)
def withdraw_vote(actor: Actor, vote: Vote) -> Vote:
    """Take a vote back."""
    return mark_withdrawn(vote)


@action("reinstate vote", Capability.STEER)
def reinstate_vote(actor: Actor, vote: Vote) -> Vote:
    """Let it count again."""
    return mark_standing(vote)


def _refuse(problems: list[Problem] | tuple[Problem, ...]) -> None:
    if problems:
        raise WrongDraft(problems)
