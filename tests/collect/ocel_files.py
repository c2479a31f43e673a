"""A small object-centric log, the same in each of its three forms."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

if TYPE_CHECKING:
    from pathlib import Path

Told = dict[str, Any]


def event(me: str, kind: str, at: str, objects: dict[str, str], **attributes: object) -> Told:
    """One event; `objects` are the qualifiers by id."""
    return {
        "id": me,
        "type": kind,
        "time": at,
        "attributes": [{"name": name, "value": value} for name, value in attributes.items()],
        "relationships": [{"objectId": of, "qualifier": how} for of, how in objects.items()],
    }


def thing(
    me: str, kind: str, ties: dict[str, str] | None = None, **attributes: list[tuple[str, object]]
) -> Told:
    """One object; attributes change in time."""
    return {
        "id": me,
        "type": kind,
        "attributes": [
            {"name": name, "time": at, "value": value}
            for name, values in attributes.items()
            for at, value in values
        ],
        "relationships": [{"objectId": of, "qualifier": how} for of, how in (ties or {}).items()],
    }


LONG_AGO = "1970-01-01T00:00:00Z"
LOG: Told = {
    "objectTypes": [{"name": name, "attributes": []} for name in ("customer", "order", "item")],
    "eventTypes": [{"name": name, "attributes": []} for name in ("Order", "call", "pack")],
    "objects": [
        thing("c1", "customer", tier=[(LONG_AGO, "silver"), ("2026-02-02T00:00:00Z", "gold")]),
        thing("c2", "customer", tier=[(LONG_AGO, "silver")]),
        thing("o1", "order", {"c1": "of", "i1": "has", "i2": "has"}, total=[(LONG_AGO, 12.5)]),
        thing("o2", "order", {"c1": "of", "i3": "has"}),
        thing("i1", "item"),
        thing("i2", "item"),
        thing("i3", "item"),
    ],
    "events": [
        event(
            "e1",
            "Order",
            "2026-02-01T10:00:00Z",
            {"o1": "made", "c1": "by", "i1": "", "i2": ""},
            note="a < b",
        ),
        event("e2", "call", "2026-02-03T10:00:00Z", {"c1": "caller"}),
        event("e3", "pack", "2026-02-04T10:00:00Z", {"i1": "packed"}),
        event("e4", "call", "2026-02-05T10:00:00Z", {"c1": "caller", "c2": "about"}),
    ],
}


def as_json(log: Told = LOG) -> bytes:
    """The log as one document."""
    return json.dumps(log, indent=1).encode()


def as_xml(log: Told = LOG) -> bytes:
    """The log as XML."""

    def one(name: str, told: Told) -> str:
        when = f" time={quoteattr(told['time'])}" if "time" in told else ""
        attributes = "".join(
            f"<attribute name={quoteattr(a['name'])}"
            + (f" time={quoteattr(a['time'])}" if "time" in a else "")
            + f">{str(a['value']).replace('<', '&lt;')}</attribute>"
            for a in told["attributes"]
        )
        ties = "".join(
            f"<relationship object-id={quoteattr(r['objectId'])} qualifier={quoteattr(r['qualifier'])}/>"
            for r in told["relationships"]
        )
        head = f"<{name} id={quoteattr(told['id'])} type={quoteattr(told['type'])}{when}>"
        return f"{head}<attributes>{attributes}</attributes><objects>{ties}</objects></{name}>"

    kinds = "".join(f"<object-type name={quoteattr(kind['name'])}/>" for kind in log["objectTypes"])
    objects = "".join(one("object", told) for told in log["objects"])
    events = "".join(one("event", told) for told in log["events"])
    return (
        '<?xml version="1.0" encoding="UTF-8"?><log>'
        f"<object-types>{kinds}</object-types><event-types/><objects>{objects}</objects><events>{events}</events></log>"
    ).encode()


def as_sqlite(path: Path, log: Told = LOG, *also: str) -> bytes:
    """The log as a database, made at `path`; `also` are further statements."""
    con = sqlite3.connect(path)
    for of, key in (("object", "objectTypes"), ("event", "eventTypes")):
        con.execute(f"CREATE TABLE {of} (ocel_id TEXT, ocel_type TEXT)")
        con.execute(f"CREATE TABLE {of}_map_type (ocel_type TEXT, ocel_type_map TEXT)")
        for kind in (kind["name"] for kind in log[key]):
            con.execute(f"INSERT INTO {of}_map_type VALUES (?, ?)", (kind, kind))
            told = [one for one in log[f"{of}s"] if one["type"] == kind]
            names = sorted({a["name"] for one in told for a in one["attributes"]})
            more = "".join(f', "{name}" TEXT' for name in names) + (
                ", ocel_changed_field TEXT" if of == "object" else ""
            )
            con.execute(f'CREATE TABLE "{of}_{kind}" (ocel_id TEXT, ocel_time TEXT{more})')
            for one in told:
                con.execute(f"INSERT INTO {of} VALUES (?, ?)", (one["id"], kind))
                if of == "event":
                    values = {a["name"]: a["value"] for a in one["attributes"]}
                    cells = [one["id"], one["time"], *(values.get(name) for name in names)]
                    con.execute(f'INSERT INTO "event_{kind}" VALUES ({", ".join("?" * len(cells))})', cells)
                for a in one["attributes"] if of == "object" else ():
                    cells = [
                        one["id"],
                        a["time"],
                        *(a["value"] if n == a["name"] else None for n in names),
                        a["name"],
                    ]
                    con.execute(f'INSERT INTO "object_{kind}" VALUES ({", ".join("?" * len(cells))})', cells)
    con.execute("CREATE TABLE event_object (ocel_event_id TEXT, ocel_object_id TEXT, ocel_qualifier TEXT)")
    con.execute("CREATE TABLE object_object (ocel_source_id TEXT, ocel_target_id TEXT, ocel_qualifier TEXT)")
    for of in ("event", "object"):
        for one in log[f"{of}s"]:
            for tie in one["relationships"]:
                con.execute(
                    f"INSERT INTO {of}_object VALUES (?, ?, ?)",
                    (one["id"], tie["objectId"], tie["qualifier"]),
                )
    for statement in also:
        con.execute(statement)
    con.commit()
    con.close()
    return path.read_bytes()
