"""Reading once more what was put aside, with whatever was mended since: the mapping, the taxonomy, or this program."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from leitstern.collect.importer import stage_all, unwatched
from leitstern.collect.problems import InvalidFile, Problem, closest
from leitstern.collect.quarantine.entries import Quarantine
from leitstern.collect.quarantine.waiting import WaitingFiles
from leitstern.collect.source import Staging
from leitstern.core.texts import Text
from leitstern.store.space import refuse_unwritable

if TYPE_CHECKING:
    from collections.abc import Iterable

    import duckdb

    from leitstern.collect.mapping import Mapping
    from leitstern.collect.prepared import Prepared
    from leitstern.collect.quarantine.entries import Entry
    from leitstern.core.company.taxonomy import Taxonomy
    from leitstern.store.home import Home
    from leitstern.store.lake import Progress


def prepare_replay(
    home: Home,
    con: duckdb.DuckDBPyConnection,
    mapping: Mapping,
    entries: Iterable[Entry],
    folder: Path,
    taxonomy: Taxonomy,
    import_id: int,
    progress: Progress = unwatched,
) -> Prepared:
    """Stage what can be read by now of the `entries` of one import, all of them in any order.

    Same as `importer.prepare`, with three differences: only files that are joined are looked for in `folder`; sources
    from which nothing waits are left out; and nothing is refused because most of it is still unreadable. Lines and
    digests stay those of the original file, so whatever is put aside again can be recognised. Equal rows share their
    fate, so each gets the hash it would have got at first: replaying twice adds nothing.
    Raises InvalidInput like `prepare`, and for entries whose source the mapping no longer has.
    """
    with refuse_unwritable(), tempfile.TemporaryDirectory(dir=home.staging) as between:
        files = WaitingFiles(con, folder, Path(between), entries)
        known = tuple(source.name for source in mapping.sources)
        gone = [name for name in files.sources if name not in known]
        if gone:
            raise InvalidFile(
                [
                    Problem("", "", "sources", GONE.fill(name=name), known, closest(name, known))
                    for name in gone
                ]
            )
        staging = Staging(
            con=con,
            secret=home.secret,
            taxonomy=taxonomy,
            time_zone=mapping.time_zone,
            import_id=import_id,
            folder=Path(between),
            quarantine=Quarantine(home.staging),
            bearable=1.0,
        )
        return stage_all(staging, mapping, files, progress)


GONE = Text(
    en="Rows of the source “{name}” wait in quarantine, but the mapping has no source of that name any more.",
    de="In der Quarantäne warten Zeilen der Quelle „{name}“, die Zuordnung hat aber keine Quelle dieses Namens mehr.",
)
