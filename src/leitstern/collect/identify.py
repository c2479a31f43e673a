"""From somebody's number back to their contacts: hash the identifier the way the import did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.collect import hashes
from leitstern.store import engine

if TYPE_CHECKING:
    from leitstern.store.home import Home


def entity_of(home: Home, kind: str, identifier: str) -> int:
    """The 63-bit id under which the lake keeps the contacts of this identifier, whether there are any or not."""
    con = engine.connect(home)
    try:
        hashes.set_keys(con, home.secret)
        found = con.execute(f"SELECT {hashes.customer(kind, '?::VARCHAR')}", [identifier.strip()]).fetchone()
    finally:
        con.close()
    if found is None:
        raise AssertionError("A SELECT without FROM has one row.")
    entity: int = found[0]
    return entity
