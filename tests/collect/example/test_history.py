"""What happened at the invented company, seen from its contacts."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest

from leitstern.collect.example.arrays import DAY
from leitstern.collect.example.history import history
from leitstern.collect.example.truths import IN_TIME, PLANTED, taxonomy, truth_table
from leitstern.collect.example.world import world
from leitstern.core.errors import InvalidInput

if TYPE_CHECKING:
    from leitstern.collect.example.arrays import Times, Visits
    from leitstern.collect.example.history import History

HOUR = np.timedelta64(1, "h")


def at(history: History, touchpoint: str) -> list[Visits]:
    return [v for v in history.visits if v.touchpoint == touchpoint]


def moments(history: History, touchpoint: str, customer: int) -> list[Times]:
    return sorted(m for v in at(history, touchpoint) for m in v.at[v.customer == customer])


def repeated(history: History, since: str, before: str) -> float:
    """Share of calls about problems by customers who had called within seven days."""
    calls = at(history, "call_help")
    customer = np.concatenate([v.customer for v in calls])
    when = np.concatenate([v.at for v in calls])
    order = np.lexsort((when, customer))
    customer, when = customer[order], when[order]
    again = np.zeros(len(when), dtype=bool)
    again[1:] = (customer[1:] == customer[:-1]) & (when[1:] - when[:-1] <= 7 * DAY)
    return float(again[(when >= np.datetime64(since)) & (when < np.datetime64(before))].mean())


def handoff(history: History) -> float:
    """Median hours between a claim's report and the start of its assessment."""
    waits = (history.claims.assessed - history.claims.reported) / HOUR
    return float(np.nanmedian(waits))


def test_a_company_has_exactly_as_many_contacts_as_asked_for(lindenberg: History, twin: History) -> None:
    assert sum(len(v) for v in lindenberg.visits) == 300_000
    assert sum(len(v) for v in twin.visits) == 300_000
    assert sum(len(a) for a in lindenberg.answers) == pytest.approx(20_300, rel=0.03)
    assert lindenberg.dated_promises == pytest.approx(17_000, rel=0.02)


def test_all_touchpoints_and_all_five_channels_are_used(lindenberg: History) -> None:
    contacts = Counter[str]()
    for visits in lindenberg.visits:
        contacts.update(visits.channel.tolist())
    assert {v.touchpoint for v in lindenberg.visits if len(v)} == {t.slug for t in taxonomy().touchpoints}
    assert {channel: n > 10_000 for channel, n in contacts.items() if channel} == dict.fromkeys(
        ("web", "app", "phone", "letter", "branch"), True
    )


def test_nothing_happens_after_the_end(lindenberg: History) -> None:
    end = np.datetime64("2026-07-01")
    assert max(v.at.max() for v in lindenberg.visits if len(v)) < end
    assert max(a.at.max() for a in lindenberg.answers if len(a)) < end
    assert np.nanmax(lindenberg.claims.settled) < end
    assert np.isnat(lindenberg.claims.settled).any()  # some claims are still open


def test_customers_come_only_while_they_are_customers(lindenberg: History) -> None:
    people = lindenberg.world.people
    for visits in at(lindenberg, "login"):
        day = lindenberg.world.calendar.day(visits.at)
        assert (day > people.joined[visits.customer]).all()
        assert (day <= people.left[visits.customer]).all()


@pytest.mark.parametrize("company", ["lindenberg", "twin"])
def test_promises_are_kept_as_often_as_the_truth_says(company: str, request: pytest.FixtureRequest) -> None:
    history: History = request.getfixturevalue(company)
    dated: dict[str, list[tuple[Times, Times]]] = {
        "loan_in_three_days": [(history.loans.due, history.loans.decided)],
        "claim_in_ten_days": [(history.claims.due, history.claims.settled)],
    }
    for promised in history.promised:
        dated.setdefault(promised.promise, []).append((promised.due, promised.kept))
    table = truth_table(history.world.scenario)
    places = {p.slug: (p.touchpoint, p.facet) for p in taxonomy().promises if p.facet == IN_TIME}
    assert set(dated) == set(places)
    for slug, parts in dated.items():
        due, kept = (np.concatenate(column).astype("datetime64[D]") for column in zip(*parts, strict=True))
        over = ~np.isnat(kept)
        assert (kept[over] <= due[over]).mean() == pytest.approx(table[places[slug]].lived, abs=0.01), slug


