"""Reading a whole mapping: files in, staged contacts, promises and answers out, and whatever had to be put aside.

A row is understood whole or put aside whole: half a row would tell half a story (an order without its delivery looks
like one that never came). Nothing is stored here; `store.Lake` takes what is staged, or it is let go.
"""

from __future__ import annotations

import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from leitstern.collect import hashes, zones
from leitstern.collect.checking import open_all
from leitstern.collect.examples import examples
from leitstern.collect.items import create_staged
from leitstern.collect.prepared import Prepared
from leitstern.collect.quarantine.entries import Quarantine
from leitstern.collect.readers.files import Files
from leitstern.collect.source import Staging, stage_source
from leitstern.core.texts import Text
from leitstern.store.space import refuse_unwritable

if TYPE_CHECKING:
    import duckdb

    from leitstern.collect.checking import Opened
    from leitstern.collect.mapping import Mapping
    from leitstern.core.company.taxonomy import Taxonomy
    from leitstern.store.home import Home
    from leitstern.store.lake import Progress


def unwatched(share: float, step: Text) -> None:
    """Progress that nobody looks at."""


def prepare(
    home: Home,
    con: duckdb.DuckDBPyConnection,
    mapping: Mapping,
    folder: Path,
    taxonomy: Taxonomy,
    import_id: int,
    progress: Progress = unwatched,
) -> Prepared:
    """Stage all sources of a mapping from the files in `folder`; `store.staged` describes the three tables.

    A dry run is the same, with nobody taking what was staged. Raises InvalidInput with everything that is wrong with
    mapping and files; whatever is staged then counts for nothing.
    """
    with refuse_unwritable(), tempfile.TemporaryDirectory(dir=home.staging) as between:
        staging = Staging(
            con=con,
            secret=home.secret,
            taxonomy=taxonomy,
            time_zone=mapping.time_zone,
            import_id=import_id,
            folder=Path(between),
            quarantine=Quarantine(home.staging),
        )
        return stage_all(staging, mapping, Files(con, folder), progress)


def stage_all(staging: Staging, mapping: Mapping, files: Files, progress: Progress) -> Prepared:
    """Open and stage all sources. Raises InvalidInput as `prepare` does."""
    with closing(files):
        progress(0.0, OPENING)
        opened = open_all(staging.con, mapping, staging.taxonomy, files)
        return _stage_opened(staging, opened, progress)


def _stage_opened(staging: Staging, opened: list[Opened], progress: Progress) -> Prepared:
    """Stage opened sources, each for a share of the time that goes with its share of the bytes."""
    hashes.set_keys(staging.con, staging.secret)
    for zone in {staging.time_zone, staging.taxonomy.time_zone}:
        zones.define(staging.con, zone)
    create_staged(staging.con)
    sizes = [one.file.size for one in opened]
    total = sum(sizes) or 1
    counts = []
    for position, (one, size) in enumerate(zip(opened, sizes, strict=True)):
        before = sum(sizes[:position])
        step = READING.fill(source=one.source.name)

        def tell(share: float, before: int = before, size: int = size, step: Text = step) -> None:
            progress((before + share * size) / total, step)

        tell(0.0)
        counts.append(stage_source(staging, one, tell))
    shown = examples(staging.con, {one.number: one.name for one in counts}, staging.taxonomy)
    progress(1.0, DONE)
    return Prepared(tuple(counts), shown, staging.quarantine)


OPENING = Text(en="Opening the files", de="Die Dateien werden geöffnet")
READING = Text(en="Reading “{source}”", de="„{source}“ wird gelesen")
DONE = Text(en="All files are read", de="Alle Dateien sind gelesen")
