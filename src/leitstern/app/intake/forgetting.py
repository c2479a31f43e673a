"""Forgetting a customer everywhere: areas above that keep something of customers say how they forget it."""

from __future__ import annotations

from django.utils.module_loading import import_string

FORGETS: list[str] = []  # dotted names of functions that are told the id of whom to forget


def forget(entity: int) -> None:
    """Let all areas forget a customer, in the transaction of whoever erases them."""
    for name in FORGETS:
        import_string(name)(entity)
