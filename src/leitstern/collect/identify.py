"""From somebody's number back to their contacts: hash the identifier the way the import did."""

from __future__ import annotations

import re
from contextlib import closing
from itertools import batched
from typing import TYPE_CHECKING

from leitstern.collect import hashes
from leitstern.store import engine

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from leitstern.store.home import Home

AT_ONCE = 500  # texts
_CELL, _WORD = re.compile(r"[,;|\t\r\n\"{}\[\]:]+"), re.compile(r"\s+")


def entity_of(home: Home, kind: str, identifier: str) -> int:
    """The 63-bit id under which the lake keeps the contacts of this identifier, whether there are any or not."""
    return hashes.customer_number(home.secret, kind, identifier.strip())


def naming(
    home: Home, kinds: Sequence[str], texts: Iterable[tuple[int, str]], entities: Iterable[int]
) -> list[int]:
    """The keys of those texts that name one of these ids by a cell or a word of theirs, as a number of one of the kinds."""
    wanted = sorted(set(entities))
    found: set[int] = set()
    with closing(engine.connect(home)) as con:
        hashes.set_keys(con, home.secret)
        for batch in batched(texts, AT_ONCE):
            told = [(key, word) for key, text in batch for word in _words(text)]
            for kind in kinds:
                rows = con.execute(
                    "SELECT DISTINCT key FROM (SELECT unnest($1::BIGINT[]) AS key, unnest($2::VARCHAR[]) AS word) "
                    f"WHERE {hashes.customer(kind, 'word')} IN (SELECT unnest($3::BIGINT[]))",
                    [[key for key, _ in told], [word for _, word in told], wanted],
                ).fetchall()
                found.update(key for (key,) in rows)
    return sorted(found)


def _words(text: str) -> set[str]:
    cells = {cell.strip() for cell in _CELL.split(text)}
    return (cells | {word for cell in cells for word in _WORD.split(cell)}) - {""}
