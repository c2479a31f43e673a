"""Files that somebody damaged, or made to harm: over thirty classes, by what they do."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile

import openpyxl

HEAD = b"who;at;note\nAnna;2026-02-01;x\n"
XES = '<log><trace><string key="concept:name" value="1"/><event>{}</event></trace></log>'
EVENT = '<string key="who" value="Anna"/><date key="at" value="2026-02-01"/>'


def workbook(*rows: tuple[object, ...], cell: str = "") -> bytes:
    """A workbook with one sheet; `cell` is one more cell that is filled."""
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(list(row))
    if cell:
        book.active[cell] = "x"
    book.save(file := io.BytesIO())
    return file.getvalue()


def zipped(**entries: bytes) -> bytes:
    """A zip archive."""
    with zipfile.ZipFile(file := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return file.getvalue()


def many_entries(count: int) -> bytes:
    """A zip archive of so many empty entries."""
    return zipped(**{f"e{n}": b"" for n in range(count)})


def lying_zip() -> bytes:
    """A zip whose directory says that 40 MB are one byte."""
    packed = zipped(sheet=b"\0" * (40 << 20))
    at = packed.index(b"PK\x01\x02")
    return packed[: at + 24] + struct.pack("<I", 1) + packed[at + 28 :]


def encrypted_zip() -> bytes:
    """A zip that says it is encrypted."""
    packed = bytearray(zipped(sheet=b"secret"))
    packed[packed.index(b"PK\x01\x02") + 8] |= 1
    return bytes(packed)


def xes(content: str) -> bytes:
    """A log with one event."""
    return XES.format(content).encode()


BOOK = workbook(("who", "at"), ("Anna", "2026-02-01"))

# Refused as a whole: the file and a part of the English sentence.
REFUSED: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "is empty"),
    "blank": (b" \n\t\r\n", "is empty"),
    "zeros": (b"\0" * 5000, "is empty"),
    "only a mark": (b"\xef\xbb\xbf", "is empty"),
    "random bytes": (bytes(range(256)) * 40, "not a table"),
    "web page": (b"<!DOCTYPE html><table><tr><td>who</td></tr></table>", "web page"),
    "document": (b"%PDF-1.7\n" + HEAD, "a picture or a document"),
    "json": (b'[{"who": "Anna"}]', "JSON as one document"),
    "old office": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old office format"),
    "picture": (b"\x89PNG\r\n\x1a\n" + b"\0\1\2" * 900, "not a table"),
    "no head": (b"sep=;\n", "no first row"),
    "equal names": (b"who;at;At\n", "same name: at (2 + 3)"),
    "too wide": (b";".join(b"c%d" % n for n in range(2500)) + b"\n", "2500 columns"),
    "endless line": (HEAD + b"x" * 500_000, "not look like that"),
    "endless head": (b"x" * 900_000, "not look like that"),
    "cut-off UTF-16": ("who;at\nAnna;2026-02-01\n".encode("utf-16")[:-1], "cut off"),
    "zip, not a workbook": (zipped(note=b"hello"), "cannot be read"),
    "broken zip": (BOOK[: len(BOOK) // 2], "damaged"),
    "zip with flipped bytes": (BOOK[:60] + b"\xff" * 40 + BOOK[100:], "damaged"),
    "zip bomb": (zipped(sheet=b"\0" * (64 << 20)), "far more than its size"),
    "zip that lies": (lying_zip(), "far more than its size"),
    "zip of too many": (many_entries(5001), "far more than its size"),
    "encrypted zip": (encrypted_zip(), "password"),
    "far cell": (workbook(("who", "at"), cell="XFD1048576"), "cannot be read"),
    "empty sheet": (workbook(), "sheet is empty"),
    "sheet with equal names": (workbook(("who", "who")), "same name"),
    "gzip of nothing": (gzip.compress(b""), "is empty"),
    "gzip bomb": (gzip.compress(b"<log>" + b" " * (48 << 20)), "far more than its size"),
    "truncated gzip": (gzip.compress(xes(EVENT) * 99)[:-20], "damaged or was cut off"),
    "damaged gzip": (gzip.compress(xes(EVENT))[:20] + b"\0" * 60, "damaged or was cut off"),
    "gzip of no log": (gzip.compress(HEAD), "unpack this one"),
    "other xml": (b"<?xml version='1.0'?><html/>", "no event log"),
    "cut-off xml": (xes(EVENT)[:-20], "cut off"),
    "document type": (b"<?xml version='1.0'?><!DOCTYPE log><log/>", "document types"),
    "external entity": (
        b'<?xml version="1.0"?><!DOCTYPE log [<!ENTITY x SYSTEM "file:///etc/passwd">]><log>&x;</log>',
        "document types",
    ),
    "billion laughs": (
        b'<?xml version="1.0"?><!DOCTYPE log [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><log>&b;</log>',
        "document types",
    ),
    "deep xml": (b"<log>" + b"<list>" * 5000, "depths"),
    "log of too many attributes": (
        xes(EVENT + "".join(f'<string key="k{n}" value="v"/>' for n in range(2100))),
        "columns; up to 2000",
    ),
    "log without columns": (b"<log/>", "no column"),
}

# Put aside, row by row: the rows and the reason of each.
ASIDE: dict[str, tuple[bytes, list[str]]] = {
    "zero byte": (b"Eva;2026-02-01;\0\n", ["nul"]),
    "bytes of no letter": (b"Eva;2026-02-01;" + b"\xed\xa0\x80\xf5\n", ["encoding"]),
    "overlong letter": (b"Eva;2026-02-01;\xc0\xaf\n", ["encoding"]),
    "open quote": (b'Eva;2026-02-01;"x\n', ["quote"]),
    "text behind a quote": (b'Eva;2026-02-01;"x" y\n', ["quote"]),
    "too few": (b"Eva\nEva;2026-02-01\n", ["too-few", "too-few"]),
    "too many": (b"Eva;2026-02-01;x;y;z\n", ["too-many"]),
    "stray carriage return": (b"Eva;2026-02-01;x\ry\n", ["line-end"]),
    "no such day": (b"Eva;2026-02-30;x\n", ["time-unreadable"]),
    "year without end": (b"Eva;99999-01-01;x\n", ["time-unreadable"]),
    "a formula as a time": (b"Eva;=NOW();x\n", ["time-unreadable"]),
    "code as a time": (b"Eva;') OR 1=1 --;x\n", ["time-unreadable"]),
    "digits without end": (b"Eva;" + b"9" * 400 + b";x\n", ["time-unreadable"]),
    "nobody": (b" ;2026-02-01;x\n", ["customer-missing"]),
}
