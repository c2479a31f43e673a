"""The facts of an object-centric log as one row per event.

An object stands in the row as `object:` plus its type: the one the event names, else the one that the event's objects
belong to. "Belong" is meant strictly: a relation of two types counts only if no object of the first has more than one of
the second (an item has one order; a product has many items). Of several objects of a type an event names, none is taken;
all stand in a list, and `unnest` gives a row for each.
"""

from __future__ import annotations

from itertools import batched
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from leitstern.collect.readers import header
from leitstern.collect.readers.loaded import BETWEEN
from leitstern.collect.readers.ocel.facts import COLUMNS
from leitstern.collect.readers.refused import Refused
from leitstern.collect.sql import literal
from leitstern.core.texts import Text
from leitstern.store import engine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import duckdb

    from leitstern.collect.readers.ocel.facts import Fact, Table

EVENT, ACTIVITY, TIME, OBJECT, LIST, QUALIFIER = (
    "ocel:eid",
    "ocel:activity",
    "ocel:timestamp",
    "object:",
    "[]",
    ":qualifier",
)
BATCH = 20_000
_EARLIEST = "TIMESTAMPTZ '0001-01-01 00:00:00+00'"
_BETWEEN = ("base", "own", "belongs", "held", "long")


def load_facts(
    con: duckdb.DuckDBPyConnection, table: str, facts: Iterable[Fact], unnest: str, most: int | None
) -> tuple[str, ...]:
    """Fill a new temporary table with rows; give its columns. Raises Refused for ids that come twice."""
    try:
        for of, columns in COLUMNS.items():
            listed = ", ".join(f"{column} VARCHAR" for column in columns)
            engine.rows(con, f"CREATE OR REPLACE TEMP TABLE ocel_{of} ({listed})")
        for chunk in batched(facts if most is None else _first(facts, most), BATCH):
            _insert(con, chunk)
        for name in ("event", "object"):
            twice = engine.rows(
                con, f"SELECT id FROM ocel_{name} GROUP BY id HAVING count(*) > 1 ORDER BY id LIMIT 1"
            )
            if twice:
                raise Refused(TWICE.fill(id=twice[0][0]))
        return _Rows(con, table, unnest.removeprefix(OBJECT)).make()
    finally:
        for name in (*COLUMNS, *_BETWEEN):
            engine.rows(con, f"DROP TABLE IF EXISTS ocel_{name}")


def _first(facts: Iterable[Fact], most: int) -> Iterator[Fact]:
    """Everything about objects, and the first events."""
    kept: set[str] = set()
    for table, values in facts:
        if table == "event" and len(kept) < most:
            kept.add(values[0])
        if not table.startswith("event") or values[0] in kept:
            yield table, values


def _insert(con: duckdb.DuckDBPyConnection, facts: Iterable[Fact]) -> None:
    found: dict[Table, list[tuple[str, ...]]] = {}
    for table, values in facts:
        found.setdefault(table, []).append(values)
    for table, rows in found.items():
        lists = [pa.array(column, pa.string()) for column in zip(*rows, strict=True)]
        con.register(BETWEEN, pa.table(lists, list(COLUMNS[table])))
        engine.rows(con, f"INSERT INTO ocel_{table} FROM {BETWEEN}")
        con.unregister(BETWEEN)


