"""What touches a thing, for programs."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Annotated

from django.http import HttpRequest
from ninja import Field, Router, Schema

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS, TextOut, both
from leitstern.app.ties import left, queries
from leitstern.app.ties.queries import LONGEST, Around
from leitstern.core.bridge.ties.graph import Kind, Layer, Thing
from leitstern.core.bridge.ties.left import Left, Subject, sentence
from leitstern.core.bridge.ties.words import way

router = Router(tags=["ties"])


class TouchingOut(Schema):
    kind: Kind
    key: str
    name: TextOut
    column: Layer
    steps: int
    how: TextOut


class FoundOut(Schema):
    kind: Kind
    key: str
    name: TextOut


class AroundOut(Schema):
    kind: Kind
    key: str
    name: TextOut
    sentence: TextOut
    touching: list[TouchingOut]


class LeftOut(Schema):
    kind: Subject
    key: str
    name: TextOut
    who: str
    since: Annotated[date | None, Field(description="The first day not there; none: the access was closed.")]
    hand_over: Annotated[str, Field(description="Address of the page where somebody else takes it over.")]


class WhoLeftOut(Schema):
    sentence: TextOut
    things: list[LeftOut]


@router.get("", response={200: list[FoundOut], **REFUSALS}, summary="Find the thing to ask about")
def find_things(
    request: HttpRequest,
    q: Annotated[
        str, Field(max_length=LONGEST, description="Words of its name; none gives all touchpoints.")
    ] = "",
) -> list[FoundOut]:
    """Things whose name holds all of these words in either language, touchpoints first."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [found_document(each) for each in queries.found(q)]


@router.get("/left", response={200: WhoLeftOut, **REFUSALS}, summary="What is to be handed over")
def who_left(request: HttpRequest) -> WhoLeftOut:
    """What is answered for by people who have left or whose access was closed."""
    require(person_of(request), Capability.SEE_INSIDE)
    return left_document(left.left())


@router.get("/{kind}/{slug}", response={200: AroundOut, **REFUSALS}, summary="What touches this?")
def what_touches(request: HttpRequest, kind: str, slug: str) -> AroundOut:
    """From the departments and roles that answer for it to the goals and key figures it counts for."""
    require(person_of(request), Capability.SEE_INSIDE)
    return around_document(queries.around(kind, slug))


def found_document(thing: Thing) -> FoundOut:
    """What it takes to ask about a thing."""
    return FoundOut(kind=thing.kind, key=thing.slug, name=both(thing.name))


def around_document(found: Around) -> AroundOut:
    """A thing with everything that touches it, and the way to each."""
    return AroundOut(
        kind=found.thing.kind,
        key=found.thing.slug,
        name=both(found.thing.name),
        sentence=both(found.sentence),
        touching=[
            TouchingOut(
                kind=each.thing.kind,
                key=each.thing.slug,
                name=both(each.thing.name),
                column=layer,
                steps=len(each.way),
                how=both(way(each)),
            )
            for layer, touching in found.layers.items()
            for each in touching
        ],
    )


def left_document(found: Collection[Left]) -> WhoLeftOut:
    """What is to be handed over, person by person."""
    return WhoLeftOut(
        sentence=both(sentence(found)),
        things=[
            LeftOut(
                kind=each.held.subject,
                key=each.held.key,
                name=both(each.held.name),
                who=each.held.who,
                since=each.since,
                hand_over=left.address(each.held),
            )
            for each in found
        ],
    )
