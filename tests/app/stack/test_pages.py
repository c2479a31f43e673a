"""The pages: what stands on them, what forms do, and what comes back when something is missing."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.stack import keeping, queries, rating
from leitstern.app.stack.keeping import item
from leitstern.app.stack.models import Decision, Edition, Import, Rating
from leitstern.collect.example.truths import taxonomy
from leitstern.core.inside.stack.inventory import Application, Capability, Gap
from leitstern.core.inside.stack.ratings import Question, Rated, View
from leitstern.core.inside.stack.terms import Kind, Remedy

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

    from leitstern.core.inside.stack.inventory import Inventory
    from leitstern.store.home import Home

    type AsRole = Callable[[Role], Client]


@pytest.fixture(autouse=True)
def own_home(home: Home) -> None:
    """Uploads are staged in a home of the test's own."""


def seen(client: Client, name: str, *args: object, **more: str) -> str:
    answer = client.get(reverse(f"stack:{name}", args=args), more)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def test_an_empty_inventory_says_what_to_do_first(as_role: AsRole) -> None:
    lead = as_role(Role.LEAD)
    assert "Nothing has been entered yet." in seen(lead, "overview")
    for name in ("applications", "capabilities", "data", "roadmap", "files"):
        seen(lead, name)


def test_the_overview_leads_with_a_finding_and_shows_how_systems_are_joined(
    as_role: AsRole, bank: Inventory
) -> None:
    page = seen(as_role(Role.EXECUTIVE), "overview")
    assert "<h1>One application is an island.</h1>" in page
    assert "EUR 35,000" in page
    assert "CHF 90,000 · EUR 60,000" in page
    assert "Mail → CRM: E-mail address" in page
    assert "to Mail (live interface)" in page  # of the picture, for who cannot see it
    assert "Claims photos: joined to nothing." in page


def test_lists_narrow_and_come_along_as_csv(as_role: AsRole, bank: Inventory) -> None:
    lead = as_role(Role.LEAD)
    page = seen(lead, "applications", what="island")
    assert "Claims photos" in page
    assert "Letters</a>" not in page
    text = lead.get(reverse("stack:applications"), {"format": "csv"}).content.decode()
    assert "claims,Claims photos,content,live" in text
    assert "No application fits." in seen(lead, "applications", q="zzz")
    assert "Cannot stop" not in seen(lead, "capabilities", level="works")
    for name, more in (
        ("overview", "format"),
        ("capabilities", "format"),
        ("data", "format"),
        ("data", "integrations"),
        ("roadmap", "format"),
    ):
        assert lead.get(reverse(f"stack:{name}"), {more: "csv"})["Content-Type"].startswith("text/csv")


def test_a_capability_stands_in_three_columns(as_role: AsRole, bank: Inventory) -> None:
    page = seen(as_role(Role.LEAD), "capability", "news")
    assert "I only hear what concerns me." in page
    assert "there, but does not work" in page
    assert "Taken together: missing." in page
    assert "Not yet to be decided" in page
    assert "What would change it" in page


def test_an_application_is_entered_changed_and_put_back(as_role: AsRole, bank: Inventory) -> None:
    lead, unit = as_role(Role.LEAD), taxonomy().departments[0].slug
    data: dict[str, Any] = {
        "name": "Bot",
        "category": "ai",
        "lifecycle": "planned",
        "units": [unit],
        "cost": "12.50",
        "currency": "eur",
    }
    answer = lead.post(reverse("stack:new", args=["application"]), data)
    assert answer["Location"] == reverse("stack:application", args=["bot"])
    assert queries.application("bot").cost.minor == 1250  # type: ignore[union-attr]
    lead.post(reverse("stack:edit", args=["application", "bot"]), data | {"name": "Bot II", "cost": ""})
    page = seen(lead, "application", "bot")
    assert "name: Bot → Bot II" in page
    first = Edition.objects.filter(item=item(Kind.APPLICATION, "bot")).earliest("id")
    lead.post(reverse("stack:put-back", args=[first.pk]))
    assert queries.application("bot").name == "Bot"
    lead.post(reverse("stack:retire", args=["application", "bot"]))
    assert "gone since" in seen(lead, "application", "bot")
    lead.post(reverse("stack:retire", args=["application", "bot"]), {"undo": "1"})
    assert "gone since" not in seen(lead, "application", "bot")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"name": "Mail"}, "There is something of this name already"),
        ({"cost": "1.005"}, "This currency has fewer decimals."),
        ({"cost": "5", "currency": "E"}, "A cost needs its currency"),
        ({"name": "!!"}, "A name of at most"),
    ],
)
def test_what_cannot_be_kept_is_said_and_nothing_typed_is_lost(
    as_role: AsRole, bank: Inventory, change: dict[str, str], message: str
) -> None:
    data = {
        "name": "Bot",
        "category": "ai",
        "lifecycle": "live",
        "currency": "EUR",
        "vendor": "Firma",
    } | change
    answer = as_role(Role.LEAD).post(reverse("stack:new", args=["application"]), data)
    page = unescape(answer.content.decode())
    assert message in page
    assert 'value="Firma"' in page


