"""What journeys cost customers beside what their map designs, and how many reach what they came for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tests.core.known import known
from tests.core.outside.small_lake import (
    APPLY,
    CALL,
    LEGAL,
    OFFER,
    PAY,
    SALES,
    SERVICE,
    THANKS,
    SmallLake,
    run,
)

from leitstern.core.company.taxonomy import JourneyMap, MapStep, Persona, Reach, Stage, Taxonomy, Touchpoint
from leitstern.core.outside.both_values.effort import (
    agreeing,
    arriving,
    drawn,
    effort,
    read_effort,
    read_shares,
)
from leitstern.core.outside.both_values.kinds import by_persona, with_persona
from leitstern.core.outside.both_values.ledger import effort_of, reaching
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

NAME = Text(en="It", de="Es")
POINTS = {APPLY: "apply", CALL: "call", PAY: "pay", THANKS: "thanks", OFFER: "offer"}
DEPARTMENTS = {APPLY: "sales", CALL: "service", PAY: "sales", THANKS: "sales", OFFER: "sales"}
BUYING = JourneyMap(
    1,
    "buying",
    NAME,
    (MapStep("apply"), MapStep("call", optional=True), MapStep("offer", repeatable=True), MapStep("pay")),
)
SHOP = Taxonomy(
    company=NAME,
    time_zone="UTC",
    stages=(Stage(1, "buy", NAME),),
    touchpoints=tuple(
        Touchpoint(code, slug, NAME, "buy", DEPARTMENTS[code]) for code, slug in POINTS.items()
    ),
    maps=(BUYING, JourneyMap(2, "lost", NAME, (MapStep("nowhere"),))),
    personas=(
        Persona(1, "young", NAME, (NAME,), "segment", "Young"),
        Persona(2, "old", NAME, (NAME,), "segment", "Old"),
        Persona(3, "untold", NAME, (NAME,)),
    ),
)
AS_OF = date(2026, 8, 1)


def lake() -> SmallLake:
    """Five young customers buy as designed; five old ones call twice on the way, and one of them never pays."""
    found = SmallLake()
    for who in range(1, 11):
        young = who <= 5
        props = f'{{"segment":"{"Young" if young else "Old"}"}}'
        steps = [(APPLY, SALES), (CALL, SERVICE), (OFFER, SALES), (OFFER, SALES), (PAY, SALES)]
        if not young:
            steps.insert(2, (CALL, SERVICE))
            steps.insert(3, (THANKS, LEGAL))
        if who == 10:
            steps.pop()
        for at, (point, department) in enumerate(steps):
            found.contact(who, point, 24 * at, department=department, journey_key=who, props=props)
    found.contact(1, APPLY, 24 * 30 * 4.9, journey_key=99)  # not over yet
    found.contact(11, APPLY, 0)  # no case
    return found


def test_what_a_map_designs() -> None:
    (buying,) = drawn(SHOP)
    assert (buying.start, buying.end, buying.once, buying.often) == (APPLY, PAY, (APPLY, CALL, PAY), (OFFER,))
    assert buying.handoffs == 0  # among the steps that nobody may leave out all is sales


def test_contacts_that_no_map_has_are_beyond_it() -> None:
    small = lake()
    kinds = by_persona(small.contacts, SHOP)
    found = read_effort(run(effort(small.journeys, small.contacts, kinds, SHOP, AS_OF)))
    young, old = effort_of(found, 1, AS_OF), effort_of(found, 2, AS_OF)
    everybody = effort_of(found, None, AS_OF)
    assert (young.journeys, old.journeys, everybody.journeys) == (5, 5, 10)
    assert (known(young.contacts).value, known(young.designed).value, known(young.more).value) == (5, 5, 0)
    assert round(known(old.contacts).value, 6) == 6.8  # four of seven contacts, one of six
    assert known(old.more).value == 2  # a second call, and thanks from somewhere else
    assert known(everybody.more).value == 1
    assert known(young.wait_days).value == 4
    assert (known(young.repeats).value, known(old.repeats).value) == (
        1,
        2,
    )  # offers of a day later count, too
    assert known(young.handoffs).value == 2
    assert isinstance(effort_of(found, 3, AS_OF).more, Missing)


def test_who_arrives_at_the_last_necessary_step() -> None:
    small = lake()
    kinds = by_persona(small.contacts, SHOP)
    rows = run(arriving(small.journeys, small.contacts, kinds, drawn(SHOP)[0], SHOP, AS_OF))
    found = read_shares(rows)
    assert known(reaching(found, 1, AS_OF)).value == 1
    assert known(reaching(found, 2, AS_OF)).value == 0.8
    assert known(reaching(found, None, AS_OF)).n == 10
    assert isinstance(reaching({}, None, AS_OF), Missing)


def test_who_agrees_with_a_statement() -> None:
    small = lake()
    for who in range(1, 11):
        small.answer(who, PAY, 24 * 9, 5 if who <= 5 else 2)
    kinds = by_persona(small.contacts, SHOP)
    reach = Reach("young", 1, touchpoint="pay", facet="satisfied")
    found = read_shares(run(agreeing(small.feedback, small.promises, kinds, reach, SHOP, AS_OF)))
    assert (known(reaching(found, 1, AS_OF)).value, known(reaching(found, 2, AS_OF)).value) == (1, 0)
    late = AS_OF + timedelta(days=900)  # long ago is no answer about today
    assert read_shares(run(agreeing(small.feedback, small.promises, kinds, reach, SHOP, late))) == {}


def test_who_fits_two_personas_counts_with_the_first_and_nobody_without_any() -> None:
    small = lake()
    small.contact(6, CALL, 24 * 40, props='{"segment":"Young"}')
    kinds = {row["entity_id"]: row["persona"] for row in run(by_persona(small.contacts, SHOP)).to_pylist()}
    assert kinds == {who: 1 if who <= 6 else 2 for who in range(1, 11)}
    rows = with_persona(small.journeys, by_persona(small.contacts, SHOP), "person")
    assert {row["persona"] for row in run(rows).to_pylist() if row["person"] == 11} == {0}
    nobody = Taxonomy(company=NAME, time_zone="UTC")
    assert run(by_persona(small.contacts, nobody)).num_rows == 0
    assert (
        read_effort(
            run(
                effort(
                    small.journeys,
                    small.contacts,
                    kinds=by_persona(small.contacts, nobody),
                    taxonomy=nobody,
                    as_of=AS_OF,
                )
            )
        )
        == {}
    )


def test_everybody_is_hidden_where_subtraction_would_give_few_away() -> None:
    small = lake()
    kinds = by_persona(small.contacts, SHOP)
    counted = read_effort(run(effort(small.journeys, small.contacts, kinds, SHOP, AS_OF)))
    counted[0] = {part: replace(each, n=2) for part, each in counted[1].items()}  # two of no persona
    assert isinstance(effort_of(counted, None, AS_OF, told=(1, 2)).contacts, Missing)
    assert known(effort_of(counted, None, AS_OF, told=(1,)).contacts).n == 12
    arrived = read_shares(run(arriving(small.journeys, small.contacts, kinds, drawn(SHOP)[0], SHOP, AS_OF)))
    assert isinstance(reaching({1: arrived[1], 2: replace(arrived[2], n=4)}, None, AS_OF, told=(1,)), Missing)
