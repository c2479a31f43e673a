"""Names ticked, half of them real: what is known beyond guessing."""

from __future__ import annotations

import pytest

from leitstern.collect.example.truths import taxonomy
from leitstern.core.gap.invented import INVENTED, not_ours
from leitstern.core.gap.knowledge import GUESSED, MOST, TOO_FEW, Marked, digital, drawn, knowledge
from leitstern.core.stats.estimate import Estimate, Missing

REAL = ("app", "chat", "login", "portal")
SHOWN = frozenset({*REAL, "quiz", "podcast", "forum", "terminal"})


def said(*ticked: str) -> Marked:
    return Marked(SHOWN, frozenset(ticked))


def test_the_index_is_hits_minus_false_alarms_with_an_interval_over_people() -> None:
    """Alarms .25 0 0 .25 0; hits .75 .5 1 .75 .5: differences .5 .5 1 .5 .5, mean .6, s .2236, t(4) = 2.1318."""
    five = [
        said("app", "chat", "login", "quiz"),
        said("app", "chat"),
        said(*REAL),
        said("app", "chat", "login", "quiz"),
        said("app", "login"),
    ]
    found = knowledge(five, REAL)
    assert isinstance(found.index, Estimate)
    half = 2.1318 * 0.223607 / 5**0.5
    assert (found.index.value, found.index.low, found.index.high) == pytest.approx(
        (0.6, 0.6 - half, 0.6 + half), abs=1e-4
    )
    assert found.index.n == 5
    assert isinstance(found.recognised, Estimate)
    assert isinstance(found.fooled, Estimate)
    assert (found.recognised.value, found.fooled.value) == pytest.approx((0.7, 0.1))
    assert [each.name for each in found.touchpoints] == ["portal", "chat", "login", "app"]
    assert found.tempting[0].name == "quiz"


def test_who_ticks_everything_knows_nothing() -> None:
    found = knowledge([Marked(SHOWN, SHOWN)] * 6, REAL)
    assert isinstance(found.index, Estimate)
    assert found.index.value == 0
    assert found.sentence.en.startswith(GUESSED.en[:20])


def test_nothing_of_four_people_nor_of_names_that_four_saw() -> None:
    four = [said(*REAL)] * 4
    assert knowledge(four, REAL).index == TOO_FEW
    assert knowledge(four, REAL).sentence == TOO_FEW.reason
    other = Marked(frozenset({"letter", "quiz"}), frozenset({"letter"}))
    found = knowledge([*four, *[other] * 4], {*REAL, "letter"})
    assert not isinstance(found.index, Missing)
    assert [each.name for each in found.touchpoints] == []
    assert [each.name for each in found.tempting] == ["quiz"]


def test_every_phone_shows_as_many_real_as_invented_names_and_the_same_for_its_seed() -> None:
    real, invented = [f"r{n}" for n in range(13)], [f"i{n}" for n in range(20)]
    first = drawn(real, invented, 1)
    assert first == drawn(real, invented, 1) != drawn(real, invented, 2)
    assert len(set(first)) == 2 * MOST
    assert sum(each in real for each in first) == MOST
    assert len(drawn(real[:4], invented, 1)) == 8


def test_digital_is_what_says_so_or_its_channel() -> None:
    found = {each.slug for each in digital(taxonomy())}
    assert {"login", "chat"} <= found
    assert not {"call_help", "claim_assessment"} & found


def test_an_invented_name_that_the_register_has_is_not_asked() -> None:
    from dataclasses import replace

    points = taxonomy().touchpoints
    assert set(not_ours(points)) == set(INVENTED)
    renamed = replace(points[0], synonyms=("  retourenPORTAL ",))
    assert "returns-portal" not in not_ours([renamed, *points[1:]])
