"""From what a file calls a touchpoint, a channel or a department to the codes of the taxonomy."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from leitstern.core.company.lookup import spelt_alike
from leitstern.core.company.taxonomy import UNMAPPED, Touchpoint

if TYPE_CHECKING:
    from collections.abc import Iterable

    import duckdb

    from leitstern.collect.mapping import Term
    from leitstern.core.company.taxonomy import Kind, Taxonomy


class Place(NamedTuple):
    """Codes of a touchpoint and of the channel and department that go with it unless the mapping says otherwise."""

    touchpoint: int = UNMAPPED
    channel: int = UNMAPPED
    department: int = UNMAPPED


def codes_of(kind: Kind, term: Term, raws: Iterable[str], taxonomy: Taxonomy) -> list[int]:
    """The codes that raw values stand for: as `values` translate them, else by slug, name or synonym; 0 if by none."""
    translated = {spelt_alike(value): slug for value, slug in term.values}
    return [taxonomy.resolve(kind, translated.get(spelt_alike(raw), raw)) for raw in raws]


def place_of(touchpoint: int, taxonomy: Taxonomy) -> Place:
    """The touchpoint with its usual channel and department."""
    found = taxonomy.lookup(Touchpoint).code(touchpoint)
    if found is None:
        return Place()
    channel = taxonomy.resolve("channel", found.channel) if found.channel else UNMAPPED
    return Place(touchpoint, channel, taxonomy.resolve("department", found.department))


def translate(con: duckdb.DuckDBPyConnection, name: str, codes: dict[str, int], taxonomy: Taxonomy) -> None:
    """Make a temporary table of raw values, their `code`, and what usually goes with a touchpoint of that code."""
    places = [place_of(code, taxonomy) for code in codes.values()]
    columns = [
        list(codes),
        list(codes.values()),
        [place.channel for place in places],
        [place.department for place in places],
    ]
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT unnest($1::VARCHAR[]) AS raw, unnest($2::INTEGER[]) AS code, "
        "unnest($3::SMALLINT[]) AS channel, unnest($4::SMALLINT[]) AS department",
        columns,
    ).fetchall()
