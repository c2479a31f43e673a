"""How many affected roles have been told."""

from __future__ import annotations

from datetime import date

from leitstern.core.bridge.change.brief import RoleKey
from leitstern.core.bridge.change.coverage import Told, affected_roles, coverage
from leitstern.core.stats.estimate import Estimate, Missing

ADVICE, HOTLINE, IT = RoleKey("service", "Beratung"), RoleKey("service", "Hotline"), RoleKey("it", "Betrieb")
DAY = date(2026, 3, 1)


def told(
    key: int, affected: tuple[RoleKey, ...], answered: tuple[RoleKey, ...], published: date | None = DAY
) -> Told:
    return Told(key, f"Initiative {key}", ("service",), affected, frozenset(answered), published, DAY)


def test_roles_with_an_answer_of_all_affected_ones() -> None:
    found = coverage([told(1, (ADVICE, IT), (ADVICE,)), told(2, (HOTLINE, IT), (HOTLINE, IT))])
    assert isinstance(found.share, Estimate)
    assert (found.share.value, found.share.n) == (0.75, 4)
    assert found.open == ((found.told[0], IT),)
    assert found.sentence.en == (
        "One affected role has not been told what changes in its daily work: Betrieb (“Initiative 1”)."
    )
    assert [(each.unit, each.answered, each.affected) for each in found.units] == [
        ("it", 1, 2),
        ("service", 2, 2),
    ]


def test_nobody_affected_is_no_number() -> None:
    found = coverage([told(1, (), ())])
    assert isinstance(found.share, Missing)
    assert found.share.code == "no-roles"


def test_initiatives_without_a_brief_and_briefs_older_than_the_change() -> None:
    silent = told(1, (ADVICE,), (), None)
    old = Told(2, "Alt", (), (IT,), frozenset({IT}), DAY, date(2026, 3, 2))
    same_day = told(3, (IT,), (IT,))
    found = coverage([silent, old, same_day])
    assert found.without == (silent,)
    assert found.outdated == (old,)


def test_the_sentence_counts_what_is_open() -> None:
    assert coverage([]).sentence.en == "Which change do you want to explain first?"
    assert (
        coverage([told(1, (ADVICE,), (), None)]).sentence.en
        == "No initiative has a brief that was published."
    )
    assert coverage([told(1, (ADVICE, IT), ())]).sentence.en.startswith("2 of 2 affected roles")
    assert coverage([told(1, (ADVICE,), (ADVICE,))]).sentence.en.startswith("Every affected role")


def test_what_the_initiative_names_is_affected_too_and_counts_once() -> None:
    named = ("beratung", "Kasse", " ")
    assert affected_roles(named, (ADVICE, IT)) == (ADVICE, IT, RoleKey("", "Kasse"))
