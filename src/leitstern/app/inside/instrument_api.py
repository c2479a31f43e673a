"""Instruments for programs."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Field, Router, Schema
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.inside.instrument_documents import (
    InstrumentListed,
    InstrumentOut,
    instrument_document,
    listed,
)
from leitstern.app.inside.instruments import bring_in, instrument_version, instrument_versions
from leitstern.collect.yaml_document import MAX_BYTES

router = Router(tags=["inside"])


class InstrumentIn(Schema):
    content: str = Field(max_length=MAX_BYTES)  # the file, YAML


@router.get("", response={200: list[InstrumentListed], **REFUSALS}, summary="All instruments")
def list_instruments(request: HttpRequest) -> list[InstrumentListed]:
    """Every version, those of the program first."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [listed(version) for version in instrument_versions()]


@router.get("/{version_id}", response={200: InstrumentOut, **REFUSALS}, summary="One instrument")
def one_instrument(request: HttpRequest, version_id: int) -> InstrumentOut:
    """A version with its dimensions, anchors and items."""
    require(person_of(request), Capability.SEE_INSIDE)
    return instrument_document(instrument_version(version_id))


@router.post("", response={201: InstrumentOut, **REFUSALS}, summary="Bring in an instrument")
def add_instrument(request: HttpRequest, body: InstrumentIn) -> Status[InstrumentOut]:
    """Keep a new version; one that names no licence is refused."""
    return Status(
        201, instrument_document(bring_in(person_of(request), body.content.encode(), "instrument.yaml"))
    )
