"""`leitstern value`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Answer

    Run = Callable[..., Answer]


def test_both_sides_stand_in_the_terminal(leitstern: Run) -> None:
    assert "Am meisten verdienen wir an denen" in leitstern("value", "--lang", "de").out
    found = json.loads(leitstern("value", "--format", "json").out)
    assert [each["persona"] for each in found["ledgers"]][:2] == [None, "digital_starter"]
    assert "expected margin per customer" in leitstern("value", "--format", "csv").out
    assert leitstern("value", "--currency", "XXX").code == 1
