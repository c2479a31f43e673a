"""Maps as documents for programs."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from ninja import Schema

from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.maps.queries import histories
from leitstern.core.outside.few import FEWEST
from leitstern.core.outside.map_words import sentence
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leitstern.app.maps.finding import MapFound, Step
    from leitstern.app.maps.models import NotedPain
    from leitstern.app.maps.overview import Listed
    from leitstern.app.maps.queries import MapVersion
    from leitstern.core.company.taxonomy import JourneyMap, MapStep, Taxonomy
    from leitstern.core.outside.map_answers import Pains
    from leitstern.core.outside.map_fit import Detour


class DesignedStepOut(Schema):
    """A step as designed; neighbours with the same mark of `parallel` may come in any order."""

    touchpoint: str
    optional: bool
    repeatable: bool
    parallel: str


class DesignedMapOut(Schema):
    """A map as designed; `version` counts its own versions from 1."""

    slug: str
    name: TextOut
    owner: TextOut | None
    version: int
    changed: datetime
    steps: list[DesignedStepOut]


class ListedMapOut(DesignedMapOut):
    """A map in the list: `fit` and `exact` are shares of all journeys on it; `mood` that of all at its weakest touchpoint."""

    fit: Number | None
    exact: Number | None
    weakest: str | None
    mood: Number | None


class DetourOut(Schema):
    """A touchpoint nobody designed; `share` of the journeys at the step before it."""

    touchpoint: str | None
    customers: int
    share: Number


class PromiseOnMapOut(Schema):
    """What was promised at a step, `promised` as a share, and how many customers on the map got it."""

    promise: str
    facet: str
    promised: Number
    lived: Number


class PainWordsOut(Schema):
    """What customers wrote; `customers` where five or more wrote exactly this."""

    comment: str
    language: str
    customers: int | None


class PainsOut(Schema):
    """Customers who wrote what they do not agree with, and the most frequent words."""

    customers: int
    words: list[PainWordsOut]


class NotedPainOut(Schema):
    """What somebody of the company noted."""

    id: int
    touchpoint: str
    words: str
    created: datetime
    withdrawn: bool


class LivedStepOut(DesignedStepOut):
    """A step beside what was lived: shares 0–1 of journeys on the map, waits in hours."""

    place: int
    stage: str | None
    department: str
    owner: TextOut | None
    customers: int | None
    met: Number
    displaced: Number
    skipped: Number
    between: Number
    detours: list[DetourOut]
    mood: Number
    satisfied: Number
    in_time: Number
    promises: list[PromiseOnMapOut]
    wait: Number
    wait_p90: Number
    pains: PainsOut | None
    noted: list[NotedPainOut]


class LivedMapOut(Schema):
    """A map beside what one selection lived; nothing of fewer than five customers."""

    designed: DesignedMapOut
    sentence: TextOut | None
    fit: Number | None
    exact: Number | None
    journeys: int | None
    open: int | None
    lived: list[LivedStepOut]


class MapVersionOut(Schema):
    """A version of a map, with what it changed of the one before; without `steps` it was taken out."""

    number: int
    created: datetime
    reason: str
    changes: list[TextOut]
    name: TextOut | None
    owner: TextOut | None
    steps: list[DesignedStepOut] | None


def designed_document(journey_map: JourneyMap) -> DesignedMapOut:
    """The map as it is."""
    return DesignedMapOut(**_designed(journey_map))


def listed_document(each: Listed) -> ListedMapOut:
    """A map of the list."""
    return ListedMapOut(
        **_designed(each.map),
        fit=number(each.fit.fit) if each.fit else None,
        exact=number(each.fit.exact) if each.fit else None,
        weakest=each.weakest.slug if each.weakest else None,
        mood=number(each.mood) if each.mood else None,
    )


def lived_document(
    journey_map: JourneyMap,
    found: MapFound | None,
    steps: Sequence[Step],
    noted: Sequence[NotedPain],
    taxonomy: Taxonomy,
) -> LivedMapOut:
    """A map with everything found of it; of a selection of fewer than five customers its design alone."""
    fit = found.fit if found else None
    told = fit is not None and fit.customers >= FEWEST
    slugs = {each.code: each.slug for each in taxonomy.touchpoints}
    return LivedMapOut(
        designed=designed_document(journey_map),
        sentence=both(sentence(journey_map, fit, taxonomy)) if fit else None,
        fit=number(fit.fit) if fit else None,
        exact=number(fit.exact) if fit else None,
        journeys=fit.journeys if fit and told else None,
        open=fit.open if fit and told and fit.open >= FEWEST else None,
        lived=[_step(each, slugs, noted) for each in steps],
    )


def version_document(each: MapVersion) -> MapVersionOut:
    """One version."""
    there = each.map
    return MapVersionOut(
        number=each.number,
        created=each.created,
        reason=each.reason,
        changes=[both(change.text) for change in each.changes],
        name=both(there.name) if there else None,
        owner=both(there.owner) if there and there.owner else None,
        steps=[_designed_step(step) for step in there.steps] if there else None,
    )


def noted_document(pain: NotedPain) -> NotedPainOut:
    """One noted pain."""
    return NotedPainOut(
        id=pain.pk,
        touchpoint=pain.touchpoint,
        words=pain.words,
        created=pain.created,
        withdrawn=pain.withdrawn is not None,
    )


def _designed(journey_map: JourneyMap) -> dict[str, Any]:
    newest = histories()[journey_map.slug][0]
    return {
        "slug": journey_map.slug,
        "name": both(journey_map.name),
        "owner": both(journey_map.owner) if journey_map.owner else None,
        "version": newest.number,
        "changed": newest.created,
        "steps": [_designed_step(step) for step in journey_map.steps],
    }


def _designed_step(step: MapStep) -> DesignedStepOut:
    return DesignedStepOut(
        touchpoint=step.touchpoint,
        optional=step.optional,
        repeatable=step.repeatable,
        parallel=step.parallel,
    )


def _step(each: Step, slugs: Mapping[int, str], noted: Sequence[NotedPain]) -> LivedStepOut:
    return LivedStepOut(
        touchpoint=each.touchpoint.slug,
        optional=each.optional,
        repeatable=each.repeatable,
        parallel=each.parallel,
        place=each.place,
        stage=each.stage.slug if each.stage else None,
        department=each.touchpoint.department,
        owner=both(each.owner) if each.owner else None,
        customers=each.customers,
        met=number(each.fit.met),
        displaced=number(each.fit.displaced),
        skipped=number(each.fit.skipped),
        between=number(each.fit.between),
        detours=[_detour(one, slugs) for one in each.fit.detours],
        mood=number(each.mood),
        satisfied=number(each.lived),
        in_time=number(each.in_time),
        promises=[
            PromiseOnMapOut(
                promise=kept.promise.slug,
                facet=kept.promise.facet,
                promised=number(_stated(kept.promise.share)),
                lived=number(kept.lived),
            )
            for kept in each.promises
        ],
        wait=number(each.wait),
        wait_p90=number(each.wait_p90),
        pains=_pains(each.pains),
        noted=[noted_document(pain) for pain in noted if pain.touchpoint == each.touchpoint.slug],
    )


def _stated(share: float) -> Estimate:
    return Estimate(share, share, share, n=1, grade="stated", level=1.0)


def _detour(detour: Detour, slugs: Mapping[int, str]) -> DetourOut:
    return DetourOut(
        touchpoint=slugs.get(detour.touchpoint), customers=detour.customers, share=number(detour.share)
    )


def _pains(found: Pains | None) -> PainsOut | None:
    if found is None:
        return None
    return PainsOut(
        customers=found.customers,
        words=[
            PainWordsOut(comment=each.comment, language=each.language, customers=each.customers)
            for each in found.words
        ],
    )
