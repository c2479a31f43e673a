"""Pages of evidence: what they say, what they take, and to whom."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from django.utils import timezone

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.evidence.actions import Seen, assess, claim, prove, review
from leitstern.app.evidence.examining import agreement, awaits_second_review, waiting_for
from leitstern.app.evidence.models import Claim, Proof, Review
from leitstern.app.evidence.queries import independent_ratings, line
from leitstern.core.inside.evidence import UNPROVEN
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

OVERVIEW, K1 = "/evidence", "/evidence/k1"


def row(client: Client, slug: str = "k1") -> dict[str, str]:
    found = client.get(f"{OVERVIEW}?format=csv").content.decode("utf-8-sig")
    return next(line for line in csv.DictReader(StringIO(found)) if line["dimension"] == slug)


def said(client: Client, address: str) -> str:
    page = client.get(address)
    assert page.status_code == 200
    return page.content.decode()


def test_before_anything_is_claimed_the_page_says_what_to_do(as_role: Callable[[Role], Client]) -> None:
    page = said(as_role(Role.EXECUTIVE), OVERVIEW)
    assert "What can we prove?" in page
    assert "choose the description" in page
    assert "Level 2 still lacks" in page


def test_over_claim_is_named_in_words(lead: Person, as_role: Callable[[Role], Client]) -> None:
    claim(lead, "k1", 3)
    claim(lead, "k2", 1)
    browser = as_role(Role.EXECUTIVE)
    page = said(browser, OVERVIEW)
    assert "Of 2 claimed levels, 1 goes beyond what proof carries." in page
    assert "claimed 2 levels too high" in page
    assert "Level 3 is claimed, credited up to level 1." in said(browser, K1)
    assert "Level 1 is claimed and credited." in said(browser, "/evidence/k2")
    assert (row(browser)["claimed"], row(browser)["credited"], row(browser)["over_claim"]) == ("3", "1", "2")


def test_claiming_and_proving_on_the_page(as_role: Callable[[Role], Client]) -> None:
    browser = as_role(Role.OWNER)
    page = said(browser, K1)
    assert (
        page.count("Nobody can say who answers for a customer") >= 2
    )  # at its level, and as a choice of the form
    browser.post(reverse("evidence:claim", args=["k1"]), {"level": "2", "text": "Minutes of May"})
    for kind in ("document", "observation"):
        browser.post(
            reverse("evidence:prove", args=["k1"]),
            {"kind": kind, "title": f"<b>{kind}</b>", "day": str(timezone.localdate())},
        )
    page = said(browser, K1)
    assert "Level 2 is claimed and credited." in page
    assert "&lt;b&gt;document&lt;/b&gt;" in page
    assert Person.objects.get(role=Role.OWNER).name in page
    proof = Proof.objects.first()
    assert proof
    browser.post(reverse("evidence:remove-proof", args=[proof.pk]))
    assert "credited up to level 1" in said(browser, K1)
    browser.post(reverse("evidence:withdraw", args=[Claim.objects.get().pk]))
    assert row(browser)["claimed"] == ""
    browser.post(reverse("evidence:withdraw", args=[Claim.objects.get().pk]), {"undo": "1"})
    assert row(browser)["claimed"] == "2"


@pytest.mark.parametrize(
    ("what", "form", "field"),
    [
        ("claim", {"level": "7"}, "claim_form"),
        ("claim", {}, "claim_form"),
        ("claim", {"level": "2", "unit": "moon"}, "claim_form"),
        ("prove", {"kind": "document", "title": "x", "day": "2999-01-01"}, "proof_form"),
        ("prove", {"kind": "document", "title": "", "day": "2026-01-01"}, "proof_form"),
        (
            "prove",
            {"kind": "document", "title": "x", "day": "2026-01-01", "link": "javascript:alert(1)"},
            "proof_form",
        ),
    ],
)
def test_what_is_missing_stands_at_its_form_and_what_was_typed_stays(
    what: str, form: dict[str, str], field: str, as_role: Callable[[Role], Client]
) -> None:
    page = as_role(Role.LEAD).post(reverse(f"evidence:{what}", args=["k1"]), form)
    assert page.status_code == 200
    assert page.context[field].errors
    assert not Claim.objects.exists()
    assert not Proof.objects.exists()


def test_reviewing_on_the_page(analyst: Person, as_role: Callable[[Role], Client]) -> None:
    made = claim(analyst, "k1", 3)
    browser = as_role(Role.AUDITOR)
    assert "1 claimed level waits for you." in said(browser, reverse("evidence:queue"))
    address = reverse("evidence:review", args=[made.pk])
    refused = browser.post(address, {"verdict": "refuse"})
    assert refused.context["review_form"].errors.keys() == {"reason"}
    assert browser.post(address, {"verdict": "4"}).context["review_form"].errors
    browser.post(address, {"verdict": "refuse", "reason": "The chart is of 2019."})
    assert Review.objects.get().level is None
    assert "Nothing waits for you." in said(browser, reverse("evidence:queue"))


def test_whoever_claimed_is_not_offered_to_examine(lead: Person, lead_client: Client) -> None:
    made = claim(lead, "k1", 3)
    assert "Review the claimed level" not in said(lead_client, K1)
    assert waiting_for(lead) == ()
    assert lead_client.post(reverse("evidence:review", args=[made.pk]), {"verdict": "1"}).status_code == 403


def test_one_of_five_waits_for_a_second_reviewer_who_does_not_see_the_first(
    analyst: Person, lead: Person, auditor: Person, client: Client
) -> None:
    made = [claim(analyst, f"k{n}", 3) for n in range(1, 11)]
    assert len(waiting_for(lead)) == 10
    for each in made:
        review(lead, each, 1, "a private thought")
    assert waiting_for(lead) == ()
    drawn = waiting_for(auditor)
    assert len(drawn) == 2
    first = drawn[0].claim
    assert awaits_second_review(Claim.objects.get(pk=first.pk))
    client.force_login(auditor)
    assert "a private thought" not in said(client, f"/evidence/{first.dimension}")
    other = next(each for each in made if each.pk not in {one.claim.pk for one in drawn})
    assert "a private thought" in said(client, f"/evidence/{other.dimension}")
    for one in drawn:
        review(auditor, one.claim, 2)
    assert "a private thought" in said(client, f"/evidence/{first.dimension}")
    assert waiting_for(auditor) == ()


def test_new_proof_calls_the_reviewers_again(
    analyst: Person, lead: Person, bring: Callable[..., Proof]
) -> None:
    bring("document")
    made = claim(analyst, "k1", 3)
    review(lead, made, 1)
    assert waiting_for(lead) == ()
    bring("observation")
    assert [each.why.value for each in waiting_for(lead)] == ["again"]
    review(lead, made, 3)
    bring("observation")
    assert waiting_for(lead) == ()  # all that is claimed is credited already


def test_agreement_is_of_two_people_on_the_same_claims(
    analyst: Person, lead: Person, auditor: Person
) -> None:
    for number, (one, two) in enumerate([(4, 4), (3, 3), (2, 1), (None, 1), (4, 3), (1, 1)], start=1):
        made = claim(analyst, f"k{number}", 4)
        review(lead, made, one, "refused")
        review(auditor, made, two)
        review(auditor, made, 0)  # a second thought does not count
    found = agreement()
    assert isinstance(found, Estimate)
    assert found.n == 6
    assert found.value == pytest.approx(0.9, abs=0.06)
    assert UNPROVEN == 1


def test_the_independent_form_takes_every_dimension_and_leaves_out_what_was_not_seen(
    lead_client: Client,
) -> None:
    address = reverse("evidence:independent")
    page = said(lead_client, address)
    assert page.count('type="radio"') == 22 * 6
    assert page.count("<legend>") == 22
    lead_client.post(address, {"assessor": "Audit GmbH", "level-k1": "3", "note-k1": "=1+1", "level-t1": "0"})
    (found,) = independent_ratings()
    assert (found.levels[0, 0], found.levels[0, 12]) == (3, 0)
    assert "Audit GmbH" in said(lead_client, address)
    taken = lead_client.get(f"{address}?format=csv").content.decode("utf-8-sig")
    assert [line["note"] for line in csv.DictReader(StringIO(taken))] == ["'=1+1", ""]
    for form in ({"assessor": "Audit GmbH"}, {"level-k1": "3"}, {"assessor": "A", "level-k1": "9"}):
        assert lead_client.post(address, form).context["form"].errors


def test_an_assessment_can_be_withdrawn_and_counted_again(lead: Person, lead_client: Client) -> None:
    made = assess(lead, "Audit GmbH", {"k1": Seen(2)})
    address = reverse("evidence:withdraw-assessment", args=[made.pk])
    lead_client.post(address)
    assert independent_ratings() == ()
    lead_client.post(address, {"undo": "1"})
    assert len(independent_ratings()) == 1


def test_an_unknown_dimension_is_told(lead_client: Client) -> None:
    assert lead_client.get("/evidence/k99").status_code == 404


def test_programs_claim_prove_and_examine_too(lead: Person, as_role: Callable[[Role], Client]) -> None:
    base, owner, auditor = "/api/v1/evidence", as_role(Role.OWNER), as_role(Role.AUDITOR)
    made = owner.post(f"{base}/claims", {"dimension": "k1", "level": 3}, content_type="application/json")
    assert (made.status_code, made.json()["claimed"], made.json()["credited"]) == (201, 3, 1)
    brought = {
        "dimension": "k1",
        "kind": "document",
        "title": "Chart",
        "day": "2026-06-01",
        "link": "ftp://x",
    }
    refused = owner.post(f"{base}/proofs", brought, content_type="application/json")
    assert (refused.status_code, refused["Content-Type"]) == (422, "application/problem+json")
    one = owner.post(f"{base}/proofs", {**brought, "link": ""}, content_type="application/json").json()
    assert [proof["title"] for proof in one["proofs"]] == ["Chart"]
    assert auditor.get(f"{base}/queue").json()["waiting"][0]["why"] == "first"
    address = f"{base}/claims/{one['claim_id']}/reviews"
    assert auditor.post(address, {"level": None}, content_type="application/json").status_code == 422
    assert auditor.post(address, {"level": 0}, content_type="application/json").status_code == 201
    assert owner.get(f"{base}/dimensions/k1").json()["credited"] == 0
    assert owner.delete(f"{base}/proofs/{one['proofs'][0]['id']}").json()["proofs"] == []
    withdrawn = owner.post(f"{base}/claims/{one['claim_id']}/withdraw")
    assert (withdrawn.status_code, withdrawn.json()["claimed"]) == (200, None)
    body = {"assessor": "Audit GmbH", "ratings": [{"dimension": "k1", "level": 2}]}
    assert auditor.post(f"{base}/assessments", body, content_type="application/json").status_code == 201
    assert auditor.get(f"{base}/assessments").json()[0]["assessor"] == "Audit GmbH"


def test_a_withdrawn_proof_no_longer_counts_and_can_count_again(
    lead: Person, lead_client: Client, bring: Callable[..., Proof]
) -> None:
    claim(lead, "k1", 2)
    first, _second = bring("document"), bring("observation")
    assert line("k1").credit.credited == 2  # type: ignore[union-attr]
    address = reverse("evidence:withdraw-proof", args=[first.pk])
    page = lead_client.post(address, follow=True).content.decode()
    assert "Withdrawn, and not counted" in page
    assert line("k1").credit.credited == 1  # type: ignore[union-attr]
    lead_client.post(address, {"undo": "1"})
    assert line("k1").credit.credited == 2  # type: ignore[union-attr]
    gone = lead_client.post(f"/api/v1/evidence/proofs/{first.pk}/withdraw").json()
    assert (gone["credited"], len(gone["proofs"])) == (1, 1)


def test_proofs_and_the_queue_can_be_taken_along(analyst: Person, lead_client: Client) -> None:
    prove(analyst, "k1", "document", "=1+1", timezone.localdate())
    claim(analyst, "k1", 2)
    assert ",'=1+1," in lead_client.get("/evidence?format=proofs").content.decode()
    header, row = (
        lead_client.get(reverse("evidence:queue"), {"format": "csv"}).content.decode().split("\r\n")[:2]
    )
    assert (header.split(",")[-1], row.split(",")[-1]) == ("why", "first")
