"""Lived practice as documents for programs and the terminal."""

from __future__ import annotations

from datetime import date

from ninja import Field, Schema

from leitstern.app.common.schemas import Number, TextOut, number
from leitstern.app.practice.measuring import Kept, Stopped
from leitstern.app.practice.models import Rule, Standard
from leitstern.app.practice.reading import PilotLine, StoryLine
from leitstern.app.practice.shining import Shining
from leitstern.app.practice.table import became
from leitstern.core.bridge.practice import learning, telling
from leitstern.core.bridge.practice.compliance import Course
from leitstern.core.bridge.practice.drafts import LONGEST, LONGEST_WORDS
from leitstern.core.bridge.practice.stopping import Standing
from leitstern.core.bridge.practice.terms import PilotEnd, PilotKind, Source, StopChange, StopKind, Teller
from leitstern.core.texts import Text


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
    month: date
    kept: int
    cases: int
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


class CountIn(Schema):
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


class StoryIn(Schema):
    title: str = Field(max_length=LONGEST)
    teller: Teller
    lived: str = Field(max_length=LONGEST_WORDS)
    done: str = Field(max_length=LONGEST_WORDS)
    unit: str
    day: date
    touchpoint: str = ""


class StoryOut(StoryIn):
    id: int
    state: telling.Stage
    opened: int | None  # missing below five
    used_in: int
    standards: list[str]


class BrightSpotOut(Schema):
    touchpoint: str
    statement: str
    sentence: TextOut
    strength: TextOut | None  # where it is more than promised or believed
    here: Number
    elsewhere: Number | None  # at others of its kind, where it stands out among them
    above: Number | None
    told: bool


def principle_document(found: Kept) -> PrincipleOut:
    """One principle with its course."""
    row = found.row
    return PrincipleOut(
        id=row.pk,
        principle=row.slug,
        sentence=row.sentence,
        since=row.since,
        until=row.until,
        why=row.why,
        units=row.units,
        owner=row.owner.name if row.owner else "",
        withdrawn=row.withdrawn is not None,
        rules=[_rule(rule) for rule in found.rules],
        whole=_course(found.course),
        by_unit={unit: _course(course) for unit, course in found.by_unit.items()},
    )


def stop_document(found: Stopped) -> StopOut:
    """One entry of the stop list with its uses."""
    row, relapse = found.row, found.relapse
    return StopOut(
        id=row.pk,
        item=row.slug,
        name=row.name,
        kind=StopKind(row.kind),
        state=found.standing,
        replacement=row.replacement,
        units=row.units,
        owner=row.owner.name if row.owner else "",
        forbidden_from=found.forbidden_from,
        uses_since_end=relapse.uses if relapse and relapse.months else None,
        uses_recent=relapse.recent if relapse and relapse.recent_months else None,
        months=[UsesOut(month=month, uses=n) for month, n in found.months],
        by_unit={
            unit: [UsesOut(month=month, uses=n) for month, n in months]
            for unit, months in found.by_unit.items()
        },
        events=[
            StopChangeIn(change=StopChange(each.change), day=each.day, grace=each.grace, reason=each.reason)
            for each in row.events.all()
        ],
    )


def pilot_document(found: PilotLine) -> PilotOut:
    """One pilot with what became of it."""
    row = found.row
    return PilotOut(
        id=row.pk,
        title=row.title,
        kind=PilotKind(row.kind),
        state=found.stage,
        hypothesis=row.hypothesis,
        units=row.units,
        learning=found.ending.learning if found.ending else "",
        taken_up=[each.unit for each in found.taken_up],
        standards=_standards(found.standards),
    )


def story_document(found: StoryLine) -> StoryOut:
    """One story with its reach."""
    row = found.row
    return StoryOut(
        id=row.pk,
        title=row.title,
        teller=Teller(row.teller),
        lived=row.lived,
        done=row.done,
        unit=row.unit,
        day=row.day,
        touchpoint=row.touchpoint,
        state=found.stage,
        opened=found.opened,
        used_in=found.units,
        standards=_standards(found.standards),
    )


def bright_document(found: Shining) -> BrightSpotOut:
    """One bright spot from data."""
    return BrightSpotOut(
        touchpoint=found.touchpoint.slug,
        statement=found.facet,
        sentence=_text(found.sentence),
        strength=_text(found.strength) if found.strength else None,
        here=number(found.here),
        elsewhere=number(found.spot.there) if found.spot else None,
        above=number(found.spot.above) if found.spot else None,
        told=found.told,
    )


def _rule(rule: Rule) -> CountingRuleIn:
    return CountingRuleIn(
        cases=rule.cases,
        kept=rule.kept,
        source=Source(rule.source),
        subject=rule.subject,
        target=rule.target,
        since=rule.since,
    )


def _course(course: Course) -> CourseOut:
    return CourseOut(
        recent=number(course.recent),
        before=number(course.before),
        change=number(course.change),
        falls=course.falls,
        months=[
            KeptMonthOut(month=each.month, kept=each.kept, cases=each.cases, share=number(each.share))
            for each in course.months
        ],
    )


def _standards(standards: tuple[Standard, ...]) -> list[str]:
    return [became(each) for each in standards]


def _text(text: Text) -> TextOut:
    return TextOut(de=text.de, en=text.en)
