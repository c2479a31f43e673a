"""What stands beside an export of everything: what is in it, how to read it, and what stays and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.safekeeping.deciding import STAYS, WITHOUT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leitstern.core.texts import Text

HEAD = {
    "en": """# Everything in open formats

- `lake/*.parquet`: contacts, feedback, promises, and the journeys and transitions derived from them. `entity_id` and
  `person` are keyed fingerprints of customers, `ts_us` microseconds since 1970 in UTC, `local_*` the company's time zone.
- `lake/terms.jsonl`: what codes of touchpoints, channels, departments and promises mean (0: not mapped). `path` of a journey
  has one letter per contact; `letter` says which.
- `lake/sources.jsonl`: what `source` of an `import_id` is called.
- `tables/*.jsonl`: everything else that was entered, one object a line; `…_id` points to `id` in another file.
- `taxonomy/`, `mappings/`: every version of the taxonomy, and the mapping of every import, to be brought in again.
- `proofs/`: the files of proofs under the `id` they have in `tables/evidence.attachment.jsonl`, which knows their names.
- `manifest.json`: every file with its size and SHA-256, and the rows of each table.

It can be read without Leitstern: `pyarrow.parquet.read_table("lake/contacts.parquet")`.

## What stays, and why
""",
    "de": """# Alles in offenen Formaten

- `lake/*.parquet`: Kontakte, Rückmeldungen, Versprechen und die daraus abgeleiteten Reisen und Übergänge. `entity_id` und
  `person` sind Fingerabdrücke von Kundinnen und Kunden mit Schlüssel, `ts_us` Mikrosekunden seit 1970 in UTC, `local_*` die
  Zeitzone des Unternehmens.
- `lake/terms.jsonl`: was die Codes von Kontaktpunkten, Kanälen, Bereichen und Versprechen bedeuten (0: nicht zugeordnet).
  `path` einer Reise hat einen Buchstaben je Kontakt; `letter` sagt, welchen.
- `lake/sources.jsonl`: wie `source` eines `import_id` heißt.
- `tables/*.jsonl`: alles andere, was eingetragen wurde, ein Objekt je Zeile; `…_id` verweist auf `id` in einer anderen Datei.
- `taxonomy/`, `mappings/`: jede Fassung der Taxonomie und die Zuordnung jedes Imports, um sie wieder einzulesen.
- `proofs/`: die Dateien von Belegen unter der `id`, die sie in `tables/evidence.attachment.jsonl` haben; dort steht, wie
  sie heißen.
- `manifest.json`: jede Datei mit Größe und SHA-256, dazu die Zeilen jeder Tabelle.

Es lässt sich ohne Leitstern lesen: `pyarrow.parquet.read_table("lake/contacts.parquet")`.

## Was bleibt, und warum
""",
}
ALSO = {
    "en": "Also stays: the secret that keys fingerprints, and files handed in.",
    "de": "Es bleiben auch: das Geheimnis der Fingerabdrücke und hochgeladene Dateien.",
}
COLUMNS = {"en": "Columns that stay:", "de": "Spalten, die bleiben:"}
ROWS = {"en": "Rows", "de": "Zeilen"}


def readme(rows: Mapping[str, int]) -> str:
    """In English, then in German."""
    return "\n".join(_told(language, rows) for language in HEAD)


def why_stays() -> list[tuple[Text, list[str]]]:
    """Each reason, and what stays for it."""
    reasons = dict.fromkeys(STAYS.values())
    return [(why, sorted(label for label, mine in STAYS.items() if mine == why)) for why in reasons]


def _told(language: str, rows: Mapping[str, int]) -> str:
    stays = [f"- {why.to(language)}: {', '.join(labels)}" for why, labels in why_stays()]
    columns = ", ".join(
        f"{label}.{name}" for label, names in sorted(WITHOUT.items()) for name in sorted(names)
    )
    counts = [f"- {name}: {count}" for name, count in rows.items()]
    parts = [HEAD[language], *stays, "", f"{COLUMNS[language]} {columns}", "", ALSO[language], ""]
    return "\n".join([*parts, f"## {ROWS[language]}", "", *counts, ""])
