"""Data quality: five shares, and the weakest of them."""

from __future__ import annotations

from leitstern.core.outside.quality import Quality, Side, Tally, lowest_first, quality, together
from leitstern.core.stats.estimate import Estimate, Missing

GOOD = Tally(
    received=100, quarantined=5, duplicates=10, items=80, mapped=72, complete=36, judged=40, timely=40
)


def shares(found: Quality) -> dict[str, float | str]:
    return {
        side.value: value.value if isinstance(value, Estimate) else value.code
        for side, value in found.sides.items()
    }


def test_every_share_is_counted_and_the_weakest_is_the_score() -> None:
    found = quality(GOOD, 50)
    assert shares(found) == {"read": 0.95, "new": 0.9, "mapped": 0.9, "complete": 0.5, "timely": 1.0}
    assert found.weakest is Side.COMPLETE
    score = found.score
    assert isinstance(score, Estimate)
    assert (score.value, score.low, score.high, score.n) == (0.5, 0.5, 0.5, 72)
    assert found.advice
    assert "department and channel" in found.advice.en


def test_of_equals_the_first_is_named_and_a_whole_one_needs_no_advice() -> None:
    whole = quality(Tally(received=9, items=9, mapped=9, complete=9, judged=9, timely=9), 9)
    assert (whole.weakest, whole.advice) == (Side.READ, None)


def test_what_cannot_be_told_says_why() -> None:
    history = quality(Tally(received=9, items=9, mapped=0, judged=0), 9)
    assert shares(history) == {
        "read": 1.0,
        "new": 1.0,
        "mapped": 0.0,
        "complete": "nothing-counted",
        "timely": "nothing-counted",
    }
    nothing = quality(Tally(), 0)
    assert isinstance(nothing.score, Missing)
    assert (nothing.weakest, nothing.advice) == (None, None)


def test_fewer_than_five_customers_are_hidden() -> None:
    hidden = quality(GOOD, 4)
    assert set(shares(hidden).values()) == {"too-few"}
    assert isinstance(hidden.score, Missing)
    assert hidden.score.code == "too-few"


def test_a_department_takes_its_part_of_what_its_sources_put_aside() -> None:
    part = together([Tally(items=20, mapped=20, complete=20), GOOD.part(0.25)])
    assert (part.received, part.quarantined, part.duplicates, part.items) == (25, 1.25, 2.5, 20)
    assert shares(quality(part, 9))["read"] == 0.95


def test_the_lowest_stands_first_and_the_unknown_last() -> None:
    found = lowest_first({"a": quality(Tally(), 0), "b": quality(GOOD, 50), "c": quality(Tally(10, 9), 0)})
    assert [key for key, _ in found] == ["c", "b", "a"]
