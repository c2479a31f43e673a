"""Knowledge cards for programs."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.cards import drafting, queries
from leitstern.app.cards.documents import (
    CardIn,
    CardOut,
    CardRulingIn,
    CardSourceIn,
    CardsOut,
    card_document,
    cards_document,
)
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.core.bridge.cards.terms import CardDraft

router = Router(tags=["cards"])


@router.get("", response={200: CardsOut, **REFUSALS}, summary="Knowledge cards")
def listed(request: HttpRequest) -> CardsOut:
    """Each with its sources then and now, where it stands, and which decisions used it."""
    require(person_of(request), Capability.SEE_INSIDE)
    return cards_document()


@router.get("/{card_id}", response={200: CardOut, **REFUSALS}, summary="One knowledge card")
def one(request: HttpRequest, card_id: int) -> CardOut:
    """Withdrawn or not."""
    require(person_of(request), Capability.SEE_INSIDE)
    return _said(card_id)


@router.post("", response={201: CardOut, **REFUSALS}, summary="Draft a knowledge card")
def draft(request: HttpRequest, body: CardIn) -> Status[CardOut]:
    """One piece of knowledge in a sentence."""
    made = drafting.draft_card(person_of(request), CardDraft(body.sentence, body.until))
    return Status(201, _said(made.pk))


@router.put("/{card_id}", response={200: CardOut, **REFUSALS}, summary="Reword a knowledge card")
def reword(request: HttpRequest, card_id: int, body: CardIn) -> CardOut:
    """In other words, or until another day, as long as it is not confirmed."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    drafting.reword_card(me, queries.card_by_id(card_id), CardDraft(body.sentence, body.until))
    return _said(card_id)


@router.post("/{card_id}/sources", response={201: CardOut, **REFUSALS}, summary="Link a source to a card")
def link(request: HttpRequest, card_id: int, body: CardSourceIn) -> Status[CardOut]:
    """Frozen as it is now."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    drafting.link(me, queries.card_by_id(card_id), body.kind, body.reference)
    return Status(201, _said(card_id))


@router.delete("/sources/{source_id}", response={200: CardOut, **REFUSALS}, summary="Unlink a source")
def unlink(request: HttpRequest, source_id: int) -> CardOut:
    """The card no longer rests on it."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    source = queries.source_by_id(source_id)
    drafting.unlink(me, source)
    return _said(source.card_id)


@router.post("/{card_id}/rulings", response={201: CardOut, **REFUSALS}, summary="Rule on a knowledge card")
def rule(request: HttpRequest, card_id: int, body: CardRulingIn) -> Status[CardOut]:
    """Confirm it, or send it back with a reason; never by somebody who worked on it."""
    me = person_of(request)
    require(me, Capability.DECIDE)
    row = queries.card_by_id(card_id)
    if body.confirmed:
        drafting.confirm(me, row)
    else:
        drafting.send_back(me, row, body.reason)
    return Status(201, _said(card_id))


@router.post("/{card_id}/return", response={200: CardOut, **REFUSALS}, summary="Let a card stand again")
def put_back(request: HttpRequest, card_id: int) -> CardOut:
    """As it stood."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    drafting.reinstate(me, queries.card_by_id(card_id))
    return _said(card_id)


@router.delete("/{card_id}", response={200: CardOut, **REFUSALS}, summary="Withdraw a knowledge card")
def withdraw(request: HttpRequest, card_id: int) -> CardOut:
    """Decisions that used it keep what lay on their table."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    drafting.withdraw(me, queries.card_by_id(card_id))
    return _said(card_id)


def _said(card_id: int) -> CardOut:
    return card_document(queries.line(queries.card_by_id(card_id)))
