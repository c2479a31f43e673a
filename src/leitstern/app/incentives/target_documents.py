"""The target of rewards and the protocol of boundaries as documents for programs and the terminal."""

from __future__ import annotations

from datetime import date

from ninja import Schema

from leitstern.app.common.days import day_of
from leitstern.app.common.schemas import Number, number
from leitstern.app.incentives.boundaries import boundaries
from leitstern.app.incentives.targets import Targets, targets


class RewardTargetOut(Schema):
    """A target that holds; without a unit it is one of all roles together."""

    id: int
    unit: str
    percent: int
    by: date
    owner: str
    owner_left: bool
    now: Number  # share of what hangs on key figures, over people
    gap: Number
    reached: bool


class RewardTargetEntryOut(Schema):
    id: int
    unit: str
    percent: int
    by: date
    owner: str
    decided: date
    withdrawn: bool
    holds: bool


class BelowTargetOut(Schema):
    role: str
    unit: str
    people: int
    customer: Number
    percent: int  # its target
    by: date


class RewardTargetsOut(Schema):
    targets: list[RewardTargetOut]
    below: list[BelowTargetOut]
    history: list[RewardTargetEntryOut]


class BoundaryCountOut(Schema):
    """Cases of a month (its first day) in a department of enough people."""

    unit: str
    month: date
    cases: int


class BoundaryOut(Schema):
    id: int
    what: str
    then: str
    decider: str
    since: date
    rule: int | None
    taken_out: int | None  # of scoring, by its rule
    withdrawn: bool
    counts: list[BoundaryCountOut]
    hidden: int  # departments of too few people


def targets_document(found: Targets | None = None) -> RewardTargetsOut:
    """Everything decided about how much of the rewards is to hang on customers."""
    known = found or targets()
    holding = {each.row.pk for each in known.standing}
    return RewardTargetsOut(
        targets=[
            RewardTargetOut(
                id=each.row.pk,
                unit=each.row.unit,
                percent=each.row.percent,
                by=each.row.by,
                owner=each.row.owner,
                owner_left=each.ownerless,
                now=number(each.way.now),
                gap=number(each.way.gap),
                reached=each.way.reached,
            )
            for each in known.standing
        ],
        below=[
            BelowTargetOut(
                role=each.role.name,
                unit=each.role.unit,
                people=each.role.people,
                customer=number(each.now),
                percent=round(100 * each.target.share),
                by=each.target.by,
            )
            for each in known.below
        ],
        history=[
            RewardTargetEntryOut(
                id=row.pk,
                unit=row.unit,
                percent=row.percent,
                by=row.by,
                owner=row.owner,
                decided=day_of(row.created),
                withdrawn=row.withdrawn is not None,
                holds=row.pk in holding,
            )
            for row in known.history
        ],
    )


def boundary_documents() -> list[BoundaryOut]:
    """The protocol, also what holds no longer."""
    return [
        BoundaryOut(
            id=each.row.pk,
            what=each.row.what,
            then=each.row.then,
            decider=each.row.decider,
            since=each.row.since,
            rule=each.row.rule_id,
            taken_out=each.taken_out,
            withdrawn=each.row.withdrawn is not None,
            counts=[
                BoundaryCountOut(unit=line.unit, month=line.month, cases=line.cases)
                for line in each.tally.shown
            ],
            hidden=each.tally.hidden,
        )
        for each in boundaries()
    ]
