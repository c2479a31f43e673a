"""What programs send to the programme."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from ninja import Field, Schema

from leitstern.core.bridge.programme.hurdle import HurdleKind
from leitstern.core.bridge.programme.task import Side, Supply
from leitstern.core.inside.instrument import EvidenceType


class ProgrammeIn(Schema):
    title: str = Field(max_length=120)
    began: date
    route: str = Field("C", max_length=4)
    exception_by: str = Field("", max_length=120)
    exception_reason: str = Field("", max_length=10_000)
    tripwires: list[str] = []
    review: date | None = None


class BaselineIn(Schema):
    day: date
    n: int = Field(ge=5)
    source: str = Field(max_length=200)


class ProgrammeExpectationIn(Schema):
    who: str = Field(max_length=120)
    what: str = Field(max_length=10_000)
    day: date


class OpeningIn(Schema):
    """`holds` ("yes", "no", "unclear") says whether what was expected at the beginning still holds."""

    owner: str = Field(max_length=120)
    holds: str = Field("", max_length=8)
    read: str = Field("", max_length=10_000)
    day: date


class StepLevelIn(Schema):
    level: int = Field(ge=0, le=4)
    words: str = Field("", max_length=10_000)
    day: date


class SkipIn(Schema):
    who: str = Field(max_length=120)
    words: str = Field(max_length=10_000)
    day: date


class AlarmIn(Schema):
    words: str = Field(max_length=10_000)
    day: date
    address: str = Field("", max_length=200)


class StepProofIn(Schema):
    kind: EvidenceType
    title: str = Field(max_length=200)
    day: date
    link: str = Field("", max_length=500)


class HurdleIn(Schema):
    title: str = Field(max_length=200)
    kind: HurdleKind
    since: date
    owner: str = Field("", max_length=120)
    unit: str = Field("", max_length=80)
    measure: str = Field("", max_length=10_000)
    due: date | None = None
    effect: str = Field("", max_length=10_000)


class HurdleClearedIn(Schema):
    """`effect` says how one notices that it is gone."""

    effect: str = Field(max_length=10_000)
    day: date


class TaskIn(Schema):
    """Months at least, most likely, at most; amounts per month, `money` in minor units."""

    title: str = Field(max_length=200)
    side: Side
    low: float
    mode: float
    high: float
    source: str = Field(max_length=200)
    unit: str = Field("", max_length=80)
    owner: str = Field("", max_length=120)
    initiative: int | None = None
    carries_gate: bool = False
    earliest: date | None = None
    leaders: float = 0
    people: float = 0
    it: float = 0
    money: int = 0
    currency: str = Field("", max_length=3)
    needs: list[int] = []


class TaskTurn(StrEnum):
    """What happened to a task; what runs on has not ended after all."""

    BEGUN = "begun"
    ENDED = "ended"
    RUNS_ON = "runs_on"


class TaskTurnIn(Schema):
    """The `day` on which it began or ended."""

    turn: TaskTurn
    day: date


class CapacityIn(Schema):
    """`of` is a department or a currency; no `amount` lifts the limit. Budgets in minor units a month."""

    supply: Supply
    of: str = Field("", max_length=80)
    amount: float | None = Field(None, ge=0)
    source: str = Field(max_length=200)


class TimesIn(Schema):
    supply: Supply
    of: str = Field("", max_length=80)
    times: float = Field(ge=0, le=10)


class ScenarioIn(Schema):
    title: str = Field(max_length=120)
    more: list[TimesIn] = []
    without_tasks: list[int] = []
    without_initiatives: list[int] = []
    wait: int = Field(0, ge=0, le=60)
    direct: bool = False
    nothing: bool = False
