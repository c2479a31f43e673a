"""Forgetting a customer everywhere, and letting go of an import: areas above that keep something of them say how."""

from __future__ import annotations

from django.utils.module_loading import import_string

FORGETS: list[str] = []  # dotted names of functions that are told the id of whom to forget
LETS_GO: list[str] = []  # the same for imports that are taken out


def forget(entity: int) -> None:
    """Let all areas forget a customer, in the transaction of whoever erases them."""
    for name in FORGETS:
        import_string(name)(entity)


def let_go(import_id: int) -> None:
    """Let all areas let go of an import, in the transaction that takes it out."""
    for name in LETS_GO:
        import_string(name)(import_id)
