"""Bets on waiting for programs: making them, their tripwires, and reading those."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.bridge.documents import HandedOverIn
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS, both
from leitstern.app.programme import betting
from leitstern.app.programme.bet_documents import (
    BetEndedIn,
    BetIn,
    BetOut,
    BetRenewedIn,
    BetsOut,
    TripwireIn,
    WireReadingIn,
    bet_document,
)
from leitstern.app.programme.bets import NO_BET, NO_TRIPWIRE, bet_by_id, bet_line, bets, wire_by_id
from leitstern.app.programme.models import Bet, Tripwire
from leitstern.core.bridge.programme.bet import bets_sentence
from leitstern.core.errors import NotFound

router = Router()


@router.get("/bets", response={200: BetsOut, **REFUSALS}, summary="Bets on waiting")
def listed(request: HttpRequest) -> BetsOut:
    """Who waits, holds or takes an exception, until when, and whether anything has called it in."""
    require(person_of(request), Capability.SEE_INSIDE)
    today = timezone.localdate()
    found = bets(today)
    said = bets_sentence([each.bet for each in found], today)
    return BetsOut(sentence=both(said), bets=[bet_document(each) for each in found])


@router.post("/bets", response={201: BetOut, **REFUSALS}, summary="Make a bet on waiting")
def place(request: HttpRequest, body: BetIn) -> Status[BetOut]:
    """With whoever makes it, a reason, a day on which it is looked at again, and its tripwires."""
    return _said(betting.place_bet(person_of(request), body.draft()))


@router.post("/bets/{bet_id}/renewals", response={201: BetOut, **REFUSALS}, summary="Let a bet stand")
def renew(request: HttpRequest, bet_id: int, body: BetRenewedIn) -> Status[BetOut]:
    """Somebody looked at it, and lets it stand until another day."""
    me = person_of(request)
    require(me, Capability.DECIDE)
    return _said(betting.renew_bet(me, _bet(bet_id), **dict(body)))


@router.post("/bets/{bet_id}/owner", response={201: BetOut, **REFUSALS}, summary="Hand a bet over")
def hand_over(request: HttpRequest, bet_id: int, body: HandedOverIn) -> Status[BetOut]:
    """Somebody else answers for it from now on; who made it stays readable."""
    me = person_of(request)
    require(me, Capability.DECIDE)
    return _said(betting.hand_over_bet(me, _bet(bet_id), body.to))


@router.post("/bets/{bet_id}/ending", response={201: BetOut, **REFUSALS}, summary="End a bet")
def end(request: HttpRequest, bet_id: int, body: BetEndedIn) -> Status[BetOut]:
    """With what came of it; it stays readable."""
    me = person_of(request)
    require(me, Capability.DECIDE)
    return _said(betting.end_bet(me, _bet(bet_id), body.outcome))


@router.post("/bets/{bet_id}/tripwires", response={201: BetOut, **REFUSALS}, summary="Set a tripwire")
def set_wire(request: HttpRequest, bet_id: int, body: TripwireIn) -> Status[BetOut]:
    """What would call the bet in."""
    me = person_of(request)
    require(me, Capability.STEER)
    row = _bet(bet_id)
    betting.set_wire(me, row, body.draft())
    return _said(row)


@router.post("/tripwires/{wire_id}/readings", response={201: BetOut, **REFUSALS}, summary="Read a tripwire")
def read_wire(request: HttpRequest, wire_id: int, body: WireReadingIn) -> Status[BetOut]:
    """What it showed on a day. Beyond its bound the bet is called in, and a decision opens."""
    me = person_of(request)
    require(me, Capability.STEER)
    wire = _wire(wire_id)
    betting.read_wire(me, wire, body.draft())
    return _said(wire.bet)


def _bet(bet_id: int) -> Bet:
    """A bet that was not withdrawn. Raises NotFound."""
    row = bet_by_id(bet_id)
    if row.withdrawn:
        raise NotFound(NO_BET)
    return row


def _wire(wire_id: int) -> Tripwire:
    """A tripwire that was not withdrawn. Raises NotFound."""
    row = wire_by_id(wire_id)
    if row.withdrawn or row.bet.withdrawn:
        raise NotFound(NO_TRIPWIRE)
    return row


def _said(row: Bet) -> Status[BetOut]:
    """As it stands now."""
    return Status(201, bet_document(bet_line(bet_by_id(row.pk), timezone.localdate())))
