"""The change in own words for programs."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.watch import own_words
from leitstern.app.watch.wording_documents import (
    ChangeMeaningOut,
    OwnWordsOut,
    WordingOut,
    meaning_document,
    own_words_document,
    wording_document,
)

router = Router(tags=["relapse watch"])


class MeaningIn(Schema):
    text: str = Field(max_length=own_words.LONGEST)


class WordingIn(Schema):
    unit: str
    day: date
    text: str = Field(max_length=own_words.LONGEST)


class SameIn(Schema):
    same: bool


@router.get("", response={200: OwnWordsOut, **REFUSALS}, summary="The change in own words")
def read_own_words(request: HttpRequest) -> OwnWordsOut:
    """What departments say the change means; verdicts of others only once you have judged yourself."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    return own_words_document(me.actor_id)


@router.post("", response={201: WordingOut, **REFUSALS}, summary="Keep what a department says")
def keep_own_words(request: HttpRequest, body: WordingIn) -> Status[WordingOut]:
    """Its own words, as agreed there; nobody is named, and departments of too few people are refused."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    kept = own_words.keep_wording(me, body.unit, body.day, body.text, today=timezone.localdate())
    return Status(201, wording_document(kept, me.actor_id))


@router.post("/meaning", response={201: ChangeMeaningOut, **REFUSALS}, summary="Say what the change means")
def say_meaning(request: HttpRequest, body: MeaningIn) -> Status[ChangeMeaningOut]:
    """From now on own words are held against it; what was said before stays readable."""
    me = person_of(request)
    require(me, Capability.STEER)
    return Status(201, meaning_document(own_words.say_meaning(me, body.text)))


@router.post(
    "/{wording_id}/judgements",
    response={201: WordingOut, **REFUSALS},
    summary="Say whether it is still the same change",
)
def judge_own_words(request: HttpRequest, wording_id: int, body: SameIn) -> Status[WordingOut]:
    """Once per person, and never by whoever wrote it down."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    wording = own_words.wording_by_id(wording_id)
    own_words.judge_wording(me, wording, same=body.same)
    return Status(201, wording_document(wording, me.actor_id))
