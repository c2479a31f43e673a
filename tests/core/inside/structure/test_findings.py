"""What the register shows, one sentence per question, alarms first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.core.inside.structure.bank import ADVISER, CARE, CLERK, HEAD, REGISTER, named, work

from leitstern.core.company.taxonomy import JourneyMap, MapStep
from leitstern.core.inside.structure.excuse import excuse
from leitstern.core.inside.structure.findings import Everything, Finding, Topic, findings
from leitstern.core.inside.structure.interfaces import Aspect, Claim, Interface, Side
from leitstern.core.inside.structure.journeys import align
from leitstern.core.inside.structure.leftovers import Leftover, Thing, Use, signals
from leitstern.core.inside.structure.reach import ambassadors, spans
from leitstern.core.inside.structure.register import Register
from leitstern.core.inside.structure.saying import Saying
from leitstern.core.inside.structure.skills import DATA, Staffing, skills
from leitstern.core.stats.counted import NOTHING_THERE
from leitstern.core.stats.estimate import Estimate

TODAY = date(2026, 6, 1)
PLACES = {"visit": "branches", "decision": "lending"}
LOAN = JourneyMap(1, "loan", named("Loan"), tuple(MapStep(each) for each in PLACES))
NOTHING = Everything(
    Register((), ()),
    (),
    (),
    (),
    excuse([], REGISTER, TODAY),
    ambassadors(Register((), ()), TODAY),
    (),
    skills([], REGISTER),
    (),
    Saying(NOTHING_THERE, NOTHING_THERE),
)
EMPTY = replace(NOTHING, register=REGISTER)


def one(found: Everything) -> Finding:
    (said,) = findings(found, TODAY)
    return said


def lived(value: float, n: int = 10) -> Estimate:
    return Estimate(value, value, value, n)


def interface(*accepted: bool) -> Interface:
    claims = tuple(
        Claim(side, {Aspect.ACCEPTED: yes}, "", TODAY) for side, yes in zip(Side, accepted, strict=False)
    )
    return Interface(1, "lending", "branches", "decision", claims=claims)


def left(*uses: int) -> tuple[Leftover, ...]:
    month = date(2026, 5, 1)
    return tuple(
        Leftover(
            key, Thing.LIST, f"List {key}", date(2026, 4, 1), "", (Use("branches", month, n),) if n else ()
        )
        for key, n in enumerate(uses)
    )


def test_where_nothing_was_entered_nothing_is_said() -> None:
    assert findings(NOTHING, TODAY) == ()


@pytest.mark.parametrize(
    ("leaders", "carried", "alarm", "begins", "ends"),
    [
        (
            3.2,
            0.2,
            True,
            "Leaders see the structure built around",
            "yet one role carries only 20% of the steps.",
        ),
        (
            3.2,
            0.0,
            True,
            "Leaders see the structure built around",
            "yet none of 10 steps is carried by one role.",
        ),
        (1.0, 0.2, False, "What leaders say", "one role carries 20% of the steps."),
    ],
)
def test_what_leaders_say_beside_what_is_carried(
    leaders: float, carried: float, alarm: bool, begins: str, ends: str
) -> None:
    found = one(replace(EMPTY, saying=Saying(lived(leaders), lived(carried))))
    assert (found.topic, found.alarm) == (Topic.SAYING, alarm)
    assert found.sentence.en.startswith(begins)
    assert found.sentence.en.endswith(ends)


def test_journeys_without_whoever_answers_and_steps_that_lie_with_them() -> None:
    whole = work(slug="decision", now=[(CLERK, "A")])
    nobody = align(LOAN, PLACES, REGISTER, [whole], [])
    found = one(replace(EMPTY, alignments=(nobody,)))
    assert (found.alarm, found.sentence.en) == (
        True,
        "For none of 1 journeys does exactly one role answer from beginning to end.",
    )
    half = replace(nobody, answers=REGISTER.by_key[CLERK])
    carried = replace(
        half, steps=(replace(half.steps[0], carried=False), replace(half.steps[1], carried=True))
    )
    found = one(replace(EMPTY, alignments=(carried,)))
    assert (found.alarm, found.sentence.en) == (
        False,
        "50% of 2 steps lie with whoever answers for the whole journey.",
    )


@pytest.mark.parametrize(
    ("interfaces", "alarm", "sentence"),
    [
        ((interface(True, False),), True, "About one interface the two sides say opposite things."),
        ((interface(True, False),) * 2, True, "About 2 interfaces the two sides say opposite things."),
        (
            (interface(True, True),) * 3,
            False,
            "About none of 3 interfaces do the two sides contradict each other.",
        ),
    ],
)
def test_sides_that_say_opposite_things(
    interfaces: tuple[Interface, ...], alarm: bool, sentence: str
) -> None:
    found = one(replace(EMPTY, interfaces=interfaces))
    assert (found.topic, found.alarm, found.sentence.en) == (Topic.INTERFACES, alarm, sentence)


def test_work_that_nobody_or_everybody_answers_for() -> None:
    right = work(now=[(HEAD, "A"), (ADVISER, "R")], then=[(ADVISER, "A"), (ADVISER, "R")])
    twice = work(slug="visit", now=[(HEAD, "A"), (CLERK, "A"), (ADVISER, "R")])
    found = one(replace(EMPTY, works=(right, work())))  # one is still empty
    assert not found.alarm
    assert found.sentence.en == (
        "For each of 1 pieces of work exactly one role answers; 1 of them are about to change."
    )
    found = one(replace(EMPTY, works=(twice,)))
    assert found.alarm
    assert found.sentence.en.startswith("“visit”: 2 roles answer for it")
    assert one(replace(EMPTY, works=(right, twice, twice))).sentence.en.startswith(
        "In 2 of 3 pieces of work it is unclear who answers; “visit”: 2 roles answer"
    )


def test_the_excuse_index_speaks_up_from_a_quarter_on() -> None:
    alone = work(slug="visit", now=[(CARE, "A"), (CARE, "R")])
    shared = work(now=[(HEAD, "A"), (ADVISER, "R")])
    few, many, none = (
        one(replace(EMPTY, excuse=excuse(works, REGISTER, TODAY)))
        for works in ([alone, *[shared] * 4], [alone, *[shared] * 3], [shared])
    )
    assert (few.alarm, many.alarm, none.alarm) == (False, True, False)
    assert many.sentence.en.startswith("25% of the work for customers (1 of 4)")
    assert none.sentence.en.startswith("No work for customers (1 pieces)")


def test_who_speaks_for_customers_and_which_functions_are_silent() -> None:
    found = one(replace(EMPTY, ambassadors=ambassadors(REGISTER, TODAY)))
    assert found.alarm
    assert found.sentence.en == "1 of 2 units have ambassadors for customers. None in: Finance."


def test_leading_one_function_only_is_an_alarm() -> None:
    (span,) = spans(REGISTER)
    found = one(replace(EMPTY, spans=(span,)))
    assert (found.alarm, found.sentence.en) == (
        True,
        "0 of 1 leading roles answer for more than one function.",
    )
    both = replace(span, functions=REGISTER.units[1:3])
    assert not one(replace(EMPTY, spans=(both,))).alarm


def test_the_skill_that_is_missing_most_is_named() -> None:
    short, enough = (
        one(replace(EMPTY, skills=skills([Staffing("lending", DATA, needed, 6)], REGISTER)))
        for needed in (10, 6)
    )
    assert short.alarm
    assert short.sentence.en.startswith("For 1 of 1 skills there are too few people; most of all:")
    assert "(at least 4 of 10 missing)" in short.sentence.en
    assert (enough.alarm, enough.sentence.en) == (
        False,
        "Of none of 1 skills can it be said that people are missing.",
    )


def test_what_was_ended_and_is_still_used() -> None:
    used = one(replace(EMPTY, signals=signals(left(0, 7), REGISTER)))
    assert used.alarm
    assert used.sentence.en == "1 of 2 things that were ended are still used; “List 1” 7 times since."
    unused = one(replace(EMPTY, signals=signals(left(0, 0), REGISTER)))
    assert (unused.alarm, unused.sentence.en) == (
        False,
        "Nothing of what was ended (2) has been used since.",
    )


def test_alarms_come_first() -> None:
    (span,) = spans(REGISTER)
    found = findings(replace(EMPTY, interfaces=(interface(True, True),), spans=(span,)), TODAY)
    assert [(each.topic, each.alarm) for each in found] == [(Topic.SPANS, True), (Topic.INTERFACES, False)]
