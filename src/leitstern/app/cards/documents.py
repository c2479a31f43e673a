"""Knowledge cards as documents for programs and the terminal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ninja import Field, Schema

from leitstern.app.cards.queries import cards, trained
from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.core.bridge.cards.saying import headline
from leitstern.core.bridge.cards.standing import Standing
from leitstern.core.bridge.cards.terms import LONGEST, LONGEST_REASON, Kind, State
from leitstern.core.inside.structure.skills import skill_name
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from leitstern.app.cards.queries import Line, Trained
    from leitstern.app.cards.sources import Beside


class CardIn(Schema):
    sentence: str = Field(max_length=LONGEST)
    until: date


class CardSourceIn(Schema):
    """`reference`: touchpoint:facet, an address of journeys, touchpoint:words, touchpoint:facet:reason, a short name, or a number.

    An outside source is its name, a line break, and what it says.
    """

    kind: Kind
    reference: str = Field(max_length=3000)


class CardRulingIn(Schema):
    """Without `confirmed` it goes back, with a reason."""

    confirmed: bool
    reason: str = Field("", max_length=LONGEST_REASON)


class CardSourceOut(Schema):
    """`then` as it was when it was linked, `now` as it is today; both are empty where a source has no number."""

    id: int
    kind: Kind
    reference: str
    said: TextOut
    then: Number | None
    today: TextOut
    now: Number | None
    stands: Standing


class CardOut(Schema):
    id: int
    sentence: str
    until: date
    state: State
    stands: Standing
    reason: str  # why it was sent back
    sources: list[CardSourceOut]
    decisions: list[int]  # that used it
    unused: bool  # for 180 days


class CardsTrainedOut(Schema):
    """People of departments of enough people; `low` to `high` where an exact number would tell of few."""

    skill: str
    name: TextOut
    needed: int | None
    low: int | None
    high: int | None
    last: date | None


class CardsOut(Schema):
    sentence: TextOut
    cards: list[CardOut]
    trained: list[CardsTrainedOut]


def cards_document() -> CardsOut:
    """Every card that stands, and how many people were trained for them."""
    found = cards()
    return CardsOut(
        sentence=both(headline([(each.state, each.standing) for each in found])),
        cards=[card_document(each) for each in found],
        trained=[_trained(each) for each in trained()],
    )


def card_document(found: Line) -> CardOut:
    """One card."""
    sent_back = found.ruling is not None and found.state is State.SENT_BACK
    return CardOut(
        id=found.row.pk,
        sentence=found.row.sentence,
        until=found.row.until,
        state=found.state,
        stands=found.standing,
        reason=found.ruling.reason if found.ruling and sent_back else "",
        sources=[_source(each) for each in found.sources],
        decisions=[each.pk for each in found.decisions],
        unused=found.unused,
    )


def _source(found: Beside) -> CardSourceOut:
    row = found.row
    then = None
    if row.value is not None and row.low is not None and row.high is not None:
        then = number(Estimate(row.value, row.low, row.high, row.n or 0, as_of=row.as_of))
    return CardSourceOut(
        id=row.pk,
        kind=found.kind,
        reference=row.reference,
        said=both(found.then),
        then=then,
        today=both(found.today),
        now=number(found.number) if found.number is not None else None,
        stands=found.standing,
    )


def _trained(found: Trained) -> CardsTrainedOut:
    total = found.total
    return CardsTrainedOut(
        skill=found.skill,
        name=both(skill_name(found.skill)),
        needed=total.needed if total else None,
        low=total.there.low if total else None,
        high=total.there.high if total else None,
        last=found.last,
    )
