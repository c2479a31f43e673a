"""What became of everything that came in: received = stored + quarantined + duplicates."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from leitstern.core.tables.lake import FACTS
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.collect.prepared import Prepared, SourceCounts
    from leitstern.collect.quarantine.entries import Entry
    from leitstern.core.company.taxonomy import Kind, Taxonomy

Counts = dict[str, dict[str, Any]]  # by name of the source
PUT_ASIDE = 5  # of a trial, in words
NAMES = {
    "contacts": Text(en="Contacts", de="Kontakte"),
    "promises": Text(en="Promises", de="Versprechen"),
    "feedback": Text(en="Answers", de="Antworten"),
}
COLUMNS = {
    "line": Text(en="Line", de="Zeile"),
    "time": Text(en="When", de="Wann"),
    "promise": Text(en="Promise", de="Versprechen"),
    "touchpoint": Text(en="Touchpoint", de="Kontaktpunkt"),
    "channel": Text(en="Channel", de="Kanal"),
    "department": Text(en="Department", de="Bereich"),
    "due": Text(en="Promised until", de="Zugesagt bis"),
    "kept": Text(en="Kept on", de="Eingehalten am"),
    "value": Text(en="Answer", de="Antwort"),
    "facet": Text(en="Statement", de="Aussage"),
    "comment": Text(en="Comment, masked", de="Kommentar ohne Namen und Nummern"),
}
_ALIKE = Text(
    en=" contacts of several customers, named by different sources: probably two systems number their cases alike. All of "
    "them would be told as the story of one person. Give `journey` a `kind` in one of the mappings, and the numbers are kept "
    "apart.",
    de=" treffen Kontakte mehrerer Kundinnen und Kunden aus verschiedenen Quellen aufeinander: Wahrscheinlich vergeben zwei "
    "Systeme dieselben Vorgangsnummern. Alle würden als Geschichte einer einzigen Person erzählt. Geben Sie `journey` in "
    "einer der Zuordnungen eine Art (`kind`), dann bleiben die Nummern getrennt.",
)
ONE_CONTESTED = Text(en="{count} journey has" + _ALIKE.en, de="In {count} Reise" + _ALIKE.de)
CONTESTED = Text(en="{count} journeys have" + _ALIKE.en, de="In {count} Reisen" + _ALIKE.de)
TERMS: dict[str, Kind] = {
    "promise": "promise",
    "touchpoint": "touchpoint",
    "channel": "channel",
    "department": "department",
}
TIMES = {"time", "due", "kept"}


@dataclass(frozen=True, slots=True)
class Understood:
    """The first rows of one kind, as they would be stored."""

    name: Text
    columns: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """What an import would bring in."""

    sources: Counts
    understood: tuple[Understood, ...]
    put_aside: tuple[Entry, ...]  # the first of them
    warnings: tuple[Text, ...]


def trial(
    prepared: Prepared, duplicates: dict[tuple[str, int], int], contested: int, taxonomy: Taxonomy
) -> Trial:
    """What to show of an import that was only tried out."""
    return Trial(
        counts(prepared, duplicates),
        tuple(_understood(table, rows, taxonomy) for table, rows in prepared.examples.items() if rows),
        tuple(islice(prepared.quarantine, PUT_ASIDE)),
        ((ONE_CONTESTED if contested == 1 else CONTESTED).fill(count=contested),) if contested else (),
    )


def _understood(table: str, rows: list[dict[str, object]], taxonomy: Taxonomy) -> Understood:
    told = [name for name in COLUMNS if any(row.get(name) not in {"", None} for row in rows)]
    cells = tuple(tuple(_said(name, row[name], taxonomy) for name in told) for row in rows)
    return Understood(NAMES[table], tuple(COLUMNS[name] for name in told), cells)


def _said(column: str, value: object, taxonomy: Taxonomy) -> Text:
    """A value as people read it: names instead of short names, days and numbers as each language writes them."""
    written = "" if value is None else str(value)
    if column in TERMS:
        return next(
            (t.name for t in taxonomy.terms(TERMS[column]) if t.slug == written), Text(written, written)
        )
    if column == "facet" and (statement := taxonomy.facet(written)):
        return statement.name
    if column in TIMES and written:
        moment = datetime.fromisoformat(written)
        return Text(en=f"{moment:%d/%m/%Y %H:%M}", de=f"{moment:%d.%m.%Y, %H:%M}")
    if column == "value":
        number = f"{value:g}"
        return Text(en=number, de=number.replace(".", ","))
    return Text(en=written, de=written)


def counts(prepared: Prepared, duplicates: dict[tuple[str, int], int]) -> Counts:
    """Per source what a page shows, counted in items; rows only where the name says so."""
    found: Counts = {}
    for source in prepared.sources:
        doubled = {table: duplicates.get((table, source.number), 0) for table in FACTS}
        found[source.name] = {
            "rows": source.rows,
            "not_selected": source.not_selected,
            "received": source.received,
            **{table: source.staged.get(table, 0) - doubled[table] for table in FACTS},
            "quarantined": source.quarantined,
            "quarantined_rows": source.quarantined_rows,
            "duplicates": sum(doubled.values()),
            "masked": sum(source.masked.values()),
            "unmapped": _nameless(source),
        }
    return found


def _nameless(source: SourceCounts) -> dict[str, int]:
    """Items by column and value that no term stands for; a column that names two kinds of terms counts once."""
    by_kind: Counter[tuple[str, str]] = Counter()
    for each in source.unmapped:
        by_kind[each.kind, f"{each.column}: {each.value}"] += each.items
    found: dict[str, int] = {}
    for (_, said), items in by_kind.items():
        found[said] = max(items, found.get(said, 0))
    return found
