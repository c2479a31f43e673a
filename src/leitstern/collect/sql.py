"""Small pieces of SQL. Everything an import computes per row is an expression that DuckDB evaluates in vectors."""

from __future__ import annotations


def literal(value: str | float | bool | None) -> str:
    """`value` as SQL; text is quoted, so nothing in a mapping or file can become code."""
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return repr(value)


def layer(inner: str, **expressions: str) -> str:
    """A query with everything `inner` gives and the named expressions over it.

    Nested rather than one long SELECT, so that each expression is written, and evaluated, once.
    """
    if not expressions:
        return inner
    added = ", ".join(f"{expression} AS {name}" for name, expression in expressions.items())
    return f"SELECT *, {added} FROM ({inner})"


def first_of(cases: list[tuple[str, str]], otherwise: str = "NULL") -> str:
    """The value of the first condition that holds; later ones are not evaluated for those rows."""
    if not cases:
        return otherwise
    whens = " ".join(f"WHEN {condition} THEN {value}" for condition, value in cases)
    return f"CASE {whens} ELSE {otherwise} END"


def text(column: str) -> str:
    """The text of a column without blanks around it; NULL if nothing is left.

    Most values need no trimming, and to see that (a blank or nothing sorts before `!`) takes half the work of doing it.
    """
    return f"CASE WHEN {column} < '!' OR ends_with({column}, ' ') THEN nullif(trim({column}), '') ELSE {column} END"
