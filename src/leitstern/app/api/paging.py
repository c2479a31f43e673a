"""Long lists in pages: as many items as asked for, and where the next page begins.

A cursor says which item was given last, not how many were: items that come in or go in between neither repeat nor hide
others. The address of the next page stands in the header `Link` (RFC 8288), so that a list stays a plain list.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.http import HttpRequest

MOST = 1000  # items of a page, and of a list nobody asked pages of
PARAMETERS = ("limit", "cursor")
NAMES = ("id", "slug", "number")  # what tells an item from others, where it has one of these
BAD_LIMIT = Text(
    en=f"`limit` is a whole number from 1 to {MOST}.", de=f"`limit` ist eine ganze Zahl von 1 bis {MOST}."
)
BAD_CURSOR = Text(
    en="This cursor was not given by us. Begin without one.",
    de="Diese Marke stammt nicht von uns. Beginnen Sie ohne eine.",
)


def page(request: HttpRequest, found: list[Any]) -> tuple[list[Any], str]:
    """The items asked for with `limit` and `cursor`, and the address of those after them ("" if there are none).

    Raises InvalidInput.
    """
    start, limit = _start(found, request.GET.get("cursor", "")), _limit(request.GET.get("limit", ""))
    end = start + limit
    if end >= len(found):
        return found[start:], ""
    asked = request.GET.copy()
    asked["cursor"], asked["limit"] = _cursor(end - 1, found[end - 1]), str(limit)
    return found[start:end], request.build_absolute_uri(f"{request.path}?{asked.urlencode()}")


def _limit(written: str) -> int:
    if not written:
        return MOST
    if not (written.isascii() and written.isdigit() and 1 <= int(written[:5]) <= MOST):
        raise InvalidInput(BAD_LIMIT)
    return int(written)


def _start(found: list[Any], cursor: str) -> int:
    """Behind the item the cursor names; where that is gone, at the place it had."""
    if not cursor:
        return 0
    place, named = _read(cursor)
    if place < len(found) and _name(found[place]) == named:
        return place + 1
    moved = [here for here, item in enumerate(found) if _name(item) == named]
    return min(moved, key=lambda here: abs(here - place)) + 1 if moved else min(place, len(found))


def _cursor(place: int, item: Any) -> str:
    return urlsafe_b64encode(f"{place} {_name(item)}".encode()).decode().rstrip("=")


def _read(cursor: str) -> tuple[int, str]:
    try:
        place, named = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii").split(" ")
        return int(place[:9]), named
    except ValueError:
        raise InvalidInput(BAD_CURSOR) from None


def _name(item: Any) -> str:
    """A short name that an item keeps while the list around it changes."""
    own = next((item[name] for name in NAMES if name in item), item) if isinstance(item, dict) else item
    return blake2b(json.dumps(own, sort_keys=True, default=str).encode(), digest_size=8).hexdigest()
