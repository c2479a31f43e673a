"""Keeping adoption by program: what living an application means, where it is live, its rollout, rules and spellings."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router, Status

from leitstern.app.accounts.request import person_of
from leitstern.app.adoption import campaigning, metadata_rules, register, watching
from leitstern.app.adoption.kept_documents import (
    LiveIn,
    LiveOut,
    MeaningIn,
    MeaningOut,
    MetadataRulesIn,
    MetadataRulesOut,
    NewWatchedIn,
    PointDoneIn,
    RolloutPointIn,
    RolloutPointOut,
    SpellingIn,
    SpellingOut,
    live_documents,
    meaning_document,
    rules_document,
    spelling_document,
    step_document,
    step_documents,
)
from leitstern.app.adoption.models import Rules
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS

router = Router(tags=["adoption"])


@router.post(
    "/applications", response={201: MeaningOut, **REFUSALS}, summary="Look at the use of an application"
)
def look_at(request: HttpRequest, body: NewWatchedIn) -> Status[MeaningOut]:
    """From now on, with what using and living it means."""
    made = watching.watch(person_of(request), body.name, body.meaning.said(), slug=body.application)
    return Status(201, meaning_document(made))


@router.get(
    "/applications/{slug}/meaning", response={200: MeaningOut, **REFUSALS}, summary="What living it means"
)
def read_meaning(request: HttpRequest, slug: str) -> MeaningOut:
    """As it is said now."""
    require(person_of(request), Capability.SEE_INSIDE)
    return meaning_document(register.watched_by_slug(slug))


@router.put(
    "/applications/{slug}/meaning", response={200: MeaningOut, **REFUSALS}, summary="Say what living it means"
)
def put_meaning(request: HttpRequest, slug: str, body: MeaningIn) -> MeaningOut:
    """From a month on; what it meant before stays. The same again changes nothing."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    found = watching.mean_so(me, register.watched_by_slug(slug), body.said())
    return meaning_document(found)


@router.get(
    "/applications/{slug}/live", response={200: list[LiveOut], **REFUSALS}, summary="Since when it is live"
)
def read_live(request: HttpRequest, slug: str) -> list[LiveOut]:
    """By team."""
    require(person_of(request), Capability.SEE_INSIDE)
    return live_documents(register.watched_by_slug(slug))


@router.put(
    "/applications/{slug}/live",
    response={200: list[LiveOut], **REFUSALS},
    summary="Say since when it is live",
)
def put_live(request: HttpRequest, slug: str, body: LiveIn) -> list[LiveOut]:
    """In these teams; of others nothing is changed. All of them or, where one does not exist, none."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    found = register.watched_by_slug(slug)
    watching.go_live(me, found, [register.team_by_slug(team) for team in body.teams], body.day)
    return live_documents(found)


@router.delete(
    "/applications/{slug}/live/{team}",
    response={200: list[LiveOut], **REFUSALS},
    summary="It is not live there after all",
)
def withdraw_live(request: HttpRequest, slug: str, team: str) -> list[LiveOut]:
    """What was said of the team is withdrawn; it stays in the audit log."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    found = watching.not_live(me, register.watched_by_slug(slug), register.team_by_slug(team))
    return live_documents(found)


@router.get(
    "/applications/{slug}/rollout",
    response={200: list[RolloutPointOut], **REFUSALS},
    summary="Points of a rollout",
)
def read_steps(request: HttpRequest, slug: str) -> list[RolloutPointOut]:
    """In the order in which they were entered."""
    require(person_of(request), Capability.SEE_INSIDE)
    return step_documents(register.watched_by_slug(slug))


@router.post(
    "/applications/{slug}/rollout",
    response={201: RolloutPointOut, **REFUSALS},
    summary="Enter a point of a rollout",
)
def enter_step(request: HttpRequest, slug: str, body: RolloutPointIn) -> Status[RolloutPointOut]:
    """Done or not, it is no more than installed."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    found = register.watched_by_slug(slug)
    return Status(201, step_document(watching.enter_step(me, found, body.kind, body.title, body.done)))


@router.put(
    "/rollout/{step_id}", response={200: RolloutPointOut, **REFUSALS}, summary="Say whether a point is done"
)
def put_step(request: HttpRequest, step_id: int, body: PointDoneIn) -> RolloutPointOut:
    """Since a day, or not yet."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    return step_document(watching.tick(me, register.step_by_id(step_id), body.done))


@router.delete("/rollout/{step_id}", response={200: RolloutPointOut, **REFUSALS}, summary="Take a point out")
def withdraw_step(request: HttpRequest, step_id: int) -> RolloutPointOut:
    """It does not belong to the rollout."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    return step_document(watching.withdraw_step(me, register.step_by_id(step_id)))


@router.get(
    "/campaigns/rules", response={200: list[MetadataRulesOut], **REFUSALS}, summary="Rules for metadata"
)
def read_rules(request: HttpRequest) -> list[MetadataRulesOut]:
    """Every version, the newest first; also those that were withdrawn."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [rules_document(each) for each in Rules.objects.all()]


@router.put(
    "/campaigns/rules", response={200: MetadataRulesOut, **REFUSALS}, summary="Enter rules for metadata"
)
def put_rules(request: HttpRequest, body: MetadataRulesIn) -> MetadataRulesOut:
    """From a month on; what was judged before stays. The same again changes nothing."""
    fields = [each.meant() for each in body.fields]
    made = campaigning.enter_rules_once(person_of(request), fields, body.since, body.settled_from)
    return rules_document(made)


@router.delete(
    "/campaigns/rules/{rules_id}", response={200: MetadataRulesOut, **REFUSALS}, summary="Withdraw rules"
)
def withdraw_rules(request: HttpRequest, rules_id: int) -> MetadataRulesOut:
    """What held before them holds again."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    return rules_document(campaigning.withdraw_rules(me, metadata_rules.rules_by_id(rules_id)))


@router.get(
    "/campaigns/spellings", response={200: list[SpellingOut], **REFUSALS}, summary="Accepted spellings"
)
def read_spellings(request: HttpRequest) -> list[SpellingOut]:
    """Words that stand for an allowed value."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [spelling_document(each) for each in metadata_rules.accepted_spellings()]


@router.post(
    "/campaigns/spellings", response={201: SpellingOut, **REFUSALS}, summary="Accept another spelling"
)
def accept_spelling(request: HttpRequest, body: SpellingIn) -> Status[SpellingOut]:
    """For campaigns of the past as well."""
    made = campaigning.accept(person_of(request), body.field, body.given, body.term)
    return Status(201, spelling_document(made))


@router.delete(
    "/campaigns/spellings/{spelling_id}",
    response={200: SpellingOut, **REFUSALS},
    summary="Withdraw a spelling",
)
def withdraw_spelling(request: HttpRequest, spelling_id: int) -> SpellingOut:
    """It is none after all."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    return spelling_document(campaigning.withdraw_spelling(me, metadata_rules.spelling_by_id(spelling_id)))
