"""Nobody can be worked out from what is published, and no more is hidden than that takes."""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, product
from typing import TYPE_CHECKING

import numpy as np
import pytest
from tests.core.inside.organisations import Asked, company, company_of_people

from leitstern.core.company.tree import ancestors
from leitstern.core.inside import attacker
from leitstern.core.inside.anonymity import Cell, Relation, attack, suppress
from leitstern.core.inside.cells import leaves
from leitstern.core.inside.groups import COMPANY, Cohort, Group, Participation, cells_and_relations
from leitstern.core.inside.publishing import Published, beside, decide
from leitstern.core.inside.ratings import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from leitstern.core.inside.cells import Key, People

COMPANIES = int(os.environ.get("COMPANIES", "250"))  # a thousand with `make attack`


def hidden_of(*sizes: int) -> set[Key]:
    """What is hidden of groups whose total everybody knows."""
    cells = [Cell(at, n) for at, n in enumerate(sizes)]
    return set(suppress(cells, [Relation(None, tuple(range(len(sizes))))]))


def published_in_turn(waves: Sequence[Participation]) -> dict[Group, bool]:
    """Every group with people invited, and whether it is shown, when wave after wave is published."""
    published: list[Published] = []
    shown: dict[Group, bool] = {}
    for latest in waves:
        decided = decide(latest, published, 5)
        shown |= {group: why is None for group, why in decided.items()}
        published.append(Published(latest, frozenset(g for g, why in decided.items() if why is None)))
    return shown


def known_people(waves: Sequence[Asked], groups: Iterable[Group]) -> tuple[list[People], dict[Key, int]]:
    """Who is in each of these groups, as whoever has all rosters knows: people who were always together are one leaf."""
    been: dict[str, dict[int, object]] = {}
    for wave in waves:
        for place, them in wave.roster.items():
            for person in them:
                been.setdefault(person, {})[wave.participation.wave] = place
    leaf_of = {person: tuple(sorted(places.items())) for person, places in been.items()}
    sizes = Counter(leaf_of.values())
    rosters = {wave.participation.wave: wave for wave in waves}
    return [
        frozenset(
            leaf_of[person]
            for (level, unit), them in rosters[group.wave].roster.items()
            if level == group.level and inside(unit, group, rosters[group.wave].participation.parents)
            for person in them
        )
        for group in groups
    ], dict(sizes)


def inside(unit: str, group: Group, parents: Mapping[str, str]) -> bool:
    return unit == group.unit or (not group.own and group.unit in ancestors(parents, unit))


def test_sales_of_four_hides_technology_of_nine() -> None:
    assert hidden_of(4, 9) == {0, 1}


def test_the_smallest_possible_partner_is_hidden_with_a_small_group() -> None:
    assert hidden_of(4, 9, 6) == {0, 2}


def test_nothing_is_hidden_where_all_groups_are_large_enough() -> None:
    assert hidden_of(5, 9, 6) == set()


def test_two_small_groups_that_are_too_few_together_need_a_third() -> None:
    assert hidden_of(2, 2, 7, 30) == {0, 1, 2}


def test_a_table_of_twelve_by_five_with_all_its_margins() -> None:
    """Two hidden groups in each line would hide 55 of 665 people; then the difference of two pairs is known."""
    cells, relations, sizes = table()
    hidden = suppress(cells, relations)
    assert sum(0 < n < 5 for n in sizes.values()) == 10
    assert (sum(sizes.values()), len(hidden), sum(sizes[key] for key in hidden)) == (665, 15, 63)


def test_two_hidden_groups_in_every_line_are_not_enough() -> None:
    cells, relations, sizes = table()
    two_in_every_line = {
        (0, 0), (0, 1), (0, 3), (1, 3), (1, 4), (3, 2), (3, 3), (3, 4), (7, 1), (7, 4), (8, 0), (8, 2), (11, 0), (11, 3),
    }  # fmt: skip
    assert sum(sizes[key] for key in two_in_every_line) == 55
    made_of = leaves(cells, relations)
    lines = [frozenset().union(*(made_of[key] for key in relation.children)) for relation in relations]
    shown = [made_of[key] for key, n in sizes.items() if n and key not in two_in_every_line]
    (leak,) = attack([*shown, *lines], sizes)
    assert leak.people == {(0, 1), (7, 4)}
    assert abs(sum(leak.value.values())) < 1e-9  # one pair less the other


