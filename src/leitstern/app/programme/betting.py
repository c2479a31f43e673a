"""Waiting as a bet: making it, setting its tripwires, reading them, and what happens when one is crossed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone, translation

from leitstern.app.accounts.queries import house_language
from leitstern.app.bridge.handing import Thing, hand_over
from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.drawing import words
from leitstern.app.leadership.deciding import open_decision
from leitstern.app.programme.bets import bet_by_id, bet_of, wire_of
from leitstern.app.programme.models import Bet, Tripwire, WireReading
from leitstern.core.bridge.programme.bet import (
    BETS,
    HALF_A_YEAR,
    OF_ROUTE,
    QUARTER,
    BetKind,
    Beyond,
    WireKind,
)
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.programme.models import Programme
    from leitstern.core.inside.route_words import Route

LONGEST = 10_000
DEADLINE = timedelta(days=30)
FEWEST = 5
HALF_BET = Text(
    en="A bet needs the name of the person who makes it, a reason, and a day still to come on which it is looked at again. Nothing was kept.",
    de="Eine Wette braucht den Namen der Person, die sie eingeht, einen Grund und einen künftigen Tag, an dem sie überprüft wird. Es wurde nichts gespeichert.",
)
HALF_WIRE = Text(
    en="A tripwire says what is measured, where that comes from and who reads it, at least every 366 days. Nothing was kept.",
    de="Ein Haltepunkt sagt, was gemessen wird, woher das kommt und wer es abliest, mindestens alle 366 Tage. Es wurde nichts gespeichert.",
)
HALF_READING = Text(
    en="A reading needs a day that is not in the future, and its source; a tripwire with a bound needs a value, one in words whether it is crossed. An interval has both ends around the value, and n is five or more. Nothing was kept.",
    de="Eine Ablesung braucht einen Tag, der nicht in der Zukunft liegt, und ihre Quelle; ein Haltepunkt mit Grenze braucht einen Wert, einer in Worten die Angabe, ob er überschritten ist. Ein Intervall hat beide Enden um den Wert, und n ist fünf oder mehr. Es wurde nichts gespeichert.",
)
OVER = Text(
    en="This bet has ended or was withdrawn. Nothing was changed.",
    de="Diese Wette ist beendet oder zurückgezogen. Es wurde nichts geändert.",
)
NO_OUTCOME = Text(
    en="Say what came of it. Nothing was changed.",
    de="Sagen Sie, was daraus geworden ist. Es wurde nichts geändert.",
)
CALLED_IN = Text(
    en="The bet “{bet}” is lost. What do we do?", de="Die Wette „{bet}“ ist verloren. Was tun wir?"
)
ANOTHER_ROUTE = Text(en="Another route was taken.", de="Eine andere Route wurde gewählt.")


@dataclass(frozen=True, slots=True)
class WireDraft:
    """A tripwire as somebody enters it; without a bound it is one in words."""

    what: str
    kind: WireKind = WireKind.OWN
    bound: float | None = None
    side: Beyond = Beyond.BELOW
    unit: str = ""
    source: str = ""
    reader: str = ""
    every: int = QUARTER


@dataclass(frozen=True, slots=True)
class BetDraft:
    """A bet as somebody enters it."""

    kind: BetKind
    who: str
    reason: str
    review: date
    wires: tuple[WireDraft, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class ReadingDraft:
    """What a tripwire shows; `crossed` counts only where it has words alone."""

    day: date
    source: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    n: int | None = None
    crossed: bool | None = None


@action("place bet", Capability.DECIDE)
def place_bet(
    actor: Actor, draft: BetDraft, programme: Programme | None = None, day: date | None = None
) -> Bet:
    """Bet on waiting, holding, or an exception. Raises InvalidInput."""
    began = day or timezone.localdate()
    if not draft.who.strip() or not draft.reason.strip() or draft.review <= began:
        raise InvalidInput(HALF_BET)
    row = Bet.objects.create(
        programme=programme,
        kind=draft.kind,
        who=draft.who.strip()[:120],
        reason=draft.reason.strip()[:LONGEST],
        day=began,
        review=draft.review,
        actor=actor.actor_id,
    )
    for wire in draft.wires:
        _set(actor, row, wire)
    return row


@action("renew bet", Capability.DECIDE)
def renew_bet(actor: Actor, row: Bet, review: date, reason: str) -> Bet:
    """Somebody looked at it and lets it stand, with a reason, until another day. Raises InvalidInput or Conflict."""
    _refuse_over(row)
    if review <= timezone.localdate() or not reason.strip():
        raise InvalidInput(HALF_BET)
    row.review = review
    row.reason = f"{row.reason}\n{timezone.localdate():%Y-%m-%d}: {reason.strip()}"[:LONGEST]
    row.save(update_fields=["review", "reason"])
    return row


@action("hand over bet", Capability.DECIDE)
def hand_over_bet(actor: Actor, row: Bet, to: str) -> Bet:
    """Somebody else answers for it from now on; who made it stays readable. Raises InvalidInput or Conflict."""
    _refuse_over(row)
    row.who = hand_over(actor, Thing.BET, row.pk, row.who, to)
    row.save(update_fields=["who"])
    return row


@action("end bet", Capability.DECIDE)
def end_bet(actor: Actor, row: Bet, outcome: str) -> Bet:
    """It is over, and what came of it. Raises InvalidInput or Conflict."""
    _refuse_over(row)
    if not outcome.strip():
        raise InvalidInput(NO_OUTCOME)
    row.ended, row.outcome = timezone.localdate(), outcome.strip()[:LONGEST]
    row.save(update_fields=["ended", "outcome"])
    return row


@action("withdraw bet", Capability.DECIDE)
def withdraw_bet(actor: Actor, row: Bet) -> Bet:
    """It was entered by mistake; it stays readable."""
    return mark_withdrawn(row)


@action("reinstate bet", Capability.DECIDE)
def reinstate_bet(actor: Actor, row: Bet) -> Bet:
    """Let it stand again."""
    return mark_standing(row)


@action("set tripwire", Capability.STEER)
def set_wire(actor: Actor, row: Bet, draft: WireDraft) -> Tripwire:
    """What would call the bet in: measured by whom, from where. Raises InvalidInput or Conflict."""
    _refuse_over(row)
    if not draft.source.strip() or not draft.reader.strip():
        raise InvalidInput(HALF_WIRE)
    return _set(actor, row, draft)


@action("withdraw tripwire", Capability.STEER)
def withdraw_wire(actor: Actor, wire: Tripwire) -> Tripwire:
    """It no longer watches anything; with its readings it stays readable."""
    return mark_withdrawn(wire)


@action("reinstate tripwire", Capability.STEER)
def reinstate_wire(actor: Actor, wire: Tripwire) -> Tripwire:
    """Let it watch again."""
    return mark_standing(wire)


@action("read tripwire", Capability.STEER)
def read_wire(actor: Actor, wire: Tripwire, draft: ReadingDraft) -> WireReading:
    """What it showed on a day. Beyond its bound the bet is called in, and a decision opens. Raises InvalidInput, Conflict."""
    _refuse_over(wire.bet)
    if wire.withdrawn:
        raise Conflict(OVER)
    if not _whole(wire, draft):
        raise InvalidInput(HALF_READING)
    crossed = wire_of(wire).crosses(draft.value) if draft.value is not None else bool(draft.crossed)
    made = WireReading.objects.create(
        wire=wire,
        day=draft.day,
        value=draft.value,
        low=draft.low,
        high=draft.high,
        n=draft.n,
        crossed=crossed,
        source=draft.source.strip()[:200],
        actor=actor.actor_id,
    )
    if crossed:
        _call_in(actor, wire)
    return made


@action("withdraw reading of tripwire", Capability.STEER)
def withdraw_reading(actor: Actor, reading: WireReading) -> WireReading:
    """It was wrong; it stays readable and counts no longer."""
    return mark_withdrawn(reading)


@action("reinstate reading of tripwire", Capability.STEER)
def reinstate_reading(actor: Actor, reading: WireReading) -> WireReading:
    """It was right after all."""
    return mark_standing(reading)


def follow_route(actor: Actor, programme: Programme, route: Route, draft: BetDraft | None) -> None:
    """A route that waits, or takes an exception, is a bet; whatever was bet on the route before ends with it."""
    for row in Bet.objects.filter(programme=programme, ended=None, withdrawn=None):
        if draft is not None or row.kind != OF_ROUTE.get(route):
            with translation.override(house_language()):
                end_bet(actor, row, words(ANOTHER_ROUTE))
    if draft is not None:
        place_bet(actor, draft, programme)


def review_after(day: date) -> date:
    """When a bet is looked at again, where nobody says when."""
    return day + HALF_A_YEAR


def _set(actor: Actor, row: Bet, draft: WireDraft) -> Tripwire:
    if not draft.what.strip() or not 1 <= draft.every <= 366:
        raise InvalidInput(HALF_WIRE)
    return Tripwire.objects.create(
        bet=row,
        kind=draft.kind,
        what=draft.what.strip()[:300],
        bound=draft.bound,
        side=draft.side,
        unit=draft.unit.strip()[:20],
        source=draft.source.strip()[:200],
        reader=draft.reader.strip()[:120],
        every=draft.every,
        actor=actor.actor_id,
    )


def _whole(wire: Tripwire, draft: ReadingDraft) -> bool:
    said = draft.crossed is not None if wire.bound is None else draft.value is not None
    ends = (draft.low, draft.high)
    spanned = ends == (None, None) or (
        draft.value is not None
        and draft.low is not None
        and draft.high is not None
        and draft.low <= draft.value <= draft.high
    )
    enough = draft.n is None or draft.n >= FEWEST
    return bool(said and spanned and enough and draft.source.strip() and draft.day <= timezone.localdate())


def _call_in(actor: Actor, wire: Tripwire) -> None:
    """Ask for a decision, once; what calls it in lies on the table."""
    today = timezone.localdate()
    bet = bet_of(bet_by_id(wire.bet_id))
    with translation.override(house_language()):  # everybody reads the question in the log
        wire.decision = open_decision(
            actor,
            question=words(CALLED_IN.fill(bet=BETS[BetKind(wire.bet.kind)])),
            shown=(bet.sentence(today),),
            deadline=today + DEADLINE,
            origin="bet",
            address=reverse("programme:bet", args=[wire.bet_id]),
        )
    wire.save(update_fields=["decision"])


def _refuse_over(row: Bet) -> None:
    if row.ended or row.withdrawn:
        raise Conflict(OVER)
