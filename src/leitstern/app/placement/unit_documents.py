"""Where each department stands, and what the own gap teaches, as documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ninja import Schema

from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.placement.documents import CloudOut, TypeOut, cloud_document, type_documents
from leitstern.core.inside.ratings import VIEWS
from leitstern.core.inside.unit_words import whole_sentence

if TYPE_CHECKING:
    from leitstern.app.placement.learned import Offer
    from leitstern.app.placement.units import UnitPlaced, Units


class UnitPlacedOut(Schema):
    """One department: its views, all of them together, and its type; `hidden` says why there is none."""

    unit: str
    name: TextOut
    part_of: TextOut | None
    hidden: TextOut | None
    views: list[CloudOut]
    types: list[TypeOut]
    declared: str | None
    candidates: list[str]


class UnitsOut(Schema):
    """Every department of the newest published wave, lowest culture first; and what they make as a whole."""

    wave: str
    sentence: TextOut
    units: list[UnitPlacedOut]
    whole: TextOut | None


class LearnedOut(Schema):
    """What one group's own gap teaches of its bias on culture, in levels; `gap` is over `touchpoints`."""

    group: str
    name: TextOut
    gap: Number
    touchpoints: int
    default: float
    default_spread: float
    assumed: float
    assumed_spread: float
    learned: Number
    learned_spread: float
    taken: bool


def learned_document(offer: Offer) -> LearnedOut:
    """One group."""
    each = offer.learned
    return LearnedOut(
        group=each.view,
        name=both(VIEWS[each.view]),
        gap=number(each.gap),
        touchpoints=each.gap.n,
        default=each.prior,
        default_spread=each.prior_spread,
        assumed=offer.now,
        assumed_spread=offer.now_spread,
        learned=number(each.bias),
        learned_spread=each.spread,
        taken=offer.taken,
    )


def units_document(found: Units) -> UnitsOut:
    """All departments."""
    whole = whole_sentence(found.whole)
    return UnitsOut(
        wave=found.wave.name,
        sentence=both(found.sentence),
        units=[_unit(each) for each in found.units],
        whole=both(whole) if whole else None,
    )


def _unit(each: UnitPlaced) -> UnitPlacedOut:
    placed = each.placed
    clouds = [*placed.views, *([placed.fused] if placed.fused else [])] if placed else []
    return UnitPlacedOut(
        unit=each.unit,
        name=both(each.name),
        part_of=both(each.part_of) if each.part_of else None,
        hidden=both(each.hidden.reason) if each.hidden else None,
        views=[cloud_document(cloud) for cloud in clouds],
        types=type_documents(placed) if placed else [],
        declared=placed.declared if placed else None,
        candidates=list(placed.candidates) if placed else [],
    )
