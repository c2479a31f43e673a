"""What the own gap teaches: offered, taken over by a person, logged, and never learned twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.models import AuditEntry
from leitstern.app.placement.assumed import assumptions
from leitstern.app.placement.learned import offers, take_over
from leitstern.app.placement.models import AssumptionChange
from leitstern.core.errors import NotFound
from leitstern.core.inside.ratings import View

if TYPE_CHECKING:
    from django.test import Client

    from leitstern.store.home import Home


def test_nothing_is_learned_before_the_first_wave(small_company: Home) -> None:
    assert offers() == ()
    with pytest.raises(NotFound):
        take_over(COMMAND_LINE, "executives")


def test_an_offer_changes_nothing_until_somebody_takes_it_over(company_inside: Home) -> None:
    before = assumptions()
    offer = next(each for each in offers() if each.learned.view is View.EXECUTIVES)
    assert not offer.taken
    assert offer.learned.gap.n >= 2
    assert assumptions() == before

    taken = take_over(COMMAND_LINE, "executives")

    assert taken.taken
    assert assumptions()["bias_executives_culture"] == offer.learned.values["bias_executives_culture"]
    assert "eigenen Lücke gelernt" in AssumptionChange.objects.order_by("-id")[0].why
    assert AuditEntry.objects.filter(verb="change assumption").count() >= 2
    again = next(each for each in offers() if each.learned.view is View.EXECUTIVES)
    assert again.learned == offer.learned


def test_the_page_offers_and_takes_over(company_inside: Home, client: Client) -> None:
    client.force_login(Person.objects.get(role=Role.LEAD))
    page = client.get("/placement/learned", headers={"accept-language": "de"}).content.decode()
    assert "±" in page
    assert client.get("/placement/learned?format=csv").content.decode().count("\n") == len(offers()) + 1
    assert client.post("/placement/learned", {"group": "executives"}).status_code == 302
    assert client.get("/api/v1/placement/learned").json()[0]["taken"] is True
    client.force_login(Person.objects.filter(role=Role.EXECUTIVE)[0])
    assert client.post("/placement/learned", {"group": "managers"}).status_code == 403
