"""The gap for programs."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language
from ninja import Router, Schema

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.gap.queries import gap_document
from leitstern.app.outside.reading import require_published

router = Router(tags=["gap"])


class Known(Schema):
    """A number with its 90 % interval and n."""

    value: float
    low: float
    high: float
    n: int


class NotKnown(Schema):
    """A side or gap that is not there: why, in the language asked for."""

    missing: str


class ObservedOut(Schema):
    """What customers answered before caution: `agreeing` of `n`, as a share 0–1."""

    share: float
    agreeing: int
    n: int


class IndicesOut(Schema):
    """Mean positive gap in points of 100 customers."""

    delivery: Known | NotKnown
    perception: Known | NotKnown


class TouchpointOut(Schema):
    """Shares 0–1 of one statement at one touchpoint, and the gaps between them."""

    touchpoint: str
    name: str
    facet: str
    promise: Known | NotKnown
    belief: Known | NotKnown
    lived: Known | NotKnown
    observed: ObservedOut | None
    delivery_gap: Known | NotKnown
    perception_gap: Known | NotKnown


class DriverOut(Schema):
    """A visible reason and its share of what all of them explain together; an association."""

    name: str
    share: float


class GapOut(Schema):
    """The whole report."""

    indices: IndicesOut
    touchpoints: list[TouchpointOut]
    drivers: list[DriverOut]


@router.get("", response={200: GapOut, **REFUSALS}, summary="Indices, touchpoints and drivers")
def gap(request: HttpRequest) -> dict[str, Any]:
    """The same document as `leitstern gap --format json`; names and reasons follow Accept-Language."""
    require(person_of(request), Capability.SEE_GAP)
    return gap_document(require_published(), get_language() or "en")
