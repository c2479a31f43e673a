"""The brand voice for programs."""

from __future__ import annotations

from datetime import date
from typing import Literal

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.company.queries import require_taxonomy
from leitstern.app.stack.queries import application_names
from leitstern.app.voice import keeping, queries
from leitstern.app.voice.documents import (
    VoiceNextOut,
    VoiceRulesIn,
    VoiceRulesOut,
    VoiceSampleOut,
    VoiceSystemOut,
    VoiceTextOut,
    next_document,
    rules_document,
    rules_given,
    sample_document,
    system_documents,
    text_documents,
)
from leitstern.app.voice.models import Sample
from leitstern.collect.table_lines import Table
from leitstern.collect.voice_file import COLUMNS, LONGEST, MOST_LINES, texts_of
from leitstern.core.bridge.voice.rules import Answer, Tongue

router = Router(tags=["brand voice"])
Said = Literal["yes", "partly", "no"]


class VoiceTextIn(Schema):
    system: str
    touchpoint: str
    day: date
    language: Tongue
    text: str = Field(max_length=LONGEST)


class VoiceTextsIn(Schema):
    name: str = Field(default="feed", max_length=200)
    texts: list[VoiceTextIn] = Field(max_length=MOST_LINES)


class VoiceAnswersIn(Schema):
    answers: dict[str, Said]  # by the key of each statement that `next` names


@router.get("", response={200: list[VoiceSystemOut], **REFUSALS}, summary="Where systems stand")
def read_voice(request: HttpRequest) -> list[VoiceSystemOut]:
    """How much of what each says fits the brand and what customers expect, or why it cannot be told."""
    require(person_of(request), Capability.SEE_INSIDE)
    return system_documents()


@router.get("/texts", response={200: list[VoiceTextOut], **REFUSALS}, summary="Texts that were drawn")
def list_texts(request: HttpRequest) -> list[VoiceTextOut]:
    """Without personal data; verdicts only of texts that you have judged yourself, or are not asked to judge."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    return text_documents(me)


@router.post("/texts", response={201: VoiceSampleOut, **REFUSALS}, summary="Hand in what systems said")
def hand_in_texts(request: HttpRequest, body: VoiceTextsIn) -> Status[VoiceSampleOut]:
    """All of them or none. Personal data is masked; only what chance draws is kept in words."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    lines = tuple(
        (str(at), (each.system, each.touchpoint, each.day.isoformat(), each.language.value, each.text))
        for at, each in enumerate(body.texts, start=1)
    )
    table = Table(tuple(each.title.en for each in COLUMNS), lines)
    points = {each.slug: each.name for each in require_taxonomy().touchpoints}
    rows = texts_of(body.name, table, application_names(), points, timezone.localdate())
    return Status(201, sample_document(keeping.bring(me, body.name, rows)))


@router.get("/samples", response={200: list[VoiceSampleOut], **REFUSALS}, summary="What was handed in")
def list_samples(request: HttpRequest) -> list[VoiceSampleOut]:
    """Files and feeds, the newest first."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [sample_document(each) for each in Sample.objects.all()]


@router.delete("/samples/{sample_id}", response={200: VoiceSampleOut, **REFUSALS}, summary="Take a file back")
def withdraw_sample(request: HttpRequest, sample_id: int) -> VoiceSampleOut:
    """Its texts, and what was said of them, no longer count."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    return sample_document(keeping.withdraw(me, queries.sample_by_id(sample_id)))


@router.post(
    "/samples/{sample_id}/reinstatement",
    response={200: VoiceSampleOut, **REFUSALS},
    summary="Let a file count again",
)
def reinstate_sample(request: HttpRequest, sample_id: int) -> VoiceSampleOut:
    """Refused where the same texts came in again since."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    return sample_document(keeping.reinstate(me, queries.sample_by_id(sample_id)))


@router.get("/rules", response={200: VoiceRulesOut, **REFUSALS}, summary="The rules that hold")
def read_rules(request: HttpRequest) -> VoiceRulesOut:
    """The newest version: what is checked by pattern, and what people judge."""
    require(person_of(request), Capability.SEE_INSIDE)
    return rules_document(queries.newest())


@router.post("/rules", response={201: VoiceRulesOut, **REFUSALS}, summary="Enter a new version")
def enter_rules(request: HttpRequest, body: VoiceRulesIn) -> Status[VoiceRulesOut]:
    """It holds from now on; those before stay as they were. Every example has to break its rule."""
    me = person_of(request)
    require(me, Capability.STEER)
    return Status(201, rules_document(keeping.enter_rules(me, rules_given(body), body.why)))


@router.get("/next", response={200: VoiceNextOut, **REFUSALS}, summary="The next text to judge")
def next_text(request: HttpRequest) -> VoiceNextOut:
    """The first one in the order of chance that you have not judged."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    return next_document(me.actor_id)


@router.post("/texts/{text_id}/answers", response={201: VoiceNextOut, **REFUSALS}, summary="Judge a text")
def judge_text(request: HttpRequest, text_id: int, body: VoiceAnswersIn) -> Status[VoiceNextOut]:
    """One answer to every statement, once and for good; gives the next text."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    answers = {key: Answer[said.upper()] for key, said in body.answers.items()}
    keeping.rate(me, queries.text_by_id(text_id), answers)
    return Status(201, next_document(me.actor_id))
