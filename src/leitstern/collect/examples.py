"""The first staged rows in words, so that people see whether they were understood."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from leitstern.core.tables.lake import FACTS
from leitstern.store import engine

if TYPE_CHECKING:
    from collections.abc import Callable

    import duckdb

    from leitstern.core.company.taxonomy import Kind, Taxonomy

SHOWN = 5  # rows per source and table
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Example = dict[str, object]


def examples(
    con: duckdb.DuckDBPyConnection, sources: dict[int, str], taxonomy: Taxonomy
) -> dict[str, list[Example]]:
    """The first rows of each staged table and source: slugs instead of codes ("" = unmapped), local times, no ids."""
    clock = ZoneInfo(taxonomy.time_zone)

    def moment(us: int | None) -> str:
        return (
            ""
            if us is None
            else (_EPOCH + timedelta(microseconds=us)).astimezone(clock).isoformat(" ", "seconds")[:19]
        )

    def slug(kind: Kind) -> Callable[[int], str]:
        terms = {term.code: term.slug for term in taxonomy.terms(kind)}
        return lambda code: terms.get(code, "")

    shown: dict[str, tuple[str, Callable[..., object]]] = {
        "source": ("source", lambda number: sources[number]),
        "line": ("line", int),
        "ts_us": ("time", moment),
        "promise": ("promise", slug("promise")),
        "touchpoint": ("touchpoint", slug("touchpoint")),
        "channel": ("channel", slug("channel")),
        "department": ("department", slug("department")),
        "due_us": ("due", moment),
        "kept_us": ("kept", moment),
        "late_days": ("late_days", lambda days: days),
        "props": ("props", lambda props: json.loads(props) if props else {}),
        "kind": ("kind", str),
        "facet": ("facet", str),
        "value": ("value", float),
        "comment": ("comment", lambda comment: comment or ""),
        "language": ("language", lambda language: language or ""),
        "weight": ("weight", float),
    }
    result: dict[str, list[Example]] = {}
    for table, schema in FACTS.items():
        columns = [column for column in shown if column in schema.names]
        result[table] = [
            {shown[column][0]: shown[column][1](value) for column, value in zip(columns, row, strict=True)}
            for number in sources
            for row in engine.rows(
                con,
                f"SELECT {', '.join(columns)} FROM staged_{table} WHERE source = {number} ORDER BY seq LIMIT {SHOWN}",
            )
        ]
    return result
