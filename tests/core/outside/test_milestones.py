"""The story of the bank that congratulated nobody: paid off, no thanks, several calls, a wrong offer."""

from __future__ import annotations

from datetime import date

from tests.core.known import known
from tests.core.outside.small_lake import (
    ANNA,
    BERND,
    CALL,
    CEM,
    DORA,
    EMIL,
    OFFER,
    PAY,
    PHONE,
    START_US,
    THANKS,
    SmallLake,
    run,
)

from leitstern.core.company.taxonomy import Channel, Milestone, Taxonomy, Touchpoint
from leitstern.core.outside.milestones import (
    MilestoneRecord,
    milestone_examples,
    milestone_record,
    moments,
    read_milestone,
)
from leitstern.core.outside.quantiles import NOTHING_MEASURED
from leitstern.core.stats.estimate import Estimate
from leitstern.core.stats.intervals import NOBODY
from leitstern.core.texts import Text

DAY = 24  # hours
LATER = date(2027, 1, 1)
NAME = Text(en="–", de="–")
BANK = Taxonomy(
    company=NAME,
    time_zone="Europe/Berlin",
    channels=(
        Channel(code=1, slug="web", name=NAME, digital=True),
        Channel(code=2, slug="phone", name=NAME, digital=False),
    ),
    touchpoints=tuple(
        Touchpoint(code=code, slug=slug, name=NAME, stage="", department="")
        for slug, code in (("call", CALL), ("final_payment", PAY), ("thank_you", THANKS), ("offer", OFFER))
    ),
)
PAID_OFF = Milestone(
    code=1,
    slug="paid_off",
    name=NAME,
    at="final_payment",
    expects=("thank_you",),
    spoils=("offer",),
    within_days=30,
)


def found(lake: SmallLake, milestone: Milestone = PAID_OFF, as_of: date = LATER) -> MilestoneRecord:
    reached = moments(lake.contacts, milestone, BANK, as_of)
    return read_milestone(run(milestone_record(reached)), run(milestone_examples(reached, 3)), as_of)


def paid_off() -> SmallLake:
    """Anna is thanked. Bernd hears nothing, calls three times and gets an offer. Cem just hears nothing."""
    lake = SmallLake()
    for customer in (ANNA, BERND, CEM):
        lake.contact(customer, PAY, 0)
    lake.contact(ANNA, THANKS, 2 * DAY)
    lake.contact(ANNA, CALL, 3 * DAY, channel=PHONE)  # after the answer: no longer needed
    for days in (-3, 4, 9):
        lake.contact(BERND, CALL, days * DAY, channel=PHONE)
    lake.contact(BERND, OFFER, 20 * DAY)
    return lake


def test_who_was_answered() -> None:
    record = found(paid_off())
    assert (record.customers, record.reached, record.pending) == (3, 3, 0)
    assert isinstance(record.answered, Estimate)
    assert (record.answered.value, record.answered.n) == (1 / 3, 3)
    assert known(record.spoiled).value == 1 / 3


def test_calls_until_the_answer() -> None:
    record = found(paid_off())
    assert known(record.called).value == 1 / 3
    assert isinstance(record.calls, Estimate)
    assert (record.calls.value, record.calls.n) == (3, 1)


def test_examples_are_those_left_alone_the_worst_first() -> None:
    examples = found(paid_off()).examples
    assert [(one.entity_id, one.spoiled, one.calls) for one in examples] == [
        (BERND, True, 3),
        (CEM, False, 0),
    ]
    assert examples[0].reached_us == START_US


def test_thanks_after_the_days_come_too_late_and_so_does_an_offer() -> None:
    lake = SmallLake()
    lake.contact(ANNA, PAY, 0)
    lake.contact(ANNA, THANKS, 31 * DAY)
    lake.contact(ANNA, OFFER, 31 * DAY)
    record = found(lake)
    assert (known(record.answered).value, known(record.spoiled).value) == (0, 0)


def test_the_last_day_still_counts() -> None:
    lake = SmallLake()
    lake.contact(ANNA, PAY, 0)
    lake.contact(ANNA, THANKS, 30 * DAY + 15)
    assert known(found(lake).answered).value == 1


def test_thanks_before_the_milestone_are_no_answer() -> None:
    lake = SmallLake()
    lake.contact(ANNA, THANKS, -1)
    lake.contact(ANNA, PAY, 0)
    assert known(found(lake).answered).value == 0


def test_while_there_is_time_nobody_is_judged() -> None:
    record = found(paid_off(), as_of=date(2026, 3, 31))
    assert (record.reached, record.pending) == (3, 2)  # Anna has her answer, the others have until today
    assert known(record.answered).value == 1
    assert record.examples == ()


def test_online_contacts_are_no_calls() -> None:
    lake = SmallLake()
    lake.contact(ANNA, PAY, 0)
    lake.contact(ANNA, CALL, 1)
    record = found(lake)
    assert known(record.called).value == 0
    assert record.calls == NOTHING_MEASURED


def test_an_anniversary_needs_no_contact_of_its_own() -> None:
    years = Milestone(
        code=2,
        slug="ten_years",
        name=NAME,
        since="final_payment",
        years=10,
        expects=("thank_you",),
        within_days=7,
    )
    lake = SmallLake()
    leap_day = -2 * 365 * DAY  # 1 March 2024 is 730 days earlier; the day before is 29 February
    lake.contact(ANNA, PAY, leap_day - DAY)
    lake.contact(ANNA, PAY, 0)  # only the first counts
    lake.contact(DORA, PAY, -DAY)
    ten_years = 3652 * DAY  # until 28 February 2034: 8 × 365 + 2 leap days, and so on
    lake.contact(ANNA, THANKS, leap_day - DAY + ten_years)
    record = found(lake, years, as_of=date(2034, 6, 1))
    assert (record.customers, record.reached) == (1, 1)
    assert known(record.answered).value == 1
    assert found(lake, years, as_of=date(2037, 1, 1)).reached == 2


def test_a_milestone_nobody_reached() -> None:
    lake = SmallLake()
    lake.contact(EMIL, CALL, 0)
    record = found(lake)
    assert (record.customers, record.reached, record.pending) == (0, 0, 0)
    assert record.answered == NOBODY
    assert record.calls == NOTHING_MEASURED


def test_names_the_taxonomy_does_not_know_match_nothing_not_even_unmapped_contacts() -> None:
    lake = paid_off()
    lake.contact(ANNA, 0, 1)
    unknown = Milestone(code=3, slug="x", name=NAME, at="final_payment", expects=("unknown",))
    assert known(found(lake, unknown).answered).value == 0
