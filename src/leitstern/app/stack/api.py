"""Technology for programs: the inventory, what was found, what the rule says, decisions, ratings, and files."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from ninja import Field, Router, Schema
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.files import sent
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.stack import deciding, importing, keeping, queries, rating
from leitstern.app.stack.documents import (
    AdviceOut,
    IntegrationOut,
    StackCapabilityOut,
    StackDataOut,
    StackFileOut,
    StackFindingOut,
    StageOut,
    SystemOut,
    SystemRatingOut,
    advice_document,
    capability_documents,
    file_document,
    finding_document,
    integration_document,
    rating_documents,
    stage_document,
    system_documents,
)
from leitstern.collect.stack.brought import Origin
from leitstern.core.company.money import Money
from leitstern.core.inside.stack.advice import Option
from leitstern.core.inside.stack.inventory import Application
from leitstern.core.inside.stack.ratings import Question, Rated, View
from leitstern.core.inside.stack.terms import Category, Kind, Lifecycle

router = Router(tags=["technology"])


class SystemIn(Schema):
    name: str = Field(max_length=160)
    category: Category = Category.OTHER
    lifecycle: Lifecycle = Lifecycle.LIVE
    units: list[str] = []
    owner: str = Field("", max_length=120)
    it_owner: str = Field("", max_length=120)
    vendor: str = Field("", max_length=120)
    cost_minor: int | None = Field(
        None, ge=0, description="Cost per year in the smallest units of the currency."
    )
    currency: str = Field("", max_length=3)
    acquired: date | None = None
    live_since: date | None = None


class SystemRatingIn(Schema):
    question: Question
    view: View = View.USERS
    counts: list[int] = Field(
        description="How many people chose 1, 2, 3, 4 and 5.", min_length=5, max_length=5
    )
    unit: str = ""
    day: date | None = None
    source: str = Field("", max_length=200)


class StackDecisionIn(Schema):
    option: Option
    reason: str = Field(max_length=deciding.LONGEST)
    exception_by: str = Field("", max_length=120)  # needed to replace


class StackFileIn(Schema):
    name: str = Field("file.csv", max_length=200)
    content: str = Field(max_length=20_000_000, description="CSV or YAML, as in the samples of the page.")
    whole: bool = Field(False, description="It lists everything: what it leaves out is gone.")


@router.get(
    "/applications", response={200: list[SystemOut], **REFUSALS}, summary="The inventory of applications"
)
def list_systems(request: HttpRequest) -> list[SystemOut]:
    """Applications that are there, by name."""
    require(person_of(request), Capability.SEE_INSIDE)
    return system_documents()


@router.post("/applications", response={201: SystemOut, **REFUSALS}, summary="Enter an application")
def enter_system(request: HttpRequest, body: SystemIn) -> Status[SystemOut]:
    """A new one under a short name of its own."""
    cost = None if body.cost_minor is None else Money(body.cost_minor, body.currency.upper())
    thing = Application(
        "",
        body.name,
        body.category,
        body.lifecycle,
        tuple(body.units),
        body.owner,
        body.it_owner,
        body.vendor,
        cost,
        body.acquired,
        body.live_since,
    )
    made = keeping.enter(person_of(request), thing)
    return Status(201, next(each for each in system_documents() if each.application == made.slug))


@router.get(
    "/applications/{application}/ratings",
    response={200: list[SystemRatingOut], **REFUSALS},
    summary="What people say of an application",
)
def list_ratings(request: HttpRequest, application: str) -> list[SystemRatingOut]:
    """Owner, users and independent assessors; of fewer users than agreed, nothing."""
    require(person_of(request), Capability.SEE_INSIDE)
    return rating_documents(queries.application(application).slug)


@router.post(
    "/applications/{application}/ratings",
    response={201: list[SystemRatingOut], **REFUSALS},
    summary="Enter a rating",
)
def rate(request: HttpRequest, application: str, body: SystemRatingIn) -> Status[list[SystemRatingOut]]:
    """Counts of answers; each group of people once."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    group = Rated(application, body.question, body.view, tuple(body.counts), body.unit, body.day)
    rating.rate(me, [group], body.source)
    return Status(201, rating_documents(application))


