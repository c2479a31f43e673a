"""Customers took part where a workshop names it, they were there, and it is not too long ago."""

from __future__ import annotations

from datetime import date, timedelta

from leitstern.core.bridge.change.involvement import (
    FEWER,
    NONE_YET,
    YEAR,
    Shaped,
    Subject,
    how_many,
    involvement,
)
from leitstern.core.inside.structure.duties import Place, Work
from leitstern.core.texts import Text

TODAY = date(2026, 7, 1)


def work(slug: str, place: Place = Place.PROCESS, *, customer: bool = True) -> Work:
    return Work(hash(slug) % 99, place, slug, Text(slug, slug), customer, (), {})


def held(customers: int, ago: int, *slugs: str) -> Shaped:
    subjects = frozenset(Subject("process", slug) for slug in slugs)
    return Shaped(ago, "Workshop", TODAY - timedelta(days=ago), customers, subjects)


def test_only_customers_of_the_last_twelve_months_in_what_was_named_count() -> None:
    works = [work(slug) for slug in ("loan", "claim", "card", "letter")]
    found = involvement(
        [*works, work("closing", customer=False)],
        [held(4, 364, "loan"), held(4, 365, "claim"), held(0, 1, "card")],
        TODAY,
    )
    assert [(each.work.slug, each.yes) for each in found.lines] == [
        ("card", False),
        ("claim", False),
        ("letter", False),
        ("loan", True),
    ]
    assert found.sentence.en.startswith("For 1 of 4 ")
    assert [len(each.without) for each in found.lines] == [1, 1, 0, 0]
    assert YEAR.days == 365


def test_a_touchpoint_is_no_process_of_the_same_name() -> None:
    found = involvement([work("loan", Place.JOURNEY)], [held(9, 1, "loan")], TODAY)
    assert found.yes == 0


def test_nothing_entered_is_no_nought() -> None:
    assert involvement([work("closing", customer=False)], [], TODAY).sentence == NONE_YET


def test_fewer_than_five_customers_are_no_number() -> None:
    assert how_many(4) == FEWER
    assert how_many(5).de == "5"
