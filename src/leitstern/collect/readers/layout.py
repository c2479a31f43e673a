"""What a file was found to be like: kept with the rows put aside, so that they can be read again without it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from leitstern.collect.readers.dialect import Dialect

if TYPE_CHECKING:
    from leitstern.collect.readers.dialect import Decimal


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns, what stands before decimals, and how values are separated; None where rows are JSON objects.

    `lines` says that these objects are lines of a file of JSON, as somebody else wrote them.
    """

    columns: tuple[str, ...]
    decimal: Decimal
    dialect: Dialect | None = None
    lines: bool = False

    def packed(self) -> bytes:
        """As bytes; see `unpacked`."""
        return json.dumps(asdict(self), ensure_ascii=False).encode()


def unpacked(packed: bytes) -> Layout:
    """The layout that was packed."""
    told = json.loads(packed)
    dialect = Dialect(**told["dialect"]) if told["dialect"] else None
    return Layout(tuple(told["columns"]), told["decimal"], dialect, told.get("lines", False))
