"""What lived practice looks like in the interface for programs."""

from __future__ import annotations

from datetime import date
from typing import Literal

from ninja import Field, Schema

from leitstern.app.common.schemas import Number, TextOut
from leitstern.core.bridge.practice import learning, telling
from leitstern.core.bridge.practice.culture import Layer, Telling
from leitstern.core.bridge.practice.drafts import LONGEST, LONGEST_WORDS
from leitstern.core.bridge.practice.stopping import Standing
from leitstern.core.bridge.practice.terms import PilotEnd, PilotKind, Source, StopChange, StopKind, Teller


class CountingRuleIn(Schema):
    """Of all `cases` those `kept`; `subject` is a touchpoint or an entry of the stop list, `target` a share 0–1."""

    cases: str = Field(max_length=LONGEST)
    kept: str = Field(max_length=LONGEST)
    source: Source = Source.ENTERED
    subject: str = ""
    target: float | None = None
    since: date | None = None  # any day of the month from which on it is counted so


class PrincipleIn(Schema):
    sentence: str = Field(max_length=LONGEST)
    since: date
    why: str = Field("", max_length=LONGEST_WORDS)
    units: list[str] = []
    owner: str = Field("", max_length=120)
    until: date | None = None


class NewPrincipleIn(PrincipleIn):
    rule: CountingRuleIn | None = None


class KeptMonthOut(Schema):
    """A month; without counts where nobody counted or too few people did the work, and `share` says which."""

    month: date
    kept: int | None
    cases: int | None
    share: Number


class CourseOut(Schema):
    recent: Number
    before: Number
    change: Number
    falls: bool
    months: list[KeptMonthOut]


class PrincipleOut(PrincipleIn):
    id: int
    principle: str
    withdrawn: bool
    rules: list[CountingRuleIn]
    whole: CourseOut
    by_unit: dict[str, CourseOut]  # "" is the rest of the company


class CountLineIn(Schema):
    principle: str
    unit: str = ""
    month: date  # any day of it
    kept: int
    cases: int


class UseIn(Schema):
    item: str
    unit: str = ""
    month: date
    uses: int


class CountedOut(Schema):
    batch: int
    n: int


class StopIn(Schema):
    name: str = Field(max_length=LONGEST)
    kind: StopKind
    ends: date
    grace: date | None = None
    why: str = Field("", max_length=LONGEST_WORDS)
    replacement: str = Field("", max_length=LONGEST)
    application: str = Field("", max_length=80)
    units: list[str] = []
    counted: str = Field("", max_length=LONGEST)
    owner: str = Field("", max_length=120)
    since: date | None = None


class StopChangeIn(Schema):
    change: StopChange
    day: date
    grace: date | None = None
    reason: str = Field("", max_length=LONGEST_WORDS)


class UsesOut(Schema):
    month: date
    uses: int


class StopOut(Schema):
    id: int
    item: str
    name: str
    kind: StopKind
    state: Standing
    replacement: str
    units: list[str]
    owner: str
    forbidden_from: date | None
    uses_since_end: int | None
    uses_recent: int | None  # in the last three months counted
    months: list[UsesOut]
    hidden_months: int  # in which so few people used it that nothing is shown
    by_unit: dict[str, list[UsesOut]]
    events: list[StopChangeIn]


class PilotIn(Schema):
    title: str = Field(max_length=LONGEST)
    hypothesis: str = Field(max_length=LONGEST_WORDS)
    begins: date
    kind: PilotKind = PilotKind.PILOT
    boundary: str = Field("", max_length=LONGEST_WORDS)
    stop_rule: str = Field("", max_length=LONGEST_WORDS)
    safe_room: str = Field("", max_length=LONGEST_WORDS)
    units: list[str] = []
    touchpoints: list[str] = []
    owner: str = Field("", max_length=120)
    initiative: str = ""
    ends: date | None = None


class PilotEndIn(Schema):
    how: PilotEnd
    day: date
    learning: str = Field("", max_length=LONGEST_WORDS)


class PilotOut(Schema):
    id: int
    title: str
    kind: PilotKind
    state: learning.Stage
    hypothesis: str
    units: list[str]
    learning: str
    taken_up: list[str]
    standards: list[str]
    known_in: list[str] = Field(description="Departments that take part, were shown it, or took it up.")
    opened: int | None  # missing below five


class ShownToIn(Schema):
    unit: str
    day: date


class StoryIn(Schema):
    title: str = Field(max_length=LONGEST)
    teller: Teller
    lived: str = Field(max_length=LONGEST_WORDS)
    done: str = Field(max_length=LONGEST_WORDS)
    unit: str
    day: date
    touchpoint: str = ""
    kind: Telling = Telling.STORY
    layer: Layer | Literal[""] = ""


class StoryOut(StoryIn):
    id: int
    state: telling.Stage
    opened: int | None  # missing below five
    used_in: int
    standards: list[str]


class TakenUpIn(Schema):
    unit: str
    since: date


class StandardIn(Schema):
    """A principle, or a step at a touchpoint, and the conditions under which it works elsewhere, too."""

    day: date
    conditions: str = Field(max_length=LONGEST_WORDS)
    principle_id: int | None = None
    step: str = Field("", max_length=LONGEST_WORDS)
    touchpoint: str = ""


class BrightSpotOut(Schema):
    touchpoint: str
    statement: str
    sentence: TextOut
    strength: TextOut | None  # where it is more than promised or believed
    here: Number
    elsewhere: Number | None  # at others of its kind, where it stands out among them
    above: Number | None
    told: bool
