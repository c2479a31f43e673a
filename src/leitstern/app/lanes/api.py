"""The three lanes for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest
from ninja import Router, Schema

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS, Number, TextOut, both, number
from leitstern.app.lanes import keeping_apart, queries
from leitstern.core.bridge.anchoring import Dimension
from leitstern.core.bridge.lanes.conflicts import Rule
from leitstern.core.bridge.lanes.lane import Lane, Shown

if TYPE_CHECKING:
    from leitstern.app.lanes.queries import Lanes
    from leitstern.core.bridge.anchoring import Anchoring
    from leitstern.core.bridge.lanes.apart import Apart

router = Router(tags=["lanes"])


class LaneNumberOut(Schema):
    """`address` is the page on which the number stands in full, or on which it is entered."""

    key: str
    name: TextOut
    number: Number
    written_as: Shown
    counts: TextOut
    note: TextOut | None
    address: str


class LaneOut(Schema):
    lane: Lane
    sentence: TextOut
    numbers: list[LaneNumberOut]


class LaneConflictOut(Schema):
    """`severity` 3: at a touchpoint with a declared gap; 2: pulls apart today; 1: may pull apart."""

    rule: Rule
    lanes: list[Lane]
    severity: int
    sentence: TextOut
    evidence: list[TextOut]
    address: str


class LaneCheckOut(Schema):
    """How many things a rule looked at (0: nothing could be looked at yet), and how many conflicts it found."""

    rule: Rule
    looked_at: int
    conflicts: int


class ProofOfAnchoringOut(Schema):
    said: TextOut
    share: Number
    address: str


class AnchoredDimensionOut(Schema):
    dimension: Dimension
    share: Number
    evidence: list[ProofOfAnchoringOut]


class AnchoringOut(Schema):
    """`weakest` and `perhaps_weakest` are of the dimensions that can be told, `untold` those that cannot."""

    sentence: TextOut
    share: Number
    weakest: Dimension | None
    perhaps_weakest: list[Dimension]
    untold: list[Dimension]
    dimensions: list[AnchoredDimensionOut]


class BudgetApartOut(Schema):
    """`minor` counts the smallest units; initiatives count in full with each of their departments."""

    minor: int
    currency: str
    shared: Number


class DepartmentApartOut(Schema):
    unit: str
    figures: int
    figures_shared: Number
    initiatives: int
    initiatives_shared: Number
    budgets: list[BudgetApartOut]


class LanesOut(Schema):
    headline: TextOut
    lanes: list[LaneOut]
    conflicts: list[LaneConflictOut]
    checks: list[LaneCheckOut]
    anchoring: AnchoringOut


@router.get("", response={200: LanesOut, **REFUSALS}, summary="Technology, organisation and experience")
def three_lanes(request: HttpRequest) -> LanesOut:
    """Three lanes side by side, the conflicts between them, and how far the change is anchored."""
    require(person_of(request), Capability.SEE_INSIDE)
    return lanes_document(queries.lanes())


@router.get(
    "/departments",
    response={200: list[DepartmentApartOut], **REFUSALS},
    summary="What each department has for itself",
)
def departments_apart(request: HttpRequest) -> list[DepartmentApartOut]:
    """Key figures, initiatives and budgets by department, and the part of each that it shares with others."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [apart_document(each) for each in keeping_apart.departments()]


def apart_document(each: Apart) -> DepartmentApartOut:
    """One department."""
    return DepartmentApartOut(
        unit=each.unit,
        figures=each.figures,
        figures_shared=number(each.figures_shared),
        initiatives=each.initiatives,
        initiatives_shared=number(each.initiatives_shared),
        budgets=[
            BudgetApartOut(
                minor=budget.total.minor, currency=budget.total.currency, shared=number(budget.share)
            )
            for budget in each.budgets
        ],
    )


def lanes_document(found: Lanes) -> LanesOut:
    """Everything that the page shows."""
    return LanesOut(
        headline=both(found.headline),
        lanes=[
            LaneOut(
                lane=side.lane,
                sentence=both(side.sentence),
                numbers=[
                    LaneNumberOut(
                        key=each.key,
                        name=both(each.name),
                        number=number(each.value),
                        written_as=each.shown,
                        counts=both(each.counts),
                        note=both(each.note) if each.note else None,
                        address=each.address,
                    )
                    for each in side.figures
                ],
            )
            for side in found.sides
        ],
        conflicts=[
            LaneConflictOut(
                rule=each.rule,
                lanes=list(each.lanes),
                severity=int(each.severity),
                sentence=both(each.sentence),
                evidence=[both(text) for text in each.evidence],
                address=each.address,
            )
            for each in found.conflicts
        ],
        checks=[
            LaneCheckOut(rule=each.rule, looked_at=each.looked, conflicts=len(each.found))
            for each in found.checks
        ],
        anchoring=anchoring_document(found.anchoring),
    )


def anchoring_document(found: Anchoring) -> AnchoringOut:
    """How far the change is anchored, with every piece of evidence."""
    return AnchoringOut(
        sentence=both(found.sentence),
        share=number(found.share),
        weakest=found.weakest.dimension if found.weakest else None,
        perhaps_weakest=[each.dimension for each in found.perhaps],
        untold=[each.dimension for each in found.untold],
        dimensions=[
            AnchoredDimensionOut(
                dimension=each.dimension,
                share=number(each.share),
                evidence=[
                    ProofOfAnchoringOut(
                        said=both(proof.said), share=number(proof.share), address=proof.address
                    )
                    for proof in each.proofs
                ],
            )
            for each in found.anchors
        ],
    )
