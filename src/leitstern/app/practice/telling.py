"""Stories: told, approved, published, withdrawn. What is approved is this wording; another one has to be approved anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F
from django.utils import timezone

from leitstern.app.accounts.queries import people
from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.company.former import touchpoint_names, unit_names
from leitstern.app.practice.editions import free_slug, keep_edition, unknown
from leitstern.app.practice.models import Opened, Pilot, Story
from leitstern.app.practice.people import fewest, people_below
from leitstern.collect.masking import all_masked
from leitstern.core.bridge.practice.culture import Layer
from leitstern.core.bridge.practice.telling import WORDS, StoryDraft, story_problems
from leitstern.core.errors import Conflict
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.bridge.draft import Problem

SHORTEST_NAME = 3  # signs of a name that is looked for
NOT_APPROVED = Text(
    en="A story is approved before it is published. Nothing was changed.",
    de="Eine Geschichte wird freigegeben, bevor sie erscheint. Es wurde nichts geändert.",
)
GONE = Text(
    en="This story has been withdrawn. Let it stand again first; nothing was changed.",
    de="Diese Geschichte ist zurückgezogen. Lassen Sie sie zuerst wieder gelten; es wurde nichts geändert.",
)


def problems_of(draft: StoryDraft) -> tuple[Problem, ...]:
    """Everything that keeps a story from being kept: names, too small a department, what is missing."""
    masked = dict(zip(WORDS, all_masked([getattr(draft, word) for word in WORDS]), strict=True))
    return (
        *story_problems(draft, masked, _names(), people_below().get(draft.unit, 0), fewest()),
        *unknown("unit", [draft.unit] if draft.unit else [], unit_names()),
        *unknown("touchpoint", [draft.touchpoint] if draft.touchpoint else [], touchpoint_names()),
        *unknown("layer", [draft.layer] if draft.layer else [], list(Layer)),
    )


@action("tell story", Capability.STEER)
def keep_story(actor: Actor, draft: StoryDraft, row: Story | None = None) -> Story:
    """Keep a story. In other words it waits for approval again, and is read by nobody until then. Raises WrongDraft."""
    problems = problems_of(draft)
    if problems or draft.day is None:
        raise WrongDraft(problems)
    before = _words(row) if row else None
    row = row or Story(slug=free_slug(draft.title, Story), actor=actor.actor_id)
    row.title, row.lived, row.done = draft.title.strip(), draft.lived.strip(), draft.done.strip()
    row.teller, row.unit, row.touchpoint, row.day = (
        draft.teller.value,
        draft.unit,
        draft.touchpoint,
        draft.day,
    )
    row.kind, row.layer = draft.kind.value, draft.layer
    if before is not None and before != _words(row):
        row.approved = row.published = None
    row.save()
    keep_edition(actor, draft, story=row)
    return row


@action("approve story", Capability.DECIDE)
def approve(actor: Actor, row: Story) -> Story:
    """Somebody who decides has read this wording and lets it be told. Raises Conflict."""
    if row.withdrawn:
        raise Conflict(GONE)
    row.approved = row.approved or timezone.now()
    row.save(update_fields=["approved"])
    return row


@action("publish story", Capability.STEER)
def publish(actor: Actor, row: Story) -> Story:
    """Everybody who works with the program may read it from now on. Raises Conflict."""
    if row.withdrawn:
        raise Conflict(GONE)
    if row.approved is None:
        raise Conflict(NOT_APPROVED)
    row.published = row.published or timezone.now()
    row.save(update_fields=["published"])
    return row


@action("withdraw story", Capability.STEER)
def withdraw(actor: Actor, row: Story) -> Story:
    """Nobody reads it any more; what became of it stays."""
    return mark_withdrawn(row)


@action("reinstate story", Capability.STEER)
def reinstate(actor: Actor, row: Story) -> Story:
    """Undo withdrawing it; as it was approved and published before."""
    return mark_standing(row)


def opened(of: Story | Pilot, day: date) -> None:
    """Somebody opened a published story or a pilot; who is not kept, and so this stands in no log."""
    which = {"story": of} if isinstance(of, Story) else {"pilot": of}
    Opened.objects.get_or_create(day=day, **which)
    Opened.objects.filter(day=day, **which).update(times=F("times") + 1)


def _words(row: Story) -> tuple[str, ...]:
    return row.title, row.lived, row.done


def _names() -> list[str]:
    """Of everybody who works with the program, the name and the first name; a surname alone may be a common word."""
    names = (name for person in people() for name in (person.name, *person.name.split()[:1]))
    return [name for name in dict.fromkeys(names) if len(name) >= SHORTEST_NAME]
