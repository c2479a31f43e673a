"""Conditions of the mapping as SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.collect.sql import first_of, literal
from leitstern.core.tables.lake import TOLD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from leitstern.collect.mapping import Condition, Weight


def all_hold(conditions: Iterable[Condition], column: Callable[[str], str]) -> str:
    """SQL that is true or false, never NULL; an empty value is the empty text. `column` gives the SQL of a column."""
    parts = []
    for condition in conditions:
        x = f"coalesce({column(condition.column)}, '')"
        if condition.is_in is not None:
            parts.append(f"{x} IN ({_listed(condition.is_in)})" if condition.is_in else "false")
        if condition.not_in:
            parts.append(f"{x} NOT IN ({_listed(condition.not_in)})")
        if condition.present is not None:
            parts.append(f"{x} {'<>' if condition.present else '='} ''")
    return " AND ".join(parts) or "true"


def said(condition: Condition, column: Callable[[str], str]) -> str:
    """SQL for “yes” where the condition holds, “no” where it does not, NULL where the column says nothing.

    A condition on whether the column is filled has an answer for every row.
    """
    answers = [(all_hold((condition,), column), literal(TOLD[True]))]
    recorded = f"{column(condition.column)} IS NOT NULL" if condition.present is None else "true"
    return first_of([*answers, (recorded, literal(TOLD[False]))])


def weigh(weights: Iterable[Weight], column: Callable[[str], str]) -> str:
    """SQL for the weight of a row: of the first entry whose conditions hold, else 1."""
    cases = [(all_hold(weight.when, column), literal(weight.value)) for weight in weights]
    return f"{first_of(cases, '1')}::DOUBLE"


def _listed(values: Iterable[str]) -> str:
    return ", ".join(map(literal, values))
