"""Never fewer than five: nothing measured on fewer customers is shown to anybody, and trends widen until it need not be."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from _typeshed import DataclassInstance

FEWEST = 5  # customers
TOO_FEW_CUSTOMERS = Missing(
    "too-few-customers",
    Text(en="fewer than five customers so far", de="bisher weniger als fünf Kundinnen und Kunden"),
)


def few_left(customers: Mapping[int, int], told: Collection[int]) -> bool:
    """Whether all groups together would give away one of fewer than five, by taking off those that are told."""
    left = sum(n for group, n in customers.items() if group not in told or n < FEWEST)
    return 0 < left < FEWEST


def shown[T: DataclassInstance](record: T) -> T:
    """The record with every number that rests on fewer than five replaced by the reason why it is not shown."""
    hidden: dict[str, Any] = {
        field.name: TOO_FEW_CUSTOMERS
        for field in fields(record)
        if isinstance(value := getattr(record, field.name), Estimate) and value.n < FEWEST
    }
    return replace(record, **hidden) if hidden else record
