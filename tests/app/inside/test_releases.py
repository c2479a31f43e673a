"""However often somebody looks, and whatever changes in between, nobody's guess can be worked out."""

from __future__ import annotations

from itertools import combinations
from random import Random
from typing import TYPE_CHECKING

import numpy as np
import pytest
from tests.app.intake.calls import TAXONOMY

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.app.inside import actions
from leitstern.app.inside.models import Belief, BeliefCollection
from leitstern.app.inside.queries import belief_estimates, beliefs, groups_shown, revision
from leitstern.collect.belief_sheet import BeliefRow
from leitstern.collect.taxonomy_file import read_taxonomy
from leitstern.core.errors import InvalidInput
from leitstern.core.inside.beliefs import FEWER_THAN_FIVE, FEWEST
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Hand = Callable[..., BeliefCollection]

KEY = ("call", "satisfied")
GROUPS = ("executives", "managers", "staff")


@pytest.fixture
def hand_in(db: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Hand:
    """Hands in a sheet with these guesses; the reading of workbooks is tested where it lives."""
    adopt(COMMAND_LINE, read_taxonomy(TAXONOMY))

    def hand_in(*guesses: float, group: str = "executives") -> BeliefCollection:
        rows = [BeliefRow(*KEY, group, guess, None) for guess in guesses]
        monkeypatch.setattr(actions, "read_belief_sheet", lambda _file, _taxonomy: rows)
        return actions.record_sheet(COMMAND_LINE, "sheet", tmp_path)

    return hand_in


def take_out(collection: BeliefCollection) -> None:
    actions.remove(COMMAND_LINE, collection.pk)


def shown() -> list[float]:
    """The guesses behind what pages show."""
    if not isinstance(belief_estimates().get(KEY), Estimate):
        return []
    return sorted(beliefs()[KEY].guesses)


def groups() -> dict[str, tuple[float, ...]]:
    return groups_shown().get(KEY, {})


def test_fewer_than_five_are_not_shown(hand_in: Hand) -> None:
    for n in range(4):
        hand_in(10.0 * n)
    assert belief_estimates()[KEY] == FEWER_THAN_FIVE
    assert groups() == {}
    hand_in(90)
    assert shown() == [0, 10, 20, 30, 90]


def test_a_sixth_guess_waits_for_four_more(hand_in: Hand) -> None:
    hand_in(1, 2, 3, 4, 5)
    for n in range(6, 10):
        hand_in(n)
        assert shown() == [1, 2, 3, 4, 5]
    hand_in(10)
    assert shown() == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]


def test_a_guess_that_is_taken_out_takes_its_release_along_until_five_new_ones_come(hand_in: Hand) -> None:
    sheets = [hand_in(n) for n in range(5)]
    take_out(sheets[2])
    assert shown() == []
    hand_in(7)
    assert shown() == []
    for n in range(8, 12):
        hand_in(n)
    assert shown() == [0, 1, 3, 4, 7, 8, 9, 10, 11]


def test_a_release_of_its_own_goes_without_touching_others(hand_in: Hand) -> None:
    hand_in(1, 2, 3, 4, 5)
    second = hand_in(6, 7, 8, 9, 10)
    take_out(second)
    assert shown() == [1, 2, 3, 4, 5]


def test_a_guess_that_waits_goes_unseen(hand_in: Hand) -> None:
    hand_in(1, 2, 3, 4, 5)
    take_out(hand_in(6))
    assert shown() == [1, 2, 3, 4, 5]


def test_a_room_that_saw_its_own_mean_gives_no_waiting_sheet_away(hand_in: Hand) -> None:
    hand_in(50)
    actions.record_room(COMMAND_LINE, "room", *KEY, "managers", [1, 2, 3, 4, 5, 6])
    assert shown() == [1, 2, 3, 4, 5, 6]


def test_a_room_of_four_is_none(hand_in: Hand) -> None:
    with pytest.raises(InvalidInput):
        actions.record_room(COMMAND_LINE, "room", *KEY, "managers", [1, 2, 3, 4])
    assert not Belief.objects.exists()


def test_groups_of_fewer_than_five_are_not_shown(hand_in: Hand) -> None:
    hand_in(*range(5), group="executives")
    assert groups() == {"executives": (0, 1, 2, 3, 4)}
    hand_in(10, group="executives")
    hand_in(20, 21, 22, 23, 24, group="staff")
    assert groups() == {"executives": (0, 1, 2, 3, 4)}  # six executives less five would be one


def test_no_group_follows_from_the_others(hand_in: Hand) -> None:
    hand_in(1, 2, group="managers")
    hand_in(*range(5), group="executives")
    assert shown() == [0, 1, 1, 2, 2, 3, 4]
    assert groups() == {}


