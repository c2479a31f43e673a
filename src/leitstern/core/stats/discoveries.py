"""Looking at many things at once: how many of the findings would be chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


def discoveries(chances: Sequence[float], rate: float) -> NDArray[np.bool_]:
    """Which of the probabilities by chance (p-values) stand when at most `rate` of all findings may be false.

    Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57: the k smallest, for the largest k with
    p(k) ≤ rate · k / m. Valid as it stands for independent and for positively dependent findings (Benjamini & Yekutieli
    2001, Annals of Statistics 29).
    """
    p = np.asarray(chances, dtype=np.float64)
    if not p.size:
        return np.zeros(0, dtype=np.bool_)
    ordered = np.sort(p)
    passed = np.flatnonzero(ordered <= rate * np.arange(1, p.size + 1) / p.size)
    found: NDArray[np.bool_] = p <= (ordered[passed[-1]] if passed.size else -1.0)
    return found
