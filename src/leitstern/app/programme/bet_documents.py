"""Bets for programs: what they send, and what they are told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ninja import Field, Schema

from leitstern.app.bridge.documents import HandedOverOut, handed_documents
from leitstern.app.bridge.handing import Thing
from leitstern.app.common.schemas import TextOut, both
from leitstern.app.programme.betting import BetDraft, ReadingDraft, WireDraft
from leitstern.core.bridge.programme.bet import QUARTER, BetKind, BetState, Beyond, WireKind, WireState

if TYPE_CHECKING:
    from leitstern.app.programme.bets import BetLine, WireLine
    from leitstern.app.programme.models import WireReading


class TripwireIn(Schema):
    """Without a `bound` whoever reads it says whether it is crossed."""

    what: str = Field(max_length=300)
    kind: WireKind = WireKind.OWN
    bound: float | None = None
    side: Beyond = Beyond.BELOW
    unit: str = Field("", max_length=20)
    source: str = Field(max_length=200)
    reader: str = Field(max_length=120)
    every: int = Field(QUARTER, ge=1, le=366)

    def draft(self) -> WireDraft:
        """As somebody enters it."""
        return WireDraft(**dict(self))


class BetIn(Schema):
    kind: BetKind
    who: str = Field(max_length=120)
    reason: str = Field(max_length=10_000)
    review: date
    tripwires: list[TripwireIn] = []

    def draft(self) -> BetDraft:
        """As somebody enters it."""
        wires = tuple(each.draft() for each in self.tripwires)
        return BetDraft(self.kind, self.who, self.reason, self.review, wires)


class BetRenewedIn(Schema):
    review: date
    reason: str = Field(max_length=10_000)


class BetEndedIn(Schema):
    outcome: str = Field(max_length=10_000)


class WireReadingIn(Schema):
    """`crossed` counts only where the tripwire has no bound."""

    day: date
    source: str = Field(max_length=200)
    value: float | None = None
    low: float | None = None
    high: float | None = None
    n: int | None = Field(None, ge=5)
    crossed: bool | None = None

    def draft(self) -> ReadingDraft:
        """As somebody enters it."""
        return ReadingDraft(**dict(self))


class WireReadingOut(Schema):
    """As its source gives it: `low`, `high` and `n` are null where the source says none."""

    id: int
    day: date
    value: float | None
    low: float | None
    high: float | None
    n: int | None
    crossed: bool
    source: str


class TripwireOut(Schema):
    id: int
    what: str
    kind: WireKind
    bound: float | None
    side: Beyond
    unit: str
    source: str
    reader: str
    every: int
    state: WireState
    seen: TextOut
    decision_id: int | None
    readings: list[WireReadingOut]


class BetOut(Schema):
    id: int
    kind: BetKind
    state: BetState
    sentence: TextOut
    who: str
    reason: str
    day: date
    review: date
    ended: date | None
    outcome: str
    tripwires: list[TripwireOut]
    handed_over: list[HandedOverOut]  # the latest first


class BetsOut(Schema):
    sentence: TextOut
    bets: list[BetOut]


def bet_document(line: BetLine) -> BetOut:
    """One bet."""
    row = line.row
    return BetOut(
        id=row.pk,
        kind=line.bet.kind,
        state=line.state,
        sentence=both(line.sentence),
        who=row.who,
        reason=row.reason,
        day=row.day,
        review=row.review,
        ended=row.ended,
        outcome=row.outcome,
        tripwires=[_wire(each) for each in line.wires],
        handed_over=handed_documents(Thing.BET, row.pk),
    )


def _wire(line: WireLine) -> TripwireOut:
    row = line.row
    return TripwireOut(
        id=row.pk,
        what=row.what,
        kind=WireKind(row.kind),
        bound=row.bound,
        side=Beyond(row.side),
        unit=row.unit,
        source=row.source,
        reader=row.reader,
        every=row.every,
        state=line.state,
        seen=both(line.seen),
        decision_id=row.decision_id,
        readings=[_reading(each) for each in line.readings if not each.withdrawn],
    )


def _reading(row: WireReading) -> WireReadingOut:
    return WireReadingOut(
        id=row.pk,
        day=row.day,
        value=row.value,
        low=row.low,
        high=row.high,
        n=row.n,
        crossed=row.crossed,
        source=row.source,
    )
