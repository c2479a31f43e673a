"""Cards as they stand: with their sources then and now, and the decisions that used them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.cards.models import Card, Source
from leitstern.app.cards.sources import Beside, beside
from leitstern.app.common.findings import once
from leitstern.app.common.lookups import or_not_found
from leitstern.app.leadership.models import Proof
from leitstern.app.structure import reading
from leitstern.app.structure.models import Training
from leitstern.core.bridge.cards.standing import Standing, card_stands, unused
from leitstern.core.bridge.cards.terms import Course, State
from leitstern.core.bridge.leadership.terms import Proof as ProofKind
from leitstern.core.inside.structure.skills import CARD_DECIDING, CARD_DRAFTING, Total, skills
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from leitstern.app.cards.models import Ruling
    from leitstern.app.leadership.models import Decision

NO_CARD = Text(en="There is no such card.", de="Diese Karte gibt es nicht.")
NO_SOURCE = Text(en="There is no such source.", de="Diese Quelle gibt es nicht.")


@dataclass(frozen=True, slots=True)
class Line:
    """A card with where it stands, what it rests on, and who used it."""

    row: Card
    state: State
    standing: Standing
    sources: tuple[Beside, ...]
    ruling: Ruling | None
    decisions: tuple[Decision, ...]
    unused: bool


@dataclass(frozen=True, slots=True)
class Trained:
    """Of the people who are to draft cards, or to rule on them, how many were trained, and since when the last were."""

    skill: str
    total: Total | None
    last: date | None


def cards(*, withdrawn: bool = False) -> list[Line]:
    """Every card that stands (or was withdrawn); what needs somebody first, the newest first."""
    rows = _rows().exclude(withdrawn=None) if withdrawn else _rows().filter(withdrawn=None)
    order = list(State)
    return sorted((line(row) for row in rows), key=lambda each: order.index(each.state))


def card_by_id(card_id: int) -> Card:
    """One card, withdrawn or not. Raises NotFound."""
    return or_not_found(_rows().filter(pk=card_id).first(), NO_CARD)


def source_by_id(source_id: int) -> Source:
    """One source, withdrawn or not. Raises NotFound."""
    return or_not_found(Source.objects.select_related("card").filter(pk=source_id).first(), NO_SOURCE)


def confirmed() -> list[Card]:
    """Cards that may be used in a decision today."""
    today = timezone.localdate()
    return [row for row in _rows().filter(withdrawn=None) if course_of(row).state(today) is State.CONFIRMED]


def line(row: Card) -> Line:
    """A card as it stands today."""
    today = timezone.localdate()
    state = course_of(row).state(today)
    found = tuple(beside(each) for each in row.sources.all() if not each.withdrawn)
    ruling = next(iter(row.rulings.all()), None)
    used = once("uses of cards", _uses).get(str(row.pk), [])
    idle = state is State.CONFIRMED and ruling is not None
    days = [timezone.localdate(each.created) for each in used]
    return Line(
        row=row,
        state=state,
        standing=card_stands(each.standing for each in found),
        sources=found,
        ruling=ruling,
        decisions=tuple(dict.fromkeys(each.decision for each in used)),
        unused=bool(idle and ruling and unused(timezone.localdate(ruling.created), days, today)),
    )


def course_of(row: Card) -> Course:
    """What happened to a card."""
    newest = next(iter(row.rulings.all()), None)
    return Course(
        until=row.until,
        sources=sum(each.withdrawn is None for each in row.sources.all()),
        confirmed=newest.confirmed if newest else None,
        changed_since=bool(newest and row.changed > newest.created),
        withdrawn=row.withdrawn is not None,
    )


def trained() -> tuple[Trained, Trained]:
    """Those who draft, and those who decide: from the register of skills, of units of enough people."""
    told = {each.skill: each for each in skills(reading.staffing(), reading.register()).totals}
    held = Training.objects.filter(withdrawn=None, skill__in=(CARD_DRAFTING, CARD_DECIDING)).order_by("day")
    last = dict(held.values_list("skill", "day"))
    drafting, deciding = (
        Trained(skill, told.get(skill), last.get(skill)) for skill in (CARD_DRAFTING, CARD_DECIDING)
    )
    return drafting, deciding


def _rows() -> QuerySet[Card]:
    return Card.objects.prefetch_related("sources", "rulings")


def _uses() -> dict[str, list[Proof]]:
    """By number of a card, where it lies or lay on the table."""
    found: dict[str, list[Proof]] = {}
    rows = Proof.objects.filter(kind=ProofKind.CARD, withdrawn=None, decision__withdrawn=None)
    for each in rows.select_related("decision").order_by("-id"):
        found.setdefault(each.reference, []).append(each)
    return found
