"""What a sheet of the data book is made of, before it is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.core.stats.estimate import Measured

    type Cell = str | int | float | bool | date | Measured | None


class Form(StrEnum):
    """How the cells of a column look."""

    TEXT = "text"
    LONG = "long text"
    SHARE = "share"
    NUMBER = "number"
    COUNT = "count"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """A column with what it means. A measured one takes five: value, low, high, n, and why it is missing."""

    head: str
    meaning: str
    form: Form = Form.TEXT
    measured: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; without rows it shows how to get some. `withheld` says why a role does not see it."""

    name: str
    about: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    empty: str = ""
    withheld: str = ""
