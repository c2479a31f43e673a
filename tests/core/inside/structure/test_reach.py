"""How far customers reach in: ambassadors, spans, the excuse index, journeys, and what is kept beside the new."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.core.inside.structure.bank import (
    ADVISER,
    CARE,
    CLERK,
    GONE,
    HEAD,
    REGISTER,
    UNITS,
    named,
    work,
)

from leitstern.core.company.taxonomy import JourneyMap, MapStep
from leitstern.core.inside.ratings import Said
from leitstern.core.inside.structure.duties import Place
from leitstern.core.inside.structure.excuse import excuse
from leitstern.core.inside.structure.interfaces import Interface
from leitstern.core.inside.structure.journeys import align, carried_share, matched_share, unmatched_works
from leitstern.core.inside.structure.leftovers import Leftover, Thing, Use, signals
from leitstern.core.inside.structure.reach import Voice, ambassadors, spans
from leitstern.core.inside.structure.register import Register, Role
from leitstern.core.inside.structure.saying import Saying, inward, level_of
from leitstern.core.stats.estimate import Estimate, Missing

TODAY = date(2026, 6, 1)
PLACES = {"visit": "branches", "decision": "lending", "letter": "lending", "call": "branches"}
LOAN = JourneyMap(1, "loan", named("Loan"), tuple(MapStep(each) for each in PLACES))


def test_a_role_of_one_person_speaks_for_no_unit() -> None:
    found = ambassadors(REGISTER, TODAY)
    voices = {each.unit.slug: each.voice for each in found.functions}
    assert voices == {
        "sales": Voice.FEW,  # its head is an ambassador, and is one person
        "branches": Voice.HEARD,
        "lending": Voice.UNSAID,
        "finance": Voice.SILENT,
        "experience": Voice.UNSAID,
    }
    assert isinstance(found.share, Estimate)
    assert (found.share.value, found.share.n) == (0.5, 2)


def test_finance_controlling_and_purchasing_are_looked_for_by_name() -> None:
    finance, controlling, purchasing = ambassadors(REGISTER, TODAY).named
    assert finance.voice is Voice.SILENT
    assert controlling.voice is None
    assert purchasing.functions == ()


def test_a_span_counts_functions_not_the_units_below_them() -> None:
    (span,) = spans(REGISTER)
    assert [unit.slug for unit in span.functions] == ["sales"]
    assert not span.across
    both = tuple(replace(unit, lead=HEAD) if unit.slug == "lending" else unit for unit in UNITS)
    (wide,) = spans(Register(both, REGISTER.roles))
    assert wide.across


def test_the_excuse_index_counts_what_nobody_else_owns() -> None:
    works = [
        work(slug="thanks", now=[(CARE, "A"), (CARE, "R"), (ADVISER, "I")]),
        work(slug="letter", now=[(CARE, "A"), (CLERK, "R")]),
        work(slug="visit", now=[(ADVISER, "A")]),
        work(Place.PROCESS, "books", now=[(CARE, "A")], customer=False),
        work(slug="empty"),
        work(slug="left", now=[(GONE, "A")]),
    ]
    found = excuse(works, REGISTER, TODAY)
    assert [each.slug for each in found.alone] == ["thanks"]
    assert isinstance(found.share, Estimate)
    assert (found.share.n, round(found.share.value, 3)) == (3, 0.333)
    assert isinstance(excuse([], REGISTER, TODAY).share, Missing)


def test_steps_are_carried_where_one_role_answers_for_the_whole_journey() -> None:
    whole = work(Place.JOURNEY, "loan", now=[(HEAD, "A"), (CLERK, "R")])
    letter = work(slug="letter", now=[(CLERK, "A")])
    desk = work(Place.PROCESS, "desk", now=[(ADVISER, "A")], touchpoints=("visit", "call"))
    books = work(Place.PROCESS, "books", now=[(CLERK, "A")])
    there = Interface(1, "branches", "lending", "file")
    found = align(LOAN, PLACES, REGISTER, [whole, letter, desk, books], [there])
    assert found.answers == REGISTER.by_key[HEAD]
    assert [step.carried for step in found.steps] == [True, False, False, True]
    assert (found.carried, found.matched, found.units) == (2, 3, 2)
    assert [(each.giver, len(each.interfaces)) for each in found.handovers] == [
        ("branches", 1),
        ("lending", 0),
    ]
    assert [each.giver for each in found.unregistered] == ["lending"]
    share, matched = carried_share([found], TODAY), matched_share([found], TODAY)
    assert isinstance(share, Estimate)
    assert (share.value, share.n) == (0.5, 4)
    assert isinstance(matched, Estimate)
    assert matched.value == 0.75
    assert unmatched_works([whole, letter, desk, books], [found]) == (books,)


def test_without_one_who_answers_nothing_is_carried() -> None:
    for now in ([], [(HEAD, "A"), (CLERK, "A")], [(GONE, "A")]):
        whole = work(Place.JOURNEY, "loan", now=now)
        assert align(LOAN, PLACES, REGISTER, [whole], []).carried == 0
    assert isinstance(carried_share([], TODAY), Missing)


def test_leaders_contradict_the_structure_only_beyond_doubt() -> None:
    low = Estimate(0.2, 0.2, 0.2, 10)
    assert Saying(level_of(Said(9, 3.1, 4.0), TODAY), low).contradicts
    assert not Saying(
        level_of(Said(9, 2.1, 9.0), TODAY), low
    ).contradicts  # their interval reaches below the middle
    assert not Saying(level_of(Said(9, 3.1, 4.0), TODAY), Estimate(0.6, 0.6, 0.6, 10)).contradicts
    assert not Saying(level_of(None, TODAY), low).contradicts
    level = level_of(Said(9, 3.1, 4.0), TODAY)
    assert isinstance(level, Estimate)
    assert round(level.low, 2) == 2.66  # 3.1 − t(8; .95)·√(4/8/9) = 3.1 − 1.860·0.2357


def test_units_cut_by_function_or_product() -> None:
    found = inward(REGISTER, TODAY)
    assert isinstance(found, Estimate)
    assert (found.value, found.n) == (0.6, 5)


def test_what_was_ended_and_is_still_used() -> None:
    uses = (
        Use("branches", date(2026, 1, 1), 30),  # the month it ended: not yet after
        Use("branches", date(2026, 3, 1), 4),
        Use("branches", date(2026, 4, 1), 3),
        Use("lending", date(2026, 4, 1), 9),
        Use("finance", date(2026, 5, 1), 99),  # four people
        Use("lending", date(2026, 5, 1), 0),
    )
    old = Leftover(1, Thing.LIST, "Old list", date(2026, 1, 15), "Platform", uses)
    quiet = Leftover(2, Thing.TOOL, "Old tool", date(2026, 1, 15), "", ())
    first, second = signals([quiet, old], REGISTER)
    assert first.units == (("lending", 9), ("branches", 7))
    assert (first.times, first.hidden, first.last) == (16, 1, date(2026, 4, 1))
    assert (second.times, second.last) == (0, None)


def test_a_role_nobody_holds() -> None:
    assert not Role(9, "Empty", "sales", 0).held
    assert not REGISTER.enough("finance")
    assert not REGISTER.enough("nowhere")
