"""The example company's contact rules: the mortgage story broken, the welcome kept; the twin keeps all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from tests.core.known import known

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.policy.counting import counted_rules
from leitstern.app.policy.personal import never_personal_at, personal_lines
from leitstern.app.policy.places import policy
from leitstern.app.policy.queries import rules
from leitstern.app.portfolio.models import Initiative
from leitstern.app.portfolio.queries import gate
from leitstern.core.stats.estimate import Missing

if TYPE_CHECKING:
    from django.test import Client

    from leitstern.store.home import Home


def kept() -> dict[str, float | None]:
    return {
        line.row.touchpoint: None if isinstance(line.kept, Missing) else line.kept.value
        for line in counted_rules(rules())
    }


def test_nobody_is_thanked_and_everybody_gets_the_offer(company_inside: Home) -> None:
    assert kept() == {"thank_you": 0, "mortgage_offer": 0, "welcome": 1, "phone_advice": None}
    found = policy()
    assert [line.row.touchpoint for line in found.broken] == ["thank_you", "mortgage_offer"]
    assert [line.violations for line in found.rules] == [6, 6, 0, None]
    assert [place.slug for place in found.places][:2] == ["thank_you", "mortgage_offer"]
    assert found.broken[0].periods == ()  # six customers in two years: only the whole is told
    welcome = found.rules[2]
    assert known(welcome.kept).n >= 5
    assert sum(each.occasions or 0 for each, *_ in welcome.periods) == welcome.found.whole.occasions
    assert found.decided == 4


def test_the_twin_keeps_what_was_agreed(twin_inside: Home) -> None:
    found = kept()
    assert (found["thank_you"], found["mortgage_offer"], found["welcome"]) == (1, 1, 1)
    assert policy().broken == ()
    assert list(never_personal_at()) == ["login"]


def test_personal_offers_need_an_exception(company_inside: Home) -> None:
    assert {line.row.touchpoint: line.decided.personal for line in personal_lines()} == {
        "login": "none",
        "mortgage_offer": "none",
        "offer_letter": "segment",
        "thank_you": "individual",
    }
    offers = Initiative.objects.get(personalises=True)
    assert [each.text.en for each in gate(offers) if each.code == "not-personal"] == [
        "At “Offer of a mortgage” contacts are decided not to be personal."
    ]


def test_the_page_leads_with_the_worst(company_inside: Home, client: Client) -> None:
    client.force_login(Person.objects.get(role=Role.LEAD))
    page = client.get(reverse("policy:overview"), headers={"Accept-Language": "en"}).content.decode()
    head, _, rest = page.partition("</h1>")
    assert "After “Mortgage paid off”, “Thanks and congratulations” must follow within 60 days." in head
    assert "Kept in 0 of 100 cases [0–31]: it followed 0 of 6 times." in rest
    csv = client.get(reverse("policy:overview") + "?format=csv").content.decode()
    assert csv.count("welcome") > 2
    rows = client.get("/api/v1/policy/rules").json()
    assert [row["whole"]["not_kept"] for row in rows] == [6, 6, 0, None]
