"""Lived practice as documents for programs and the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.common.schemas import both, number
from leitstern.app.practice.schemas import (
    BrightSpotOut,
    CountingRuleIn,
    CourseOut,
    KeptMonthOut,
    PilotOut,
    PrincipleOut,
    StopChangeIn,
    StopOut,
    StoryOut,
    UsesOut,
)
from leitstern.app.practice.table import became
from leitstern.core.bridge.practice.culture import Layer, Telling
from leitstern.core.bridge.practice.terms import PilotKind, Source, StopChange, StopKind, Teller

if TYPE_CHECKING:
    from leitstern.app.practice.measuring import Kept, Stopped
    from leitstern.app.practice.models import Rule, Standard
    from leitstern.app.practice.reading import PilotLine, StoryLine
    from leitstern.app.practice.shining import Shining
    from leitstern.core.bridge.practice.compliance import Course


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
        hidden_months=found.hidden,
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
        known_in=list(found.known),
        opened=found.opened,
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
        kind=Telling(row.kind),
        layer=Layer(row.layer) if row.layer else "",
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
        sentence=both(found.sentence),
        strength=both(found.strength) if found.strength else None,
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
            KeptMonthOut(
                month=each.month,
                kept=each.kept if each.told else None,
                cases=each.cases if each.told else None,
                share=number(each.share),
            )
            for each in course.months
        ],
    )


def _standards(standards: tuple[Standard, ...]) -> list[str]:
    return [became(each) for each in standards]
