"""The inventory as it stands. Other areas read technology here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.common.findings import once
from leitstern.app.stack import shelf
from leitstern.core.errors import NotFound
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.inside.stack.inventory import (
        Application,
        Capability,
        DataObject,
        Integration,
        Inventory,
    )

INVENTORY = "stack inventory"
NO_APPLICATION = Text(en="There is no such application.", de="Diese Anwendung gibt es nicht.")
NO_CAPABILITY = Text(en="There is no such capability.", de="Diese Fähigkeit gibt es nicht.")


def inventory() -> Inventory:
    """Everything that is there now, read once per request."""
    return once(INVENTORY, shelf.inventory)


def applications() -> tuple[Application, ...]:
    """Applications that are there, by name: planned, live, or being phased out."""
    return inventory().applications


def application(slug: str) -> Application:
    """One application, also one that is gone. Raises NotFound."""
    known = inventory()
    found = known.by_slug.get(slug) or next((each for each in known.gone if each.slug == slug), None)
    if found is None:
        raise NotFound(NO_APPLICATION)
    return found


def application_names() -> dict[str, str]:
    """What applications are called, by short name, also those that are gone."""
    return inventory().names


def capabilities() -> tuple[Capability, ...]:
    """What the company has to be able to do, by name."""
    return inventory().capabilities


def integrations() -> tuple[Integration, ...]:
    """How data gets from one application to another: live, planned, or as a spreadsheet by hand."""
    return inventory().integrations


def data_objects() -> tuple[DataObject, ...]:
    """What is kept about customers, and which application leads."""
    return inventory().data
