"""What retrospectives agreed on, counted by hand."""

from __future__ import annotations

from datetime import date

from leitstern.core.bridge.practice.retrospectives import (
    Agreement,
    Became,
    Going,
    News,
    carried_out,
    how_it_goes,
)
from leitstern.core.stats.estimate import Estimate, Missing

DUE, DAY = date(2026, 3, 1), date(2026, 5, 10)
DONE = Agreement(DUE, news=(News(Became.DONE, date(2026, 2, 20)),))
DROPPED = Agreement(DUE, news=(News(Became.DROPPED, date(2026, 4, 20)),))
LATE = Agreement(DUE, owned=False)
TWICE = Agreement(
    DUE,
    news=(
        News(Became.POSTPONED, date(2026, 2, 28), date(2026, 4, 1)),
        News(Became.POSTPONED, date(2026, 4, 1), date(2026, 6, 1)),
    ),
)


def test_of_what_was_due_or_has_ended_a_share_was_carried_out() -> None:
    found = carried_out([DONE, DROPPED, LATE, TWICE], DAY)
    assert isinstance(found, Estimate)
    assert (found.n, round(found.value, 3)) == (3, 0.333)
    assert found.low < found.value < found.high
    assert isinstance(carried_out([TWICE], DAY), Missing)


def test_it_stands_as_it_stood_on_a_day() -> None:
    assert [each.state(DAY) for each in (DONE, DROPPED, LATE, TWICE)] == [
        Going.DONE,
        Going.DROPPED,
        Going.OVERDUE,
        Going.OPEN,
    ]
    assert DROPPED.state(date(2026, 4, 19)) is Going.OVERDUE
    assert LATE.state(DUE) is Going.OPEN
    assert TWICE.due_at(date(2026, 3, 15)) == date(2026, 4, 1)


def test_it_is_said_in_one_breath() -> None:
    said = how_it_goes([DONE, DROPPED, LATE, TWICE], 2, DAY)
    assert said.de == (
        "1 von 3 fälligen Vereinbarungen aus Rückblicken wurde umgesetzt. Eine ist überfällig, seit 70 Tagen. "
        "Für eine steht niemand gerade. Eine der offenen wird immer wieder verschoben."
    )
    assert how_it_goes([], 0, DAY).en == "Nobody has looked back together yet."