def test_whatever_is_shown_of_groups_adds_up_with_the_total(hand_in: Hand) -> None:
    hand_in(*range(5), group="executives")
    hand_in(*range(10, 16), group="staff")
    assert groups() == {"executives": (0, 1, 2, 3, 4), "staff": (10, 11, 12, 13, 14, 15)}


@pytest.mark.parametrize("seed", range(3))
def test_one_revision_shows_one_thing(hand_in: Hand, seed: int) -> None:
    """Findings are kept by revision: the same one must never stand for different guesses."""
    random = Random(seed)
    known: dict[tuple[int, int], list[float]] = {}
    there: list[BeliefCollection] = []
    for _ in range(25):
        if there and random.random() < 0.45:
            take_out(there.pop(random.randrange(len(there))))
        else:
            there.append(hand_in(*range(random.choice((1, 1, 2, 5)))))
        assert known.setdefault(revision(), shown()) == shown()


@pytest.mark.parametrize("seed", range(8))
def test_nobody_is_isolated_by_looking_often(hand_in: Hand, seed: int) -> None:
    """Linear algebra over everything that was ever shown: no combination leaves one to four people."""
    people, looks = play(hand_in, Random(seed))
    assert len(people) > 10
    assert isolated(looks, people) == set()


def test_showing_whatever_has_five_guesses_would_isolate_people(hand_in: Hand) -> None:
    """The attack works: a threshold alone gives people away."""
    five = frozenset(range(1, 6))
    assert isolated([five, five | {6}], five | {6}) == {frozenset({6})}
    assert isolated([five | {6}, frozenset(range(2, 7))], five | {6}) == {frozenset({1})}


def play(hand_in: Hand, random: Random) -> tuple[set[int], list[frozenset[int]]]:
    """Sheets and rooms come and go; gives everybody who guessed, and the sets of guesses whose sum was shown."""
    there: list[BeliefCollection] = []
    people: set[int] = set()
    looks: list[frozenset[int]] = []
    for _ in range(14):
        if there and random.random() < 0.35:
            take_out(there.pop(random.randrange(len(there))))
        elif random.random() < 0.15:
            room = [random.randrange(100) for _ in range(random.randint(5, 7))]
            there.append(actions.record_room(COMMAND_LINE, "room", *KEY, random.choice(GROUPS), room))
            looks.append(frozenset(there[-1].beliefs.values_list("pk", flat=True)))  # revealed to the room
        else:
            size = random.choice((1, 1, 1, 2, 3, 5))
            there.append(hand_in(*range(size), group=random.choice(GROUPS)))
        people |= set(Belief.objects.values_list("pk", flat=True))
        looks += look()
    return people, looks


def look() -> list[frozenset[int]]:
    """What can be read off the pages now: whose guesses the total, and each group, is made of."""
    if not shown():
        return []
    released = Belief.objects.exclude(release=None)
    total = frozenset(released.values_list("pk", flat=True))
    assert len(total) == len(shown())
    parts = []
    for group, guesses in groups().items():
        members = [
            frozenset(released.filter(group=group, release__in=some).values_list("pk", flat=True))
            for k in range(1, 9)
            for some in combinations(set(released.values_list("release", flat=True)), k)
        ]
        parts.append(next(each for each in members if _guesses(each) == sorted(guesses)))
    return [total, *parts]


def _guesses(pks: frozenset[int]) -> list[float]:
    return sorted(Belief.objects.filter(pk__in=pks).values_list("guess", flat=True))


def isolated(looks: list[frozenset[int]], people: set[int] | frozenset[int]) -> set[frozenset[int]]:
    """Sets of fewer than five people of whom some combination of what was shown says something."""
    # People who were always shown together are one atom: nothing can part them.
    atoms: dict[tuple[bool, ...], set[int]] = {}
    for person in people:
        pattern = tuple(person in seen for seen in looks)
        if any(pattern):
            atoms.setdefault(pattern, set()).add(person)
    columns = np.array(list(atoms), dtype=float).T
    sizes = [len(atom) for atom in atoms.values()]
    whole = np.linalg.matrix_rank(columns) if atoms else 0
    found = set()
    for k in range(1, FEWEST):
        for chosen in combinations(range(len(sizes)), k):
            if sum(sizes[i] for i in chosen) >= FEWEST:
                continue
            rest = np.delete(columns, list(chosen), axis=1)
            if (np.linalg.matrix_rank(rest) if rest.size else 0) < whole:
                found.add(frozenset().union(*(list(atoms.values())[i] for i in chosen)))
    return found
