"""The files of a help line: one row per call, with a score and some words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.intake.actions import import_files
from leitstern.app.intake.queries import import_by_id, latest_snapshot, versions_of
from leitstern.store.reader import Reader

if TYPE_CHECKING:
    from pathlib import Path

    from leitstern.app.intake.models import Import
    from leitstern.store.home import Home

MAPPING = """
version: 1
taxonomy: taxonomy.yaml
time_zone: Europe/Berlin
sources:
  - name: calls
    file: calls.csv
    customer: {column: customer, kind: customer_no}
    contacts: [{touchpoint: {column: what}, at: at}]
    feedback: [{touchpoint: {column: what}, kind: csat, value: score, at: at, comment: [said]}]
"""
TAXONOMY = """
version: 1
company: Probe
time_zone: Europe/Berlin
departments: [{slug: service, name: Service}]
channels: [{slug: phone, name: Telefon, digital: false}]
stages: [{slug: help, name: Hilfe}]
touchpoints: [{slug: call, name: Anruf, stage: help, department: service, channel: phone}]
"""
HEADER = "customer,at,what,score,said"


@dataclass(frozen=True)
class Calls:
    """The folder in which the files lie."""

    folder: Path

    def __post_init__(self) -> None:
        self.mapping.write_text(MAPPING)
        (self.folder / "taxonomy.yaml").write_text(TAXONOMY)

    @property
    def mapping(self) -> Path:
        return self.folder / "mapping.yaml"

    @property
    def file(self) -> Path:
        return self.folder / "calls.csv"

    def write(self, *rows: str) -> Calls:
        """Write the file anew with these rows."""
        self.file.write_text("\n".join([HEADER, *rows]) + "\n")
        return self

    def bring(self, *rows: str) -> Import:
        """Write the file, if there are rows, and bring it in."""
        if rows:
            self.write(*rows)
        return import_files(COMMAND_LINE, self.mapping, self.folder)


def good(number: int, day: int = 2) -> str:
    """One call that is in order."""
    return f"K-{number},2026-03-{day:02} 10:00,call,5,Alles gut"


LATE = "K-7,31.31.2026,call,2,Wann war das"  # no such day
WRONG = "K-8,2026-03-04 09:00,call,99,Zu viel des Guten"  # no such score


def ledger(run: Import) -> dict[str, int]:
    """What became of the items of all sources."""
    sources = import_by_id(run.pk).sources.values()
    sums = {key: sum(source[key] for source in sources) for key in ("received", "quarantined", "duplicates")}
    sums["stored"] = sum(s["contacts"] + s["promises"] + s["feedback"] for s in sources)
    assert sums["received"] == sums["stored"] + sums["quarantined"] + sums["duplicates"]
    return sums


def stored(home: Home) -> dict[str, int]:
    """How many rows the published state has."""
    snapshot = latest_snapshot()
    if snapshot is None:
        return {}
    with Reader(home, versions_of(snapshot)) as reader:
        return {
            name: reader.run(reader.table(name).count().name("n").as_table()).to_pylist()[0]["n"]
            for name in ("contacts", "feedback", "promises", "transitions", "journeys")
        }
