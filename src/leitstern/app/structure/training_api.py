"""Trainings for programs: how many took part, and what became of those who can both."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from ninja import Field, Router, Schema
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.structure import models, queries, trainings
from leitstern.app.structure.working_documents import DataSkillsOut, training_documents

router = Router(tags=["organisation"])


class TrainingIn(Schema):
    unit: str
    skill: str = Field(max_length=80)
    day: date
    people: int = Field(ge=1, le=1_000_000)  # how many took part


class TrainingOut(Schema):
    id: int
    withdrawn: bool


@router.get("", response={200: DataSkillsOut, **REFUSALS}, summary="What became of trainings")
def list_trainings(request: HttpRequest) -> DataSkillsOut:
    """Who could both before and after, per unit of enough people; and open positions for data skills."""
    require(person_of(request), Capability.SEE_INSIDE)
    return training_documents()


@router.post("", response={201: TrainingOut, **REFUSALS}, summary="Enter a training")
def enter_training(request: HttpRequest, body: TrainingIn) -> Status[TrainingOut]:
    """How many of a unit took part on a day; of nobody who."""
    made = trainings.enter_training(person_of(request), body.unit, body.skill, body.day, body.people)
    return Status(201, TrainingOut(id=made.pk, withdrawn=False))


@router.delete("/{training_id}", response={200: TrainingOut, **REFUSALS}, summary="Take a training back")
def take_training_back(request: HttpRequest, training_id: int) -> TrainingOut:
    """It stays in the record."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    trainings.withdraw_training(me, queries.by_id(models.Training, training_id))
    return TrainingOut(id=training_id, withdrawn=True)
