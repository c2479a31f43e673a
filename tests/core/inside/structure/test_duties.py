"""Who answers: nobody, two, or a role nobody holds is a mistake; a change is told in words."""

from __future__ import annotations

from tests.core.inside.structure.bank import ADVISER, CARE, CLERK, GONE, REGISTER, work

from leitstern.core.inside.structure.duties import Phase, accountable, difference, mistakes


def english(found: object) -> list[str]:
    return [each.en for each in found]  # type: ignore[attr-defined]


def test_one_who_answers_and_one_who_does_it_is_right() -> None:
    right = work(now=[(CLERK, "A"), (ADVISER, "R")])
    assert mistakes(right, REGISTER) == ()
    role = accountable(right, REGISTER)
    assert role
    assert role.name == "Clerk"


def test_nobody_and_two_and_one_who_left() -> None:
    assert english(mistakes(work(now=[(ADVISER, "R")]), REGISTER)) == ["nobody answers for it"]
    two = work(now=[(CLERK, "A"), (CARE, "A"), (ADVISER, "R")])
    assert english(mistakes(two, REGISTER)) == [
        "2 roles answer for it: Clerk and Experience manager; so nobody does"
    ]
    assert accountable(two, REGISTER) is None
    left = work(now=[(GONE, "A"), (ADVISER, "R")])
    assert english(mistakes(left, REGISTER)) == [
        "Old role answers for it, and nobody holds that role any more"
    ]
    assert accountable(left, REGISTER) is None


def test_nobody_who_does_it_and_nothing_entered() -> None:
    assert english(mistakes(work(now=[(CLERK, "A")]), REGISTER)) == ["nobody does it"]
    assert mistakes(work(), REGISTER) == ()
    assert mistakes(work(now=[(CLERK, "A")]), REGISTER, Phase.AFTER) == ()


def test_the_difference_before_and_after_in_words() -> None:
    change = work(
        now=[(CLERK, "A"), (ADVISER, "R"), (CARE, "I")], then=[(ADVISER, "A"), (ADVISER, "R"), (CLERK, "C")]
    )
    assert english(difference(change, REGISTER)) == [
        "Clerk no longer answers for it; Adviser does.",
        "Clerk: “answers for it” becomes “is asked”.",
        "Experience manager has nothing to do with it any more (until now: is told).",
    ]
    assert (
        next(each.de for each in difference(change, REGISTER))
        == "Die Verantwortung geht von Clerk auf Adviser über."
    )


def test_of_two_who_answered_one_remains() -> None:
    change = work(now=[(CLERK, "A"), (CARE, "A"), (ADVISER, "R")], then=[(CLERK, "A"), (ADVISER, "R")])
    assert english(difference(change, REGISTER)) == [
        "Experience manager no longer answers for it.",
    ]


def test_somebody_new_and_nobody_left() -> None:
    change = work(now=[(CLERK, "A"), (CLERK, "R")], then=[(CLERK, "R"), (ADVISER, "I")])
    assert english(difference(change, REGISTER)) == [
        "Clerk no longer answers for it, and nobody takes it over.",
        "Adviser is new to it: is told.",
    ]
    assert difference(work(now=[(CLERK, "A")]), REGISTER) == ()


def test_somebody_answers_where_nobody_did() -> None:
    change = work(now=[(ADVISER, "R")], then=[(ADVISER, "R"), (CLERK, "A")])
    assert english(difference(change, REGISTER)) == [
        "Clerk answers for it from now on.",
    ]
