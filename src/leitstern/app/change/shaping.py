"""Keeping workshops in which a change is shaped together, and what came of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.change.involving import subject_names, subjects_of
from leitstern.app.change.models import Attendance, Consequence, Shaping
from leitstern.app.change.saying import WrongWords, unknown_units
from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.core.bridge.change.participation import Attended
from leitstern.core.bridge.draft import Problem
from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.app.leadership.models import Decision
    from leitstern.app.portfolio.models import Initiative
    from leitstern.core.bridge.change.involvement import Subject

LONGEST = 10_000
MOST = 1_000_000
NO_TITLE = Text(en="Say what the workshop was about.", de="Sagen Sie, worum es ging.")
NOT_YET = Text(
    en="This day is still to come; participation is entered afterwards.",
    de="Dieser Tag kommt noch; die Beteiligung wird danach eingetragen.",
)
MORE_THAN_INVITED = Text(
    en="In “{unit}” more took part than were invited. Whoever came uninvited counts as invited, too.",
    de="In „{unit}“ haben mehr teilgenommen, als eingeladen waren. Wer ungeladen kam, zählt auch als eingeladen.",
)
TWICE = Text(en="“{unit}” stands here twice.", de="„{unit}“ steht hier zweimal.")
NO_SUBJECT = Text(
    en="There is no process, touchpoint or journey “{slug}”.",
    de="Einen Prozess, Kontaktpunkt oder eine Reise „{slug}“ gibt es nicht.",
)
NO_TEXT = Text(
    en="Say what was decided because of it, or why it was not taken up. Nothing was kept.",
    de="Sagen Sie, was deshalb entschieden wurde oder warum es nicht aufgenommen wurde. Es wurde nichts gespeichert.",
)


@dataclass(frozen=True, slots=True)
class Held:
    """A workshop that was held."""

    title: str
    day: date
    attendance: tuple[Attended, ...]
    initiative: Initiative | None = None
    subject: str = ""
    customers: int = 0
    shaped: tuple[Subject, ...] = ()


@action("keep co-design workshop", Capability.STEER)
def keep_shaping(actor: Actor, held: Held, today: date, row: Shaping | None = None) -> Shaping:
    """Enter a workshop, or change `row`. Raises WrongWords."""
    if found := _problems(held, today, subjects_of(row) if row else frozenset()):
        raise WrongWords(found)
    row = row or Shaping(actor=actor.actor_id)
    row.title, row.day, row.initiative = held.title.strip()[:200], held.day, held.initiative
    row.subject, row.customers = held.subject[:LONGEST], held.customers
    row.shaped = [[each.place, each.slug] for each in dict.fromkeys(held.shaped)]
    row.save()
    row.attendance.all().delete()
    Attendance.objects.bulk_create(
        Attendance(
            shaping=row, unit=each.unit, role=each.role, invited=each.invited, took_part=each.took_part
        )
        for each in held.attendance
    )
    return row


@action("withdraw co-design workshop", Capability.STEER)
def withdraw_shaping(actor: Actor, row: Shaping) -> Shaping:
    """It no longer counts; it stays readable."""
    return mark_withdrawn(row)


@action("reinstate co-design workshop", Capability.STEER)
def reinstate_shaping(actor: Actor, row: Shaping) -> Shaping:
    """Let it count again."""
    return mark_standing(row)


@action("record consequence", Capability.STEER)
def record_consequence(
    actor: Actor,
    row: Shaping,
    text: str,
    day: date,
    *,
    taken_up: bool = True,
    decision: Decision | None = None,
) -> Consequence:
    """Say what came of a workshop, and which entry of the decision log it is; what was not taken up is told, too."""
    if not text.strip():
        raise InvalidInput(NO_TEXT)
    return Consequence.objects.create(
        shaping=row,
        text=text.strip()[:LONGEST],
        day=day,
        taken_up=taken_up,
        decision=decision,
        actor=actor.actor_id,
    )


@action("withdraw consequence", Capability.STEER)
def withdraw_consequence(actor: Actor, row: Consequence) -> Consequence:
    """It was not so."""
    return mark_withdrawn(row)


def _problems(held: Held, today: date, before: frozenset[Subject]) -> list[Problem]:
    found = [] if held.title.strip() else [Problem("title", NO_TITLE)]
    if held.day > today:
        found.append(Problem("day", NOT_YET))
    known = subject_names().keys() | before
    found += [Problem("shaped", NO_SUBJECT.fill(slug=each.slug)) for each in held.shaped if each not in known]
    seen: set[tuple[str, str]] = set()
    for each in held.attendance:
        if each.took_part > each.invited:
            found.append(Problem("attendance", MORE_THAN_INVITED.fill(unit=each.unit)))
        if (each.unit, each.role) in seen:
            found.append(Problem("attendance", TWICE.fill(unit=each.unit)))
        seen.add((each.unit, each.role))
    return [*found, *unknown_units("attendance", (each.unit for each in held.attendance))]
