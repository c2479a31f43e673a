"""Departments map the same words on their own; nobody sees an answer before the check is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.models import AuditEntry
from leitstern.app.taxonomy import agreement
from leitstern.app.taxonomy.models import AgreementCheck
from leitstern.core.company.agreeing import NO_LANGUAGE, Asked
from leitstern.core.errors import Conflict, InvalidInput, NotFound
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from leitstern.store.home import Home


def browser() -> Client:
    client = Client(headers={"Accept-Language": "en"})
    client.force_login(Person.objects.get(role=Role.LEAD))
    return client


def text(client: Client, address: str) -> str:
    page = client.get(address)
    assert page.status_code == 200
    return " ".join(page.content.decode().split())


def test_a_check_from_link_to_result(company_inside: Home) -> None:
    planted = AgreementCheck.objects.get()
    found = agreement.result(planted)
    assert found
    assert isinstance(found.alpha, Estimate)
    assert (found.alpha.n, found.alpha.high < NO_LANGUAGE) == (30, True)
    assert "no shared language" in found.verdict.en

    lead = browser()
    address = reverse("taxonomy:agreement")
    assert found.verdict.en in text(lead, address)
    too_few = lead.post(address, {"asked": "touchpoint", "units": ["service", "branches"]}).content.decode()
    assert "words to map for this question, 10 are needed" in " ".join(too_few.split())
    assert lead.post(address, {"asked": "stage", "units": ["service", "branches"]}).status_code == 302
    check = AgreementCheck.objects.latest("id")
    service, branches = check.seats.all()
    shown = reverse("taxonomy:check", args=[check.pk])
    assert service.token in text(lead, shown)

    stranger, link = Client(headers={"Accept-Language": "en"}), reverse("taxonomy:map", args=[service.token])
    assert "At which stage are customers then?" in text(stranger, link)
    assert stranger.post(link, {}).status_code == 422  # nothing said
    noted = AuditEntry.objects.count()
    assert stranger.post(link, {f"word-{at}": "help" for at in range(30)}).status_code == 302
    assert AuditEntry.objects.count() == noted  # nothing points to who answered
    assert "Thank you." in text(stranger, link)
    assert "has answered" in text(lead, shown)
    assert agreement.result(check) is None
    with pytest.raises(Conflict, match="answered already"):
        agreement.answer(service, {check.words[0]: "use"})

    given = {word: ("help" if at % 2 else "-") for at, word in enumerate(check.words)}
    agreement.answer(branches, given)
    check.refresh_from_db()
    assert check.closed  # all have answered
    page = text(lead, shown)
    assert "Words on which they part" in page
    assert "none of these" in page
    assert service.token not in page
    csv = lead.get(f"{shown}?format=csv").content.decode()
    assert csv.count("none of these") == 15

    body = lead.get("/api/v1/taxonomy/agreement").json()
    assert [each["closed"] for each in body] == [True, True]
    assert body[0]["alpha"]["n"] == 30
    lead.post(reverse("taxonomy:withdraw-check", args=[check.pk]))
    assert stranger.get(link).status_code == 404
    lead.post(reverse("taxonomy:withdraw-check", args=[check.pk]), {"undo": "1"})
    assert "Thank you." in text(stranger, link)


def test_what_is_refused(company_inside: Home) -> None:
    with pytest.raises(InvalidInput, match="two different departments"):
        agreement.open_check(COMMAND_LINE, Asked.STAGE, ["service", "service"], "en")
    with pytest.raises(InvalidInput, match="fewer than 5 people"):
        agreement.open_check(COMMAND_LINE, Asked.STAGE, ["service", "data_office"], "en")
    check = agreement.open_check(COMMAND_LINE, Asked.STAGE, ["service", "branches"], "en", seed=4)
    again = agreement.open_check(COMMAND_LINE, Asked.STAGE, ["service", "branches"], "en", seed=4)
    assert check.words == again.words
    seat = check.seats.all()[0]
    with pytest.raises(InvalidInput, match="not offered"):
        agreement.answer(seat, {check.words[0]: "moon"})
    agreement.close(COMMAND_LINE, check)
    with pytest.raises(Conflict, match="closed"):
        agreement.answer(seat, {check.words[0]: "help"})
    found = agreement.result(check)
    assert found
    assert "cannot be told yet" in found.verdict.en
    with pytest.raises(NotFound):
        agreement.seat_by_token("nowhere")


def test_the_twin_speaks_one_language(twin_inside: Home) -> None:
    found = agreement.result(AgreementCheck.objects.get())
    assert found
    assert isinstance(found.alpha, Estimate)
    assert (found.alpha.value, found.differing) == (1.0, ())
    assert found.verdict.en == "The departments speak one language."
