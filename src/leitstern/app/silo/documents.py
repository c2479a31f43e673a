"""Silos as documents for programs and the terminal."""

from __future__ import annotations

from datetime import date

from ninja import Schema

from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.outside.reading import published
from leitstern.app.placement.assumed import assumptions
from leitstern.app.silo.counts import assigned, index_of, reading_of, ties_of
from leitstern.app.silo.handing import between_functions, handoff_months
from leitstern.app.silo.models import TieCount
from leitstern.app.silo.queries import Standing
from leitstern.core.inside.silo.facet import Facet, Verdict
from leitstern.core.inside.silo.functions import FUNCTIONS
from leitstern.core.inside.silo.ties import EI
from leitstern.core.inside.silo.words import sentence


class FacetOut(Schema):
    facet: Facet
    verdict: Verdict
    index: Number  # 0–1: how much of the way from the null to full closure
    closure: Number  # 0–1 by the facet's own formula
    null: float  # closure without any silo
    source: TextOut


class ViewOut(Schema):
    function: str
    about: str
    level: Number  # 0–4


class FunctionHandoffOut(Schema):
    function: str
    next_function: str
    handoffs: int


class HandoffMonthOut(Schema):
    month: date
    per_hundred: float
    error: float
    customers: int


class FunctionOut(Schema):
    function: str
    units: list[str]


class SiloOut(Schema):
    sentence: TextOut
    verdict: Verdict
    index: Number
    notable: float
    facets: list[FacetOut]
    functions: list[FunctionOut]
    views: list[ViewOut]
    handoffs: list[FunctionHandoffOut]
    handoff_months: list[HandoffMonthOut]
    modularity: float | None
    modularity_by_chance: float | None


class UnitPeopleOut(Schema):
    unit: str
    people: int


class TieOut(Schema):
    unit: str
    other: str
    ties: int
    by_chance: float


class TieCountOut(Schema):
    count: int
    name: str
    day: date
    source: str
    units: list[UnitPeopleOut]
    folded: list[list[str]]  # unit of too few people, and into which it was folded
    spread: float | None  # standard deviation of ties per person
    verdict: Verdict  # of the facet of action by this count
    ei: Number  # −1 all ties inside, +1 all across
    null: float | None
    difference: float | None
    p: float | None  # of people permuted over departments; not known without the spread
    ties: list[TieOut]
    withdrawn: bool


def silo_document(found: Standing) -> SiloOut:
    """The index with everything behind it."""
    silo, said, state = found.silo, sentence(found.silo), published()
    views = found.relations.cells if found.relations else {}
    handed = between_functions(state) if state else {}
    return SiloOut(
        sentence=both(said),
        verdict=silo.verdict,
        index=number(silo.index),
        notable=silo.notable,
        facets=[
            FacetOut(
                facet=each.facet,
                verdict=each.verdict(silo.notable),
                index=number(each.index),
                closure=number(each.raw),
                null=each.null,
                source=both(each.source),
            )
            for each in silo.readings
        ],
        functions=[FunctionOut(function=each, units=assigned().get(each, [])) for each in FUNCTIONS],
        views=[
            ViewOut(function=one, about=other, level=number(level)) for (one, other), level in views.items()
        ],
        handoffs=[
            FunctionHandoffOut(function=one, next_function=other, handoffs=n)
            for (one, other), n in sorted(handed.items())
        ],
        handoff_months=[
            HandoffMonthOut(
                month=each.month, per_hundred=each.per_hundred, error=each.error, customers=each.customers
            )
            for each in (handoff_months(state) if state else ())
        ],
        modularity=found.modularity.value if found.modularity else None,
        modularity_by_chance=found.modularity.null if found.modularity else None,
    )


def count_document(count: TieCount) -> TieCountOut:
    """One count with its index, and every pair of departments once."""
    ties, ei = ties_of(count), index_of(count)
    chance, there = ties.chance, ei if isinstance(ei, EI) else None
    return TieCountOut(
        count=count.pk,
        name=count.name,
        day=count.day,
        source=count.source,
        units=[UnitPeopleOut(unit=unit, people=people) for unit, people in count.people],
        folded=count.folded,
        spread=count.spread,
        verdict=reading_of(count).verdict(assumptions()["silo_notable"]),
        ei=number(ei.observed if isinstance(ei, EI) else ei),
        null=there.null if there else None,
        difference=there.difference if there else None,
        p=there.p if there else None,
        ties=[
            TieOut(
                unit=one,
                other=ties.units[to],
                ties=int(ties.counts[at, to]),
                by_chance=round(float(chance[at, to]), 2),
            )
            for at, one in enumerate(ties.units)
            for to in range(at, len(ties.units))
        ],
        withdrawn=count.withdrawn is not None,
    )
