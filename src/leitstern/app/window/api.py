"""The customer window for programs: every department's part, and one's own weekly letter."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router, Schema

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.outside.reading import published
from leitstern.app.window import subscribing
from leitstern.app.window.documents import (
    WindowOut,
    WindowReachOut,
    WindowShortOut,
    reach_document,
    short_document,
    window_document,
)
from leitstern.app.window.looking import window, windows
from leitstern.app.window.reaching import reaches

router = Router(tags=["window"])


class LetterOut(Schema):
    unit: str
    subscribed: bool


@router.get("", response={200: list[WindowShortOut], **REFUSALS}, summary="Every department's window")
def list_windows(request: HttpRequest) -> list[WindowShortOut]:
    """What customers say first about each department's part."""
    require(person_of(request), Capability.SEE_GAP)
    state = published()
    return [short_document(each) for each in windows(state)] if state else []


@router.get(
    "/departments/reach", response={200: list[WindowReachOut], **REFUSALS}, summary="Whom the windows reach"
)
def list_reach(request: HttpRequest) -> list[WindowReachOut]:
    """Who gets the letter, how old the newest word is, and how often each window was opened."""
    require(person_of(request), Capability.SEE_INSIDE)
    state = published()
    return [reach_document(each) for each in reaches(state)] if state else []


@router.get("/{unit}", response={200: WindowOut, **REFUSALS}, summary="One department's window")
def read_window(request: HttpRequest, unit: str) -> WindowOut:
    """Its touchpoints, mood, repeats, late promises, handoffs and three masked comments."""
    require(person_of(request), Capability.SEE_GAP)
    return window_document(window(unit))


@router.put("/{unit}/letter", response={200: LetterOut, **REFUSALS}, summary="Have the weekly letter")
def subscribe(request: HttpRequest, unit: str) -> LetterOut:
    """It comes to whoever the key belongs to."""
    me = person_of(request)
    subscribing.subscribe(me, unit, me, address=request.build_absolute_uri("/"))
    return LetterOut(unit=unit, subscribed=True)


@router.delete("/{unit}/letter", response={200: LetterOut, **REFUSALS}, summary="Leave the weekly letter")
def leave(request: HttpRequest, unit: str) -> LetterOut:
    """Also where one's role gets it."""
    me = person_of(request)
    subscribing.leave(me, me, unit)
    return LetterOut(unit=unit, subscribed=False)
