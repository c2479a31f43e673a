"""`leitstern claims`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from leitstern.core.bridge.claims.claim import Grade
from leitstern.core.bridge.claims.register import CLAIMS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Answer

    Run = Callable[..., Answer]


def test_published_figures_stand_in_the_terminal(leitstern: Run) -> None:
    assert "neun von zehn" in leitstern("claims", "--lang", "de").out
    found = json.loads(leitstern("claims", "--grade", "cross_sectional", "--format", "json").out)
    compared = {slug for slug, each in CLAIMS.items() if each.grade is Grade.CROSS_SECTIONAL}
    assert "revenue-of-the-best" in compared
    assert {each["slug"] for each in found} == compared
    assert "rund 1,4 Milliarden US-Dollar" in leitstern("claims", "--format", "csv", "--lang", "de").out
