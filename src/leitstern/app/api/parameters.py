"""A parameter that an operation does not have is refused: passed over, a misspelt filter would answer for everybody."""

from __future__ import annotations

import difflib
from functools import wraps
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, get_origin

from leitstern.app.api.paging import PARAMETERS
from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest
    from ninja.operation import Operation

LONGEST = 80  # characters of a name that are said again
UNKNOWN = Text(
    en="There is no parameter `{name}` here. Known: {known}.",
    de="Den Parameter `{name}` gibt es hier nicht. Bekannt sind: {known}.",
)
CLOSE = Text(
    en="There is no parameter `{name}` here. Did you mean `{close}`?",
    de="Den Parameter `{name}` gibt es hier nicht. Meinen Sie `{close}`?",
)
NONE = Text(
    en="There is no parameter `{name}` here, nor any other.",
    de="Den Parameter `{name}` gibt es hier nicht, auch keinen anderen.",
)


def known_only[Given: Callable[..., Any]](view: Given) -> Given:
    """An operation that refuses parameters it does not have."""
    known = sorted(_known(view._ninja_operation))  # type: ignore[attr-defined] # the framework's way back

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **given: object) -> Any:
        for name in request.GET:
            if name not in known:
                raise InvalidInput(_refusal(name, known))
        return view(request, *args, **given)

    return guarded  # type: ignore[return-value] # of the same shape


def _known(operation: Operation) -> set[str]:
    known = {
        name
        for model in operation.models
        if model.__ninja_param_source__ == "query"
        for name in model.__ninja_flatten_map__
    }
    answer = operation.response_models.get(HTTPStatus.OK)
    fields = getattr(answer, "model_fields", {})
    if (
        "GET" in operation.methods
        and "response" in fields
        and get_origin(fields["response"].annotation) is list
    ):
        known |= set(PARAMETERS)
    return known


def _refusal(name: str, known: list[str]) -> Text:
    name = name[:LONGEST]
    close = difflib.get_close_matches(name, known, n=1)
    if close:
        return CLOSE.fill(name=name, close=close[0])
    if known:
        return UNKNOWN.fill(name=name, known=", ".join(known))
    return NONE.fill(name=name)
