"""Journey maps for programs: as designed, beside what was lived, and changed version by version."""

from __future__ import annotations

import re
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema, Status
from pydantic import Field

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS, Problem
from leitstern.app.journeys.asking import require_choice
from leitstern.app.maps import actions
from leitstern.app.maps.actions import LONGEST_PAIN, MOST_STEPS, MapMoved, NoVersion
from leitstern.app.maps.documents import (
    DesignedMapOut,
    ListedMapOut,
    LivedMapOut,
    MapVersionOut,
    NotedPainOut,
    designed_document,
    listed_document,
    lived_document,
    noted_document,
    version_document,
)
from leitstern.app.maps.drafting import LONGEST_NAME, MARKS
from leitstern.app.maps.finding import found_map, steps_of
from leitstern.app.maps.overview import listed
from leitstern.app.maps.queries import find_map, history, noted_pains, pain_by_id, require_map
from leitstern.app.outside.reading import published, require_published
from leitstern.core.company.taxonomy import JourneyMap, MapStep
from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text

router = Router(tags=["maps"])

MONTH = r"^\d{4}-\d{2}$"
SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}")
CHANGING = REFUSALS | {412: Problem, 428: Problem}
WHICH = Text(
    en="Say with If-Match which version of the map you changed: its ETag. Nothing was kept.",
    de="Sagen Sie mit If-Match, welche Fassung des Reiseplans Sie geändert haben: deren ETag. Es wurde nichts gespeichert.",
)
BAD_SLUG = Text(
    en="A short name has only small letters a–z, digits, “_” and “-”, and at most 63 characters. Nothing was kept.",
    de="Ein Kurzname besteht nur aus Kleinbuchstaben a–z, Ziffern, „_“ und „-“ und hat höchstens 63 Zeichen. Es wurde "
    "nichts gespeichert.",
)


class MapSelectionIn(Schema):
    """Which journeys: begun in these months (2026-03), by a channel, passing a touchpoint, with a department, of customers.

    `who` is a persona or `property:value`.
    """

    since: Annotated[str, Field(pattern=MONTH)] | None = None
    until: Annotated[str, Field(pattern=MONTH)] | None = None
    channel: str | None = None
    touchpoint: str | None = None
    department: str | None = None
    who: str | None = None


class NameIn(Schema):
    """A name in both languages; one left out is as in the other."""

    de: Annotated[str, Field(max_length=LONGEST_NAME)] = ""
    en: Annotated[str, Field(max_length=LONGEST_NAME)] = ""

    def text(self) -> Text:
        """The name."""
        return Text(en=self.en or self.de, de=self.de or self.en)


class DesignedStepIn(Schema):
    """A step; neighbours with the same mark of `parallel` may come in any order."""

    touchpoint: Annotated[str, Field(max_length=63)]
    optional: bool = False
    repeatable: bool = False
    parallel: Annotated[str, Field(max_length=40, examples=[MARKS[1]])] = ""


class DesignedMapIn(Schema):
    """A map as it is meant, and why it changes."""

    name: NameIn
    owner: NameIn | None = None
    steps: Annotated[list[DesignedStepIn], Field(min_length=1, max_length=MOST_STEPS)]
    reason: Annotated[str, Field(max_length=500)] = ""


class PainIn(Schema):
    """What hurts customers at a step, without names of customers or colleagues."""

    touchpoint: str
    words: Annotated[str, Field(min_length=1, max_length=LONGEST_PAIN)]


@router.get("", response={200: list[ListedMapOut], **REFUSALS}, summary="All journey maps")
def list_maps(request: HttpRequest) -> list[ListedMapOut]:
    """Every map with how well it fits what customers lived, what fits least first."""
    require(person_of(request), Capability.SEE_OUTSIDE)
    return [listed_document(each) for each in listed(published())]


@router.get("/{slug}", response={200: DesignedMapOut, **REFUSALS}, summary="A map as designed")
def read_map(request: HttpRequest, slug: str, response: HttpResponse) -> DesignedMapOut:
    """The map as it is. Its `ETag` names its version: send it with `If-Match` to change it."""
    require(person_of(request), Capability.SEE_OUTSIDE)
    found = require_map(slug)
    response["ETag"] = _tag(slug)
    return designed_document(found)


