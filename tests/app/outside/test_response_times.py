"""Promised and measured response times on the page and for programs, with the decision that followed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from leitstern.app.accounts.roles import Role
from leitstern.app.leadership.models import Decision, Proof

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.outside.reading import Published

API = "/api/v1/outside/response-times"
ENGLISH = {"Accept-Language": "en"}


def test_what_was_promised_stands_beside_what_was_measured(published: Published, lead_client: Client) -> None:
    rows = {row["promise"]: row for row in lead_client.get(API).json()}
    claim = next(row for row in rows.values() if row["touchpoint"] == "claim_settled")
    assert claim["promised_days"]["value"] == 10
    # 60 of 100 claims are settled in ten days; of the others, all take more than that.
    assert claim["half_hours"]["high"] < 10.5 * 24 < claim["most_hours"]["low"]
    assert claim["open"] < claim["promises"]
    page = lead_client.get("/journeys", headers=ENGLISH).content.decode()
    assert "Promised and measured response times" in page
    assert published.as_of == date.fromisoformat(claim["half_hours"]["as_of"])


def test_the_decision_that_followed_is_told_to_who_may_read_it(
    published: Published, lead_client: Client, as_role: Callable[[Role], Client]
) -> None:
    def decision_of(client: Client) -> Any:
        return next(row for row in client.get(API).json() if row["touchpoint"] == "claim_settled")

    assert decision_of(lead_client)["decision"] is None
    assert "nobody decided yet" in lead_client.get("/journeys", headers=ENGLISH).content.decode()
    asked = Decision.objects.create(
        question="Who settles in ten days?", circle="board", asked="2026-06-01", actor="x"
    )
    proof = {"kind": "gap", "touchpoint": "claim_settled", "said_de": "-", "said_en": "-", "actor": "x"}
    Proof.objects.create(decision=asked, facet="in_time", **proof)
    told = decision_of(lead_client)
    assert (told["decision"]["en"], told["decided_on"]) == ("Who settles in ten days?", None)
    Decision.objects.filter(pk=asked.pk).update(decided="Two more people", day="2026-06-20")
    told = decision_of(lead_client)
    assert (told["decision"]["de"], told["decided_on"]) == ("Two more people", "2026-06-20")
    assert (
        f'href="{told["decision_address"]}"' in lead_client.get("/journeys", headers=ENGLISH).content.decode()
    )
    service = as_role(Role.SERVICE)
    assert decision_of(service)["decision"] is None
    assert "your role does not see it" in service.get("/journeys", headers=ENGLISH).content.decode()
    Decision.objects.filter(pk=asked.pk).update(reversed_on="2026-06-25", reversed_why="No people")
    assert decision_of(lead_client)["decision"] is None
