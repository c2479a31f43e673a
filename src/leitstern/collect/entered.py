"""Contacts that people entered by hand, staged as if they had come in a file."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pyarrow as pa

from leitstern.collect import hashes
from leitstern.collect.items import create_staged
from leitstern.collect.language import guessed
from leitstern.collect.mapping import (
    Condition,
    ContactRule,
    Customer,
    FeedbackRule,
    Mapping,
    PromiseRule,
    Source,
    Term,
)
from leitstern.collect.prepared import Prepared, SourceCounts
from leitstern.collect.quarantine.entries import Quarantine
from leitstern.collect.terms import place_of
from leitstern.core.company.scales import SCALES, ScaleKind
from leitstern.core.company.taxonomy import UNMAPPED, Promise
from leitstern.core.tables.lake import FACTS, TOLD, TOLD_AGAIN
from leitstern.store import engine

if TYPE_CHECKING:
    from collections.abc import Sequence

    import duckdb

    from leitstern.core.company.taxonomy import Taxonomy
    from leitstern.store.home import Home

    type Row = dict[str, Any]

TABLES = tuple(FACTS)
SECOND_US = 1_000_000


@dataclass(frozen=True, slots=True)
class Entered:
    """One contact, with the promise made and the answer given in it, if any.

    `line` finds it again where it is kept, `key` tells it from all others for ever. `source` and `kind` (of the
    customer's number) say where it comes from; texts are masked already.
    """

    line: int
    key: str
    source: str
    kind: str
    entity: int
    touchpoint: str
    at: datetime
    flags: int = 0
    channel: str = ""
    props: dict[str, str] = field(default_factory=dict)
    told_again: bool | None = None  # None: nobody said
    promise: str = ""
    due: date | None = None
    kept: datetime | None = None
    scale: ScaleKind | None = None
    value: float | None = None
    comment: str = ""

    @property
    def origin(self) -> tuple[str, str]:
        """What counts as one source of an import."""
        return self.source, self.kind


def prepare_entered(
    home: Home,
    con: duckdb.DuckDBPyConnection,
    entered: Sequence[Entered],
    taxonomy: Taxonomy,
    import_id: int,
) -> Prepared:
    """Stage all of them; `store.staged` describes the three tables. Nothing is put aside: all was checked before."""
    create_staged(con)
    numbers = {origin: number for number, origin in enumerate(_origins(entered), start=1)}
    staged: dict[str, list[Row]] = {table: [] for table in TABLES}
    for position, each in enumerate(entered):
        rows = _rows(each, taxonomy)
        for nth, table in enumerate(TABLES):
            if row := rows.get(table):
                staged[table].append(
                    row
                    | {
                        "entity_id": each.entity,
                        "journey_key": 0,
                        "seq": position * len(TABLES) + nth,
                        "weight": 1.0,
                        "source": numbers[each.origin],
                        "import_id": import_id,
                        "line": each.line,
                        "mid": str(
                            hashes.label(home.secret, hashes.SEPARATOR.join(("entered", table, each.key)))
                        ),
                    }
                )
    for table, rows_of_table in staged.items():
        _insert(con, table, rows_of_table)
    sources = tuple(_counts(number, origin, staged) for origin, number in numbers.items())
    return Prepared(sources, {}, Quarantine(home.staging))


def mapping_of(entered: Sequence[Entered], time_zone: str) -> Mapping:
    """The mapping under which a file of these contacts would mean the same."""
    return Mapping(time_zone, tuple(_source(origin, entered) for origin in _origins(entered)))


def _origins(entered: Sequence[Entered]) -> list[tuple[str, str]]:
    return sorted({each.origin for each in entered})


def _name(origin: tuple[str, str]) -> str:
    return f"{origin[0]}-{origin[1]}"


def _source(origin: tuple[str, str], entered: Sequence[Entered]) -> Source:
    mine = [each for each in entered if each.origin == origin]
    point, key = Term(column="touchpoint"), ("entry",)
    props = tuple((name, name) for name in sorted({name for each in mine for name in each.props}))
    return Source(
        _name(origin),
        f"{origin[0]}.csv",
        Customer("customer", origin[1]),
        key=key,
        contacts=(ContactRule(point, "at", Term(column="channel"), props=props, told_again=_asked(mine)),),
        promises=tuple(
            PromiseRule(slug, "due", "at", "kept", when=(Condition("promise", (slug,)),))
            for slug in sorted({each.promise for each in mine if each.promise})
        ),
        feedback=tuple(
            FeedbackRule(
                point,
                kind,
                "value",
                "at",
                (SCALES[kind].low, SCALES[kind].high),
                SCALES[kind].good_from,
                SCALES[kind].facet,
                ("comment",),
                when=(Condition("scale", (kind,)),),
            )
            for kind in sorted({each.scale for each in mine if each.scale})
        ),
    )


def _asked(entered: Sequence[Entered]) -> Condition | None:
    recorded = any(each.told_again is not None for each in entered)
    return Condition(TOLD_AGAIN, (TOLD[True],)) if recorded else None


def _rows(each: Entered, taxonomy: Taxonomy) -> dict[str, Row]:
    """What one contact adds to each table."""
    zone = ZoneInfo(taxonomy.time_zone)
    here = each.at.astimezone(zone)
    place = place_of(taxonomy.resolve("touchpoint", each.touchpoint), taxonomy)._asdict()
    if each.channel:
        place["channel"] = taxonomy.resolve("channel", each.channel)
    told = place | {"ts_us": _us(each.at)}
    rows: dict[str, Row] = {
        "contacts": told
        | {
            "local_date": here.date(),
            "local_hour": here.hour,
            "local_dow": here.isoweekday(),
            "flags": each.flags,
            "props": _props(each),
        }
    }
    if each.promise and each.due:
        rows["promises"] = _promise(each, each.due, taxonomy, zone)
    if each.scale and each.value is not None:
        scale = SCALES[each.scale]
        rows["feedback"] = told | {
            "local_date": here.date(),
            "kind": scale.kind,
            "facet": scale.facet,
            "value": float(each.value),
            "low": float(scale.low),
            "high": float(scale.high),
            "good_from": float(scale.good_from),
            "comment": each.comment or None,
        }
    return rows


def _props(each: Entered) -> str | None:
    told = {} if each.told_again is None else {TOLD_AGAIN: TOLD[each.told_again]}
    props = each.props | told
    return json.dumps(props, ensure_ascii=False, sort_keys=True, separators=(",", ":")) if props else None


def _promise(each: Entered, due: date, taxonomy: Taxonomy, zone: ZoneInfo) -> Row:
    promise = taxonomy.lookup(Promise).slug(each.promise)
    point = taxonomy.resolve("touchpoint", promise.touchpoint) if promise else UNMAPPED
    return place_of(point, taxonomy)._asdict() | {
        "ts_us": _us(each.at),
        "promise": promise.code if promise else UNMAPPED,
        "due_us": _us(datetime.combine(due, time(), zone)),
        "kept_us": _us(each.kept) if each.kept else None,
        "late_days": (each.kept.astimezone(zone).date() - due).days if each.kept else None,
        "due_date": due,
    }


def _insert(con: duckdb.DuckDBPyConnection, table: str, rows: list[Row]) -> None:
    if not rows:
        return
    fields = [f for f in FACTS[table] if f.name in rows[0]] + [pa.field("mid", pa.string())]
    con.register("entered", pa.Table.from_pylist(rows, pa.schema(fields)))
    language = f", {guessed('comment')} AS language" if table == "feedback" else ""
    try:
        engine.rows(
            con,
            f"INSERT INTO staged_{table} BY NAME SELECT * REPLACE (mid::UHUGEINT AS mid){language} FROM entered ORDER BY seq",
        )
    finally:
        con.unregister("entered")


def _counts(number: int, origin: tuple[str, str], staged: dict[str, list[Row]]) -> SourceCounts:
    mine = {table: [row for row in rows if row["source"] == number] for table, rows in staged.items()}
    days = [row["local_date"] for row in mine["contacts"]]
    return SourceCounts(
        number=number,
        name=_name(origin),
        rows=len(mine["contacts"]),
        not_selected=0,
        staged={table: len(rows) for table, rows in mine.items()},
        quarantined=0,
        quarantined_rows=0,
        first=min(days),
        last=max(days),
    )


def _us(moment: datetime) -> int:
    """Microseconds since 1970 UTC, exactly."""
    since = moment.astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)
    return (since.days * 86_400 + since.seconds) * SECOND_US + since.microseconds
