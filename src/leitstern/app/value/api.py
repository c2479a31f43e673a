"""What customers get beside what the company gets, for programs."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.outside.reading import require_published
from leitstern.app.value.documents import ValueOut, value_document

router = Router(tags=["value"])


@router.get("", response={200: ValueOut, **REFUSALS}, summary="Value for customers and of customers")
def read_value(request: HttpRequest, currency: str = "") -> ValueOut:
    """Of everybody and persona by persona; `currency` chooses among those that are declared, never their sum."""
    require(person_of(request), Capability.SEE_OUTSIDE)
    return value_document(require_published(), currency)
