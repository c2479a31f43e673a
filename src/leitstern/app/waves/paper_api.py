"""Waves on paper for programs: entering many sheets, comparing a second entry, taking the last one back."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Field, Router, Schema

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.files import sent
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.waves.models import Wave
from leitstern.app.waves.paper import discard_last_sheet, hold_on_paper, on_paper, progress
from leitstern.app.waves.paper_batch import differences, enter_again, enter_sheets
from leitstern.app.waves.queries import wave_by_id
from leitstern.app.waves.sheet_table import read
from leitstern.collect.paper_sheets import PaperSheet

router = Router(tags=["waves"])
FILE = "sheets.csv"


class SheetsIn(Schema):
    content: str = Field(
        max_length=20_000_000,
        description="CSV: sheet, unit, level, a column per statement (its short name, number or wording), comment.",
    )


class SheetsOut(Schema):
    """How far entering has come."""

    on_paper: bool
    entered: int
    twice: int  # entered a second time, alike or settled
    people: int  # on the roster
    next: int  # number of the next sheet


class DifferenceOut(Schema):
    sheet: int
    item: str
    first: int | None  # left out
    second: int | None


class ComparedOut(Schema):
    alike: int
    differences: list[DifferenceOut]


@router.get("/{wave_id}/sheets", response={200: SheetsOut, **REFUSALS}, summary="Sheets entered so far")
def sheets(request: HttpRequest, wave_id: int) -> SheetsOut:
    """Of a wave on paper, until it is published."""
    require(person_of(request), Capability.RUN_WAVES)
    return _out(wave_by_id(wave_id))


@router.post("/{wave_id}/sheets", response={200: SheetsOut, **REFUSALS}, summary="Enter sheets on paper")
def enter(request: HttpRequest, wave_id: int, body: SheetsIn) -> SheetsOut:
    """All or none; mistakes are told at once. A sheet that is there already, in the same words, adds nothing."""
    me = person_of(request)
    require(me, Capability.RUN_WAVES)
    wave = wave_by_id(wave_id)
    return _out(enter_sheets(me, wave, _read(wave, body), FILE))


@router.post(
    "/{wave_id}/sheets/compare", response={200: ComparedOut, **REFUSALS}, summary="Compare a second entry"
)
def compare(request: HttpRequest, wave_id: int, body: SheetsIn) -> ComparedOut:
    """Where a second person read the paper differently. No answer is changed."""
    me = person_of(request)
    require(me, Capability.RUN_WAVES)
    wave = wave_by_id(wave_id)
    typed = _read(wave, body)
    found = differences(wave, typed, FILE)
    enter_again(me, wave, typed, FILE)
    return ComparedOut(
        alike=len(typed) - len({each.number for each in found}),
        differences=[
            DifferenceOut(sheet=each.number, item=each.item.slug, first=each.first, second=each.second)
            for each in found
        ],
    )


@router.delete(
    "/{wave_id}/sheets/last", response={200: SheetsOut, **REFUSALS}, summary="Discard the last sheet"
)
def discard(request: HttpRequest, wave_id: int) -> SheetsOut:
    """The one entered last, with its answers and its comment."""
    return _out(discard_last_sheet(person_of(request), wave_by_id(wave_id)))


@router.post("/{wave_id}/on-paper", response={200: SheetsOut, **REFUSALS}, summary="Hold a wave on paper")
def hold(request: HttpRequest, wave_id: int) -> SheetsOut:
    """Before its launch: the addresses on the roster are deleted."""
    return _out(hold_on_paper(person_of(request), wave_by_id(wave_id)))


def _read(wave: Wave, body: SheetsIn) -> list[PaperSheet]:
    with sent(body.content, FILE) as file:
        return read(wave, file)


def _out(wave: Wave) -> SheetsOut:
    done = progress(wave)
    return SheetsOut(
        on_paper=on_paper(wave), entered=done.entered, twice=done.twice, people=done.people, next=done.next
    )