def table() -> tuple[list[Cell], list[Relation], dict[Key, int]]:
    """Twelve units by five sites, margins published."""
    rng = random.Random(1)
    sizes: dict[Key, int] = {
        (row, column): rng.choice([0, 2, 3, 6, 8, 12, 15, 30]) for row in range(12) for column in range(5)
    }
    rows = [Relation(None, tuple((row, column) for column in range(5))) for row in range(12)]
    columns = [Relation(None, tuple((row, column) for row in range(12))) for column in range(5)]
    return [Cell(key, n) for key, n in sizes.items()], rows + columns, sizes


def test_companies_withstand_the_attack_and_hiding_small_groups_alone_does_not() -> None:
    """Whoever has all rosters, too, and takes it that all others answered alike, reaches five people or none."""
    rng = np.random.default_rng(2026)
    naive = compared = 0
    for _ in range(COMPANIES):
        people = company_of_people(rng)
        waves = [wave.participation for wave in people]
        shown = [group for group, seen in published_in_turn(waves).items() if seen]
        cells, relations = cells_and_relations(waves)
        made_of, sizes = leaves(cells, relations), {cell.key: cell.n for cell in cells}
        assert attack([made_of[group] for group in shown], sizes) == []
        assert attack(*known_people(people, shown)) == []
        naive += bool(attack([made_of[cell.key] for cell in cells if cell.n >= 5], sizes))
        compared += len({group.wave for group in shown}) > 1
    assert naive > COMPANIES / 2
    assert compared > COMPANIES / 4  # and later waves are published all the same


