"""What waits in quarantine, over all imports, and its rows as far as anybody may see them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Sum

from leitstern.app.intake.models import Import, QuarantineEntry
from leitstern.app.intake.queries import quarantined
from leitstern.collect.quarantine.reasons import REASONS

if TYPE_CHECKING:
    from leitstern.core.texts import Text

SHOWN = 20  # rows
LONGEST = 400  # letters of a row
_LETTER, _DIGIT = re.compile(r"[^\W\d_]"), re.compile(r"\d")
_BLANKS = dict.fromkeys(("value", "found", "expected", "low", "high"), "…")


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for one reason at one import."""

    run: int
    name: str
    source: str
    reason: Text
    rows: int
    items: int


@dataclass(frozen=True, slots=True)
class Row:
    """One row: where it stood, why it waits, and its form without its content."""

    source: str
    line: int
    reason: Text
    form: str


def waiting() -> list[Waiting]:
    """Everything that waits, most rows first; reasons stand without single values."""
    rows = QuarantineEntry.objects.filter(replayed_by=None).order_by()
    groups = rows.values("import_run", "source", "code", "column").annotate(
        n=Count("id"), entries=Sum("items")
    )
    names = dict(Import.objects.values_list("pk", "name"))
    return [
        Waiting(
            run=each["import_run"],
            name=names[each["import_run"]],
            source=each["source"],
            reason=REASONS[each["code"]].fill(column=each["column"], **_BLANKS),
            rows=each["n"],
            items=each["entries"],
        )
        for each in groups.order_by("-n", "-import_run", "source", "code", "column")
    ]


def rows_of(run: Import) -> list[Row]:
    """The first rows of an import that wait, and why, without a value of theirs."""
    return [
        Row(
            entry.source,
            entry.line,
            REASONS[entry.code].fill(column=entry.column, **_BLANKS),
            form(bytes(entry.original), entry.encoding),
        )
        for entry in quarantined(run)[:SHOWN]
    ]


def form(original: bytes, encoding: str) -> str:
    """A row with x for every letter and 9 for every digit: enough to see a wrong date or a shifted column."""
    text = original.decode(encoding or "utf-8", "backslashreplace")
    try:
        cells = json.loads(text)
    except ValueError:
        cells = None
    if isinstance(cells, dict):  # names of columns say nothing about anybody
        said = " · ".join(f"{name}: {_formed(str(value))}" for name, value in cells.items())
    else:
        said = _formed(text.strip())
    return said if len(said) <= LONGEST else said[:LONGEST] + "…"


def _formed(text: str) -> str:
    return _DIGIT.sub("9", _LETTER.sub("x", text))
