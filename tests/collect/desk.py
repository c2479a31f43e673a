"""A desk with a folder of files, a home and an engine: where tests bring files in as an import does."""

from __future__ import annotations

from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

import yaml

from leitstern.collect.importer import prepare
from leitstern.collect.mapping_file import read_mapping
from leitstern.collect.replay import prepare_replay
from leitstern.collect.taxonomy_file import read_taxonomy
from leitstern.store import engine
from leitstern.store.home import Home

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import duckdb

    from leitstern.collect.mapping import Mapping
    from leitstern.collect.prepared import Prepared, SourceCounts
    from leitstern.collect.quarantine.entries import Entry
    from leitstern.core.company.taxonomy import Taxonomy

TAXONOMY = """
version: 1
company: Nordlicht
time_zone: ZONE
departments:
  - {slug: service, name: {de: Kundendienst, en: Service}, synonyms: [Hotline]}
  - {slug: sales, name: {de: Vertrieb, en: Sales}}
channels:
  - {slug: phone, name: {de: Telefon, en: Phone}, digital: false}
  - {slug: web, name: {de: Netz, en: Web}, digital: true}
stages: [{slug: use, name: {de: Nutzen, en: Use}}]
touchpoints:
  - {slug: call, name: {de: Anruf, en: Call}, stage: use, department: service, channel: phone, synonyms: [Call in]}
  - {slug: order, name: {de: Bestellung, en: Order}, stage: use, department: sales, channel: web}
  - {slug: delivery, name: {de: Lieferung, en: Delivery}, stage: use, department: sales}
facets: [{slug: easy, name: {de: Einfach, en: Easy}, question: {de: War es einfach?, en: Was it easy?}}]
promises:
  - {slug: on_time, touchpoint: delivery, facet: in_time, share: 0.95, text: {de: Pünktlich, en: On time}}
"""
CALL = {"touchpoint": "call", "at": "at"}


@cache
def taxonomy(zone: str = "Europe/Berlin") -> Taxonomy:
    """A small company."""
    return read_taxonomy(TAXONOMY.replace("ZONE", zone), "taxonomy.yaml")


def mapping(*sources: dict[str, Any], zone: str = "Europe/Berlin", company: str = "Europe/Berlin") -> Mapping:
    """A mapping of these sources; what they leave out is customer `who` and one call at `at` per row of `calls.csv`."""
    usual = {"name": "calls", "file": "calls.csv", "customer": "who", "contacts": [CALL]}
    whole = {"version": 1, "time_zone": zone, "sources": [usual | source for source in sources or ({},)]}
    return read_mapping(yaml.safe_dump(whole, allow_unicode=True), "mapping.yaml", taxonomy=taxonomy(company))


@dataclass(frozen=True)
class Brought:
    """A prepared import and the engine that holds what it staged."""

    con: duckdb.DuckDBPyConnection
    prepared: Prepared

    @property
    def source(self) -> SourceCounts:
        """The numbers of the only source."""
        (counts,) = self.prepared.sources
        return counts

    @property
    def quarantine(self) -> list[Entry]:
        """What was put aside."""
        return list(self.prepared.quarantine)

    @property
    def reasons(self) -> list[tuple[int, str]]:
        """Lines and codes of what was put aside."""
        return [(entry.line, entry.code) for entry in self.quarantine]

    def staged(self, columns: str, table: str = "contacts") -> list[Any]:
        """Columns of a staged table in the order of the files; values instead of tuples if it is one column."""
        found = engine.rows(self.con, f"SELECT {columns} FROM staged_{table} ORDER BY seq")
        return [row[0] for row in found] if found and len(found[0]) == 1 else found

    def times(self) -> list[str]:
        """The instants of all contacts, UTC."""
        return list(map(str, self.staged("make_timestamp(ts_us)")))


@dataclass
class Desk:
    """See above. `close` before the folder vanishes."""

    folder: Path
    home: Home
    open: ExitStack = field(default_factory=ExitStack)

    @classmethod
    def at(cls, path: Path) -> Desk:
        """A new desk with nothing on it."""
        folder = path / "files"
        folder.mkdir()
        return cls(folder, Home.create(path / "home"))

    def put(self, content: str | bytes, name: str = "calls.csv") -> Path:
        """Lay a file on the desk; text is UTF-8."""
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def connect(self, threads: int = 1) -> duckdb.DuckDBPyConnection:
        """An engine that is closed with the desk."""
        return self.open.enter_context(closing(engine.connect(self.home, threads=threads)))

    def bring(
        self, told: Mapping | None = None, *, company: str = "Europe/Berlin", threads: int = 1
    ) -> Brought:
        """Prepare an import of the files."""
        con = self.connect(threads)
        prepared = prepare(self.home, con, told or mapping(), self.folder, taxonomy(company), import_id=1)
        return Brought(con, prepared)

    def again(self, entries: Iterable[Entry], told: Mapping | None = None) -> Brought:
        """Prepare a replay of what was put aside."""
        con = self.connect()
        prepared = prepare_replay(
            self.home, con, told or mapping(), entries, self.folder, taxonomy(), import_id=2
        )
        return Brought(con, prepared)
