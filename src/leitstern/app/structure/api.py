"""The organisation register for programs: the same register, the same findings, the same actions."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.files import sent
from leitstern.app.common.schemas import REFUSALS, TextOut, both
from leitstern.app.company.former import unit_names
from leitstern.app.structure import answering, bringing, handing, models, queries, reading, roles, units
from leitstern.app.structure import documents as out
from leitstern.app.structure.bringing import Kind
from leitstern.app.structure.documents import (
    DutyPartOut,
    EndedOut,
    InterfaceOut,
    JourneyOut,
    RoleOut,
    StaffingOut,
    StructureFindingOut,
    UnitOut,
    WorkOut,
)
from leitstern.app.structure.naming import LONGEST
from leitstern.app.structure.training_api import router as trainings
from leitstern.app.structure.working_documents import WorkingTogetherOut, together_document
from leitstern.core.inside.structure.duties import Phase, Place
from leitstern.core.inside.structure.interfaces import Aspect, Side
from leitstern.core.inside.structure.register import Cut

router = Router(tags=["organisation"])
router.add_router("/trainings", trainings)
MOST = 1_000_000


class UnitIn(Schema):
    cut: Cut | None = None
    people: int | None = Field(None, ge=0, le=MOST, description="Of its own, without the units below it.")
    experience: bool = False
    led_by: int | None = None


class NewUnitIn(UnitIn):
    name: str = Field(max_length=160)
    parent: str = ""
    back_office: bool = False


class UnitPlaceIn(Schema):
    name: str = Field(max_length=160)
    parent: str = Field("", description="Short name of the unit above it; nothing is the company.")
    back_office: bool = False


class MergerIn(Schema):
    into: str = Field(description="Short name of the unit it went on in.")
    since: date


class ClosedUnitOut(Schema):
    unit: str
    name: TextOut  # as it is called from now on


class NewRoleIn(Schema):
    name: str = Field(max_length=120)
    unit: str
    people: int = Field(ge=0, le=MOST)
    ambassador: bool | None = None


class NewInterfaceIn(Schema):
    giver: str
    receiver: str
    what: str = Field(max_length=200)
    touchpoint: str = ""


class InterfaceClaimIn(Schema):
    side: Side
    defined: bool | None = None
    accepted: bool | None = None
    lived: bool | None = None
    evidence: str = Field("", max_length=LONGEST)
    day: date


class NewWorkIn(Schema):
    place: Place
    called: str = Field(max_length=160, description="Short name of a touchpoint or journey, or a name.")
    customer: bool = True
    touchpoints: list[str] = []


class OrganisationTableIn(Schema):
    content: str = Field(max_length=20_000_000, description="CSV; columns as in the tables of the page.")


class TableTakenOut(Schema):
    kind: Kind
    n: int
    sentence: TextOut


@router.get("", response={200: list[StructureFindingOut], **REFUSALS}, summary="What the register shows")
def read_findings(request: HttpRequest) -> list[StructureFindingOut]:
    """What asks for something to be done comes first."""
    require(person_of(request), Capability.SEE_INSIDE)
    return out.finding_documents()


@router.get("/units", response={200: list[UnitOut], **REFUSALS}, summary="Units")
def list_units(request: HttpRequest) -> list[UnitOut]:
    """Departments of the taxonomy and units of the register."""
    require(person_of(request), Capability.SEE_INSIDE)
    return out.unit_documents()


@router.post("/units", response={201: UnitOut, **REFUSALS}, summary="Add a unit the taxonomy does not have")
def add_unit(request: HttpRequest, body: NewUnitIn) -> Status[UnitOut]:
    """Below another unit or directly below the company."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    made = units.add_unit(me, body.name, body.parent, _about(body), back_office=body.back_office)
    return Status(201, _unit(made.slug))


@router.put("/units/{unit}", response={200: UnitOut, **REFUSALS}, summary="Describe a unit")
def describe_unit(request: HttpRequest, unit: str, body: UnitIn) -> UnitOut:
    """By what it is cut, how many people it has, and which role leads it."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    units.describe_unit(me, unit, _about(body))
    return _unit(unit)


@router.put("/units/{unit}/name", response={200: UnitOut, **REFUSALS}, summary="Rename or move a unit")
def move_unit(request: HttpRequest, unit: str, body: UnitPlaceIn) -> UnitOut:
    """One the taxonomy does not have. It keeps its short name, and with it all that was said."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    row = queries.require_row(unit)
    units.move_unit(me, row, body.name, body.parent, back_office=body.back_office)
    return _unit(unit)


@router.put(
    "/units/{unit}/merger",
    response={200: UnitOut, **REFUSALS},
    summary="Say into which unit another was merged",
)
def merge_unit(request: HttpRequest, unit: str, body: MergerIn) -> UnitOut:
    """It stands below that one since then, under the name it had, with everything that was said of it."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    units.merge_unit(me, unit, body.into, body.since)
    return _unit(unit)


@router.put("/units/{unit}/closing", response={200: ClosedUnitOut, **REFUSALS}, summary="Close a unit")
def close_unit(request: HttpRequest, unit: str) -> ClosedUnitOut:
    """Nothing of it goes on; what was said of it stays readable. A department is closed in the taxonomy."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    units.close_unit(me, queries.require_row(unit))
    return ClosedUnitOut(unit=unit, name=both(unit_names()[unit]))


