"""What the ways of a bank's customers cover, in one selection and beside another."""

from __future__ import annotations

from leitstern.charts.coverage_curve import Covered

SHARES = (0.09, 0.16, 0.26, 0.37, 0.49, 0.6, 0.7, 0.79, 0.86)


def covered() -> list[Covered]:
    return [Covered(2**at, share) for at, share in enumerate(SHARES)]


def covered_beside() -> list[Covered]:
    return [Covered(2**at, share, share**1.2) for at, share in enumerate(SHARES)]
