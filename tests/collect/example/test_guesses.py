"""What people inside guess."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import numpy as np

from leitstern.collect.example.guesses import guesses
from leitstern.collect.example.truths import truth_table

if TYPE_CHECKING:
    from leitstern.collect.belief_sheet import BeliefRow
    from leitstern.collect.example.history import History


def rows(history: History) -> list[BeliefRow]:
    return [row for sheet in guesses(history.world) for row in sheet]


def test_twenty_three_people_in_three_groups_guess(lindenberg: History) -> None:
    found = [g for g in rows(lindenberg) if g.touchpoint == "call_help"]
    assert Counter(g.group for g in found) == {"executives": 6, "managers": 8, "staff": 9}


def test_where_little_is_at_stake_fewer_than_five_executives_guess(lindenberg: History) -> None:
    found = [g for g in rows(lindenberg) if g.touchpoint == "rate_calculator"]
    assert Counter(g.group for g in found)["executives"] == 4


def test_honest_guesses_are_right_on_average_and_others_as_wrong_as_planted(
    lindenberg: History, twin: History
) -> None:
    for history in (lindenberg, twin):
        given: dict[tuple[str, str], list[float]] = defaultdict(list)
        for guess in rows(history):
            given[guess.touchpoint, guess.facet].append(guess.guess)
        table = truth_table(history.world.scenario)
        errors = {key: np.mean(g) / 100 - (table[key].belief or 0) for key, g in given.items()}
        assert set(given) == {key for key, truth in table.items() if truth.belief is not None}
        assert max(map(abs, errors.values())) < 0.06
        assert abs(np.mean(list(errors.values()))) < 0.012


def test_nobody_has_seen_data_where_belief_and_reality_part(lindenberg: History) -> None:
    seen = {g.touchpoint for g in rows(lindenberg) if g.seen_data}
    assert not seen & {"payoff", "call_help", "bereavement"}
    assert len(seen) > 15
