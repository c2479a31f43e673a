"""Three isolated initiatives of marketing, IT and service: what was planted is found, and in the twin nothing is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from django.utils.html import escape

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.portfolio import models, queries
from leitstern.app.portfolio.lists import State, listed
from leitstern.app.portfolio.outcomes import fulfilment_now, outcome
from leitstern.core.bridge.portfolio.finding import Topic
from leitstern.core.bridge.portfolio.ledger import Verdict
from leitstern.core.bridge.portfolio.purposes import balance
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from django.test import Client

    from leitstern.core.bridge.portfolio.finding import Finding
    from leitstern.store.home import Home


def told() -> dict[Topic, Finding]:
    return {each.topic: each for each in queries.findings_now()}


def rows(finding: Finding) -> str:
    return "\n".join(row.said.de for row in finding.rows)


def test_the_missing_bracket_and_the_conflict_are_found(company_inside: Home) -> None:
    found = told()
    bracket = found[Topic.BRACKET]
    assert bracket.alarm
    assert bracket.sentence.de == "Von 5.400.000 EUR zahlen 33\u00a0% auf ein gemeinsames Ziel ein."
    loose = [models.Initiative.objects.get(pk=row.initiative or 0).slug for row in bracket.rows]
    assert loose == ["personal_offers", "chatbot", "shorter_calls"]
    assert found[Topic.ISOLATION].sentence.de == "3 von 6 Initiativen stehen für sich allein."
    conflict = found[Topic.CONFLICT]
    assert conflict.alarm
    assert "Kosten gegen Erleben" in conflict.sentence.de
    assert (
        "„Kürzere Gespräche“ wird gemessen an: weniger Kosten, „Chatbot für Fragen“ an: besseres Erleben"
        in rows(conflict)
    )


def test_everything_else_that_was_planted_is_found(company_inside: Home) -> None:
    found = told()
    assert found[Topic.MIX].alarm
    assert "22 % von 9 Etappenzielen" in found[Topic.MIX].sentence.de
    assert "auf Route A" in found[Topic.MIX].sentence.de
    gaps = rows(found[Topic.ACCOUNTABILITY])
    assert "Kundinnen und Kunden vertrauen uns ein Leben lang: 2 sind gemeinsam dafür verantwortlich" in gaps
    assert "Leitung Karten ist dafür verantwortlich und nicht mehr da" in gaps
    assert found[Topic.SHINY].sentence.de.startswith("„Persönliche Angebote in Echtzeit“")
    purposes = balance(queries.portfolio(), timezone.localdate())
    assert purposes.sentence.de.endswith("2-mal der Effizienz, 1-mal der Relevanz und nie der Empathie.")
    assert [each.exception_by for each in queries.exceptions()] == ["Vorstand Technologie"]
    kept = fulfilment_now(queries.vendor_promises(), timezone.localdate())
    assert isinstance(kept, Estimate)
    assert (kept.value, kept.n) == (0.5, 2)
    verdicts = {
        approval.initiative.slug: came.verdict
        for approval in models.Approval.objects.all()
        if (came := outcome(approval))
    }
    assert verdicts == {
        "one_record": Verdict.UNCLEAR,
        "bereavement_care": Verdict.KEPT,
        "online_banking": Verdict.WAITING,
    }
    states = {models.Initiative.objects.get(pk=each.one.key).slug: each.state for each in listed()}
    assert states["personal_offers"] is State.BLOCKED
    assert states["online_banking"] is State.EXCEPTION


def test_the_pages_say_so(company_inside: Home, client: Client) -> None:
    client.force_login(Person.objects.get(role=Role.EXECUTIVE))
    client.cookies["leitstern_language"] = "de"
    page = client.get("/portfolio").content.decode()
    assert "zahlen 33\u00a0% auf ein gemeinsames Ziel ein" in page
    assert escape("„Kürzere Gespräche“ wird gemessen an: weniger Kosten") in page


@pytest.mark.usefixtures("twin_inside")
def test_the_twin_with_a_bracket_shows_none() -> None:
    assert models.Initiative.objects.filter(withdrawn=None).count() == 6
    quiet = told()
    assert [topic for topic, each in quiet.items() if each.alarm] == []
    assert (
        quiet[Topic.BRACKET].sentence.de
        == "Von 5.400.000 EUR zahlen 100\u00a0% auf ein gemeinsames Ziel ein."
    )
    assert not queries.exceptions()