@router.delete(
    "/units/{unit}/merger", response={200: UnitOut, **REFUSALS}, summary="Let a unit stand by itself again"
)
def separate_unit(request: HttpRequest, unit: str) -> UnitOut:
    """Undoes a merger, or the closing of a unit of the register."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    units.separate_unit(me, queries.require_row(unit))
    return _unit(unit)


@router.get("/roles", response={200: list[RoleOut], **REFUSALS}, summary="Roles")
def list_roles(request: HttpRequest) -> list[RoleOut]:
    """Of roles that too few people hold, only that there is one."""
    require(person_of(request), Capability.SEE_INSIDE)
    return out.role_documents()


@router.post("/roles", response={201: RoleOut, **REFUSALS}, summary="Enter a role")
def enter_role(request: HttpRequest, body: NewRoleIn) -> Status[RoleOut]:
    """Nobody is named."""
    me = person_of(request)
    made = roles.enter_role(me, body.name, body.unit, body.people)
    if body.ambassador is not None:
        roles.name_ambassadors(me, made, body.ambassador)
    return Status(201, next(each for each in out.role_documents() if each.id == made.pk))


@router.get("/interfaces", response={200: list[InterfaceOut], **REFUSALS}, summary="Interfaces")
def list_interfaces(request: HttpRequest) -> list[InterfaceOut]:
    """What each side says stands side by side."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [out.interface_document(each) for each in reading.interfaces()]


@router.post("/interfaces", response={201: InterfaceOut, **REFUSALS}, summary="Enter an interface")
def enter_interface(request: HttpRequest, body: NewInterfaceIn) -> Status[InterfaceOut]:
    """Something one unit hands over to another."""
    row = handing.enter_interface(person_of(request), body.giver, body.receiver, body.what, body.touchpoint)
    return Status(201, _interface(row.pk))


@router.post(
    "/interfaces/{interface_id}/claims",
    response={201: InterfaceOut, **REFUSALS},
    summary="Say how one side sees an interface",
)
def claim_interface(request: HttpRequest, interface_id: int, body: InterfaceClaimIn) -> Status[InterfaceOut]:
    """What the other side says stays as it is."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    said = {aspect: getattr(body, aspect.value) for aspect in Aspect}
    row = queries.by_id(models.Interface, interface_id)
    handing.claim_interface(me, row, body.side, said, body.evidence, body.day)
    return Status(201, _interface(interface_id))


@router.get("/duties", response={200: list[WorkOut], **REFUSALS}, summary="Who does what")
def list_works(request: HttpRequest) -> list[WorkOut]:
    """Before and after a planned change, with what is wrong and what would change."""
    require(person_of(request), Capability.SEE_INSIDE)
    return out.work_documents()


@router.post("/duties", response={201: WorkOut, **REFUSALS}, summary="Enter a piece of work")
def enter_work(request: HttpRequest, body: NewWorkIn) -> Status[WorkOut]:
    """A process, a touchpoint or a journey."""
    made = answering.enter_work(
        person_of(request),
        body.place,
        body.called,
        customer=body.customer,
        touchpoints=body.touchpoints,
    )
    return Status(201, _work(made.pk))


@router.put(
    "/duties/{work_id}/{phase}", response={200: WorkOut, **REFUSALS}, summary="Say who does what in one phase"
)
def set_duties(request: HttpRequest, work_id: int, phase: Phase, body: list[DutyPartOut]) -> WorkOut:
    """All parts of the phase; what is not among them ends."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    row = queries.by_id(models.Work, work_id)
    parts = [(queries.role_by_id(each.role), each.letter) for each in body]
    answering.set_duties(me, row, phase, parts)
    return _work(work_id)


@router.get("/together", response={200: WorkingTogetherOut, **REFUSALS}, summary="Working together")
def read_together(request: HttpRequest) -> WorkingTogetherOut:
    """Pieces of work in which several units have a part: of all, and of each unit of enough people."""
    require(person_of(request), Capability.SEE_INSIDE)
    return together_document()


@router.get("/skills", response={200: list[StaffingOut], **REFUSALS}, summary="Skills")
def list_skills(request: HttpRequest) -> list[StaffingOut]:
    """Per unit of enough people; small groups as ranges."""
    require(person_of(request), Capability.SEE_INSIDE)
    return out.skill_documents()


@router.get("/journeys", response={200: list[JourneyOut], **REFUSALS}, summary="Along the journey")
def list_journeys(request: HttpRequest) -> list[JourneyOut]:
    """Every designed journey against the structure."""
    require(person_of(request), Capability.SEE_INSIDE)
    return out.journey_documents()


@router.get("/ended", response={200: list[EndedOut], **REFUSALS}, summary="What was ended and is still used")
def list_ended(request: HttpRequest) -> list[EndedOut]:
    """Uses by units of enough people."""
    require(person_of(request), Capability.SEE_INSIDE)
    return out.ended_documents()


@router.put("/tables/{table}", response={200: TableTakenOut, **REFUSALS}, summary="Hand in a table")
def hand_in_table(request: HttpRequest, table: Kind, body: OrganisationTableIn) -> TableTakenOut:
    """All of it or nothing."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    with sent(body.content, "table.csv") as file:
        brought = bringing.hand_in(me, table, file.parent, file.name, timezone.localdate())
    return TableTakenOut(kind=table, n=brought.n, sentence=both(brought.sentence))


def _about(body: UnitIn) -> units.About:
    lead = queries.role_by_id(body.led_by) if body.led_by else None
    return units.About(body.cut, body.people, body.experience, lead)


def _unit(slug: str) -> UnitOut:
    return next(each for each in out.unit_documents() if each.unit == slug)


def _interface(key: int) -> InterfaceOut:
    return next(out.interface_document(each) for each in reading.interfaces() if each.key == key)


def _work(key: int) -> WorkOut:
    return next(each for each in out.work_documents() if each.id == key)