@router.get("/{slug}/lived", response={200: LivedMapOut, **REFUSALS}, summary="A map beside what was lived")
def read_lived(request: HttpRequest, slug: str, selection: Query[MapSelectionIn]) -> LivedMapOut:
    """Step by step how the journeys of a selection went along the map, what customers said, and what hurts."""
    require(person_of(request), Capability.SEE_OUTSIDE)
    journey_map, state = require_map(slug), require_published()
    chosen = require_choice(state, selection.dict(exclude_none=True), "en")
    found = found_map(chosen, journey_map)
    steps = steps_of(journey_map, found, state.taxonomy) if found else ()
    standing = [pain for pain in noted_pains(slug) if not pain.withdrawn]
    return lived_document(journey_map, found, steps, standing, state.taxonomy)


@router.put(
    "/{slug}", response={200: DesignedMapOut, 201: DesignedMapOut, **CHANGING}, summary="Change or add a map"
)
def put_map(
    request: HttpRequest, slug: str, body: DesignedMapIn, response: HttpResponse
) -> Status[DesignedMapOut]:
    """A new version of a map, or a new map. What is there is only changed with the `ETag` it was read with in `If-Match`.

    If the map changed meanwhile, the answer is 412 and nothing is kept.
    """
    me = person_of(request)
    require(me, Capability.EDIT_TAXONOMY)
    if not SLUG.fullmatch(slug):
        raise InvalidInput(BAD_SLUG)
    there = find_map(slug) is not None
    since = _since(request, slug) if there else None
    steps = tuple(MapStep(**step.dict()) for step in body.steps)
    owner = body.owner.text() if body.owner else None
    draft = JourneyMap(0, slug, body.name.text(), steps, owner if owner and owner.en else None)
    actions.keep_map(me, draft, since=since, reason=body.reason)
    response["ETag"] = _tag(slug)
    return Status(200 if there else 201, designed_document(require_map(slug)))


@router.delete("/{slug}", response={200: MapVersionOut, **CHANGING}, summary="Take a map out")
def delete_map(request: HttpRequest, slug: str) -> MapVersionOut:
    """The map is none any more; its versions stay, and putting one of them adds it again. Needs `If-Match`."""
    me = person_of(request)
    require(me, Capability.EDIT_TAXONOMY)
    require_map(slug)
    actions.take_out(me, slug, since=_since(request, slug))
    return version_document(history(slug)[0])


@router.get("/{slug}/versions", response={200: list[MapVersionOut], **REFUSALS}, summary="Versions of a map")
def list_versions(request: HttpRequest, slug: str) -> list[MapVersionOut]:
    """Every version, newest first, also of a map that was taken out."""
    require(person_of(request), Capability.SEE_OUTSIDE)
    return [version_document(each) for each in history(slug)]


@router.post(
    "/{slug}/pains", response={201: NotedPainOut, **REFUSALS}, summary="Note what hurts customers at a step"
)
def note_pain(request: HttpRequest, slug: str, body: PainIn) -> Status[NotedPainOut]:
    """Kept beside what customers say, told apart from it; names and numbers are made unrecognisable."""
    return Status(
        201, noted_document(actions.note_pain(person_of(request), slug, body.touchpoint, body.words))
    )


@router.delete(
    "/{slug}/pains/{pain_id}", response={200: NotedPainOut, **REFUSALS}, summary="Withdraw a noted pain"
)
def withdraw_pain(request: HttpRequest, slug: str, pain_id: int) -> NotedPainOut:
    """It is not shown any more."""
    me = person_of(request)
    require(me, Capability.SEE_OUTSIDE)
    return noted_document(actions.withdraw_pain(me, pain_by_id(slug, pain_id)))


def _tag(slug: str) -> str:
    return f'"{history(slug)[0].version}"'


def _since(request: HttpRequest, slug: str) -> int:
    """The version of the taxonomy that If-Match names. Raises NoVersion, or MapMoved if that is no version of the map."""
    given = request.headers.get("If-Match", "").strip()
    if not given:
        raise NoVersion(WHICH)
    newest = history(slug)[0].version
    if given == "*":
        return newest
    if f'"{newest}"' not in [each.strip() for each in given.split(",")]:
        raise MapMoved(actions.MOVED)
    return newest
