"""What worked in one place reaches others: departments take it up, and it becomes standard under conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.common.actions import action, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.company.former import touchpoint_names, unit_names
from leitstern.app.practice.editions import unknown
from leitstern.app.practice.models import Pilot, Principle, Standard, Story, TakenUp
from leitstern.core.bridge.draft import Problem
from leitstern.core.bridge.practice.drafts import LONGEST_WORDS, NEEDED
from leitstern.core.errors import Conflict
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date


ONE_OF_TWO = Text(
    en="Say which principle it became, or which step at a touchpoint; one of the two.",
    de="Sagen Sie, welches Prinzip daraus wurde oder welcher Schritt an einem Kontaktpunkt; eines von beiden.",
)
NOT_PUBLISHED = Text(
    en="Only a published story can become standard. Nothing was changed.",
    de="Nur eine veröffentlichte Geschichte kann Standard werden. Es wurde nichts geändert.",
)
NOT_ENDED = Text(
    en="This pilot has not been carried through. Say first how it ended; nothing was changed.",
    de="Dieser Pilot ist nicht zu Ende geführt. Sagen Sie zuerst, wie er ausging; es wurde nichts geändert.",
)


@action("take up", Capability.STEER)
def take_up(actor: Actor, of: Story | Pilot, unit: str, since: date) -> TakenUp:
    """A department works this way since a day. Raises WrongDraft."""
    problems = list(unknown("unit", [unit], unit_names()))
    if problems:
        raise WrongDraft(problems)
    standing = TakenUp.objects.filter(unit=unit, withdrawn=None, **_of(of)).first()
    return standing or TakenUp.objects.create(unit=unit, since=since, actor=actor.actor_id, **_of(of))


@action("give up", Capability.STEER)
def give_up(actor: Actor, taken: TakenUp) -> TakenUp:
    """It does not work this way after all, or no longer."""
    return mark_withdrawn(taken)


@action("make standard", Capability.DECIDE)
def make_standard(
    actor: Actor,
    of: Story | Pilot,
    day: date,
    conditions: str,
    *,
    principle: Principle | None = None,
    touchpoint: str = "",
    step: str = "",
) -> Standard:
    """A published story, or a pilot that was carried through, becomes a principle or a step. Raises WrongDraft, Conflict."""
    if isinstance(of, Story) and (of.published is None or of.withdrawn):
        raise Conflict(NOT_PUBLISHED)
    if isinstance(of, Pilot) and not of.endings.filter(withdrawn=None, how="finished").exists():
        raise Conflict(NOT_ENDED)
    problems = list(unknown("touchpoint", [touchpoint] if touchpoint else [], touchpoint_names()))
    if (principle is None) == (not step.strip()):
        problems.append(Problem("step", ONE_OF_TWO))
    if not conditions.strip():
        problems.append(Problem("conditions", NEEDED))
    if problems:
        raise WrongDraft(problems)
    return Standard.objects.create(
        principle=principle,
        touchpoint=touchpoint,
        step=step.strip()[:LONGEST_WORDS],
        conditions=conditions.strip()[:LONGEST_WORDS],
        day=day,
        actor=actor.actor_id,
        **_of(of),
    )


@action("withdraw standard", Capability.DECIDE)
def withdraw_standard(actor: Actor, standard: Standard) -> Standard:
    """It is no standard after all; what became of it stays readable."""
    return mark_withdrawn(standard)


def _of(of: Story | Pilot) -> dict[str, Story | Pilot | None]:
    return {"story": of, "pilot": None} if isinstance(of, Story) else {"story": None, "pilot": of}