def test_deciding_each_wave_by_itself_lets_one_be_taken_from_another() -> None:
    rng = np.random.default_rng(14)
    naive = 0
    for _ in range(COMPANIES // 5):
        people = company_of_people(rng)
        decided = (published_in_turn([wave.participation]) for wave in people)
        naive += bool(
            attack(*known_people(people, [g for each in decided for g, seen in each.items() if seen]))
        )
    assert naive > COMPANIES / 100  # one in twenty, in which nothing else goes wrong


def test_nothing_published_says_that_nobody_of_a_few_answered() -> None:
    """A place counts as one where people were asked and nobody answered; without that its neighbours give it away."""
    rng = np.random.default_rng(4)
    naive = 0
    for _ in range(COMPANIES // 4):
        (latest,) = company(rng, most_waves=1)
        everybody = latest.with_empty()
        made_of = leaves(*cells_and_relations([everybody]))
        sizes = {cell.key: cell.n for cell in cells_and_relations([everybody])[0]}
        shown = [group for group, seen in published_in_turn([latest]).items() if seen]
        assert attack([made_of[group] for group in shown], sizes) == []
        unasked = replace(latest, asked=frozenset(), cohorts={})
        shown = [group for group, seen in published_in_turn([unasked]).items() if seen]
        naive += bool(attack([made_of[group] for group in shown], sizes))
    assert naive > COMPANIES / 50


def test_turnout_beside_the_numbers_of_results_gives_nobody_away() -> None:
    """Who was invited is known; how many of fewer than five of them answered must not be."""
    rng = np.random.default_rng(3)
    left_out = 0
    for _ in range(COMPANIES // 4):
        (latest,) = company_of_people(rng, most_waves=1)
        counted = [group for group, seen in published_in_turn([latest.participation]).items() if seen]
        invited = {place: len(them) for place, them in latest.roster.items()}
        people = Participation(latest.participation.wave, latest.participation.parents, invited)
        rows = [group for group, why in decide(people, (), 5).items() if why is None]
        kept = beside(rows, counted, people, 5)
        cells, relations = cells_and_relations([people])
        made_of, sizes = leaves(cells, relations), {cell.key: cell.n for cell in cells}
        assert attack([made_of[group] for group in [*counted, *kept]], sizes) == []
        left_out += len(kept) < len(rows)
    assert left_out > 5


def test_no_leak_escapes_the_attacker() -> None:
    """Compared with exact arithmetic over every set of fewer than five people."""
    rng = np.random.default_rng(7)
    leaking = 0
    for _ in range(150):
        cells, relations = cells_and_relations(company(rng, most_units=3, most_waves=2))
        made_of, sizes = leaves(cells, relations), {cell.key: cell.n for cell in cells}
        published = [made_of[cell.key] for cell in cells if cell.n and rng.random() < 0.6]
        found = attack(published, sizes)
        exact = given_away(published, sizes)
        assert {leak.people for leak in found} == exact
        leaking += bool(exact)
        for leak in found:  # and what it says it used is enough
            used = [published[at] for at in leak.using]
            assert any(less <= leak.people for less in given_away(used, sizes))
    assert 20 < leaking < 150


def given_away(published: Sequence[People], sizes: Mapping[Key, int]) -> set[People]:
    """Minimal sets of fewer than five people that hold the whole weight of a combination, by brute force."""
    everybody = sorted({leaf for group in published for leaf in group}, key=repr)
    whole = rank([[leaf in group for leaf in everybody] for group in published])
    found: set[People] = set()
    for count in range(1, 5):
        for some in combinations(everybody, count):
            if sum(sizes[leaf] for leaf in some) < 5 and not any(less <= set(some) for less in found):
                others = [leaf for leaf in everybody if leaf not in some]
                if rank([[leaf in group for leaf in others] for group in published]) < whole:
                    found.add(frozenset(some))
    return found


def rank(table: Sequence[Sequence[bool]]) -> int:
    """Rank in exact fractions."""
    rows = [[Fraction(int(entry)) for entry in row] for row in table]
    found = 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((row for row in rows[found:] if row[column]), None)
        if pivot is None:
            continue
        rows.remove(pivot)
        rows.insert(found, pivot)
        for at in range(found + 1, len(rows)):
            factor = rows[at][column] / pivot[column]
            rows[at] = [entry - factor * other for entry, other in zip(rows[at], pivot, strict=True)]
        found += 1
    return found


def test_no_less_can_be_hidden() -> None:
    """Compared with every possible way to hide groups in small companies."""
    rng = np.random.default_rng(11)
    for _ in range(25):
        cells, relations = cells_and_relations(company(rng, most_units=3, most_waves=1))
        people = [cell for cell in cells if cell.n and cell.key.level == View.STAFF]
        made_of, sizes = leaves(cells, relations), {cell.key: cell.n for cell in cells}
        groups = {made_of[cell.key]: cell.n for cell in people}  # the same people count once
        costs = []
        for choice in product([False, True], repeat=len(groups)):
            shown = [group for group, hide in zip(groups, choice, strict=True) if not hide]
            if not attack(shown, sizes):
                costs.append(sum(n for n, hide in zip(groups.values(), choice, strict=True) if hide))
        hidden = {made_of[key] for key in suppress(cells, relations) if key.level == View.STAFF}
        assert sum(groups[group] for group in hidden) == min(costs)


def test_a_team_that_moves_is_not_the_difference_between_two_waves() -> None:
    """Three people move from Sales to Service; everybody else answers again."""
    staff = {(View.STAFF, "team"): 3, (View.STAFF, "sales"): 9, (View.STAFF, "service"): 20}
    same = {place: Cohort(1, number, n) for number, (place, n) in enumerate(staff.items())}
    before = Participation(1, {"sales": COMPANY, "service": COMPANY, "team": "sales"}, staff, same)
    after = Participation(2, {"sales": COMPANY, "service": COMPANY, "team": "service"}, staff, same)
    shown = published_in_turn([before, after])
    assert shown[Group(1, View.STAFF, "sales")]  # twelve, of whom nine belong to it directly
    assert not shown[Group(2, View.STAFF, "sales")]  # nine: the difference would be the team
    assert shown[Group(2, View.STAFF, COMPANY)]


def test_other_people_in_the_second_wave_are_no_relation() -> None:
    staff = {(View.STAFF, "sales"): 4, (View.STAFF, "tech"): 9}
    grown = {(View.STAFF, "sales"): 6, (View.STAFF, "tech"): 9}
    parents = {"sales": COMPANY, "tech": COMPANY}
    asked = {place: Cohort(1, number, 9) for number, place in enumerate(staff)}
    first = Participation(1, parents, staff, asked)
    new = {place: Cohort(2, number, 9) for number, place in enumerate(staff)}
    shown = published_in_turn([first, Participation(2, parents, grown, new)])
    assert shown[Group(2, View.STAFF, "tech")]
    tech = View.STAFF, "tech"
    shown = published_in_turn([first, Participation(2, parents, grown, {**new, tech: asked[tech]})])
    assert not shown[Group(2, View.STAFF, "tech")]  # it would say what the nine, and so the four, said before


def test_a_unit_with_a_single_part_is_hidden_once_and_the_company_stays() -> None:
    """Nine in the one part of sales, four in tech: hiding the nine hides fewer than hiding all thirteen."""
    parents = {"sales": COMPANY, "north": "sales", "tech": COMPANY}
    staff = {(View.STAFF, "north"): 9, (View.STAFF, "tech"): 4}
    shown = published_in_turn([Participation(1, parents, staff)])
    assert [group.unit for group, seen in shown.items() if seen] == [COMPANY]


def test_executives_are_one_group_or_suppressed() -> None:
    asked = {(View.EXECUTIVES, COMPANY): 4, (View.STAFF, "sales"): 30}
    parents = {"sales": COMPANY}
    assert not published_in_turn([Participation(1, parents, asked)])[Group(1, View.EXECUTIVES, COMPANY)]
    asked[View.EXECUTIVES, COMPANY] = 5
    shown = published_in_turn([Participation(1, parents, asked)])
    assert [group for group in shown if group.level == View.EXECUTIVES] == [
        Group(1, View.EXECUTIVES, COMPANY)
    ]
    assert shown[Group(1, View.EXECUTIVES, COMPANY)]


def test_a_total_that_everybody_knows_and_that_gives_people_away_is_an_error() -> None:
    with pytest.raises(ValueError, match="everybody knows"):
        hidden_of(4)


def test_relations_that_contradict_each_other_are_an_error() -> None:
    with pytest.raises(ValueError, match="another number"):
        suppress([Cell("all", 10), Cell("a", 4), Cell("b", 5)], [Relation("all", ("a", "b"))])
    with pytest.raises(ValueError, match="made of itself"):
        suppress([Cell("a", 4), Cell("b", 4)], [Relation("a", ("b",)), Relation("b", ("a",))])
    with pytest.raises(ValueError, match="different people"):
        suppress(
            [Cell("all", 9), Cell("a", 4), Cell("b", 5), Cell("c", 9)],
            [Relation("all", ("a", "b")), Relation("all", ("c",))],
        )


def test_a_wave_in_which_nobody_answered_has_nothing_to_hide() -> None:
    assert published_in_turn([Participation(1, {"sales": COMPANY}, {})]) == {}


def test_three_hundred_teams_of_which_one_person_each_answers_take_no_time() -> None:
    """Nothing published tells the teams of a division apart, so they count as one."""
    parents = {f"d{at}": COMPANY for at in range(10)} | {f"t{at}": f"d{at % 10}" for at in range(300)}
    people = {(level, f"t{at}"): 1 for level in (View.MANAGERS, View.STAFF) for at in range(300)}
    begun = time.process_time()
    shown = published_in_turn([Participation(1, parents, people)])
    assert time.process_time() - begun < 2
    assert [group.unit for group, seen in shown.items() if seen] == [*list(parents)[:10], COMPANY] * 2


def test_a_search_that_is_given_up_hides_more(monkeypatch: pytest.MonkeyPatch) -> None:
    cells, lines, sizes = table()
    totals = [Cell(at, sum(sizes[key] for key in line.children)) for at, line in enumerate(lines)]
    relations = [Relation(at, line.children) for at, line in enumerate(lines)]
    everything = {cell.key for cell in [*cells, *totals] if cell.n}
    assert suppress([*cells, *totals], relations) < everything
    monkeypatch.setattr(attacker, "MOST_SETS", -1)
    assert suppress([*cells, *totals], relations) == everything