@router.get(
    "/capabilities", response={200: list[StackCapabilityOut], **REFUSALS}, summary="Capabilities and gaps"
)
def list_capabilities(request: HttpRequest) -> list[StackCapabilityOut]:
    """What the company has to be able to do: people, processes, technology, and what is missing."""
    require(person_of(request), Capability.SEE_INSIDE)
    return capability_documents()


@router.get("/data", response={200: list[StackDataOut], **REFUSALS}, summary="What is kept about customers")
def list_data(request: HttpRequest) -> list[StackDataOut]:
    """Data objects with their leading source."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [
        StackDataOut(
            data=each.slug,
            name=each.name,
            leading=each.leading,
            kept_in=list(each.kept_in),
            purpose=each.purpose,
            used=each.used,
        )
        for each in queries.data_objects()
    ]


@router.get(
    "/integrations",
    response={200: list[IntegrationOut], **REFUSALS},
    summary="How data gets from one to another",
)
def list_integrations(request: HttpRequest) -> list[IntegrationOut]:
    """Live, planned, or a spreadsheet by hand."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [integration_document(each) for each in queries.integrations()]


@router.get(
    "/findings", response={200: list[StackFindingOut], **REFUSALS}, summary="What was found about technology"
)
def list_findings(request: HttpRequest) -> list[StackFindingOut]:
    """Islands, duplicates, sources and more, alarms first, each with its rows."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [finding_document(each) for each in queries.findings_now()]


@router.get("/roadmap", response={200: list[StageOut], **REFUSALS}, summary="Stages and their gates")
def read_roadmap(request: HttpRequest) -> list[StageOut]:
    """What may be carried out now, and what has to be there before the next stage."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [stage_document(each) for each in queries.roadmap_now()]


@router.get("/advice/{thing}/{which}", response={200: AdviceOut, **REFUSALS}, summary="What the rule says")
def read_advice(request: HttpRequest, thing: Kind, which: str) -> AdviceOut:
    """Upgrade, point solution or – the exception – replace, for an `application` or a `capability`."""
    require(person_of(request), Capability.SEE_INSIDE)
    return advice_document(queries.advice_for(thing, which))


@router.post("/advice/{thing}/{which}/decision", response={201: AdviceOut, **REFUSALS}, summary="Decide")
def decide(request: HttpRequest, thing: Kind, which: str, body: StackDecisionIn) -> Status[AdviceOut]:
    """A person decides, with a reason; replacing needs the name of somebody who answers for it."""
    deciding.decide(person_of(request), thing, which, body.option, body.reason, body.exception_by)
    return Status(201, advice_document(queries.advice_for(thing, which)))


@router.post("/files/{origin}", response={201: StackFileOut, **REFUSALS}, summary="Read a file")
def read_file(request: HttpRequest, origin: Origin, body: StackFileIn) -> Status[StackFileOut]:
    """What it says and what it would change; nothing is kept yet."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    name = "file.yaml" if origin is Origin.BACKSTAGE else "file.csv"
    with sent(body.content, name) as file:
        row = importing.bring(me, file.parent, file.name, origin, whole=body.whole, called=body.name)
    return Status(201, file_document(row))


@router.post("/files/{stack_file}/keep", response={200: StackFileOut, **REFUSALS}, summary="Keep a file")
def keep_file(request: HttpRequest, stack_file: int) -> StackFileOut:
    """Let what it says stand, all of it."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    return file_document(importing.keep(me, importing.import_by_id(stack_file)))


@router.post(
    "/files/{stack_file}/withdraw", response={200: StackFileOut, **REFUSALS}, summary="Take a file back"
)
def withdraw_file(request: HttpRequest, stack_file: int) -> StackFileOut:
    """What was there before stands again, but for what was changed by hand since."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    return file_document(importing.withdraw(me, importing.import_by_id(stack_file)))
