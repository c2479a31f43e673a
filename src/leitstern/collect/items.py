"""From rows to what they say: contacts, promises and answers, in the columns of the lake."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leitstern.collect import hashes, zones
from leitstern.collect.mapping import ContactRule, PromiseRule, Term
from leitstern.collect.prepared import Unmapped
from leitstern.collect.rows import anchor, times_of
from leitstern.collect.sql import layer, literal
from leitstern.collect.terms import codes_of, place_of, translate
from leitstern.core.company.taxonomy import UNMAPPED, Promise
from leitstern.core.tables.lake import FACTS
from leitstern.store import columns, engine

if TYPE_CHECKING:
    import duckdb

    from leitstern.collect.mapping import FeedbackRule
    from leitstern.collect.rows import Rows, Rule
    from leitstern.core.company.taxonomy import Kind, Taxonomy

LINES = "import_lines"  # the rows of the source at hand: see `rows`, with `line`
TRANSLATIONS = (
    "term_touchpoint",
    "term_channel",
    "term_department",
)  # of the rule at hand: see `terms.translate`
LISTED = 100  # values without a name that are told one by one, per column
REST = "…"  # stands for all others


def create_staged(con: duckdb.DuckDBPyConnection) -> None:
    """Make the three empty tables that `store.staged` describes."""
    for name, schema in FACTS.items():
        nothing = columns.files(schema, ())
        engine.rows(
            con, f"CREATE OR REPLACE TEMP TABLE staged_{name} AS SELECT *, 0::UHUGEINT AS mid FROM {nothing}"
        )


@dataclass
class Items:
    """Stages the sound rows of one source. `number` is the source's; `first_seq` is free in all three tables."""

    con: duckdb.DuckDBPyConnection
    rows: Rows
    taxonomy: Taxonomy
    secret: bytes
    import_id: int
    number: int
    first_seq: int
    staged: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FACTS, 0))
    unmapped: list[Unmapped] = field(default_factory=list)

    @property
    def next_seq(self) -> int:
        """Free once the rows are staged."""
        last = engine.rows(self.con, f"SELECT max(line) FROM {LINES}")[0][0]
        return self.first_seq + ((last or 0) + 1) * len(self.rows.rules)

    def stage(self) -> None:
        """Append what every rule makes of the rows to `staged_contacts`, `staged_promises` and `staged_feedback`."""
        for n, rule in enumerate(self.rows.rules):
            if isinstance(rule, ContactRule):
                self._append("contacts", n, rule, self._contact(n, rule))
            elif isinstance(rule, PromiseRule):
                self._append("promises", n, rule, self._promise(rule))
            else:
                self._append("feedback", n, rule, self._answer(n, rule))

    def _append(self, table: str, n: int, rule: Rule, columns: dict[str, str]) -> None:
        codes, joins = self._codes(n, rule)
        columns = codes | columns
        columns |= {
            "entity_id": "entity",
            "journey_key": "journey",
            "seq": f"{self.first_seq} + line * {len(self.rows.rules)} + {n}",
            "weight": "weight",
            "source": literal(self.number),
            "import_id": literal(self.import_id),
            "line": "line",
            "mid": self._mid(n, rule),
        }
        zone = self.taxonomy.time_zone
        moments = dict.fromkeys(self.rows.moments[column].name for column in times_of(rule))
        local = {f"{m}_local": f"make_timestamp({zones.local(zone, f'{m}_us')})" for m in moments}
        source = layer(f"FROM {LINES} WHERE i{n} AND fault = 0", **local)
        listed = ", ".join(f"{sql} AS {name}" for name, sql in columns.items())
        insert = f"INSERT INTO staged_{table} BY NAME SELECT {listed} FROM ({source}) {joins}"
        self.staged[table] += engine.rows(self.con, insert)[0][0]

    def _contact(self, n: int, rule: ContactRule) -> dict[str, str]:
        at = self.rows.moments[rule.at].name
        return {
            "ts_us": f"{at}_us",
            "local_date": f"{at}_local::DATE",
            "local_hour": f"hour({at}_local)",
            "local_dow": f"isodow({at}_local)",
            "flags": f"{at}_flags",
            "props": f"p{n}",
        }

    def _promise(self, rule: PromiseRule) -> dict[str, str]:
        due, made, kept = (
            self.rows.moments[column].name if column else "" for column in (rule.due, rule.made, rule.kept)
        )
        late = f"({kept}_local::DATE - {due}_local::DATE)" if kept else "NULL"
        return {
            "ts_us": f"coalesce({made}_us, {due}_us)" if made else f"{due}_us",
            "promise": literal(self.taxonomy.resolve("promise", rule.promise)),
            "due_us": f"{due}_us",
            "kept_us": f"{kept}_us" if kept else "NULL",
            "late_days": late,
            "due_date": f"{due}_local::DATE",
        }

    def _answer(self, n: int, rule: FeedbackRule) -> dict[str, str]:
        at = self.rows.moments[rule.at].name
        low, high = rule.scale
        return {
            "ts_us": f"{at}_us",
            "local_date": f"{at}_local::DATE",
            "kind": literal(rule.kind),
            "facet": literal(rule.facet),
            "value": f"v{n}",
            "low": literal(low),
            "high": literal(high),
            "good_from": literal(rule.good_from),
            "comment": f"x{n}",
            "language": f"l{n}",
        }

    def _codes(self, n: int, rule: Rule) -> tuple[dict[str, str], str]:
        """SQL for the codes of a rule's items, and the joins that it needs."""
        if isinstance(rule, PromiseRule):
            promise = self.taxonomy.lookup(Promise).slug(rule.promise)
            touchpoint = Term(promise.touchpoint if promise else "")
        else:
            touchpoint = rule.touchpoint
        joins = ""
        if touchpoint.column:
            columns = {kind: f"term_touchpoint.{kind}" for kind in ("channel", "department")}
            columns["touchpoint"] = "term_touchpoint.code"
            joins = self._join(n, "touchpoint", touchpoint)
        else:
            place = place_of(self.taxonomy.resolve("touchpoint", touchpoint.slug), self.taxonomy)
            columns = {kind: literal(code) for kind, code in place._asdict().items()}
        for kind in ("channel", "department"):
            term = getattr(rule, kind, None)
            if term and term.column:
                columns[kind] = f"term_{kind}.code"
                joins += self._join(n, kind, term)
            elif term:
                columns[kind] = literal(self.taxonomy.resolve(kind, term.slug))
        return columns, joins

    def _join(self, n: int, kind: Kind, term: Term) -> str:
        """Translate the values that occur, note those without a name, and give the join."""
        column = self.rows.terms[term.column]
        found = engine.rows(
            self.con,
            f"SELECT {column}, count(*) AS items FROM {LINES} WHERE i{n} AND fault = 0 "
            f"GROUP BY ALL ORDER BY items DESC, {column}",
        )
        codes = codes_of(kind, term, [raw for raw, _ in found], self.taxonomy)
        translate(
            self.con,
            f"term_{kind}",
            {raw: c for (raw, _), c in zip(found, codes, strict=True)},
            self.taxonomy,
        )
        nameless = [(raw, items) for (raw, items), code in zip(found, codes, strict=True) if code == UNMAPPED]
        rest = sum(items for _, items in nameless[LISTED:])
        told = [*nameless[:LISTED], *([(REST, rest)] if rest else [])]
        self.unmapped += [Unmapped(kind, term.column, raw, items) for raw, items in told]
        return f" LEFT JOIN term_{kind} ON term_{kind}.raw = {column}"

    def _mid(self, n: int, rule: Rule) -> str:
        """The hash of a row, mixed with what tells this rule from the others: the source, and the column that makes
        a row such an item. So a rule may be added or move without everything coming in again."""
        anchors = [(type(other), anchor(other)) for other in self.rows.rules]
        again = anchors[:n].count(anchors[n])
        told = [self.rows.source.name, type(rule).__name__, anchor(rule), str(again)]
        label = hashes.label(self.secret, hashes.SEPARATOR.join(told))
        return f"xor({self.rows.keys[self.rows.key(rule)]}, {label}::UHUGEINT)"
