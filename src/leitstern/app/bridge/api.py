"""Measures for programs."""

from __future__ import annotations

from datetime import date
from typing import cast

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.bridge import actions
from leitstern.app.bridge.judging import judgement, judgements
from leitstern.app.bridge.models import Measure
from leitstern.app.bridge.queries import measure_by_id, measures
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS, Number, number
from leitstern.app.outside.reading import require_published
from leitstern.core.bridge.draft import Choice, MeasureDraft
from leitstern.core.bridge.verdict import Judgement
from leitstern.core.stats.estimate import Missing

router = Router(tags=["bridge"])


class MeasureIn(Schema):
    touchpoint: str
    facet: str = "satisfied"
    title: str = Field("", max_length=200)
    decision: Choice = "act"
    owner: str = Field("", max_length=120)
    due: date | None = None
    outcome: str = ""
    why: str = ""
    daily_work: str = ""
    principles: str = ""
    stop: str = ""
    reason: str = ""
    target: int | None = Field(None, ge=0, le=100)
    measure_again: date | None = None


class ResultOut(Schema):
    verdict: str | None
    before: Number
    after: Number
    change: Number
    label: str = "association"


class MeasureOut(MeasureIn):
    id: int
    created: str
    withdrawn: bool
    baseline_from: date
    baseline_until: date
    result: ResultOut


@router.get("/measures", response={200: list[MeasureOut], **REFUSALS}, summary="Everything decided")
def list_measures(request: HttpRequest) -> list[MeasureOut]:
    """Measures with what came of them, newest first."""
    require(person_of(request), Capability.SEE_GAP)
    state, decided = require_published(), list(measures())
    return [_out(measure, found) for measure, found in zip(decided, judgements(state, decided), strict=True)]


@router.get("/measures/{measure_id}", response={200: MeasureOut, **REFUSALS}, summary="One measure")
def one_measure(request: HttpRequest, measure_id: int) -> MeasureOut:
    """One measure, withdrawn or not."""
    require(person_of(request), Capability.SEE_GAP)
    found = measure_by_id(measure_id)
    return _out(found, judgement(require_published(), found))


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
    )
    decided = actions.decide(
        person_of(request), body.touchpoint, body.facet, body.title, draft, today=timezone.localdate()
    )
    return Status(201, _out(decided, judgement(require_published(), decided)))


def _out(measure: Measure, found: Judgement | Missing) -> MeasureOut:
    if isinstance(found, Missing):
        result = ResultOut(verdict=None, before=number(found), after=number(found), change=number(found))
    else:
        result = ResultOut(
            verdict=found.verdict,
            before=number(found.before),
            after=number(found.after),
            change=number(found.change),
        )
    return MeasureOut(
        id=measure.pk,
        touchpoint=measure.touchpoint,
        facet=measure.facet,
        title=measure.title,
        decision=cast("Choice", measure.kind),
        owner=measure.owner,
        due=measure.due,
        outcome=measure.outcome,
        why=measure.why,
        daily_work=measure.daily_work,
        principles=measure.principles,
        stop=measure.stop,
        reason=measure.reason,
        target=measure.target,
        measure_again=measure.measure_again,
        created=measure.created.isoformat(),
        withdrawn=measure.withdrawn is not None,
        baseline_from=measure.baseline_from,
        baseline_until=measure.baseline_until,
        result=result,
    )
