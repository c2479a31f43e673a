from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leitstern.core.tables.lake import PATH_BASE
from leitstern.store.paths import HIGHEST, path_strings

codes = st.integers(0, HIGHEST)


def paths(journeys: list[list[int]]) -> list[str | None]:
    touchpoints = np.array([code for journey in journeys for code in journey], np.int32)
    found: list[str | None] = path_strings(
        touchpoints, np.array([len(journey) for journey in journeys], np.int32)
    ).to_pylist()
    return found


@given(st.lists(st.lists(codes, min_size=1)))
def test_one_character_per_contact(journeys: list[list[int]]) -> None:
    assert paths(journeys) == ["".join(chr(PATH_BASE + code) for code in journey) for journey in journeys]


@pytest.mark.parametrize("code", [-1, HIGHEST + 1])
def test_a_code_without_a_character_is_refused(code: int) -> None:
    with pytest.raises(ValueError, match="must lie between"):
        paths([[1, code]])
