"""What a test may take for granted once it has checked it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from leitstern.core.stats.estimate import Measured


def known(measured: Measured) -> Estimate:
    """The estimate; a test fails where there is none."""
    assert isinstance(measured, Estimate)
    return measured
