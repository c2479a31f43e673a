"""Whose rows fresh files hold, kept in memory: a question about one person opens those with an answer alone.

Numbers of people only, sorted, eight bytes each: a layout bounds how many rows lie in fresh files. Files never change;
what is known of one is forgotten once it is gone, so nothing stays of who was erased.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leitstern.store import columns

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    import duckdb
    from numpy.typing import NDArray

_known: dict[Path, NDArray[np.int64]] = {}


def with_rows(
    con: duckdb.DuckDBPyConnection, files: Iterable[Path], column: str, people: Collection[int]
) -> dict[Path, set[int]]:
    """Of each file with rows of any of these people, of whom; `column` names the person of a row."""
    found = {path: _present(_people(con, path, column), people) for path in files}
    return {path: present for path, present in found.items() if present}


def forget() -> None:
    """Know nothing any more of files that are gone: somebody may have been erased."""
    for path in [*_known]:
        if not path.exists():
            _known.pop(path, None)


def _people(con: duckdb.DuckDBPyConnection, path: Path, column: str) -> NDArray[np.int64]:
    people = _known.get(path)
    if people is None:
        forget()
        asked = f"FROM read_parquet({columns.literal(str(path))}) SELECT DISTINCT {column}"
        people = np.sort(np.asarray(con.execute(asked).fetchnumpy()[column], np.int64))
        _known[path] = people
    return people


def _present(sorted_people: NDArray[np.int64], people: Collection[int]) -> set[int]:
    wanted = np.fromiter(people, np.int64, len(people))
    at = np.searchsorted(sorted_people, wanted)
    at[at == len(sorted_people)] = 0
    return set(wanted[sorted_people[at] == wanted].tolist()) if len(sorted_people) else set()
