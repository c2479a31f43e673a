"""Who is looked at twice, and what was only ticked off."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from leitstern.core.inside.assumptions import Assumptions
from leitstern.core.inside.evidence import Credit
from leitstern.core.inside.reviewing import (
    OverClaim,
    Step,
    drawn,
    over_claims,
    reviewer_agreement,
    ticked_off,
)
from leitstern.core.stats.estimate import Estimate, Missing

ONE_IN, HASTY = 5, 14
ASSUMED = Assumptions()
KEY = b"a key of thirty-two random bytes"
DAY = date(2026, 7, 1)


def test_one_of_every_five_claims_is_drawn_whoever_asks_and_whenever() -> None:
    sample = [drawn(position, KEY, ASSUMED) for position in range(1000)]
    assert all(sum(sample[start : start + ONE_IN]) == 1 for start in range(0, 1000, ONE_IN))
    assert sample == [drawn(position, KEY, ASSUMED) for position in range(1000)]


def test_the_share_follows_the_register() -> None:
    half = ASSUMED.with_values({"second_review": 0.5})
    assert sum(drawn(position, KEY, half) for position in range(100)) == 50


def test_nobody_without_the_key_knows_who_is_drawn() -> None:
    places = [
        [drawn(p, KEY, ASSUMED) for p in range(s, s + ONE_IN)].index(True) for s in range(0, 5000, ONE_IN)
    ]
    assert all(150 < places.count(place) < 250 for place in range(ONE_IN))  # 1,000 blocks, 200 each
    other = [drawn(position, b"another key", ASSUMED) for position in range(5000)]
    assert other != [drawn(position, KEY, ASSUMED) for position in range(5000)]


def worth(claimed: int, supported: int) -> Credit:
    return Credit(claimed, supported, None, 0.0, None)


def test_over_claim_per_unit_widest_first() -> None:
    found = over_claims([("service", worth(3, 3)), ("sales", worth(4, 1)), ("service", worth(4, 3))], ASSUMED)
    assert found == (OverClaim("sales", 3.0, 1, 1), OverClaim("service", 0.5, 2, 1))


@pytest.mark.parametrize(
    ("step", "credit", "alarm"),
    [
        (Step(DAY, DAY + timedelta(days=HASTY), None), worth(3, 3), False),
        (Step(DAY, DAY + timedelta(days=HASTY - 1), None), worth(3, 3), True),
        (Step(DAY, DAY + timedelta(days=3), DAY - timedelta(days=1)), worth(3, 3), True),
        (Step(DAY, DAY + timedelta(days=3), DAY), worth(3, 3), False),
        (Step(DAY, DAY + timedelta(days=90), DAY), worth(3, 2), True),
    ],
    ids=["two weeks", "a day less", "old proof", "new proof", "beyond what counts"],
)
def test_ticked_off_rather_than_done(step: Step, credit: Credit, alarm: bool) -> None:
    assert ticked_off(step, credit, ASSUMED) == alarm


def test_reviewers_agree_only_if_they_credit_the_same_levels() -> None:
    alike = reviewer_agreement([(1, 1), (2, 2), (3, 3), (4, 4), (2, 2), (3, 2)])
    shifted = reviewer_agreement(
        [(2, 1), (3, 2), (4, 3), (4, 3), (3, 2), (2, 1)]
    )  # the same order, one level apart
    assert isinstance(alike, Estimate)
    assert isinstance(shifted, Estimate)
    assert alike.value > 0.9
    assert shifted.value < 0.8
    assert (alike.n, alike.level) == (6, 0.9)
    assert isinstance(reviewer_agreement([(2, 3)]), Missing)
    assert isinstance(reviewer_agreement([]), Missing)
