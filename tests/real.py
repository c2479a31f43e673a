"""The real data beside the checkout: never committed, so tests that need it skip where it is absent."""

from __future__ import annotations

from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
OLIST = DATA / "olist_sample"
WABO = DATA / "wabo_permits"

needs_real_data = pytest.mark.skipif(
    not DATA.is_dir(), reason="the real data (../shared/data) is not on this machine"
)
