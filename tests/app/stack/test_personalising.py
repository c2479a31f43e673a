"""Whoever personalises hears the same from the gate of the initiative and from the stage of technology."""

from __future__ import annotations

import pytest

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.portfolio.models import Initiative
from leitstern.app.portfolio.queries import gate
from leitstern.app.stack.keeping import enter
from leitstern.app.stack.queries import roadmap_now
from leitstern.core.inside.stack.inventory import DataObject
from leitstern.core.inside.stack.roadmap import Condition, Stage


@pytest.fixture(autouse=True)
def company(company_inside: object) -> None:
    """The example company, whose marketing wants personal offers without anybody on the board."""


def stage() -> tuple[Condition, ...]:
    return next(each.gate for each in roadmap_now() if each.stage is Stage.PERSONALISE)


def test_both_gates_say_what_the_other_says() -> None:
    offers = Initiative.objects.get(slug="personal_offers")
    _culture, sources, plans = stage()
    assert sources.met
    assert "elsewhere" not in [each.code for each in gate(offers)]
    alone = next(each for each in gate(offers) if each.code == "no-sponsor")
    assert f"{offers.title}: {alone.text.de}" in [row.said.de for row in plans.rows]
    for n in range(3):
        enter(COMMAND_LINE, DataObject("", f"Loose {n}", kept_in=("crm",)))
    _culture, sources, plans = stage()
    assert not sources.met
    (said,) = [each.text for each in gate(offers) if each.code == "elsewhere"]
    assert said.en.startswith("It personalises, and 50% of all data objects have one leading source")
    assert not [row for row in plans.rows if "50%" in row.said.en]  # the stage says it once
