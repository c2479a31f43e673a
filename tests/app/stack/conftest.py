"""A bank's technology in the program: a CRM, two mailers, and what they carry."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.core.inside.stack import bank as known

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.app.stack.keeping import enter
from leitstern.collect.example.truths import taxonomy
from leitstern.core.inside.stack.inventory import Gap
from leitstern.core.inside.stack.terms import Level, Remedy

if TYPE_CHECKING:
    from leitstern.core.inside.stack.inventory import Inventory

NEWS = replace(
    known.NEWSLETTER,
    outcome="I only hear what concerns me.",
    people=Level.WORKS,
    process=Level.THERE,
    technology=Level.MISSING,
    gaps=(
        Gap("Cannot stop a mailing", "mail", critical=True, remedy=Remedy.UPGRADE),
        Gap("Does not know open cases", "mail", remedy=Remedy.UPGRADE),
        Gap("No letters by post", "mail", remedy=Remedy.NONE),
    ),
)


@pytest.fixture(autouse=True)
def company(db: None) -> None:
    """The example company's taxonomy."""
    adopt(COMMAND_LINE, taxonomy())


@pytest.fixture
def bank() -> Inventory:
    """Its technology, entered."""
    from leitstern.app.stack.queries import inventory

    unit = taxonomy().departments[0].slug
    things = (known.CRM, known.MAIL, known.LETTERS, replace(known.CLAIMS, units=(unit,)))
    for each in (*things, NEWS, known.EMAIL, *known.FLOWS):
        enter(COMMAND_LINE, each)
    return inventory()
