"""Operations for programs: the ledger, signs of life, what waits, long work, disk and state, data quality."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS, Number, TextOut, both, number
from leitstern.app.intake import actions, queries
from leitstern.app.operations import work
from leitstern.app.operations.booking import balanced, booked, finished
from leitstern.app.operations.quality import Scored, scores
from leitstern.app.operations.room import programs, room, stored
from leitstern.app.operations.signs import Sign, signs
from leitstern.app.operations.waiting import waiting
from leitstern.core.outside.ledger import Items, Span, lines
from leitstern.core.outside.quality import Side

if TYPE_CHECKING:
    from leitstern.app.common.models import Job
    from leitstern.core.outside.quality import Quality

router = Router(tags=["operations"])


class BookedItemsOut(Schema):
    """Counted in contacts, promises and answers; `unaccounted` is 0 where received = stored + quarantined + duplicates."""

    received: int
    stored: int
    quarantined: int
    duplicates: int
    not_selected: int
    unaccounted: int


class LedgerLineOut(Schema):
    begin: datetime
    source: str
    again: bool = Field(description="Read from a quarantine; it had been received before.")
    items: BookedItemsOut
    imports: list[int]


class LedgerOut(Schema):
    balanced: bool
    sentence: TextOut
    faults: list[TextOut]
    erased: int = Field(description="Rows that went with erased customers.")
    total: BookedItemsOut
    lines: list[LedgerLineOut]


class SignOfLifeOut(Schema):
    source: str
    arrived: datetime
    newest: datetime | None
    lag_seconds: int | None = Field(description="Median from happening to stored of what came in last.")
    lag_items: int
    quiet_days: int | None
    threshold_days: int | None = Field(
        description="The longest of the last pauses; none if too few are known."
    )
    silent: bool
    sentence: TextOut | None


class InQuarantineOut(Schema):
    import_id: int
    source: str
    reason: TextOut
    rows: int
    items: int


class LongWorkOut(Schema):
    id: int
    kind: str
    state: str
    step: str
    created: datetime
    finished: datetime | None
    error: TextOut | None
    can_be_tried: bool


class InstallationOut(Schema):
    """Sizes in bytes; `lasts` in days, n in weeks."""

    free: int
    disk: int
    home: int
    parts: dict[str, int]
    lasts: Number
    snapshot: int | None
    published: datetime | None
    as_of: date | None
    versions: dict[str, int]
    due: list[str] = Field(description="Tables whose fresh rows go to their buckets with the next import.")
    compacted: datetime | None
    programs: dict[str, str]


class QualityOut(Schema):
    """Five shares, each counted; the score is the weakest of them."""

    score: Number
    weakest: Side | None
    shares: dict[str, Number]
    advice: TextOut | None


class QualityOfMonthOut(Schema):
    month: str
    quality: QualityOut


class QualityOfOut(Schema):
    key: str
    name: TextOut
    quality: QualityOut
    months: list[QualityOfMonthOut]


class DataQualityOut(Schema):
    sources: list[QualityOfOut]
    departments: list[QualityOfOut]


class MendingIn(Schema):
    mapping: str = Field(description="The mapping file as it shall be read.")


class MendingTriedOut(Schema):
    sources: dict[str, Any]
    warnings: list[TextOut]


class MendingBegunOut(Schema):
    import_id: int


@router.get(
    "/ledger", response={200: LedgerOut, **REFUSALS}, summary="Received = stored + quarantined + duplicates"
)
def ledger(request: HttpRequest, by: Query[Span] = Span.DAY) -> LedgerOut:
    """By source and day or hour, newest first; held against what is stored, with every place where it does not add up."""
    require(person_of(request), Capability.SEE_IMPORTS)
    found = booked(finished())
    held = balanced(found)
    return LedgerOut(
        balanced=not held.faults,
        sentence=both(held.sentence),
        faults=[both(text) for text in held.faults],
        erased=held.erased,
        total=_items(held.items),
        lines=[
            LedgerLineOut(
                begin=line.begin,
                source=line.source,
                again=line.again,
                items=_items(line.items),
                imports=list(line.runs),
            )
            for line in lines(found, by, timezone.get_current_timezone())
        ],
    )


@router.get("/signs", response={200: list[SignOfLifeOut], **REFUSALS}, summary="Signs of life")
def signs_of_life(request: HttpRequest) -> list[SignOfLifeOut]:
    """Per source: when it was heard of last, how late it is, whether it is silent for longer than usual."""
    require(person_of(request), Capability.SEE_IMPORTS)
    return [sign_document(sign) for sign in signs()]


@router.get("/waiting", response={200: list[InQuarantineOut], **REFUSALS}, summary="What waits, by reason")
def what_waits(request: HttpRequest) -> list[InQuarantineOut]:
    """Over all imports, most rows first; reasons without single values."""
    require(person_of(request), Capability.SEE_IMPORTS)
    return [
        InQuarantineOut(
            import_id=each.run, source=each.source, reason=both(each.reason), rows=each.rows, items=each.items
        )
        for each in waiting()
    ]


@router.post(
    "/waiting/{import_id}/trial",
    response={200: MendingTriedOut, **REFUSALS},
    summary="What would come in with another mapping",
)
def try_mending(request: HttpRequest, import_id: int, told: MendingIn) -> MendingTriedOut:
    """Reads what waits of an import once more and stores nothing."""
    me = person_of(request)
    require(me, Capability.IMPORT)
    found = actions.try_replay(me, queries.import_by_id(import_id), told.mapping)
    return MendingTriedOut(sources=found.sources, warnings=[both(text) for text in found.warnings])


@router.post(
    "/waiting/{import_id}/replay",
    response={200: MendingBegunOut, **REFUSALS},
    summary="Bring in what can be read by now",
)
def mend(request: HttpRequest, import_id: int, told: MendingIn) -> MendingBegunOut:
    """The worker brings it in as an import of its own, which can be taken out again."""
    me = person_of(request)
    require(me, Capability.IMPORT)
    return MendingBegunOut(
        import_id=actions.queue_replay(me, queries.import_by_id(import_id), told.mapping).pk
    )


@router.get("/work", response={200: list[LongWorkOut], **REFUSALS}, summary="Long work")
def long_work(request: HttpRequest) -> list[LongWorkOut]:
    """What runs or waits, then what failed."""
    require(person_of(request), Capability.SEE_IMPORTS)
    return [work_document(each) for each in (*work.going_on(), *work.failed())]


@router.post("/work/{job_id}/again", response={200: LongWorkOut, **REFUSALS}, summary="Try failed work again")
def try_work_again(request: HttpRequest, job_id: int) -> LongWorkOut:
    """It waits for the worker in its own row once more."""
    me = person_of(request)
    require(me, Capability.IMPORT)
    again: Job = work.try_again(me, work.job_called(job_id))
    return work_document(work.Work(again))


@router.get("/installation", response={200: InstallationOut, **REFUSALS}, summary="Disk, state and programs")
def installation(request: HttpRequest) -> InstallationOut:
    """How much room there is and how long it lasts, what is published, what runs here."""
    require(person_of(request), Capability.SEE_IMPORTS)
    space, state = room(), stored()
    shown = state.snapshot
    return InstallationOut(
        free=space.free,
        disk=space.total,
        home=space.home,
        parts=space.parts,
        lasts=number(space.lasts),
        snapshot=shown.pk if shown else None,
        published=shown.published if shown else None,
        as_of=shown.as_of if shown else None,
        versions=shown.versions if shown else {},
        due=list(state.due),
        compacted=state.compacted,
        programs=programs(),
    )


@router.get("/quality", response={200: DataQualityOut, **REFUSALS}, summary="Data quality")
def data_quality(request: HttpRequest) -> DataQualityOut:
    """By source and department, the lowest first, and month by month of arrival."""
    require(person_of(request), Capability.SEE_IMPORTS)
    found = scores()
    return DataQualityOut(
        sources=[quality_document(each) for each in found.sources],
        departments=[quality_document(each) for each in found.departments],
    )


def sign_document(sign: Sign) -> SignOfLifeOut:
    """One source."""
    quiet = sign.silence
    return SignOfLifeOut(
        source=sign.source,
        arrived=sign.arrived,
        newest=sign.newest,
        lag_seconds=None if sign.lag_us is None else sign.lag_us // 1_000_000,
        lag_items=sign.lag_items,
        quiet_days=quiet.quiet if quiet else None,
        threshold_days=quiet.threshold if quiet else None,
        silent=sign.is_long,
        sentence=both(quiet.sentence) if quiet else None,
    )


def work_document(each: work.Work) -> LongWorkOut:
    """One piece of work."""
    job = each.job
    return LongWorkOut(
        id=job.pk,
        kind=job.kind,
        state=job.state,
        step=job.step,
        created=job.created,
        finished=job.finished,
        error=both(each.error) if each.error else None,
        can_be_tried=each.can_be_tried,
    )


def quality_document(each: Scored) -> QualityOfOut:
    """One source or department."""
    return QualityOfOut(
        key=each.key,
        name=both(each.name),
        quality=_quality(each.quality),
        months=[QualityOfMonthOut(month=month, quality=_quality(found)) for month, found in each.months],
    )


def _quality(found: Quality) -> QualityOut:
    return QualityOut(
        score=number(found.score),
        weakest=found.weakest,
        shares={side.value: number(found.sides[side]) for side in Side},
        advice=both(found.advice) if found.advice else None,
    )


def _items(items: Items) -> BookedItemsOut:
    return BookedItemsOut(
        received=items.received,
        stored=items.stored,
        quarantined=items.quarantined,
        duplicates=items.duplicates,
        not_selected=items.not_selected,
        unaccounted=items.unaccounted,
    )
