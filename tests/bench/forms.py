"""The contacts of `contacts.write` in every form that can be brought in: `python -m tests.bench.forms FOLDER ROWS`.

What a row of the text file says is said alike in Parquet and in JSON Lines (twice: every line with all names, and, as
many systems write it, with names inside names, and one left out where nothing was noted), and in event logs: a case per
customer in XES; in OCEL 2.0 an event with its attributes, its customer and its case, and every case tied to its customer.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from contextlib import closing
from itertools import chain, groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from tests.bench.contacts import TOUCHPOINTS, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    type Contact = dict[str, Any]

SPOKEN = ("seconds", "product", "channel", "department")  # attributes of an event
LONG_AGO = "1970-01-01T00:00:00Z"
KINDS = ("customer", "case")


def write_forms(folder: Path, rows: int) -> None:
    """All of them, beside `calls.csv`, from which they are made."""
    source = folder / "calls.csv"
    write(source, rows)
    duckdb.sql(f"COPY (FROM read_csv('{source}')) TO '{folder / 'calls.parquet'}'")
    for name, lines in LINES.items():
        with (folder / name).open("w", encoding="utf-8") as out:
            out.writelines(f"{line}\n" for line in lines(source))
    write_database(folder / "ocel.sqlite", source)


def alike(source: Path) -> Iterator[str]:
    """JSON Lines that all have the same names."""
    for told in contacts(source):
        yield json.dumps(told)


def nested(source: Path) -> Iterator[str]:
    """JSON Lines with names inside names, one of which comes now and then."""
    for told in contacts(source):
        customer, case, note = told.pop("customer"), told.pop("case_no"), told.pop("note")
        line = told | {"customer": {"no": customer, "case": {"no": case}}}
        yield json.dumps(line | {"note": note} if note else line, separators=(",", ":"))


def xes(source: Path) -> Iterator[str]:
    """A trace per customer."""
    yield '<log xes.version="1.0">'
    for customer, told in groupby(contacts(source, "customer"), lambda each: each["customer"]):
        yield f'<trace><string key="concept:name" value="{customer}"/>'
        for each in told:
            yield f'<event><string key="concept:name" value="{each["touchpoint"]}"/>'
            yield f'<date key="time:timestamp" value="{when(each)}"/>'
            for name in ("contact_no", "case_no", *SPOKEN):
                yield f'<{"int" if name == "seconds" else "string"} key="{name}" value="{each[name]}"/>'
            yield "</event>"
        yield "</trace>"
    yield "</log>"


def ocel_json(source: Path) -> Iterator[str]:
    """One document, an object or event to a line."""
    kinds = [{"name": kind, "attributes": []} for kind in KINDS]
    types = [{"name": f"t{n}", "attributes": []} for n in range(TOUCHPOINTS)]
    yield f'{{"objectTypes": {json.dumps(kinds)}, "eventTypes": {json.dumps(types)}, "objects": ['
    yield from separated(map(json.dumps, chain(map(customer_object, owners(source)), cases_of(source))))
    yield '], "events": ['
    yield from separated(map(json.dumps, map(event, contacts(source))))
    yield "]}"


def ocel_xml(source: Path) -> Iterator[str]:
    """The same as XML."""

    def one(name: str, told: dict[str, Any], key: str) -> str:
        attributes = "".join(
            f'<attribute name="{each["name"]}"'
            + (f' time="{each["time"]}"' if "time" in each else "")
            + f">{each['value']}</attribute>"
            for each in told["attributes"]
        )
        ties = "".join(
            f'<relationship object-id="{each["objectId"]}" qualifier="{each["qualifier"]}"/>'
            for each in told["relationships"]
        )
        head = f'id="{told["id"]}" type="{told["type"]}"' + (f' time="{told[key]}"' if key else "")
        return f"<{name} {head}><attributes>{attributes}</attributes>\n  <objects>{ties}</objects>\n</{name}>"

    types = "".join(f'<object-type name="{kind}"/>' for kind in KINDS)
    yield f"<log><object-types>{types}</object-types><event-types/><objects>"
    for told in chain(map(customer_object, owners(source)), cases_of(source)):
        yield one("object", told, "")
    yield "</objects><events>"
    for each in contacts(source):
        yield one("event", event(each), "time")
    yield "</events></log>"


def write_database(file: Path, source: Path) -> None:
    """The same as a database: a table per type of event."""
    file.unlink(missing_ok=True)
    owned = list(query(f"SELECT DISTINCT case_no, customer FROM {table(source)} ORDER BY ALL"))
    told = {
        "event": ("ocel_id, ocel_type", query(f"SELECT contact_no, touchpoint FROM {table(source)}")),
        "object": (
            "ocel_id, ocel_type",
            [*((each, "customer") for each in owners(source)), *((case, "case") for case, _ in owned)],
        ),
        "event_map_type": ("ocel_type, ocel_type_map", [(f"t{n}", f"t{n}") for n in range(TOUCHPOINTS)]),
        "object_map_type": ("ocel_type, ocel_type_map", [(kind, kind) for kind in KINDS]),
        "event_object": (
            "ocel_event_id, ocel_object_id, ocel_qualifier",
            query(
                "SELECT contact_no, unnest([customer, case_no]), unnest(['caller', 'about']) "
                f"FROM {table(source)}"
            ),
        ),
        "object_object": (
            "ocel_source_id, ocel_target_id, ocel_qualifier",
            ((case, customer, "of") for case, customer in owned),
        ),
        "object_customer": (
            "ocel_id, ocel_time, ocel_changed_field, tier",
            ((each, LONG_AGO, None, tier(each)) for each in owners(source)),
        ),
        "object_case": (
            "ocel_id, ocel_time, ocel_changed_field",
            ((case, LONG_AGO, None) for case, _ in owned),
        ),
    }
    for n in range(TOUCHPOINTS):
        own = f"SELECT contact_no, replace(moment, ' ', 'T') || 'Z', {', '.join(SPOKEN)} FROM {table(source)}"
        columns = f"ocel_id, ocel_time, {', '.join(SPOKEN)}"
        told[f"event_t{n}"] = (columns, query(f"{own} WHERE touchpoint = 't{n}'"))
    with closing(sqlite3.connect(file)) as con:
        for name, (columns, rows) in told.items():
            con.execute(f"CREATE TABLE {name} ({columns})")
            con.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(columns.split(',')))})", rows)
        con.commit()


def event(told: Contact) -> dict[str, Any]:
    """A contact as OCEL says it."""
    ties = ((told["customer"], "caller"), (told["case_no"], "about"))
    return {
        "id": told["contact_no"],
        "type": told["touchpoint"],
        "time": when(told),
        "attributes": [{"name": name, "value": told[name]} for name in SPOKEN],
        "relationships": [{"objectId": me, "qualifier": how} for me, how in ties],
    }


def customer_object(me: str) -> dict[str, Any]:
    """A customer as OCEL says it."""
    attributes = [{"name": "tier", "time": LONG_AGO, "value": tier(me)}]
    return {"id": me, "type": "customer", "attributes": attributes, "relationships": []}


def cases_of(source: Path) -> Iterator[dict[str, Any]]:
    """All cases as OCEL says them."""
    for case, customer in query(f"SELECT DISTINCT case_no, customer FROM {table(source)} ORDER BY ALL"):
        tie = {"objectId": customer, "qualifier": "of"}
        yield {"id": case, "type": "case", "attributes": [], "relationships": [tie]}


def tier(customer: str) -> str:
    """One of two."""
    return "gold" if customer.endswith("7") else "silver"


def when(told: Contact) -> str:
    """The moment as event logs write it."""
    return f"{told['moment'].replace(' ', 'T')}Z"


def owners(source: Path) -> list[str]:
    """All customers."""
    return [me for (me,) in query(f"SELECT DISTINCT customer FROM {table(source)} ORDER BY ALL")]


def contacts(source: Path, order: str = "contact_no") -> Iterator[Contact]:
    """The rows of the text file; seconds are a number."""
    names = duckdb.sql(f"FROM {table(source)}").columns
    for row in query(
        f"SELECT * REPLACE (seconds::INTEGER AS seconds, coalesce(note, '') AS note) FROM {table(source)} "
        f"ORDER BY {order}"
    ):
        yield dict(zip(names, row, strict=True))


def separated(texts: Iterator[str]) -> Iterator[str]:
    """With a comma in front of all but the first."""
    yield next(texts)
    for text in texts:
        yield f",{text}"


def table(source: Path) -> str:
    """The text file for DuckDB."""
    return f"read_csv('{source}', all_varchar = true)"


def query(sql: str) -> Iterable[tuple[Any, ...]]:
    """The rows, never all at once."""
    with closing(duckdb.connect()) as con:
        found = con.execute(sql)
        while some := found.fetchmany(100_000):
            yield from some


LINES: dict[str, Callable[[Path], Iterator[str]]] = {
    "calls.jsonl": alike,
    "nested.jsonl": nested,
    "calls.xes": xes,
    "ocel.json": ocel_json,
    "ocel.xml": ocel_xml,
}


if __name__ == "__main__":
    write_forms(Path(sys.argv[1]), int(sys.argv[2]))
