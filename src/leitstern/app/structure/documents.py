"""The organisation register as documents for programs and the terminal. Of few people nothing stands in them."""

from __future__ import annotations

from datetime import date

from ninja import Schema

from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.structure import queries, reading
from leitstern.core.inside.structure.duties import Letter, Phase, Place, difference, mistakes
from leitstern.core.inside.structure.findings import Topic
from leitstern.core.inside.structure.interfaces import Aspect, Interface, Side, Standing
from leitstern.core.inside.structure.journeys import Alignment
from leitstern.core.inside.structure.leftovers import Thing, signals
from leitstern.core.inside.structure.register import Cut
from leitstern.core.inside.structure.skills import Range, skill_name, skills


class StructureFindingOut(Schema):
    topic: Topic
    alarm: bool
    sentence: TextOut
    measured: Number


class UnitOut(Schema):
    unit: str
    name: TextOut
    parent: str
    back_office: bool
    cut: Cut | None
    people: int | None  # of its own; nothing where they are too few
    experience: bool
    led_by: int | None
    merged: date | None  # since when it has been part of its parent, under the name it had


class RoleOut(Schema):
    id: int
    role: str
    unit: str
    people: int | None  # nothing where they are too few
    ambassador: bool | None


class SideOut(Schema):
    side: Side
    defined: bool | None
    accepted: bool | None
    lived: bool | None
    evidence: str
    day: date


class InterfaceOut(Schema):
    id: int
    giver: str
    receiver: str
    what: str
    touchpoint: str
    contradicted: bool
    credited: Aspect | None
    together: dict[str, Standing]  # per aspect
    claims: list[SideOut]  # side by side, never averaged


class DutyPartOut(Schema):
    role: int
    letter: Letter


class WorkOut(Schema):
    id: int
    place: Place
    slug: str
    name: TextOut
    customer: bool
    touchpoints: list[str]
    today: list[DutyPartOut]
    after: list[DutyPartOut]
    mistakes: list[TextOut]
    difference: list[TextOut]


class RangeOut(Schema):
    low: int
    high: int


class StaffingOut(Schema):
    unit: str
    skill: str
    name: TextOut
    needed: int
    there: RangeOut
    short: RangeOut  # how many are missing
    plan: str
    until: date | None
    open: int | None  # positions for it; nothing = nobody said


class JourneyStepOut(Schema):
    touchpoint: str
    unit: str
    carried: bool
    works: list[int]


class JourneyOut(Schema):
    journey: str
    answers: int | None  # the role that answers for the whole of it
    steps: list[JourneyStepOut]
    handovers_without_interface: list[list[str]]


class UnitUseOut(Schema):
    unit: str
    times: int


class EndedOut(Schema):
    id: int
    thing: Thing
    name: str
    ended: date
    instead: str
    times: int  # since, by the units that may be shown
    last: date | None
    units: list[UnitUseOut]
    hidden: int


def finding_documents() -> list[StructureFindingOut]:
    """What the register shows, what asks for something to be done first."""
    return [
        StructureFindingOut(
            topic=each.topic, alarm=each.alarm, sentence=both(each.sentence), measured=number(each.value)
        )
        for each in queries.findings_now()
    ]


def unit_documents() -> list[UnitOut]:
    """Every unit."""
    known = reading.register()
    return [
        UnitOut(
            unit=each.slug,
            name=both(each.name),
            parent=each.parent,
            back_office=each.back_office,
            cut=each.cut,
            people=each.size if known.enough(each.slug) else None,
            experience=each.experience,
            led_by=each.lead,
            merged=each.merged,
        )
        for each in known.units
    ]


def role_documents() -> list[RoleOut]:
    """Every role of today; of small ones only that there is one."""
    known = reading.register()
    counted = {each.key for each in known.counted}
    return [
        RoleOut(
            id=each.key,
            role=each.name,
            unit=each.unit,
            people=each.people if each.key in counted else None,
            ambassador=each.ambassador if each.key in counted else None,
        )
        for each in known.roles
        if not each.retired
    ]


def interface_document(found: Interface) -> InterfaceOut:
    """One interface with what both sides say."""
    return InterfaceOut(
        id=found.key,
        giver=found.giver,
        receiver=found.receiver,
        what=found.what,
        touchpoint=found.touchpoint,
        contradicted=found.contradicted,
        credited=found.credited,
        together={aspect.value: found.standing(aspect) for aspect in Aspect},
        claims=[
            SideOut(
                side=claim.side,
                **{aspect.value: claim.said.get(aspect) for aspect in Aspect},
                evidence=claim.evidence,
                day=claim.day,
            )
            for claim in found.claims
        ],
    )


def work_documents() -> list[WorkOut]:
    """Every piece of work with its duties before and after a change."""
    known = reading.register()

    def parts(duties: frozenset[tuple[int, Letter]]) -> list[DutyPartOut]:
        return [DutyPartOut(role=role, letter=letter) for role, letter in sorted(duties)]

    return [
        WorkOut(
            id=each.key,
            place=each.place,
            slug=each.slug,
            name=both(each.name),
            customer=each.customer,
            touchpoints=list(each.touchpoints),
            today=parts(each.now),
            after=parts(each.then),
            mistakes=[both(text) for phase in Phase for text in mistakes(each, known, phase)],
            difference=[both(text) for text in difference(each, known)],
        )
        for each in reading.works()
    ]


def skill_documents() -> list[StaffingOut]:
    """Demand against supply of units with enough people."""
    return [
        StaffingOut(
            unit=line.staffing.unit,
            skill=line.staffing.skill,
            name=both(skill_name(line.staffing.skill)),
            needed=line.staffing.needed,
            there=_range(line.there),
            short=_range(line.gap),
            plan=line.staffing.plan,
            until=line.staffing.until,
            open=line.staffing.open,
        )
        for line in skills(reading.staffing(), reading.register()).lines
    ]


def journey_documents() -> list[JourneyOut]:
    """Every designed journey against the structure."""
    return [_journey(each) for each in queries.alignments_now()]


def ended_documents() -> list[EndedOut]:
    """What was ended, and who still uses it."""
    return [
        EndedOut(
            id=each.leftover.key,
            thing=each.leftover.thing,
            name=each.leftover.name,
            ended=each.leftover.ended,
            instead=each.leftover.instead,
            times=each.times,
            last=each.last,
            units=[UnitUseOut(unit=unit, times=times) for unit, times in each.units],
            hidden=each.hidden,
        )
        for each in signals(reading.leftovers(), reading.register())
    ]


def _journey(found: Alignment) -> JourneyOut:
    return JourneyOut(
        journey=found.journey.slug,
        answers=found.answers.key if found.answers else None,
        steps=[
            JourneyStepOut(
                touchpoint=step.touchpoint,
                unit=step.unit,
                carried=step.carried,
                works=[work.key for work in step.works],
            )
            for step in found.steps
        ],
        handovers_without_interface=[[each.giver, each.receiver] for each in found.unregistered],
    )


def _range(found: Range) -> RangeOut:
    return RangeOut(low=found.low, high=found.high)
