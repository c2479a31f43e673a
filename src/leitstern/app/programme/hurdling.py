"""Hurdles: written down, changed, cleared, opened again; as they stood on any day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.portfolio.parts import holder
from leitstern.app.portfolio.queries import holders
from leitstern.app.programme import models
from leitstern.app.programme.beginning import refuse_days, refuse_ended
from leitstern.core.bridge.programme.hurdle import Hurdle, HurdleKind
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leitstern.app.portfolio.models import Holder

NO_TITLE = Text(
    en="Say in a few words what stands in the way (at most 200 signs). Nothing was kept.",
    de="Sagen Sie in wenigen Worten, was im Weg steht (höchstens 200 Zeichen). Es wurde nichts gespeichert.",
)
NO_EFFECT = Text(
    en="Say what came of it: how does one notice that the hurdle is gone? Nothing was changed.",
    de="Sagen Sie, was daraus wurde: Woran merkt man, dass die Hürde weg ist? Es wurde nichts geändert.",
)
CLEARED = Text(
    en="It is cleared already. Nothing was changed.", de="Sie ist schon genommen. Es wurde nichts geändert."
)
OPEN = Text(en="It is open. Nothing was changed.", de="Sie ist offen. Es wurde nichts geändert.")
FIELDS = ("title", "kind", "unit", "measure", "effect")


@dataclass(frozen=True, slots=True)
class HurdleDraft:
    """A hurdle as somebody fills it in; `owner` by name or role."""

    title: str
    kind: HurdleKind
    since: date
    owner: str = ""
    unit: str = ""
    measure: str = ""
    due: date | None = None
    effect: str = ""


@dataclass(frozen=True, slots=True)
class HurdleLine:
    """A hurdle as it stood on a day. `left` is the day its owner left, if that has come."""

    row: models.Hurdle
    hurdle: Hurdle
    owner: str
    left: date | None
    overdue: date | None  # when its measure should have been done
    unit: str
    age: int


@action("keep hurdle", Capability.STEER)
def keep_hurdle(
    actor: Actor,
    programme: models.Programme,
    draft: HurdleDraft,
    row: models.Hurdle | None = None,
    *,
    day: date | None = None,
) -> models.Hurdle:
    """Write a hurdle down, a new one or `row` in other words, as it is from `day` (today) on. Raises InvalidInput."""
    refuse_ended(programme)
    if not draft.title.strip() or len(draft.title) > 200:
        raise InvalidInput(NO_TITLE)
    if draft.since > timezone.localdate():
        refuse_days(programme, draft.since)
    row = row or models.Hurdle(programme=programme, actor=actor.actor_id)
    for name in FIELDS:
        setattr(row, name, getattr(draft, name).strip()[:10_000])
    row.since, row.due = draft.since, draft.due
    row.owner = holder(draft.owner[:120], board=False) if draft.owner.strip() else None
    row.save()
    _edition(actor, row, day or (timezone.localdate() if row.editions.exists() else draft.since))
    return row


@action("clear hurdle", Capability.STEER)
def clear_hurdle(actor: Actor, row: models.Hurdle, effect: str, day: date) -> models.Hurdle:
    """Say that a hurdle is gone, and how one notices. Raises Conflict or InvalidInput."""
    refuse_ended(row.programme)
    refuse_days(row.programme, day)
    if row.cleared:
        raise Conflict(CLEARED)
    if not effect.strip():
        raise InvalidInput(NO_EFFECT)
    row.effect, row.cleared = effect.strip()[:10_000], day
    row.save(update_fields=["effect", "cleared"])
    _edition(actor, row, day)
    return row


@action("open hurdle again", Capability.STEER)
def open_again(actor: Actor, row: models.Hurdle) -> models.Hurdle:
    """It stands in the way again. Raises Conflict if it is open."""
    refuse_ended(row.programme)
    if row.cleared is None:
        raise Conflict(OPEN)
    row.cleared = None
    row.save(update_fields=["cleared"])
    _edition(actor, row, timezone.localdate())
    return row


@action("withdraw hurdle", Capability.STEER)
def withdraw_hurdle(actor: Actor, row: models.Hurdle) -> models.Hurdle:
    """Take a hurdle back that was none; it stays readable."""
    return mark_withdrawn(row)


@action("reinstate hurdle", Capability.STEER)
def reinstate_hurdle(actor: Actor, row: models.Hurdle) -> models.Hurdle:
    """Undo taking it back."""
    return mark_standing(row)


def hurdles_at(programme: models.Programme, day: date) -> list[HurdleLine]:
    """Hurdles as they stood on a day, open ones first, the oldest first."""
    known = {each.name: each for each in holders()}
    found = []
    for row in programme.hurdles.filter(since__lte=day).prefetch_related("editions"):
        if row.withdrawn and timezone.localdate(row.withdrawn) <= day:
            continue
        content = next((each.content for each in row.editions.all() if each.day <= day), None)
        if content is not None:
            found.append(_line(row, content, known, day))
    return sorted(found, key=lambda each: (each.hurdle.cleared is not None, each.hurdle.since))


def _line(
    row: models.Hurdle, content: Mapping[str, str], known: Mapping[str, Holder], day: date
) -> HurdleLine:
    owner = known.get(content["owner"])
    left = owner.left if owner and owner.left and owner.left <= day else None
    hurdle = Hurdle(
        content["title"],
        HurdleKind(content["kind"]),
        date.fromisoformat(content["since"]),
        owned=owner is not None and left is None,
        measure=content["measure"],
        effect=content["effect"],
        cleared=date.fromisoformat(content["cleared"]) if content["cleared"] else None,
    )
    due = date.fromisoformat(content["due"]) if content["due"] else None
    return HurdleLine(
        row,
        hurdle,
        content["owner"],
        left,
        due if due and due < day else None,
        content["unit"],
        hurdle.age(day),
    )


def _edition(actor: Actor, row: models.Hurdle, day: date) -> None:
    """Keep what it says from a day on."""
    content = {name: getattr(row, name) for name in FIELDS}
    content |= {name: _written(getattr(row, name)) for name in ("since", "due", "cleared")}
    content["owner"] = row.owner.name if row.owner else ""
    models.HurdleEdition.objects.create(hurdle=row, day=day, content=content, actor=actor.actor_id)


def _written(day: date | None) -> str:
    return day.isoformat() if day else ""
