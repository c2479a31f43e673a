"""What is claimed, proven, examined, and taken back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from tests.people import make

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.models import AuditEntry
from leitstern.app.evidence.actions import (
    LONGEST,
    Seen,
    assess,
    claim,
    prove,
    reinstate,
    reinstate_assessment,
    remove_proof,
    review,
    withdraw,
    withdraw_assessment,
)
from leitstern.app.evidence.assumed import REGISTER
from leitstern.app.evidence.models import Claim, Proof, Review
from leitstern.app.evidence.queries import (
    credited_ratings,
    independent_ratings,
    line,
    lines,
    over_claims_by_unit,
    units_with_evidence,
)
from leitstern.app.inside.instruments import current_version
from leitstern.app.inside.queries import current_instrument
from leitstern.core.errors import Conflict, InvalidInput, NotAllowed, NotFound
from leitstern.core.inside.assumptions import Assumptions
from leitstern.core.inside.instrument import EvidenceType
from leitstern.core.inside.proof_kinds import KINDS
from leitstern.core.inside.ratings import View

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.app.accounts.models import Person
    from leitstern.app.outside.reading import Published


def test_every_kind_of_proof_has_its_words() -> None:
    assert set(KINDS) == set(EvidenceType)


def test_a_claim_counts_as_far_as_proof_carries_it(analyst: Person, bring: Callable[..., Proof]) -> None:
    claim(analyst, "k1", 3, "Two journeys have owners.")
    found = line("k1")
    assert found.claim
    assert found.credit
    assert (found.claim.text, found.claim.instrument) == ("Two journeys have owners.", current_version())
    assert (found.credit.claimed, found.credit.credited, found.over_claim) == (3, 1, 2)
    for kind in ("document", "observation"):
        bring(kind)
    assert line("k1").over_claim == 1
    for kind in ("financial", "employee_voice"):
        bring(kind)
    assert line("k1").over_claim == 0
    assert "already carry" not in line("k1").next_step.en


def test_all_dimensions_stand_side_by_side_and_cost_the_same_few_queries(
    analyst: Person, bring: Callable[..., Proof], django_assert_max_num_queries: Callable[[int], object]
) -> None:
    for slug in ("k1", "k2", "t1"):
        claim(analyst, slug, 2)
        bring("document", slug)
    with django_assert_max_num_queries(6):  # type: ignore[attr-defined]
        found = lines()
    assert len(found) == 22
    assert [one.dimension.slug for one in found if one.credit] == ["k1", "k2", "t1"]


def test_a_newer_claim_takes_the_place_of_the_one_before(analyst: Person) -> None:
    first, second = claim(analyst, "k1", 1), claim(analyst, "k1", 4)
    assert line("k1").claim == second
    withdraw(analyst, second)
    assert line("k1").claim == first
    reinstate(analyst, second)
    assert line("k1").claim == second
    assert list(AuditEntry.objects.order_by("id").values_list("verb", "subject"))[-2:] == [
        ("withdraw claim", f"evidence.claim:{second.pk}"),
        ("reinstate claim", f"evidence.claim:{second.pk}"),
    ]


def test_withdrawing_a_claim_leaves_its_proofs(analyst: Person, bring: Callable[..., Proof]) -> None:
    made = claim(analyst, "k1", 2)
    bring("document")
    withdraw(analyst, made)
    assert len(line("k1").proofs) == 1
    assert line("k1").credit is None


def test_departments_have_claims_of_their_own(
    published: Published, analyst: Person, bring: Callable[..., Proof]
) -> None:
    unit = published.taxonomy.departments[0].slug
    claim(analyst, "k1", 4, unit=unit)
    bring("document", unit=unit)
    claim(analyst, "k1", 1)
    assert line("k1", unit).over_claim == 3
    assert line("k1").over_claim == 0
    assert units_with_evidence() == {unit}
    assert [(each.unit, each.mean, each.beyond) for each in over_claims_by_unit()] == [
        (unit, 3.0, 1),
        ("", 0.0, 0),
    ]


@pytest.mark.parametrize(
    ("dimension", "level", "unit"), [("k99", 2, ""), ("k1", 5, ""), ("k1", -1, ""), ("k1", 2, "moon")]
)
def test_what_does_not_exist_cannot_be_claimed(
    analyst: Person, dimension: str, level: int, unit: str
) -> None:
    with pytest.raises(InvalidInput):
        claim(analyst, dimension, level, unit=unit)
    assert not Claim.objects.exists()


def test_texts_have_an_end(analyst: Person) -> None:
    with pytest.raises(InvalidInput, match="10000"):
        claim(analyst, "k1", 2, "x" * (LONGEST + 1))
    assert claim(analyst, "k1", 2, "a\x00b ").text == "ab"


def test_proof_of_tomorrow_or_without_a_name_is_none(analyst: Person) -> None:
    today = timezone.localdate()
    for kind, title, day, link in (
        ("document", "Plan", today + timedelta(days=1), ""),
        ("document", " ", today, ""),
        ("document", "x" * 201, today, ""),
        ("hearsay", "Talk", today, ""),
        ("document", "Plan", today, "javascript:alert(1)"),
        ("document", "Plan", today, "file:///etc/passwd"),
    ):
        with pytest.raises(InvalidInput):
            prove(analyst, "k1", kind, title, day, link=link)
    assert not Proof.objects.exists()
    assert (
        prove(analyst, "k1", "document", "Plan", today, link=" https://example.org/plan ").link
        == "https://example.org/plan"
    )


def test_removed_proof_no_longer_counts(analyst: Person, bring: Callable[..., Proof]) -> None:
    claim(analyst, "k1", 2)
    for _ in range(2):
        bring("observation")
    gone = bring("document")
    assert line("k1").over_claim == 0
    key = gone.pk
    remove_proof(analyst, gone)
    assert line("k1").over_claim == 1
    assert AuditEntry.objects.first().subject == f"evidence.proof:{key}"  # type: ignore[union-attr]


def test_nobody_examines_their_own_claim(lead: Person) -> None:
    made = claim(lead, "k1", 2)
    with pytest.raises(NotAllowed, match="themselves"):
        review(lead, made, 2)
    assert not Review.objects.exists()


def test_the_lower_verdict_counts_and_each_reviewer_has_one(
    analyst: Person, lead: Person, auditor: Person, bring: Callable[..., Proof]
) -> None:
    for kind in EvidenceType:
        bring(kind.value)
    made = claim(analyst, "k1", 4)
    assert line("k1").over_claim == 1  # nobody has looked at it
    review(lead, made, 4)
    assert line("k1").over_claim == 0
    review(auditor, made, 2)
    assert line("k1").over_claim == 2
    review(auditor, made, 3, "The minutes convinced me.")
    assert line("k1").over_claim == 1
    review(lead, made, None, "The figures are of last year.")
    assert line("k1").credit.credited == 1  # type: ignore[union-attr]


def test_verdicts_that_make_no_sense_are_refused(analyst: Person, lead: Person) -> None:
    old, made = claim(analyst, "k1", 3), claim(analyst, "k1", 2)
    for found, level, reason, problem in (
        (made, 3, "", InvalidInput),
        (made, 9, "", InvalidInput),
        (made, None, " ", InvalidInput),
        (old, 1, "", Conflict),
    ):
        with pytest.raises(problem):
            review(lead, found, level, reason)
    assert not Review.objects.exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        Review.objects.create(claim=made, level=None, reason="", actor="person:1")


def test_a_level_claimed_days_after_the_last_one_without_new_proof_is_ticked_off(
    analyst: Person, bring: Callable[..., Proof]
) -> None:
    now = timezone.now()
    Proof.objects.filter(pk__in=[bring(k).pk for k in ("document", "observation")]).update(
        created=now - timedelta(days=40)
    )
    first = claim(analyst, "k1", 1)
    Claim.objects.filter(pk=first.pk).update(created=now - timedelta(days=10))
    claim(analyst, "k1", 2)
    assert line("k1").over_claim == 0
    assert line("k1").ticked_off
    Claim.objects.filter(pk=first.pk).update(created=now - timedelta(days=14))
    assert not line("k1").ticked_off
    Claim.objects.filter(pk=first.pk).update(created=now - timedelta(days=10))
    bring("document")
    assert not line("k1").ticked_off


def test_the_register_of_assumptions_is_heard(
    analyst: Person, bring: Callable[..., Proof], monkeypatch: pytest.MonkeyPatch
) -> None:
    claim(analyst, "k1", 2)
    bring("document")
    bring("observation", age=300)
    assert line("k1").over_claim == 1
    gentle = Assumptions().with_values({"evidence_needed_2": 0.8})
    monkeypatch.setattr("leitstern.app.evidence.assumed.REGISTER", [*REGISTER, lambda: gentle])
    assert line("k1").over_claim == 0


def test_what_the_placement_reads_of_evidence(analyst: Person, bring: Callable[..., Proof]) -> None:
    assert credited_ratings() == ()
    claim(analyst, "k1", 3)
    bring("document")
    bring("observation")
    claim(analyst, "t10", 0)
    claim(analyst, "k2", 4)  # without proof it counts for nothing, not even against us
    (found,) = credited_ratings()
    assert (found.view, found.levels.shape) == (View.EVIDENCE, (1, 22))
    assert found.dimensions == tuple(d.slug for d in current_instrument().dimensions)
    assert found.levels[0, 0] == 2
    assert found.levels[0, -1] == 0
    assert np.isnan(found.levels[0, 1:-1]).all()
    assert found.source.en == "Evidence in 2 of 22 dimensions"


def test_what_the_placement_reads_of_independent_people(lead: Person) -> None:
    assert independent_ratings() == ()
    assess(lead, "Berta Berater", {"k1": Seen(3)})
    again = assess(lead, "Berta Berater", {"k1": Seen(1, "Nobody could name an owner."), "t1": Seen(2)})
    assess(lead, "Audit GmbH", {"k2": Seen(4)})
    (found,) = independent_ratings()
    assert (found.view, found.n) == (View.INDEPENDENT, 2)
    assert sorted(found.levels[:, 0].tolist(), key=str) == pytest.approx([1.0, np.nan], nan_ok=True)
    withdraw_assessment(lead, again)
    (found,) = independent_ratings()
    assert 3.0 in found.levels[:, 0]
    reinstate_assessment(lead, again)
    assert "Audit GmbH" in independent_ratings()[0].source.de


@pytest.mark.parametrize(
    ("assessor", "seen"),
    [
        ("", {"k1": Seen(1)}),
        ("x" * 121, {"k1": Seen(1)}),
        ("A", {}),
        ("A", {"k99": Seen(1)}),
        ("A", {"k1": Seen(7)}),
    ],
)
def test_an_assessment_says_who_and_what(lead: Person, assessor: str, seen: dict[str, Seen]) -> None:
    with pytest.raises(InvalidInput):
        assess(lead, assessor, seen)
    assert independent_ratings() == ()


def test_who_may_what(analyst: Person, auditor: Person) -> None:
    service = make(Role.SERVICE)
    for act in (
        lambda: claim(service, "k1", 1),
        lambda: claim(auditor, "k1", 1),
        lambda: review(analyst, claim(COMMAND_LINE, "k1", 1), 1),
        lambda: assess(analyst, "A", {"k1": Seen(1)}),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_an_unknown_dimension_is_not_found() -> None:
    with pytest.raises(NotFound):
        line("k99")
