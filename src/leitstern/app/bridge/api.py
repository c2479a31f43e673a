"""Measures for programs."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.bridge import actions
from leitstern.app.bridge.documents import (
    ActingOut,
    CausesOut,
    GapCauseIn,
    HandedOverIn,
    MeasureIn,
    MeasureOut,
    acting_document,
    causes_document,
    measure_document,
)
from leitstern.app.bridge.handing import hand_over_measure
from leitstern.app.bridge.judging import judgement, judgements
from leitstern.app.bridge.queries import measure_by_id, with_causes
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.outside.reading import require_published
from leitstern.core.bridge.draft import MeasureDraft

router = Router(tags=["bridge"])


@router.get("/measures", response={200: list[MeasureOut], **REFUSALS}, summary="Everything decided")
def list_measures(request: HttpRequest) -> list[MeasureOut]:
    """Measures with what came of them, newest first."""
    require(person_of(request), Capability.SEE_GAP)
    state, decided = require_published(), list(with_causes())
    return [
        measure_document(measure, found)
        for measure, found in zip(decided, judgements(state, decided), strict=True)
    ]


@router.get("/measures/{measure_id}", response={200: MeasureOut, **REFUSALS}, summary="One measure")
def one_measure(request: HttpRequest, measure_id: int) -> MeasureOut:
    """One measure, withdrawn or not."""
    require(person_of(request), Capability.SEE_GAP)
    found = measure_by_id(measure_id)
    return measure_document(found, judgement(require_published(), found))


@router.post("/measures", response={201: MeasureOut, **REFUSALS}, summary="Decide")
def decide(request: HttpRequest, body: MeasureIn) -> Status[MeasureOut]:
    """Decide about a gap; the baseline is frozen now."""
    draft = MeasureDraft(
        choice=body.decision,
        owner=body.owner,
        due=body.due,
        outcome=body.outcome,
        why=body.why,
        daily_work=body.daily_work,
        principles=body.principles,
        stop=body.stop,
        reason=body.reason,
        target=body.target,
        measure_again=body.measure_again,
        cause=body.cause.draft() if body.cause else None,
    )
    decided = actions.decide(
        person_of(request), body.touchpoint, body.facet, body.title, draft, today=timezone.localdate()
    )
    return Status(201, measure_document(decided, judgement(require_published(), decided)))


@router.post(
    "/measures/{measure_id}/cause",
    response={200: MeasureOut, **REFUSALS},
    summary="Say what a gap comes from",
)
def say_cause(request: HttpRequest, measure_id: int, body: GapCauseIn) -> MeasureOut:
    """Say the main cause of a measure's gap with what was seen, or correct it; what was said before stays."""
    found = measure_by_id(measure_id)
    actions.say_cause(person_of(request), found, body.draft())
    return measure_document(found, judgement(require_published(), found))


@router.post(
    "/measures/{measure_id}/owner",
    response={200: MeasureOut, **REFUSALS},
    summary="Hand a measure over",
)
def hand_over(request: HttpRequest, measure_id: int, body: HandedOverIn) -> MeasureOut:
    """Somebody else answers for it from now on; who did before stays readable."""
    found = measure_by_id(measure_id)
    hand_over_measure(person_of(request), found, body.to)
    return measure_document(found, judgement(require_published(), found))


@router.get("/causes", response={200: CausesOut, **REFUSALS}, summary="What gaps come from")
def what_gaps_come_from(request: HttpRequest) -> CausesOut:
    """Gaps by main cause, the most frequent first, and how many do not come from technology."""
    require(person_of(request), Capability.SEE_GAP)
    return causes_document()


@router.get("/acting", response={200: ActingOut, **REFUSALS}, summary="Known gaps that are acted on")
def known_gaps(request: HttpRequest) -> ActingOut:
    """Of all gaps declared now, how many have a measure that does something, and how long each has been known."""
    require(person_of(request), Capability.SEE_GAP)
    require_published()
    return acting_document()
