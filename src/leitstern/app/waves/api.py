"""Staff waves for programs: preparing and running them, participation, and what is published."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from django.conf import settings
from django.http import HttpRequest
from ninja import Field, Router, Schema
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.files import sent
from leitstern.app.common.schemas import REFUSALS, Number, TextOut, both, number
from leitstern.app.company.queries import require_taxonomy
from leitstern.app.inside.instruments import named_version
from leitstern.app.waves import actions, queries
from leitstern.app.waves.calendar import set_rhythm, wave_rhythm
from leitstern.app.waves.keeping import forget
from leitstern.app.waves.keys import wrong_keys
from leitstern.app.waves.models import Wave
from leitstern.app.waves.paper_api import router as paper
from leitstern.app.waves.results import results_of
from leitstern.app.waves.turnout import taking_part
from leitstern.app.waves.turnout import turnout as by_unit
from leitstern.collect.roster import read_roster
from leitstern.core.inside.ratings import View
from leitstern.core.inside.rhythm import LONGEST

router = Router(tags=["waves"])
router.add_router("", paper)


class WaveIn(Schema):
    name: str = Field(max_length=120)
    closes: date
    fewest: int | None = None  # people for results, and for comments: as agreed, unless more are asked for
    fewest_comments: int | None = None
    keep_days: int | None = None  # single answers, once results are published: as agreed, or fewer
    instrument: str = ""  # by short name; the one that is asked from now on without


class WaveRhythmIn(Schema):
    """A wave every so many months."""

    every: int = Field(ge=1, le=LONGEST)


class WaveRhythmOut(Schema):
    """When waves are due, the next one first; `overdue`: that one has passed."""

    every: int
    last: date | None
    days: list[date]
    overdue: bool
    sentence: TextOut


class TakingPartOut(Schema):
    invited: int
    answered: int
    at_least: bool = Field(description="Perhaps more have: while a wave runs, and from nine in ten on.")


class WaveOut(Schema):
    id: int
    name: str
    closes: date
    fewest: int
    fewest_comments: int
    state: str
    instrument: str
    invited: int
    keep_days: int
    answers_deleted: datetime | None
    taking_part: TakingPartOut | None


class TurnoutOut(Schema):
    unit: str
    level: View
    invited: int
    at_least: int = Field(
        description="Per cent who answered: the lower end of a band of ten; 90 is the highest."
    )


class RosterIn(Schema):
    content: str = Field(max_length=20_000_000, description="CSV with the columns address, unit and level.")


class RosterOut(Schema):
    invited: int
    again: list[str]  # lines that named somebody a second time


class Step(StrEnum):
    LAUNCH = "launch"
    REMIND = "remind"
    CLOSE = "close"
    PUBLISH = "publish"
    FORGET = "forget"


class WaveScoreOut(Schema):
    level: View
    unit: str
    directly: bool  # only who belongs to the unit itself, not to those below it
    dimension: str
    score: Number
    spread: float | None
    rwg: float | None


class WrongKeyOut(Schema):
    """A statement that runs against the others of its dimension, as if it were keyed the wrong way round."""

    item: str
    dimension: str
    correlation: float  # with the mean of the dimension's other statements, over the whole organisation
    n: int  # people who rated the dimension


class ResultsOut(Schema):
    wave: WaveOut
    scores: list[WaveScoreOut]
    wrong_keys: list[WrongKeyOut]
    comments: list[str]


@router.get("/calendar", response={200: WaveRhythmOut, **REFUSALS}, summary="When waves are due")
def calendar(request: HttpRequest) -> WaveRhythmOut:
    """From the last wave the next one, and those after it."""
    require(person_of(request), Capability.SEE_INSIDE)
    return _rhythm()


@router.put("/calendar", response={200: WaveRhythmOut, **REFUSALS}, summary="Say how often a wave is held")
def settle(request: HttpRequest, body: WaveRhythmIn) -> WaveRhythmOut:
    """From now on a wave every so many months."""
    set_rhythm(person_of(request), body.every)
    return _rhythm()


def _rhythm() -> WaveRhythmOut:
    found = wave_rhythm()
    said = both(found.sentence)
    return WaveRhythmOut(
        every=found.every, last=found.last, days=list(found.days), overdue=found.overdue, sentence=said
    )


@router.get("", response={200: list[WaveOut], **REFUSALS}, summary="All staff waves")
def list_waves(request: HttpRequest) -> list[WaveOut]:
    """Newest first."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [_out(wave) for wave in queries.waves()]


