"""A fresh home and its lake, without the application."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leitstern.store.home import Home
from leitstern.store.lake import Lake

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.create(tmp_path / "home")


@pytest.fixture
def lake(home: Home) -> Lake:
    return Lake(home)
