"""The facts of an object-centric log as one row per event.

An object stands in the row as `object:` plus its type: the one the event names, else the one that the event's objects
belong to. "Belong" is meant strictly: a relation of two types counts only if no object of the first has more than one of
the second (an item has one order; a product has many items). Of several objects of a type an event names, none is taken;
all stand in a list, and `unnest` gives a row for each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from leitstern.collect.readers import header
from leitstern.collect.readers.ocel.tables import TABLES, fill_tables, first
from leitstern.collect.readers.refused import Refused
from leitstern.collect.sql import literal
from leitstern.core.texts import Text
from leitstern.store import engine

if TYPE_CHECKING:
    from collections.abc import Iterable

    import duckdb

    from leitstern.collect.readers.ocel.facts import Told

OBJECT, LIST, QUALIFIER = "object:", "[]", ":qualifier"
_EARLIEST = "TIMESTAMPTZ '0001-01-01 00:00:00+00'"
_BETWEEN = ("own", "belongs", "held", "long")


def load_told(
    con: duckdb.DuckDBPyConnection, table: str, told: Iterable[Told], unnest: str, most: int | None
) -> tuple[str, ...]:
    """Fill a new temporary table with rows; give its columns. Raises Refused for ids that come twice."""
    try:
        names = fill_tables(con, told if most is None else first(told, most))
        return _Rows(con, table, unnest.removeprefix(OBJECT), names).make()
    finally:
        engine.rows(con, "DROP VIEW IF EXISTS ocel_base")
        for name in (*TABLES, *_BETWEEN, "unnested"):
            engine.rows(con, f"DROP TABLE IF EXISTS ocel_{name}")


class _Rows:
    """Makes the table in steps: for each row the objects it is about, what was so of them, then all of it side by side.

    `events` are the names of the columns of `ocel_event`.
    """

    def __init__(self, con: duckdb.DuckDBPyConnection, table: str, unnest: str, events: list[str]) -> None:
        self._con, self._table, self._unnest, self._events = con, table, unnest, events
        self._columns: dict[str, int] = {}

    def make(self) -> tuple[str, ...]:
        """See `load_told`."""
        if self._unnest and (self._unnest,) not in self._rows("SELECT DISTINCT type FROM ocel_object"):
            raise Refused(NO_TYPE.fill(name=self._unnest))
        self._base()
        self._rows("CREATE OR REPLACE TEMP TABLE ocel_long (n BIGINT, c INTEGER, v VARCHAR)")
        self._objects()
        self._attributes()
        names = [*self._events[:3], *sorted(self._events[3:])]
        names += [name for name in self._columns if name not in names]
        columns = header.names(names)
        if len(columns) > header.MOST:
            raise Refused(header.TOO_WIDE.fill(found=len(columns), most=header.MOST))
        listed = ", ".join(f"{self._cell(name)} AS c{number}" for number, name in enumerate(names))
        wide = "".join(f", max(v) FILTER (c = {number}) AS v{number}" for number in self._columns.values())
        self._rows(
            f"CREATE OR REPLACE TEMP TABLE {self._table} AS SELECT b.n AS _line, {listed} FROM ocel_base b "
            f"JOIN ocel_event e ON b.e = e._line LEFT JOIN (SELECT n{wide} FROM ocel_long GROUP BY n) w ON b.n = w.n"
        )
        return columns

    def _cell(self, name: str) -> str:
        """Where the cells of a column are."""
        own = [f"e.c{self._events.index(name)}"] if name in self._events else []
        own += [f"w.v{self._columns[name]}"] if name in self._columns else []
        return f"greatest({', '.join(own)})" if len(own) > 1 else own[0]

    def _base(self) -> None:
        """The rows: one per event, or one per event and object of the type to unnest."""
        source = "(SELECT _line AS n, _line AS e, NULL::VARCHAR AS object, NULL::VARCHAR AS qualifier FROM ocel_event)"
        if self._unnest:
            self._rows(
                "CREATE OR REPLACE TEMP TABLE ocel_unnested AS "
                "SELECT row_number() OVER (ORDER BY e._line, x.object) AS n, e._line AS e, x.object, x.qualifier "
                "FROM ocel_event e LEFT JOIN (SELECT r.n, r.object, "
                "string_agg(DISTINCT nullif(r.qualifier, ''), ', ') AS qualifier FROM ocel_tie r JOIN ocel_object o "
                f"ON r.object = o.id WHERE o.type = {literal(self._unnest)} GROUP BY ALL) x ON e._line = x.n"
            )
            source = "ocel_unnested"
        self._rows(f"CREATE OR REPLACE TEMP VIEW ocel_base AS FROM {source}")

    def _objects(self) -> None:
        """Which object of each type stands in a row, into `ocel_held`, and the cells that say so."""
        self._belongings()
        unnest = literal(self._unnest)
        rows = "ocel_base b JOIN ocel_tie r ON b.e = r.n" if self._unnest else "ocel_tie r"
        self._rows(
            f"CREATE OR REPLACE TEMP TABLE ocel_own AS SELECT {'b' if self._unnest else 'r'}.n, o.type, r.object, "
            f"nullif(r.qualifier, '') AS qualifier FROM {rows} JOIN ocel_object o ON r.object = o.id "
            f"WHERE o.type <> {unnest} UNION ALL "
            f"SELECT n, {unnest}, object, qualifier FROM ocel_base WHERE object IS NOT NULL"
        )
        self._rows(
            "CREATE OR REPLACE TEMP TABLE ocel_held AS SELECT n, type, any_value(object) AS object, "
            "count(*) AS found, NULL::VARCHAR AS listed, any_value(qualifier) AS qualifier FROM ocel_own GROUP BY n, type"
        )
        if self._rows("SELECT 1 FROM ocel_held WHERE found > 1 LIMIT 1"):
            self._rows(
                "CREATE OR REPLACE TEMP TABLE ocel_several AS "
                "SELECT n, type, any_value(object) AS object, count(DISTINCT object) AS found, "
                "to_json(list(DISTINCT object ORDER BY object))::VARCHAR AS listed, "
                "string_agg(DISTINCT qualifier, ', ' ORDER BY qualifier) AS qualifier FROM ocel_own o "
                "SEMI JOIN (FROM ocel_held WHERE found > 1) h ON o.n = h.n AND o.type = h.type GROUP BY n, type"
            )
            self._rows("DELETE FROM ocel_held WHERE found > 1")
            self._rows("INSERT INTO ocel_held FROM ocel_several")
            self._rows("DROP TABLE ocel_several")
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
        happened = f"coalesce(TRY_CAST(e.c2 AS TIMESTAMPTZ), {_EARLIEST})"
        for kind, name in told:
            column = self._column(f"{OBJECT}{kind}.{name}")
            of, named = literal(kind), literal(name)
            self._rows(
                f"INSERT INTO ocel_long SELECT r.n, {column}, a.value FROM (SELECT h.n, h.object, {happened} AS t "
                "FROM ocel_held h JOIN ocel_base b USING (n) JOIN ocel_event e ON b.e = e._line "
                f"WHERE h.type = {of} AND h.found = 1) r ASOF JOIN (SELECT id, value, coalesce(TRY_CAST(happened AS "
                f"TIMESTAMPTZ), {_EARLIEST}) AS t FROM ocel_object_attribute WHERE name = {named}) a "
                "ON r.object = a.id AND r.t >= a.t"
            )

    def _column(self, name: str) -> int:
        return self._columns.setdefault(name, len(self._columns))

    def _rows(self, query: str) -> list[tuple[Any, ...]]:
        return engine.rows(self._con, query)


NO_TYPE = Text(
    en="`unnest` names “{name}”, but the log has no objects of that type.",
    de="`unnest` nennt „{name}“, das Protokoll hat aber keine Objekte dieser Art.",
)
