"""Whether a contact must be personal at all: keeping the answers, and what they come to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.company.former import touchpoint_names
from leitstern.app.policy.models import PersonalDecision
from leitstern.app.policy.naming import touchpoint_name
from leitstern.app.policy.queries import decisions
from leitstern.app.portfolio.parts import holder
from leitstern.app.practice.editions import unknown
from leitstern.core.bridge.policy.personal import (
    Answers,
    Decided,
    PersonalDraft,
    decide,
    never_personal,
    personal_problems,
)
from leitstern.core.bridge.policy.terms import PURPOSES, Purpose
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

NEVER = Text(
    en="At “{touchpoint}” contacts are decided not to be personal.",
    de="Am Kontaktpunkt „{touchpoint}“ ist entschieden, dass Kontakte nicht persönlich sind.",
)


@dataclass(frozen=True, slots=True)
class PersonalLine:
    """A decision that was kept, and what the answers come to."""

    row: PersonalDecision
    decided: Decided

    @property
    def purpose(self) -> Text:
        """For what the contact is there."""
        return PURPOSES[Purpose(self.row.purpose)]

    def due(self, today: date) -> bool:
        """Whether somebody should have looked at it again."""
        return self.row.review < today


@action("decide how personal", Capability.DECIDE)
def keep_personal(actor: Actor, draft: PersonalDraft) -> PersonalDecision:
    """Keep the answers; they take the place of those before for this purpose here. Raises WrongDraft."""
    problems = [
        *personal_problems(draft),
        *unknown("touchpoint", [draft.touchpoint] if draft.touchpoint else [], touchpoint_names()),
    ]
    if problems or draft.review is None:
        raise WrongDraft(problems)
    answers = draft.answers
    return PersonalDecision.objects.create(
        touchpoint=draft.touchpoint,
        purpose=draft.purpose.value,
        gain=answers.gain,
        evidence=answers.evidence.strip(),
        consent=answers.consent,
        asked=answers.asked,
        watched=answers.watched,
        owner=holder(draft.owner, board=False),
        review=draft.review,
        actor=actor.actor_id,
    )


@action("withdraw personal decision", Capability.DECIDE)
def withdraw_personal(actor: Actor, row: PersonalDecision) -> PersonalDecision:
    """Take a decision back; the one before counts again."""
    return mark_withdrawn(row)


@action("reinstate personal decision", Capability.DECIDE)
def reinstate_personal(actor: Actor, row: PersonalDecision) -> PersonalDecision:
    """Undo that."""
    return mark_standing(row)


def personal_line(row: PersonalDecision) -> PersonalLine:
    """A decision with what its answers come to."""
    return PersonalLine(row, decide(Answers(row.gain, row.evidence, row.consent, row.asked, row.watched)))


def personal_lines() -> list[PersonalLine]:
    """Every decision that counts."""
    return [personal_line(row) for row in decisions().values()]


def never_personal_at() -> dict[str, Text]:
    """By touchpoint what stands against personalising there: it is decided not to be, whatever the purpose."""
    found: dict[str, list[PersonalLine]] = {}
    for each in personal_lines():
        found.setdefault(each.row.touchpoint, []).append(each)
    return {
        slug: NEVER.fill(touchpoint=touchpoint_name(slug))
        for slug, lines in found.items()
        if never_personal(tuple(each.decided.personal for each in lines))
    }
