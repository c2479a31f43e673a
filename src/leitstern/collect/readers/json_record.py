"""One object of JSON as the cells of rows: nested names joined by dots, numbers as they are written."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NoReturn

from leitstern.collect.readers.header import clean

if TYPE_CHECKING:
    from leitstern.collect.readers.loaded import Cells

DEEPEST = 64
NAMES = 10_000  # that are remembered, for they come again in every record
LIST = "[]"  # ends the name of a column whose values are lists
_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*+"|[\[\]{}]')


class Unsound(ValueError):
    """Why something is no record of ours: a code of `quarantine.reasons`, and what about it."""

    def __init__(self, code: str, value: str = "") -> None:
        super().__init__(code)
        self.code, self.value = code, value


def rows_of(raw: bytes, unnest: str = "") -> list[Cells]:
    """The rows of one record: one, or as many as the list at `unnest` has elements (one if it has none). Raises Unsound."""
    if b"\0" in raw:
        raise Unsound("nul")
    cells: Cells = {}
    listed: list[Any] = []
    for name, value in read_object(text_of(raw)).items():
        _flatten(cells, _clean(name), value, unnest, listed)
    if not listed:
        return [cells]
    rows = []
    for element in listed:
        row = dict(cells)
        _flatten(row, unnest, element, "", [])
        rows.append(row)
    return rows


def only(raw: bytes, unnest: str, position: int) -> bytes:
    """The same record with one element of its list, so that it stands for one row."""
    found = read_object(text_of(raw))
    _keep(found, unnest, position)
    return json.dumps(found, ensure_ascii=False).encode()


def text_of(raw: bytes) -> str:
    """The letters. Raises Unsound if they are not UTF-8."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        raise Unsound("encoding") from None


def read_object(text: str) -> dict[str, Any]:
    """An object without what no table can take: depths, names that come twice, halves of letters. Raises Unsound."""
    if text.count("{") + text.count("[") > DEEPEST and _depth(text) > DEEPEST:
        raise Unsound("json-deep", str(DEEPEST))
    try:
        found = DECODER.decode(text)
    except Unsound:
        raise
    except (ValueError, RecursionError):
        raise Unsound("json") from None
    if not isinstance(found, dict):
        raise Unsound("json-no-object")
    if "\\u" in text:
        sound(json.dumps(found, ensure_ascii=False))
        if "\\u0000" in text.lower() and _has_zero(found):
            raise Unsound("nul")
    return found


def sound(text: str) -> str:
    """The same text. Raises Unsound if it has halves of letters, which nothing could store."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Unsound("json-half") from None
    return text


def _flatten(cells: Cells, name: str, value: Any, unnest: str, listed: list[Any]) -> None:
    if isinstance(value, dict):
        for inner, deeper in value.items():
            _flatten(cells, _within(name, inner), deeper, unnest, listed)
        return
    if isinstance(value, list):
        if unnest and name == unnest:
            listed.extend(value)
            return
        name += LIST
        value = json.dumps(value, ensure_ascii=False) if value else None
    elif isinstance(value, bool):
        value = "true" if value else "false"
    if name in cells:
        raise Unsound("json-twice", name)
    cells[name] = value


@lru_cache(NAMES)
def _within(name: str, inner: str) -> str:
    return f"{name}.{clean(inner)}"


def _keep(found: dict[str, Any], path: str, position: int) -> None:
    """Replace the list at `path` by the one element at `position`, wherever names with dots put it."""
    for name, value in found.items():
        if clean(name) == path and isinstance(value, list):
            found[name] = value[position : position + 1]
        elif isinstance(value, dict) and path.startswith(f"{clean(name)}."):
            _keep(value, path.removeprefix(f"{clean(name)}."), position)


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise Unsound("json-twice", next(name for name in names if names.count(name) > 1))
    return found


def _decimal(digits: str) -> str:
    """1e3 as 1000; what is beyond all measure stays as it is."""
    if "e" not in digits.lower():
        return digits
    number = Decimal(digits)
    exponent = number.as_tuple().exponent
    return format(number, "f") if isinstance(exponent, int) and abs(exponent) <= 40 else digits


def _no_number(name: str) -> NoReturn:
    raise Unsound("json-number", name)


def _depth(text: str) -> int:
    depth = deepest = 0
    for match in _BRACKETS.finditer(text):
        if match[0] in "{[":
            depth += 1
            deepest = max(deepest, depth)
        elif match[0] in "}]":
            depth -= 1
    return deepest


def _has_zero(value: Any) -> bool:
    if isinstance(value, dict):
        return any("\0" in name or _has_zero(inner) for name, inner in value.items())
    if isinstance(value, list):
        return any(map(_has_zero, value))
    return isinstance(value, str) and "\0" in value


_clean = lru_cache(NAMES)(clean)
DECODER = json.JSONDecoder(
    object_pairs_hook=_pairs, parse_float=_decimal, parse_int=str, parse_constant=_no_number
)
