"""Assumptions, and what changing one would change, as documents: the same for programs and on the command line."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ninja import Schema

from leitstern.app.common.schemas import Number, TextOut, both, number

if TYPE_CHECKING:
    from leitstern.app.placement.assumed import Assumed
    from leitstern.app.placement.trial import Outlook, Trial


class ChangeOut(Schema):
    """One change of an assumption; a null value means back to the default."""

    value: float | None
    why: str
    actor: str
    at: datetime


class AssumptionOut(Schema):
    """One assumption: value in force (and in words), default, limits, source, grade, reason, changes (newest first)."""

    slug: str
    group: str
    name: TextOut
    value: float
    said: TextOut
    default: float
    low: float
    high: float
    unit: TextOut
    grade: str
    source: TextOut | None
    claims: list[str]  # the published figures it rests on, by short name
    why: TextOut
    changes: list[ChangeOut]


class OutlookOut(Schema):
    """What follows from what is assumed; null and missing where nobody has looked."""

    declared: str | None
    types: dict[str, float]
    culture: Number | None
    technology: Number | None
    route: str | None
    months_p50: float | None
    credited: dict[str, int]


class TrialRowOut(Schema):
    """One thing before and after, in words."""

    name: TextOut
    before: TextOut
    after: TextOut
    changes: bool


class TrialOut(Schema):
    """A value that is not assumed, and what it would change."""

    assumption: str
    value: float
    sentence: TextOut
    before: OutlookOut
    after: OutlookOut
    rows: list[TrialRowOut]


def assumption_document(found: Assumed) -> AssumptionOut:
    """One assumption."""
    each = found.assumption
    return AssumptionOut(
        slug=each.slug,
        group=each.group,
        name=both(found.name),
        value=found.value,
        said=both(found.said),
        default=each.value,
        low=each.low,
        high=each.high,
        unit=both(each.unit.name),
        grade=each.grade,
        source=both(each.source) if each.source else None,
        claims=list(each.claims),
        why=both(each.why),
        changes=[
            ChangeOut(value=change.value, why=change.why, actor=change.actor, at=change.created)
            for change in found.changes
        ],
    )


def trial_document(tried: Trial) -> TrialOut:
    """What a value would change."""
    return TrialOut(
        assumption=tried.slug,
        value=tried.value,
        sentence=both(tried.sentence),
        before=_outlook(tried.before),
        after=_outlook(tried.after),
        rows=[
            TrialRowOut(
                name=both(row.name), before=both(row.before), after=both(row.after), changes=row.changes
            )
            for row in tried.rows
        ],
    )


def _outlook(seen: Outlook) -> OutlookOut:
    found, choice = seen.placement, seen.choice
    fused = found.fused if found else None
    return OutlookOut(
        declared=found.declared if found else None,
        types={str(kind): share for kind, share in found.probabilities.items()} if found else {},
        culture=number(fused.culture) if fused else None,
        technology=number(fused.technology) if fused else None,
        route=choice.route if choice else None,
        months_p50=choice.chosen.p50 if choice else None,
        credited=seen.credited,
    )
