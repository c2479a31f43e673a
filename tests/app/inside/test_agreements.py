"""What was agreed with the works council is kept in versions, and no wave goes below it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from leitstern.app.accounts.roles import Role
from leitstern.app.common.models import AuditEntry
from leitstern.app.inside.agreements import Terms, agree, agreed, agreements, floor, terms_of
from leitstern.app.inside.models import Agreement
from leitstern.core.errors import InvalidInput, NotAllowed

if TYPE_CHECKING:
    from leitstern.app.accounts.models import Person

SEVEN = Terms(
    "Works agreement on staff surveys",
    date(2026, 3, 2),
    "Lindenberg Bank and its works council",
    fewest=7,
    fewest_comments=12,
    keep_days=365,
    legal_basis="Art. 6 (1) (f) GDPR",
    impact_assessed=date(2026, 2, 20),
    works_council="Barbara Rat, ext. 311",
    data_protection="Dieter Schutz, ext. 312",
)


def test_without_an_agreement_the_programs_own_thresholds_hold(db: None) -> None:
    assert agreed() is None
    assert floor() == (5, 10)


def test_the_newest_agreement_counts_and_earlier_ones_stay(admin: Person) -> None:
    first = agree(admin, SEVEN)
    agree(admin, replace(SEVEN, title="Second agreement", fewest=9))
    assert floor() == (9, 12)
    assert [each.title for each in agreements()] == ["Second agreement", SEVEN.title]
    assert terms_of(Agreement.objects.get(pk=first.pk)) == SEVEN
    entries = AuditEntry.objects.filter(verb="enter agreement")
    assert [entry.subject for entry in entries.order_by("id")] == ["inside.agreement:1", "inside.agreement:2"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": " "}, "Title and parties"),
        ({"parties": "Bank\nworks council"}, "“Parties” has to be one line"),
        ({"data_protection": "x" * 301}, "at most 300 characters"),
        ({"agreed_on": timezone.localdate() + timedelta(days=2)}, "future"),
        ({"impact_assessed": timezone.localdate() + timedelta(days=2)}, "future"),
        ({"fewest": 4}, "at least 5 people"),
        ({"fewest_comments": 9}, "comments at least 10"),
        ({"fewest": 20, "fewest_comments": 12}, "never fewer than results"),
        ({"fewest": 101, "fewest_comments": 200}, "at most 100"),
        ({"keep_days": 3_651}, "0 to 3650 days"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_entered(
    admin: Person, wrong: dict[str, object], said: str
) -> None:
    with pytest.raises(InvalidInput) as problem:
        agree(admin, replace(SEVEN, **wrong))  # type: ignore[arg-type]
    assert said in problem.value.text.en
    assert problem.value.text.de.endswith("Es wurde nichts eingetragen.")
    assert agreed() is None


def test_everything_that_is_wrong_is_said_at_once(admin: Person) -> None:
    with pytest.raises(InvalidInput) as problem:
        agree(admin, replace(SEVEN, title="", fewest=2, keep_days=-1))
    assert {"Title", "Results", "Single"} <= set(problem.value.text.en.split())


def test_the_database_refuses_less_too(admin: Person) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Agreement.objects.create(title="x", agreed_on=date(2026, 1, 1), parties="y", fewest=4, actor="z")


def test_who_runs_waves_does_not_enter_the_agreement(lead: Person) -> None:
    """Whoever asks the staff must not be able to lower what was agreed."""
    assert lead.role == Role.LEAD
    with pytest.raises(NotAllowed):
        agree(lead, SEVEN)