@router.post("", response={201: WaveOut, **REFUSALS}, summary="Prepare a wave")
def prepare(request: HttpRequest, body: WaveIn) -> Status[WaveOut]:
    """With the organisation as it is now; nobody is written to yet."""
    me = person_of(request)
    require(me, Capability.RUN_WAVES)
    asked = named_version(body.instrument) if body.instrument else None
    made = actions.prepare(
        me, body.name, body.closes, body.fewest, body.fewest_comments, body.keep_days, asked
    )
    return Status(201, _out(made))


@router.put("/{wave_id}/roster", response={200: RosterOut, **REFUSALS}, summary="Hand in who is asked")
def roster(request: HttpRequest, wave_id: int, body: RosterIn) -> RosterOut:
    """Replaces the roster of a wave that was not launched. All mistakes are told at once."""
    me = person_of(request)
    require(me, Capability.RUN_WAVES)
    wave = queries.wave_by_id(wave_id)
    with sent(body.content, "roster.csv") as file:
        people = read_roster(file.parent, file.name, require_taxonomy())
    actions.hand_in_roster(me, wave, people)
    return RosterOut(invited=len(people.people), again=people.again)


@router.post(
    "/{wave_id}/steps/{step}",
    response={200: WaveOut, **REFUSALS},
    summary="Launch, remind, close, publish, forget",
)
def take_step(request: HttpRequest, wave_id: int, step: Step) -> WaveOut:
    """Each at its time; publishing decides once and for all what is shown.

    That takes a while in a large company: the wave is `publishing` until it is `published`. `forget` deletes single
    answers and comments before their time; results stay.
    """
    me = person_of(request)
    require(me, Capability.RUN_WAVES)
    wave = queries.wave_by_id(wave_id)
    match step:
        case Step.LAUNCH:
            wave = actions.launch(me, wave, settings.CONFIG.public_url or request.build_absolute_uri("/"))
        case Step.REMIND:
            wave = actions.remind(me, wave)
        case Step.CLOSE:
            wave = actions.close(me, wave)
        case Step.PUBLISH:
            wave = actions.begin_publishing(me, wave)
        case Step.FORGET:
            wave = forget(me, wave)
    return _out(wave)


@router.get("/{wave_id}/turnout", response={200: list[TurnoutOut], **REFUSALS}, summary="Who takes part")
def turnout(request: HttpRequest, wave_id: int) -> list[TurnoutOut]:
    """By unit with everything below it, never of fewer people than may be shown; nothing before results are published."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [
        TurnoutOut(
            unit=each.group.unit,
            level=each.group.level,
            invited=each.invited,
            at_least=each.share,
        )
        for each in by_unit(queries.wave_by_id(wave_id))
    ]


@router.get("/{wave_id}/results", response={200: ResultsOut, **REFUSALS}, summary="What a wave found")
def results(request: HttpRequest, wave_id: int) -> ResultsOut:
    """Every group on every dimension; what is hidden says why."""
    require(person_of(request), Capability.SEE_INSIDE)
    found = results_of(queries.wave_by_id(wave_id))
    scores = []
    for group in found.groups:
        for dimension in found.dimensions:
            shown = found.shown(group, dimension.slug)
            scores.append(
                WaveScoreOut(
                    level=group.level,
                    unit=group.unit,
                    directly=group.own,
                    dimension=dimension.slug,
                    score=number(shown.level),
                    spread=shown.spread,
                    rwg=shown.agreement[0] if shown.agreement else None,
                )
            )
    suspected = wrong_keys(queries.instrument_of(found.wave), found.content)
    return ResultsOut(
        wave=_out(found.wave),
        scores=scores,
        wrong_keys=[
            WrongKeyOut(
                item=each.item.slug, dimension=each.item.dimension, correlation=each.correlation, n=each.n
            )
            for each in suspected
        ],
        comments=found.content["comments"],
    )


def _out(wave: Wave) -> WaveOut:
    return WaveOut(
        id=wave.pk,
        name=wave.name,
        closes=wave.closes,
        fewest=wave.fewest,
        fewest_comments=wave.fewest_comments,
        state=wave.state,
        instrument=str(wave.instrument),
        invited=queries.invited(wave).total(),
        keep_days=wave.keep_days,
        answers_deleted=wave.forgotten,
        taking_part=TakingPartOut(**part._asdict()) if (part := taking_part(wave)) else None,
    )
