"""The gap for programs."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language
from ninja import Router

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.gap.queries import gap_document
from leitstern.app.outside.reading import require_published

router = Router(tags=["gap"])


@router.get("", response={200: dict[str, Any], **REFUSALS}, summary="Indices, touchpoints and drivers")
def gap(request: HttpRequest) -> dict[str, Any]:
    """The same document as `leitstern gap --format json`; names and reasons follow Accept-Language."""
    require(person_of(request), Capability.SEE_GAP)
    return gap_document(require_published(), get_language() or "en")
