"""What stands in a terminal about handoffs, ways, loops and cohorts of journeys."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Answer

    Run = Callable[..., Answer]


@pytest.mark.parametrize(
    ("view", "listed"),
    [("handoffs", "handoffs"), ("variants", "ways"), ("loops", "loops"), ("told-again", "pairs")],
)
def test_a_view_begins_with_its_sentence(leitstern: Run, view: str, listed: str) -> None:
    table = leitstern("journeys", view)
    found = json.loads(leitstern("journeys", view, "--format", "json").out)
    assert (table.code, table.err) == (0, "")
    assert table.out.startswith(found["sentence"]["en"])
    assert found[listed]


def test_cohorts_are_asked_for_by_months(leitstern: Run) -> None:
    found = json.loads(leitstern("journeys", "cohorts", "--by", "month", "--format", "json").out)
    assert found["days"] == 30
