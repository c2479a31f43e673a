"""The column contracts of the lake as SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_SQL_TYPES = {
    pa.int8(): "TINYINT",
    pa.int16(): "SMALLINT",
    pa.int32(): "INTEGER",
    pa.int64(): "BIGINT",
    pa.float64(): "DOUBLE",
    pa.string(): "VARCHAR",
    pa.date32(): "DATE",
}


def select(schema: pa.Schema, relation: str, **instead: str) -> str:
    """All columns of `schema` from `relation`, in order and of exactly their type; `instead` replaces expressions."""
    columns = (
        f'CAST({instead.get(field.name, f'"{field.name}"')} AS {_SQL_TYPES[field.type]}) AS "{field.name}"'
        for field in schema
    )
    return f"FROM {relation} SELECT {', '.join(columns)}"


def files(schema: pa.Schema, paths: Iterable[Path]) -> str:
    """A relation with the rows of these Parquet files; without files an empty one of the same columns."""
    names = [literal(str(path)) for path in paths]
    if names:
        return f"read_parquet([{', '.join(names)}])"
    nothing = (f'NULL::{_SQL_TYPES[field.type]} AS "{field.name}"' for field in schema)
    return f"(SELECT {', '.join(nothing)} WHERE false)"


def literal(text: str) -> str:
    """Text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"
