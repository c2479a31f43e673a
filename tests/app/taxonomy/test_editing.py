"""The taxonomy is changed on its pages: looked at first, kept as a version with its reason, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.app.taxonomy.conftest import LANGUAGE, bring

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.models import TaxonomyVersion
from leitstern.app.company.queries import require_taxonomy, require_version
from leitstern.app.intake.actions import change_taxonomy
from leitstern.app.outside.queries import customers_at
from leitstern.app.outside.reading import require_published
from leitstern.app.taxonomy import keeping, queries
from leitstern.collect.taxonomy_file import read_taxonomy
from leitstern.core.company.editing import EDITED, entries
from leitstern.core.errors import InvalidInput

if TYPE_CHECKING:
    from django.test import Client
    from tests.app.intake.calls import Calls

CALL = reverse("taxonomy:term", args=["touchpoint", "call"])
FILLED = {
    "name_en": "Call",
    "name_de": "Gespräch",
    "stage": "buy",
    "department": "service",
    "channel": "phone",
    "importance": "0.7",
    "synonyms": "Hotline\nhotline\nRückruf",
}


def said(client: Client, address: str, data: dict[str, str] | None = None, status: int = 200) -> str:
    page = client.post(address, data) if data else client.get(address)
    assert page.status_code == status
    return " ".join(page.content.decode().split())


@pytest.fixture
def brought(calls: Calls) -> Calls:
    bring(calls, *["call"] * 6, "visit")
    return calls


def test_terms_are_listed_with_what_stands_under_them(brought: Calls, lead_client: Client) -> None:
    page = said(lead_client, reverse("taxonomy:overview"))
    assert ">6 </td>" in page
    assert "unused" in page  # nobody said “Besuch” before it was a term
    assert "nobody" in page  # owns them
    for sort in EDITED:
        assert said(lead_client, f"{reverse('taxonomy:overview')}?sort={sort}")
        assert said(lead_client, reverse("taxonomy:new", args=[sort]))
        for each in entries(require_taxonomy(), sort):
            assert said(lead_client, reverse("taxonomy:term", args=[sort, each.slug]))
    csv = lead_client.get(f"{reverse('taxonomy:overview')}?format=csv").content.decode()
    assert "touchpoint,call,Anruf,,,6,False" in csv
    assert "touchpoint,visit,Besuch,,,0,True" in csv


def test_what_would_change_is_seen_before_it_is_kept(brought: Calls, lead_client: Client) -> None:
    before = TaxonomyVersion.objects.count()
    page = said(lead_client, CALL, FILLED | {"look": "1"})
    assert "6 contacts will count for the stage “Kauf” instead of “Hilfe”, the stored ones too." in page
    assert "Files that say “Hotline”, “Rückruf” are understood as “Call” from the next import on." in page
    assert TaxonomyVersion.objects.count() == before
    answer = lead_client.post(
        CALL, FILLED | {"keep": "1", "why": "Customers buy there.", "since": str(require_version().pk)}
    )
    assert answer.status_code == 302
    version = require_version()
    assert (version.reason, version.actor.partition(":")[0]) == ("Customers buy there.", "person")
    assert require_published().taxonomy.touchpoints[0].name.de == "Gespräch"
    assert customers_at(require_published())[1][0] == 6


def test_without_a_reason_nothing_is_kept_and_all_stays_typed(spoken: None, lead_client: Client) -> None:
    before = require_version()
    page = said(lead_client, CALL, FILLED | {"keep": "1", "why": " "}, 422)
    assert "Say why it changes" in page
    assert "Gespräch" in page
    assert require_version() == before


def test_all_mistakes_are_told_at_once(spoken: None, lead_client: Client) -> None:
    page = said(lead_client, CALL, FILLED | {"look": "1", "importance": "0", "synonyms": "Besuch"}, 422)
    assert "Importance is a number above 0 and at most 1." in page
    assert "means both “call” and “visit”" in page


def test_somebody_was_quicker_and_what_they_changed_is_shown(spoken: None, lead_client: Client) -> None:
    since = require_version().pk
    change_taxonomy(COMMAND_LINE, read_taxonomy(LANGUAGE.replace("name: Filialen", "name: Geschäftsstellen")))
    page = said(lead_client, CALL, FILLED | {"keep": "1", "why": "Mine", "since": str(since)}, 422)
    assert "Somebody changed the taxonomy in the meantime" in page
    assert "Geschäftsstellen" in page
    assert f'name="since" value="{require_version().pk}"' in page  # keeping once more is on top of theirs


def test_a_new_term_and_one_that_comes_back(spoken: None, lead_client: Client) -> None:
    new = reverse("taxonomy:new", args=["stage"])
    data = {"name_en": "Leave", "name_de": "Gehen", "after": "-", "why": "It was missing.", "keep": "1"}
    assert lead_client.post(new, data).status_code == 302
    assert [each.slug for each in require_taxonomy().stages] == ["leave", "help", "buy"]
    retire = reverse("taxonomy:retire", args=["stage", "leave"])
    assert "leaves" in said(lead_client, retire, {"look": "1"})
    lead_client.post(retire, {"keep": "1", "why": "Not needed."})
    assert "out of use" in said(lead_client, f"{reverse('taxonomy:overview')}?sort=stage")
    again = said(lead_client, f"{new}?again=leave")
    assert 'value="leave"' in again
    lead_client.post(new, data | {"slug": "leave"})
    assert require_taxonomy().resolve("stage", "leave") == 3
    assert "given already" in said(lead_client, new, data | {"slug": "leave"}, 422)


def test_merged_terms_keep_what_is_stored_apart(brought: Calls, lead_client: Client) -> None:
    merge = reverse("taxonomy:merge", args=["touchpoint", "call"])
    page = said(lead_client, merge, {"into": "visit", "look": "1"})
    assert "6 contacts stored so far keep “Anruf” as their former name" in page
    lead_client.post(merge, {"into": "visit", "keep": "1", "why": "The same."})
    assert require_taxonomy().resolve("touchpoint", "Anruf") == 2
    assert customers_at(require_published())[1][0] == 6
    assert said(lead_client, merge, {"into": "visit", "look": "1"}, 404)


def test_what_others_refer_to_cannot_be_retired(spoken: None, lead_client: Client) -> None:
    page = said(lead_client, reverse("taxonomy:retire", args=["department", "service"]), {"look": "1"}, 422)
    assert "“Anruf”: There is no department “service”." in page


def test_an_earlier_version_comes_back_as_a_new_one(spoken: None, lead_client: Client) -> None:
    first = require_version()
    lead_client.post(CALL, FILLED | {"keep": "1", "why": "Try."})
    tried = require_version()
    page = said(lead_client, reverse("taxonomy:version", args=[tried.pk]))
    assert "Call" in page
    assert f"From version {first.pk} to version {tried.pk} one term changed" in page
    back = reverse("taxonomy:version", args=[first.pk])
    assert "What this changes" in said(lead_client, back, {"look": "1"})
    lead_client.post(back, {"keep": "1", "why": "It was better."})
    assert require_version().pk > tried.pk
    assert require_version().content == first.content
    versions = said(lead_client, reverse("taxonomy:versions"))
    assert versions.index("It was better.") < versions.index("Try.")
    assert lead_client.get(reverse("taxonomy:download", args=[tried.pk])).content.decode() == tried.content
    csv = lead_client.get(f"{reverse('taxonomy:version', args=[tried.pk])}?format=csv").content.decode()
    assert "touchpoint,call,Call,changed,Stage,Hilfe,Kauf" in csv


def test_built_in_statements_stay(spoken: None, lead_client: Client) -> None:
    page = said(lead_client, reverse("taxonomy:retire", args=["facet", "satisfied"]), {"look": "1"}, 422)
    assert "belongs to every taxonomy" in page


def test_before_the_first_import_the_page_says_how_it_begins(home: object, lead_client: Client) -> None:
    assert "It begins with the first file" in said(lead_client, reverse("taxonomy:overview"))


def test_keeping_needs_a_reason_whoever_asks(spoken: None) -> None:
    after = keeping.without(require_taxonomy(), "touchpoint", "visit")
    with pytest.raises(InvalidInput, match="Say why"):
        keeping.keep(COMMAND_LINE, after, require_version().pk, "")
    assert queries.last_known("touchpoint", "visit").name.de == "Besuch"
