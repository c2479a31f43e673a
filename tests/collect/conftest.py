"""A desk for every test that brings files in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.collect.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty desk."""
    desk = Desk.at(tmp_path)
    with desk.open:
        yield desk
