"""Where leaders see the main deficit, and where everybody else shows it."""

from __future__ import annotations

import numpy as np
import pytest
from tests.core.inside.known_organisations import DAY, SOURCE, customers, flat

from leitstern.core.inside.assumptions import Assumptions
from leitstern.core.inside.instrument import Axis
from leitstern.core.inside.misdiagnosis import Misdiagnosis, misdiagnose
from leitstern.core.inside.ratings import Ratings, View
from leitstern.core.texts import Text

NAMES = {
    "t1": Text(en="Contact history", de="Kontakthistorie"),
    "k7": Text(en="Mechanisms for the whole", de="Mechanismen für das Ganze"),
}


def diagnosis(*views: Ratings) -> Misdiagnosis | None:
    return misdiagnose(views, NAMES, Assumptions(), np.random.default_rng(1))


def with_weakness(view: View, culture: float, technology: float, slug: str, people: int) -> Ratings:
    found = flat(view, culture, technology, people)
    found.levels[:, found.dimensions.index(slug)] = 0.2
    return found


def test_technology_is_blamed_where_culture_is_the_graver_problem() -> None:
    leaders = with_weakness(View.EXECUTIVES, 3, 1.5, "t1", 6)
    staff = with_weakness(View.STAFF, 1.2, 2.8, "k7", 60)
    found = diagnosis(leaders, staff, flat(View.EVIDENCE, 1, 3))
    assert found is not None
    assert found.state == "misdiagnosis"
    assert (found.stated.axis, found.shown.axis) == (Axis.TECHNOLOGY, Axis.CULTURE)
    assert (found.stated.dimension, found.shown.dimension) == ("t1", "k7")
    assert found.sentence.de == (
        "Die Führenden sehen das Hauptdefizit in der Technologie (Kontakthistorie); "
        "alle anderen zeigen es in der Kultur (Mechanismen für das Ganze)."
    )
    assert found.shown.axis_probability > 0.99


def test_leaders_may_be_right() -> None:
    found = diagnosis(flat(View.EXECUTIVES, 1.2, 3, 6), flat(View.STAFF, 1.2, 2.8, 60))
    assert found is not None
    assert found.state == "agreement"
    assert found.sentence.en.startswith("Leaders and everybody else see the main deficit in culture")


def test_axes_too_close_are_not_told_apart() -> None:
    found = diagnosis(flat(View.EXECUTIVES, 2.5, 2.5, 6), flat(View.STAFF, 1, 3, 60))
    assert found is not None
    assert found.state == "cannot tell"


@pytest.mark.parametrize(
    "views",
    [
        (flat(View.EXECUTIVES, 2, 3, 6),),
        (flat(View.STAFF, 2, 3, 6),),
        (flat(View.EXECUTIVES, 2, 3, 6), customers(2)),
        (flat(View.EXECUTIVES, 2, 3, 6), Ratings(View.EVIDENCE, ("k1",), np.array([[1.0]]), SOURCE, DAY)),
    ],
)
def test_without_two_sides_there_is_nothing_to_compare(views: tuple[Ratings, ...]) -> None:
    assert diagnosis(*views) is None