def test_a_capability_keeps_its_gaps(as_role: AsRole, bank: Inventory) -> None:
    data = {
        "name": "Listen",
        "people": "works",
        "applications": ["crm"],
        "gaps-TOTAL_FORMS": "2",
        "gaps-INITIAL_FORMS": "0",
        "gaps-0-text": "Too slow",
        "gaps-0-application": "crm",
        "gaps-0-critical": "on",
        "gaps-0-remedy": "upgrade",
    }
    as_role(Role.LEAD).post(reverse("stack:new", args=["capability"]), data)
    found = queries.capability("listen")
    assert found.gaps == (Gap("Too slow", "crm", critical=True, remedy=Remedy.UPGRADE),)
    assert found.applications == ("crm",)


def test_a_reference_to_what_is_gone_survives_its_form(as_role: AsRole, bank: Inventory) -> None:
    keeping.retire(COMMAND_LINE, item(Kind.APPLICATION, "letters"))
    lead = as_role(Role.LEAD)
    page = seen(lead, "edit", "capability", "news")
    assert '<option value="letters" selected>Letters</option>' in page


def test_data_and_integrations_have_forms(as_role: AsRole, bank: Inventory) -> None:
    lead = as_role(Role.LEAD)
    lead.post(
        reverse("stack:edit", args=["data", "email"]),
        {"name": "E-mail address", "leading": "crm", "kept_in": ["mail"]},
    )
    assert queries.data_objects()[0].leading == "crm"
    lead.post(
        reverse("stack:new", args=["integration"]), {"source": "crm", "target": "letters", "way": "planned"}
    )
    assert "crm--letters" in {each.slug for each in queries.integrations()}
    same = lead.post(
        reverse("stack:new", args=["integration"]), {"source": "crm", "target": "crm", "way": "live"}
    )
    assert "two different applications" in same.content.decode()
    assert "does not get it" not in seen(lead, "data")


def test_owner_and_users_are_compared_and_too_few_stay_hidden(as_role: AsRole, bank: Inventory) -> None:
    lead = as_role(Role.LEAD)
    address = reverse("stack:rate", args=["crm"])
    asked = {"question": "support", "day": "2026-01-31"}
    lead.post(address, asked | {"view": "owner", "count-5": "1"})
    few = lead.post(address, asked | {"view": "users", "count-1": "4"})
    assert few.status_code == 422
    assert "Of fewer than 5 people" in few.content.decode()
    lead.post(
        address, asked | {"view": "users", "count-1": "4", "count-2": "4", "count-3": "3", "count-4": "1"}
    )
    page = seen(lead, "application", "crm")
    assert "+2.9" in page
    assert "attached" in page
    row = Rating.objects.get(view="users")
    lead.post(reverse("stack:withdraw-rating", args=[row.pk]))
    assert "+2.9" not in seen(lead, "application", "crm")
    lead.post(reverse("stack:withdraw-rating", args=[row.pk]), {"undo": "1"})
    assert "+2.9" in seen(lead, "application", "crm")


def test_fit_stands_by_department(as_role: AsRole, bank: Inventory) -> None:
    unit = taxonomy().departments[0]
    rating.rate(COMMAND_LINE, [Rated("crm", Question.CULTURE, View.USERS, (0, 0, 6, 0, 0), unit.slug)])
    rating.rate(COMMAND_LINE, [Rated("crm", Question.ROLES, View.USERS, (0, 6, 0, 0, 0), unit.slug)])
    lead = as_role(Role.LEAD)
    page = seen(lead, "application", "crm")
    assert "Where it suits those who work with it" in page
    assert "n 6" in page
    weakest = "the weakest of the three:"
    assert "nobody has rated it yet" in page.partition(weakest)[2].partition("</p>")[0]
    rating.rate(COMMAND_LINE, [Rated("crm", Question.PROCESS, View.USERS, (0, 0, 0, 6, 0), unit.slug)])
    page = seen(lead, "application", "crm")
    assert "<b>2.0</b>" in page.partition(weakest)[2].partition("</p>")[0]


