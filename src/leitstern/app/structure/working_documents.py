"""Working together, and what became of trainings, as documents for programs and the terminal."""

from __future__ import annotations

from datetime import date

from ninja import Schema

from leitstern.app.common.schemas import Number, number
from leitstern.app.structure import reading, trainings
from leitstern.app.structure.documents import RangeOut
from leitstern.core.inside.structure.together import together


class TogetherOut(Schema):
    """Of the pieces of work in which a unit has a part, the share in which others have one; without a unit, of all."""

    unit: str
    before: Number
    after: Number


class WorkingTogetherOut(Schema):
    all: TogetherOut
    units: list[TogetherOut]
    hidden: int  # units of too few people


class TrainingEffectOut(Schema):
    """Before and after, without anybody beside it: no proof that the trainings did it."""

    unit: str
    trainings: int
    first: date
    last: date
    places: RangeOut
    before: Number  # share of the unit that can both
    after: Number
    change: Number
    risen: bool | None  # nothing = cannot be told


class DataSkillsOut(Schema):
    """What became of trainings, by unit of enough people, and how many positions for data skills are open."""

    units: list[TrainingEffectOut]
    hidden: int
    open_positions: Number


def together_document() -> WorkingTogetherOut:
    """How much of its work each unit shares, today and after a change."""
    found = together(reading.works(), reading.register())
    every = [
        TogetherOut(unit=each.unit, before=number(each.before), after=number(each.after))
        for each in (found.all, *found.units)
    ]
    return WorkingTogetherOut(all=every[0], units=every[1:], hidden=found.hidden)


def training_documents() -> DataSkillsOut:
    """By unit, who could both before its trainings and after; and positions that are open."""
    found = trainings.effects()
    return DataSkillsOut(
        units=[
            TrainingEffectOut(
                unit=each.unit,
                trainings=each.trainings,
                first=each.first,
                last=each.last,
                places=RangeOut(low=each.places.low, high=each.places.high),
                before=number(each.before),
                after=number(each.after),
                change=number(each.change),
                risen=each.risen,
            )
            for each in found.units
        ],
        hidden=found.hidden,
        open_positions=number(trainings.open_positions()),
    )
