"""The receipt beside a file from an inbox: what was stored, put aside and recognised."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from leitstern.app.intake.models import Outcome
from leitstern.core.tables.lake import FACTS
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.intake.models import Dropped

IN = Text(
    en="Import {number}: {received} received = {stored} stored + {quarantined} in quarantine + {duplicates} duplicates.",
    de="Import {number}: {received} empfangen = {stored} gespeichert + {quarantined} in Quarantäne + {duplicates} Dubletten.",
)
BEFORE = Text(
    en="This very file came in with import {number}. Nothing was added.",
    de="Genau diese Datei kam schon mit Import {number} herein. Es kam nichts hinzu.",
)


def receipt(file: Dropped) -> bytes:
    """The receipt as a small JSON file with a sentence in both languages."""
    counts = totals(file)
    written = {
        "file": file.name,
        "bytes": file.size,
        "sha256": file.digest,
        "taken": file.taken.isoformat(timespec="seconds"),
        "outcome": file.outcome,
        "import": file.run.pk if file.run else None,
        **counts,
        "said": {"en": said(file, counts).en, "de": said(file, counts).de},
    }
    return (json.dumps(written, ensure_ascii=False, indent=1) + "\n").encode()


def totals(file: Dropped) -> dict[str, int]:
    """What the file brought, in contacts, promises and answers; nothing if it was refused or had come in before."""
    sources: list[dict[str, Any]] = []
    if file.run and file.outcome == Outcome.DONE:
        sources = list(file.run.sources.values())
    return {
        "received": sum(source["received"] for source in sources),
        "stored": sum(source[table] for source in sources for table in FACTS),
        "quarantined": sum(source["quarantined"] for source in sources),
        "duplicates": sum(source["duplicates"] for source in sources),
    }


def said(file: Dropped, counts: dict[str, int]) -> Text:
    """What became of the file, in a sentence."""
    if file.outcome == Outcome.KNOWN and file.run:
        return BEFORE.fill(number=file.run.pk)
    if file.outcome == Outcome.DONE and file.run:
        return IN.fill(number=file.run.pk, **counts)
    error = file.error or {"en": "", "de": ""}
    return Text(en=error["en"], de=error["de"])