def test_the_mortgage_story_happens_to_seventy_customers(lindenberg: History) -> None:
    assert len(lindenberg.world.people.payoffs) == 70
    for customer in lindenberg.world.people.payoffs.tolist():
        (signed, *_), (paid,) = (moments(lindenberg, t, customer) for t in ("mortgage_signed", "payoff"))
        assert (paid - signed) // DAY == pytest.approx(25 * 365.25, abs=25)
        (tried,) = moments(lindenberg, "final_payment_online", customer)
        calls = [c for c in moments(lindenberg, "mortgage_call", customer) if tried < c < paid + 2 * DAY]
        assert 2 <= len(calls) <= 5
        assert not moments(lindenberg, "thank_you", customer)
        (offer,) = moments(lindenberg, "mortgage_offer", customer)
        assert 0 < (offer - paid) // DAY <= 60
    assert {m for v in at(lindenberg, "loan_history") for m in v.mood.tolist()} == {"failed"}


def test_in_the_twin_the_last_payment_works_and_is_celebrated(twin: History) -> None:
    for customer in twin.world.people.payoffs.tolist():
        (paid,) = moments(twin, "payoff", customer)
        (thanked,) = moments(twin, "thank_you", customer)
        assert 0 < (thanked - paid) // DAY <= 60
        assert not moments(twin, "mortgage_offer", customer)


def test_the_handoff_of_claims_costs_days_only_where_planted(lindenberg: History, twin: History) -> None:
    assert handoff(lindenberg) > 24 * 5
    assert handoff(twin) < 24 * 2


def test_repeats_rise_in_the_month_in_which_letters_become_unclear(
    lindenberg: History, twin: History
) -> None:
    assert repeated(lindenberg, "2024-07-01", "2025-11-01") == pytest.approx(0.07, abs=0.02)
    assert repeated(lindenberg, "2025-12-01", "2026-06-15") == pytest.approx(0.21, abs=0.03)
    before, after = repeated(twin, "2024-07-01", "2025-11-01"), repeated(twin, "2025-12-01", "2026-06-15")
    assert after == pytest.approx(before, abs=0.02)


def test_waiting_for_a_loan_does_not_matter_once_lateness_is_known(lindenberg: History) -> None:
    loans = lindenberg.loans
    (answers,) = (a for a in lindenberg.answers if a.touchpoint == "loan_decision")
    row = {case: i for i, case in enumerate(loans.number.tolist())}
    where = np.array([row[case] for case in answers.case.tolist()])
    late = loans.decided[where].astype("datetime64[D]") > loans.due[where]
    waited = (loans.decided[where] - loans.applied[where]) / HOUR
    for stratum in (late, ~late):
        long = waited[stratum] > np.median(waited[stratum])
        good = answers.value[stratum] >= 4
        error = np.sqrt(good.var() * 4 / len(good))
        assert abs(good[long].mean() - good[~long].mean()) < 3 * error
    kept, broken = (answers.value[s] >= 4 for s in (~late, late))
    assert kept.mean() - broken.mean() > 0.4


def test_a_company_too_small_for_its_stories_is_refused() -> None:
    with pytest.raises(InvalidInput, match="too few"):
        history(world(1, 500, 3_000, date(2026, 6, 30), PLANTED))
    with pytest.raises(InvalidInput, match="too few"):
        history(world(1, 100, 3_000, date(2026, 6, 30), PLANTED))


@pytest.mark.parametrize("until", [date(2024, 2, 29), date(2025, 1, 1), date(2026, 12, 31)])
def test_any_day_can_be_the_last(until: date) -> None:
    found = history(world(1, 400, 6_000, until, PLANTED))
    assert sum(len(v) for v in found.visits) == 6_000
    assert max(v.at.max() for v in found.visits if len(v)).astype("datetime64[D]") == np.datetime64(until)
