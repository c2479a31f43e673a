"""The pages of practice: what they say, what they refuse without losing what was typed, and who may do what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.policy import default
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.app.practice.conftest import LISTS, PILOT, SENTENCE, counted, used

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.portfolio.following import keep_holder
from leitstern.app.practice import keeping, telling, trying
from leitstern.app.practice.models import Batch, Count, Exemption, Pilot, Principle, StopItem, Story, Use
from leitstern.core.bridge.practice.drafts import PrincipleDraft

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    type SignIn = Callable[[Role], Client]

RULE = {"rule-source": "entered", "rule-cases": "campaigns", "rule-kept": "classified", "rule-target": "90"}


def said(client: Client, name: str, *args: int) -> str:
    response = client.get(reverse(f"practice:{name}", args=args))
    assert response.status_code == 200
    return response.content.decode()


def test_an_empty_company_is_told_what_to_do_first(as_role: SignIn) -> None:
    lead = as_role(Role.LEAD)
    assert "Write the first principle" in said(lead, "overview")
    assert "Put the first thing on it" in said(lead, "overview")
    assert "Describe the first pilot" in said(lead, "pilots")
    assert "No story has been published yet." in said(lead, "stories")
    assert "Nothing has been counted yet" in said(lead, "counts")


def test_the_overview_leads_with_the_relapse(
    as_role: SignIn, principle: Principle, stop_item: StopItem
) -> None:
    used(stop_item, [40] * 5 + [7, 1, 0, 0, 25, 26, 27])
    counted(principle, [46] * 9 + [35, 34, 36])
    page = said(as_role(Role.LEAD), "overview")

    assert f"<h1>“{LISTS}” has ended, and was used 78 times in the last 3 months counted.</h1>" in page
    assert f"“{SENTENCE}” is kept in 70 of 100 cases; before, it was 92." in page


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_page_is_there_for_everybody_who_may_see(
    as_role: SignIn,
    language: str,
    principle: Principle,
    stop_item: StopItem,
    pilot: Pilot,
    story: Story,
) -> None:
    counted(principle, [46] * 6, "campaigns")
    counted(principle, [40] * 6, "service")
    used(stop_item, [4, 3])
    client = as_role(Role.LEAD)
    client.cookies["django_language"] = language
    for name, args in (
        ("overview", ()),
        ("principle", (principle.pk,)),
        ("edit-principle", (principle.pk,)),
        ("new-principle", ()),
        ("stopped", (stop_item.pk,)),
        ("edit-stopped", (stop_item.pk,)),
        ("new-stopped", ()),
        ("counts", ()),
        ("pilots", ()),
        ("pilot", (pilot.pk,)),
        ("edit-pilot", (pilot.pk,)),
        ("new-pilot", ()),
        ("stories", ()),
        ("register", ()),
        ("story", (story.pk,)),
        ("edit-story", (story.pk,)),
        ("new-story", ()),
    ):
        page = said(client, name, *args)
        assert "<h1>" in page


def test_every_page_marks_an_owner_who_left(as_role: SignIn, stop_item: StopItem) -> None:
    lead = as_role(Role.LEAD)
    assert stop_item.owner is not None
    owner = stop_item.owner.name
    principle = keeping.keep_principle(COMMAND_LINE, PrincipleDraft("x", date(2025, 1, 1), owner=owner))
    pilot = trying.keep_pilot(COMMAND_LINE, replace(PILOT, owner=owner))
    rows = {"stopped": stop_item.pk, "principle": principle.pk, "pilot": pilot.pk}
    assert not any("left on" in said(lead, name, row) for name, row in rows.items())
    keep_holder(COMMAND_LINE, stop_item.owner, board=False, left=date(2026, 1, 1))
    assert [name for name, row in rows.items() if "left on" not in said(lead, name, row)] == []
    assert "left on" in said(lead, "overview")


def test_a_principle_with_its_rule_is_kept_from_the_form(as_role: SignIn) -> None:
    lead = as_role(Role.LEAD)
    typed = {"sentence": SENTENCE, "since": "2026-01-01", "units": ["campaigns"], "owner": "Head"} | RULE
    response = lead.post(reverse("practice:new-principle"), typed)
    row = Principle.objects.get()

    assert response.headers["Location"] == reverse("practice:principle", args=[row.pk])
    assert (row.units, row.rules.get().target) == (["campaigns"], 0.9)


def test_what_was_typed_is_not_lost_when_something_is_wrong(as_role: SignIn) -> None:
    typed = {"sentence": SENTENCE, "since": "2026-01-01", "until": "2025-01-01"} | RULE
    page = as_role(Role.LEAD).post(reverse("practice:new-principle"), typed).content.decode()

    assert SENTENCE in page
    assert "The end lies before the beginning." in page
    assert not Principle.objects.exists()


def test_a_month_by_hand_more_kept_than_cases_is_refused_on_the_page(
    as_role: SignIn, principle: Principle
) -> None:
    analyst, address = as_role(Role.ANALYST), reverse("practice:count", args=[principle.pk])
    typed = {"month": "2025-01", "unit": "campaigns", "kept": "51", "cases": "50"}
    response = analyst.post(address, typed)

    assert response.status_code == 422
    assert "51 of 50 kept?" in response.content.decode()
    assert 'value="51"' in response.content.decode()
    assert analyst.post(address, typed | {"kept": "47"}).status_code == 302
    assert Count.objects.get().kept == 47


def test_uses_by_hand_and_a_batch_taken_back(as_role: SignIn, stop_item: StopItem) -> None:
    analyst = as_role(Role.ANALYST)
    typed = {"month": "2025-08", "unit": "", "uses": "3"}
    analyst.post(reverse("practice:count-use", args=[stop_item.pk]), typed)
    assert Use.objects.get().uses == 3
    batch = Batch.objects.get()
    analyst.post(reverse("practice:withdraw-counts", args=[batch.pk]))
    assert "There are no counts yet." in said(analyst, "stopped", stop_item.pk)
    analyst.post(reverse("practice:withdraw-counts", args=[batch.pk]), {"undo": "1"})
    assert "It has ended, and was used 3 times in the one month counted." in said(
        analyst, "stopped", stop_item.pk
    )


def test_the_rule_an_exemption_and_withdrawing_from_the_page(as_role: SignIn, principle: Principle) -> None:
    lead = as_role(Role.LEAD)
    rule = {"source": "entered", "cases": "letters", "kept": "plain", "since": "2025-06-05"}
    lead.post(reverse("practice:define", args=[principle.pk]), rule)
    exemption = {"unit": "service", "reason": "Moving", "since": "2025-03-01", "until": "2025-03-31"}
    lead.post(reverse("practice:exempt", args=[principle.pk]), exemption)
    page = said(lead, "principle", principle.pk)
    assert "from June 2025 on" in page
    assert "Moving" in page
    wrong = lead.post(reverse("practice:exempt", args=[principle.pk]), exemption | {"until": "2025-01-01"})
    assert wrong.status_code == 422
    lead.post(reverse("practice:withdraw-exemption", args=[Exemption.objects.get().pk]))
    assert Exemption.objects.get().withdrawn
    lead.post(reverse("practice:withdraw-principle", args=[principle.pk]))
    assert "Withdrawn on" in said(lead, "principle", principle.pk)
    assert SENTENCE in said(lead, "overview")


def test_let_in_again_needs_somebody_who_decides(as_role: SignIn, stop_item: StopItem) -> None:
    address = reverse("practice:let-in", args=[stop_item.pk])
    typed = {"day": "2026-01-01", "reason": "The platform is down"}
    assert as_role(Role.ANALYST).post(address, typed).status_code == 403
    assert as_role(Role.EXECUTIVE).post(address, typed).status_code == 302
    lead = as_role(Role.LEAD)
    assert "It may be used at present." in said(lead, "stopped", stop_item.pk)
    assert lead.post(address, typed | {"end": "1", "day": "2025-12-01"}).status_code == 422
    lead.post(address, typed | {"end": "1", "day": "2026-02-01"})
    assert stop_item.events.count() == 3


def test_a_pilot_from_form_to_standard(as_role: SignIn, principle: Principle) -> None:
    lead = as_role(Role.LEAD)
    typed = {
        "title": "Calling back",
        "kind": "lighthouse",
        "hypothesis": "Nobody calls twice.",
        "boundary": "Two teams",
        "stop_rule": "Waiting doubles",
        "begins": "2025-09-01",
        "units": ["service"],
    }
    lead.post(reverse("practice:new-pilot"), typed)
    row = Pilot.objects.get()
    assert "under way" in said(lead, "pilot", row.pk).lower()
    end = {"how": "finished", "day": "2025-12-01", "learning": "An hour is enough"}
    lead.post(reverse("practice:end-pilot", args=[row.pk]), end)
    take = {"unit": "insurance", "since": "2026-01-01"}
    lead.post(reverse("practice:take-up-pilot", args=[row.pk]), take)
    standard = {"principle": str(principle.pk), "conditions": "Two people", "day": "2026-01-05"}
    lead.post(reverse("practice:standard-of-pilot", args=[row.pk]), standard)
    page = said(lead, "pilot", row.pk)
    assert "An hour is enough" in page
    assert SENTENCE in page
    assert "Insurance advice" in page
    assert "Two people" in said(lead, "principle", principle.pk)


def test_a_name_in_a_story_is_pointed_out_beside_what_was_typed(as_role: SignIn) -> None:
    typed = {
        "title": "A folder",
        "teller": "customer",
        "lived": "Herr Kowalski kam mit einem Ordner.",
        "done": "Der Ordner blieb da.",
        "unit": "bereavement_care",
        "day": "2026-02-02",
    }
    lead = as_role(Role.LEAD)
    page = lead.post(reverse("practice:new-story"), typed).content.decode()
    assert "Herr Kowalski kam mit einem Ordner." in page
    assert "Herr [name] kam mit einem Ordner." in page
    lead.post(reverse("practice:new-story"), typed | {"lived": "Ein Sohn kam mit einem Ordner."})
    assert Story.objects.count() == 1


def test_everybody_reads_what_is_published_and_only_that(as_role: SignIn, story: Story) -> None:
    service, lead, executive = as_role(Role.SERVICE), as_role(Role.LEAD), as_role(Role.EXECUTIVE)
    address = reverse("practice:story", args=[story.pk])
    assert service.get(address).status_code == 403
    assert story.title not in said(service, "stories")
    assert service.get(reverse("practice:register")).status_code == 403
    lead.post(reverse("practice:publish-story", args=[story.pk]))
    assert Story.objects.get().published is None
    assert executive.post(reverse("practice:publish-story", args=[story.pk])).status_code == 403
    executive.post(reverse("practice:approve-story", args=[story.pk]))
    lead.post(reverse("practice:publish-story", args=[story.pk]))
    assert story.title in said(service, "stories")
    page = service.get(address).content.decode()
    assert story.lived in page
    assert "Approve this wording" not in page
    lead.post(reverse("practice:withdraw-story", args=[story.pk]))
    assert service.get(address).status_code == 403
    lead.post(reverse("practice:reinstate-story", args=[story.pk]))
    assert service.get(address).status_code == 200


def test_opening_a_story_counts_and_says_so_from_five_on(as_role: SignIn, story: Story) -> None:
    telling.publish(COMMAND_LINE, telling.approve(COMMAND_LINE, story))
    lead = as_role(Role.LEAD)
    assert "fewer than 5 times" in said(lead, "story", story.pk)
    for _ in range(4):
        page = said(lead, "story", story.pk)
    assert "5 times" in page
    assert "fewer than 5 times" not in page


def test_stories_as_a_mail(as_role: SignIn, story: Story) -> None:
    telling.publish(COMMAND_LINE, telling.approve(COMMAND_LINE, story))
    response = as_role(Role.SERVICE).get(reverse("practice:story", args=[story.pk]), {"format": "mail"})
    mail = message_from_bytes(response.content, policy=default)

    assert mail["Subject"] == story.title
    assert mail["X-Unsent"] == "1"
    text, page = (mail.get_body((kind,)) for kind in ("plain", "html"))
    assert text is not None
    assert page is not None
    assert story.lived in " ".join(text.get_content().split())
    assert story.done in page.get_content()
    assert "http" not in page.get_content()


def test_what_can_be_taken_along_as_csv(
    as_role: SignIn, principle: Principle, stop_item: StopItem, pilot: Pilot, story: Story
) -> None:
    counted(principle, [46])
    used(stop_item, [3], since=9)
    lead = as_role(Role.LEAD)
    for name, query, words in (
        ("overview", "format=csv", "2025-01,,46,50,0.92"),
        ("overview", "format=stop-list", "2025-09,3,True"),
        ("pilots", "format=csv", "Calling back within an hour"),
        ("register", "format=csv", "One person for everything"),
        ("counts", "sample=principles", SENTENCE),
        ("counts", "sample=uses", LISTS),
    ):
        content = lead.get(f"{reverse(f'practice:{name}')}?{query}").content.decode()
        assert words in content


@pytest.mark.usefixtures("home")
def test_a_table_handed_in_on_the_page(as_role: SignIn, principle: Principle) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    analyst, address = as_role(Role.ANALYST), reverse("practice:counts")
    good = f"Principle;Department;Month;Kept;Cases\n{SENTENCE};Campaigns;2025-01;37;40\n"
    file = SimpleUploadedFile("t.csv", good.replace("37", "41").encode())
    refused = analyst.post(address, {"kind": "principles", "file": file})
    assert refused.status_code == 422
    assert "41 of 40 kept?" in refused.content.decode()
    analyst.post(address, {"kind": "principles", "file": SimpleUploadedFile("t.csv", good.encode())})
    assert Count.objects.get().kept == 37


def test_the_overview_asks_no_more_with_many_principles(
    as_role: SignIn, principle: Principle, stop_item: StopItem, django_assert_max_num_queries: object
) -> None:
    from datetime import date

    from leitstern.app.practice import keeping
    from leitstern.core.bridge.practice.drafts import PrincipleDraft, RuleDraft

    for n in range(20):
        draft = PrincipleDraft(f"Principle {n}", date(2025, 1, 1))
        counted(keeping.keep_principle(COMMAND_LINE, draft, rule=RuleDraft("a", "b")), [40] * 6)
    used(stop_item, [4, 3])
    lead = as_role(Role.LEAD)
    with django_assert_max_num_queries(25):  # type: ignore[operator]
        said(lead, "overview")
