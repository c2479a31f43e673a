"""Damaged and harmful files in JSON, Parquet, SQLite and object-centric logs, by what they do."""

from __future__ import annotations

import copy
import gzip
import io
import json
import tempfile
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from tests.collect.ocel_files import LOG, as_json, as_sqlite, as_xml


def parquet(columns: dict[str, Any], **how: Any) -> bytes:
    """A Parquet file."""
    pq.write_table(pa.table(columns), file := io.BytesIO(), **how)
    return file.getvalue()


def encrypted_parquet() -> bytes:
    """A Parquet file whose columns nobody can read without a key; its footer is not hidden."""
    import pyarrow.parquet.encryption as pe

    class Kms(pe.KmsClient):  # type: ignore[misc]
        def __init__(self, _: object) -> None:
            pe.KmsClient.__init__(self)

        def wrap_key(self, key: bytes, name: str) -> bytes:
            return name.encode() + key

    factory = pe.CryptoFactory(Kms)
    how = pe.EncryptionConfiguration(
        footer_key="f", column_keys={"c": ["who"]}, plaintext_footer=True, double_wrapping=False
    )
    properties = factory.file_encryption_properties(pe.KmsConnectionConfig(), how)
    return parquet(TABLE, encryption_properties=properties)


def sqlite(*also: str, log: dict[str, Any] = LOG) -> bytes:
    """An object-centric log as a database, with further statements."""
    with tempfile.TemporaryDirectory() as folder:
        return as_sqlite(Path(folder) / "log.sqlite", log, *also)


def changed(change: dict[str, Any]) -> dict[str, Any]:
    """The small log with other parts."""
    return copy.deepcopy(LOG) | change


def with_value(value: object) -> dict[str, Any]:
    """The small log with another attribute value."""
    log = copy.deepcopy(LOG)
    log["events"][0]["attributes"][0]["value"] = value
    return log


TABLE = {"who": ["Anna"], "at": ["2026-02-01"]}
TINY = parquet(TABLE)
DATABASE = sqlite()
TWICE = changed({"events": LOG["events"][:1] * 2})
SOUND = b'{"who": "Anna", "at": "2026-02-01"}\n'

REFUSED: dict[str, tuple[bytes, str]] = {
    "json over several lines": (
        json.dumps({"who": "Anna", "at": "2026-02-01"}, indent=1).encode() * 20,
        "no JSON Lines",
    ),
    "cut-off json": (SOUND[:20], "no JSON Lines"),
    "json in UTF-16": (SOUND.decode().encode("utf-16"), "written in UTF-8"),
    "endless json": (SOUND + b'{"who": "' + b"x" * 500_000 + b'"}\n', "not look like that"),
    "json of too many names": (json.dumps({f"k{n}": n for n in range(2100)}).encode(), "columns; up to 2000"),
    "json bomb": (gzip.compress(SOUND + b"\n" * (48 << 20)), "far more than its size"),
    "parquet, cut off": (TINY[: len(TINY) // 2], "damaged"),
    "parquet without end": (TINY[:-8], "damaged"),
    "parquet with flipped bytes": (
        TINY[:4] + bytes(byte ^ 0xFF for byte in TINY[4:60]) + TINY[60:],
        "damaged",
    ),
    "parquet, only its mark": (b"PAR1" + b"\0" * 90 + b"PAR1", "damaged"),
    "encrypted parquet": (encrypted_parquet(), "encrypted"),
    "parquet with a hidden footer": (b"PARE" + TINY[4:], "encrypted"),
    "parquet of too many columns": (parquet({f"c{n}": [1] for n in range(2100)}), "columns; up to 2000"),
    "parquet bomb": (parquet({"who": pa.repeat("Anna", 3_000_000)}), "far more than its size"),
    "old ocel": (b'{"ocel:global-log": {"ocel:version": "1.0"}}', "OCEL 1.0"),
    "ocel, cut off": (as_json()[:-30], "damaged or was cut off"),
    "ocel without events": (b'{"objectTypes": [], "objects": []}', "events is missing"),
    "ocel with more behind it": (as_json() + b"{}", "damaged"),
    "ocel with an id twice": (as_json(TWICE), "stands for two"),
    "ocel as xml with an id twice": (as_xml(TWICE), "stands for two"),
    "ocel that is too deep": (b'{"objectTypes": [' + b"[" * 90_000, "no event log needs"),
    "ocel with names twice": (b'{"events": [], "events": []}', "no event log needs"),
    "ocel with NaN": (as_json(with_value(float("nan"))), "no event log needs"),
    "ocel with a zero byte": (as_json(with_value("a\0b")), "no event log needs"),
    "ocel with half a letter": (as_json(with_value("\ud800")), "no event log needs"),
    "ocel with a list as a value": (as_json(with_value([1, 2])), "no event log needs"),
    "ocel as xml, cut off": (as_xml()[:-40], "no proper XML"),
    "ocel as xml with entities": (
        as_xml().replace(b"<log>", b'<!DOCTYPE log [<!ENTITY a "ha">]><log>'),
        "document types",
    ),
    "database of something else": (
        sqlite("ALTER TABLE event_object RENAME TO secrets"),
        "event_object is missing",
    ),
    "database with a view": (
        sqlite("CREATE VIEW v AS SELECT * FROM event"),
        "views, triggers",
    ),
    "database with a trigger": (
        sqlite("CREATE TRIGGER t AFTER INSERT ON event BEGIN SELECT 1; END"),
        "views, triggers",
    ),
    "database, cut off": (DATABASE[: len(DATABASE) // 2], "damaged"),
    "database, only its mark": (b"SQLite format 3\0" + b"\xff" * 5000, "damaged"),
    "database with pictures": (sqlite("UPDATE event_call SET ocel_time = x'00ff'"), "text is missing"),
}

HEAD = SOUND
ASIDE: dict[str, tuple[bytes, list[str]]] = {
    "json that is cut off": (b'{"who": "Eva", "at"\n', ["json"]),
    "json with code in it": (
        b'{"who": "Eva", "at": NaN}\n{"who": -Infinity}\n',
        ["json-number", "json-number"],
    ),
    "json with a name twice": (b'{"who": "Eva", "who": "Ina", "at": "2026-02-01"}\n', ["json-twice"]),
    "json with a name by two ways": (b'{"a.b": 1, "a": {"b": 2}}\n', ["json-twice"]),
    "json of many levels": (b'{"who":' * 90 + b"1" + b"}" * 90 + b"\n", ["json-deep"]),
    "json of endless levels": (b'{"who": ' + b"[" * 90_000 + b"\n", ["json-deep"]),
    "json with half a letter": (b'{"who": "\\ud800", "at": "2026-02-01"}\n', ["json-half"]),
    "json with a hidden zero byte": (b'{"who": "E\\u0000va", "at": "2026-02-01"}\n', ["nul"]),
    "json with a zero byte": (b'{"who": "E\0va", "at": "2026-02-01"}\n', ["nul"]),
    "json with bytes of no letter": (b'{"who": "E\xedva", "at": "2026-02-01"}\n', ["encoding"]),
    "json without names": (b'["Eva", "2026-02-01"]\n"Eva"\n', ["json-no-object", "json-no-object"]),
    "json with endless digits": (b'{"who": "Eva", "at": ' + b"9" * 9000 + b"}\n", ["time-unreadable"]),
}