def test_a_person_decides_and_may_take_it_back(as_role: AsRole, bank: Inventory) -> None:
    lead = as_role(Role.LEAD)
    address = reverse("stack:decide", args=["application", "crm"])
    wrong = lead.post(address, {"option": "replace", "reason": "Old."})
    assert "name the person who answers for it" in wrong.content.decode()
    lead.post(address, {"option": "replace", "reason": "Old.", "exception_by": "Vorstand IT"})
    assert "Answers for the exception: Vorstand IT" in seen(lead, "application", "crm")
    assert "CRM" in seen(lead, "roadmap")
    row = Decision.objects.get()
    lead.post(reverse("stack:withdraw-decision", args=[row.pk]))
    assert "Earlier decisions" in seen(lead, "application", "crm")
    lead.post(reverse("stack:withdraw-decision", args=[row.pk]), {"undo": "1"})
    assert "Answers for the exception" in seen(lead, "application", "crm")
    lead.post(
        reverse("stack:decide", args=["capability", "news"]), {"option": "upgrade", "reason": "Cheaper."}
    )
    assert "Cheaper." in seen(lead, "capability", "news")


def upload(client: Client, text: str, origin: str = "applications", **more: str) -> Any:
    file = SimpleUploadedFile("apps.csv", text.encode())
    return client.post(reverse("stack:files"), {"origin": origin, "file": file, **more})


def test_a_file_is_shown_kept_and_taken_back(as_role: AsRole, bank: Inventory) -> None:
    lead = as_role(Role.LEAD)
    answer = upload(lead, "Application,Vendor,Colour\nCRM,Firma,red\nBot,,\n", whole="on")
    row = Import.objects.get()
    assert answer["Location"] == reverse("stack:file", args=[row.pk])
    page = seen(lead, "file", row.pk)
    for said in (
        "This file changes 5 things",
        "vendor: nothing → Firma",
        "Bot",
        "left out",
        "Nothing has been kept yet.",
    ):
        assert said in page
    lead.post(reverse("stack:keep-file", args=[row.pk]))
    assert {each.slug for each in queries.applications()} == {"crm", "bot"}
    assert "5 things came from this file" in seen(lead, "file", row.pk)
    lead.post(reverse("stack:withdraw-file", args=[row.pk]))
    assert len(queries.applications()) == 4
    assert "taken back on" in seen(lead, "file", row.pk)


def test_a_file_with_mistakes_says_them_all(as_role: AsRole, bank: Inventory) -> None:
    page = unescape(upload(as_role(Role.LEAD), "Application,Category\n,\nA,x\nB,y\n").content.decode())
    assert "2 mistakes were found." in page
    assert not Import.objects.exists()


def test_every_sample_can_be_handed_in(as_role: AsRole, bank: Inventory) -> None:
    lead = as_role(Role.LEAD)
    for origin in ("applications", "capabilities", "data", "integrations", "ratings"):
        table = lead.get(reverse("stack:sample", args=[origin])).content.decode()
        answer = upload(lead, table, origin)
        assert answer.status_code == 302, answer.content.decode()
        seen(lead, "file", Import.objects.latest("id").pk)
        lead.post(reverse("stack:discard-file", args=[Import.objects.latest("id").pk]))
    assert not Import.objects.exists()


def test_pages_ask_few_and_always_as_many_questions(
    as_role: AsRole, bank: Inventory, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    lead = as_role(Role.LEAD)
    for n in range(60):
        keeping.enter(COMMAND_LINE, Application("", f"App {n}"))
        keeping.enter(COMMAND_LINE, Capability("", f"Can {n}", applications=(f"app_{n}",)))
    addresses = [
        reverse(f"stack:{name}")
        for name in ("overview", "applications", "capabilities", "data", "roadmap", "files")
    ]
    addresses += [reverse("stack:application", args=["crm"]), reverse("stack:capability", args=["news"])]
    for address in addresses:
        lead.get(address)
        with django_assert_max_num_queries(25):
            assert lead.get(address).status_code == 200