class _Rows:
    """Makes the table in steps: cells first, each by row and column, then rows of them."""

    def __init__(self, con: duckdb.DuckDBPyConnection, table: str, unnest: str) -> None:
        self._con, self._table, self._unnest = con, table, unnest
        self._columns: dict[str, int] = {}

    def make(self) -> tuple[str, ...]:
        """See `load_facts`."""
        if self._unnest and (self._unnest,) not in self._rows("SELECT DISTINCT type FROM ocel_object"):
            raise Refused(NO_TYPE.fill(name=self._unnest))
        self._base()
        self._rows("CREATE OR REPLACE TEMP TABLE ocel_long (n BIGINT, c INTEGER, v VARCHAR)")
        for name, column in ((EVENT, "id"), (ACTIVITY, "type"), (TIME, "happened")):
            self._rows(f"INSERT INTO ocel_long SELECT n, {self._column(name)}, {column} FROM ocel_base")
        for (name,) in self._rows("SELECT DISTINCT name FROM ocel_event_attribute ORDER BY name"):
            self._rows(
                f"INSERT INTO ocel_long SELECT n, {self._column(name)}, value FROM ocel_base "
                f"JOIN ocel_event_attribute USING (id) WHERE name = {literal(name)}"
            )
        self._objects()
        self._attributes()
        columns = header.names(list(self._columns))
        listed = ", ".join(f"max(v) FILTER (c = {n}) AS c{n}" for n in range(len(columns)))
        self._rows(
            f"CREATE OR REPLACE TEMP TABLE {self._table} AS "
            f"SELECT n AS _line, {listed} FROM ocel_long GROUP BY n ORDER BY n"
        )
        return columns

    def _base(self) -> None:
        """The rows: one per event, or one per event and object of the type to unnest."""
        named = (
            "(SELECT r.id, r.object, string_agg(DISTINCT nullif(r.qualifier, ''), ', ') AS qualifier "
            f"FROM ocel_event_object r JOIN ocel_object o ON r.object = o.id WHERE o.type = {literal(self._unnest)} "
            "GROUP BY ALL)"
        )
        source, order, extra = "", "e.rowid", "NULL::VARCHAR AS object, NULL::VARCHAR AS qualifier"
        if self._unnest:
            source, extra = f"LEFT JOIN {named} x ON e.id = x.id", "x.object, x.qualifier"
            order += ", x.object"
        self._rows(
            f"CREATE OR REPLACE TEMP TABLE ocel_base AS SELECT row_number() OVER (ORDER BY {order}) AS n, e.id, e.type, "
            f"e.happened, TRY_CAST(e.happened AS TIMESTAMPTZ) AS t, {extra} FROM ocel_event e {source}"
        )

    def _objects(self) -> None:
        """Which object of each type stands in a row, into `ocel_held`, and the cells that say so."""
        self._belongings()
        unnest = literal(self._unnest)
        self._rows(
            "CREATE OR REPLACE TEMP TABLE ocel_own AS "
            "SELECT b.n, o.type, r.object, nullif(r.qualifier, '') AS qualifier FROM ocel_base b "
            "JOIN ocel_event_object r USING (id) JOIN ocel_object o ON r.object = o.id "
            f"WHERE o.type <> {unnest} UNION ALL "
            f"SELECT n, {unnest}, object, qualifier FROM ocel_base WHERE object IS NOT NULL"
        )
        self._rows(
            "CREATE OR REPLACE TEMP TABLE ocel_held AS "
            "SELECT n, type, any_value(object) AS object, count(DISTINCT object) AS found, "
            "to_json(list(DISTINCT object ORDER BY object))::VARCHAR AS listed, "
            "string_agg(DISTINCT qualifier, ', ' ORDER BY qualifier) AS qualifier FROM ocel_own GROUP BY n, type"
        )
        self._rows(
            "INSERT INTO ocel_held BY NAME SELECT w.n, p.type, any_value(p.parent) AS object, "
            "count(DISTINCT p.parent) AS found FROM ocel_own w JOIN ocel_belongs p ON w.object = p.object "
            "ANTI JOIN ocel_held h ON w.n = h.n AND p.type = h.type GROUP BY w.n, p.type "
            "HAVING count(DISTINCT p.parent) = 1"
        )
        told = self._rows(
            "SELECT type, bool_or(found > 1), bool_or(qualifier IS NOT NULL) FROM ocel_held GROUP BY type ORDER BY type"
        )
        for kind, several, qualified in told:
            where = f"FROM ocel_held WHERE type = {literal(kind)} AND"
            name = OBJECT + kind
            self._rows(f"INSERT INTO ocel_long SELECT n, {self._column(name)}, object {where} found = 1")
            if several:
                self._rows(
                    f"INSERT INTO ocel_long SELECT n, {self._column(name + LIST)}, listed {where} found > 1"
                )
            if qualified:
                column = self._column(name + QUALIFIER)
                self._rows(
                    f"INSERT INTO ocel_long SELECT n, {column}, qualifier {where} qualifier IS NOT NULL"
                )

    def _belongings(self) -> None:
        """For each object the one of another type it belongs to, directly or through another."""
        self._rows(
            "CREATE OR REPLACE TEMP TABLE ocel_belongs AS WITH ties AS ("
            "SELECT source AS a, target AS b FROM ocel_object_object UNION SELECT target, source FROM ocel_object_object), "
            "typed AS (SELECT a, s.type AS own, b, t.type FROM ties JOIN ocel_object s ON a = s.id "
            "JOIN ocel_object t ON b = t.id WHERE s.type <> t.type), "
            "counted AS (SELECT a, own, type, any_value(b) AS b, count(DISTINCT b) AS found FROM typed GROUP BY ALL), "
            "single AS (SELECT own, type FROM counted GROUP BY ALL HAVING max(found) = 1) "
            "SELECT a AS object, own, type, b AS parent FROM counted SEMI JOIN single USING (own, type)"
        )
        self._rows(
            "INSERT INTO ocel_belongs SELECT p.object, p.own, q.type, any_value(q.parent) FROM ocel_belongs p "
            "JOIN ocel_belongs q ON p.parent = q.object ANTI JOIN ocel_belongs k ON p.object = k.object "
            "AND q.type = k.type WHERE q.type <> p.own GROUP BY p.object, p.own, q.type HAVING count(DISTINCT q.parent) = 1"
        )

    def _attributes(self) -> None:
        """What was so of each object when the event took place."""
        told = self._rows(
            "SELECT DISTINCT o.type, a.name FROM ocel_object_attribute a JOIN ocel_object o USING (id) "
            "SEMI JOIN ocel_held h ON o.type = h.type ORDER BY o.type, a.name"
        )
        for kind, name in told:
            column = self._column(f"{OBJECT}{kind}.{name}")
            of, named = literal(kind), literal(name)
            self._rows(
                f"INSERT INTO ocel_long SELECT r.n, {column}, a.value FROM "
                f"(SELECT h.n, h.object, coalesce(b.t, {_EARLIEST}) AS t FROM ocel_held h JOIN ocel_base b USING (n) "
                f"WHERE h.type = {of} AND h.found = 1) r ASOF JOIN (SELECT id, value, coalesce(TRY_CAST(happened AS TIMESTAMPTZ), "
                f"{_EARLIEST}) AS t FROM ocel_object_attribute WHERE name = {named}) a ON r.object = a.id AND r.t >= a.t"
            )

    def _column(self, name: str) -> int:
        if name not in self._columns and len(self._columns) >= header.MOST:
            raise Refused(header.TOO_WIDE.fill(found=len(self._columns) + 1, most=header.MOST))
        return self._columns.setdefault(name, len(self._columns))

    def _rows(self, query: str) -> list[tuple[Any, ...]]:
        return engine.rows(self._con, query)


TWICE = Text(
    en="The id “{id}” stands for two objects or events; in an object-centric event log every id is given once.",
    de="Die Kennung „{id}“ steht für zwei Objekte oder Ereignisse; in einem objektzentrierten Ereignisprotokoll gibt es jede "
    "Kennung einmal.",
)
NO_TYPE = Text(
    en="`unnest` names “{name}”, but the log has no objects of that type.",
    de="`unnest` nennt „{name}“, das Protokoll hat aber keine Objekte dieser Art.",
)
