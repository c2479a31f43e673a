"""Pages of adoption and campaigns: what they say first, what comes back, and who may."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.people import make

from leitstern.app.accounts.roles import Role
from leitstern.app.adoption.models import Campaign, Feed, Live, Rules, Size, Spelling, Team, Watched
from leitstern.collect.example.adoption import PLATFORM, SHRUNK

if TYPE_CHECKING:
    from leitstern.app.accounts.models import Person

EMPTY = {
    "overview": "The use of no application is looked at yet.",
    "teams": "No team has been entered yet.",
    "files": "None yet. A table to begin with stands beside this.",
    "campaigns": "No campaign has been handed in yet.",
    "missing": "Nothing is missing, as far as is known.",
    "rules": "There are no rules yet.",
}


@pytest.fixture(autouse=True)
def static(plain_static_files: None) -> None:
    """Pages are asked for without collecting static files first."""


@pytest.fixture
def anton(analyst: Person) -> Client:
    """Anton's browser."""
    client = Client()
    client.force_login(analyst)
    return client


def read(client: Client, name: str, *args: object) -> str:
    answer = client.get(reverse(f"adoption:{name}", args=args))
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("name", EMPTY)
def test_empty_pages_say_what_to_do_first(anton: Client, name: str) -> None:
    assert EMPTY[name] in read(anton, name)


def test_the_overview_leads_with_where_it_runs_and_does_not_work(anton: Client, example: None) -> None:
    page = read(anton, "overview")
    assert "In 5 teams an application runs, but it does not work." in page
    assert "an association, not an effect" in page
    assert "Customer record" in page


def test_an_application_with_its_teams(anton: Client, example: None) -> None:
    page = read(anton, "application", PLATFORM)
    assert "Campaign platform: 3 of 11 teams live it." in page
    assert "Customers noticed in 3 and did not notice in 7; of 1 it cannot be told." in page
    assert page.count("<td>customers did not notice</td>") == 7
    assert "2 teams not shown, together" in page
    assert "From the brief to the result review" in page


def test_a_folded_team_shows_nothing(anton: Client, example: None) -> None:
    page = read(anton, "team", SHRUNK)
    assert "not shown: fewer than five people" in page
    assert "Not shown: fewer than 5 people" in page
    assert "fewer than five people" in read(anton, "campaign-team", SHRUNK).lower()


def test_campaigns_lead_with_the_fall(anton: Client, example: None) -> None:
    page = read(anton, "campaigns")
    assert "fewer campaigns have been classified before they go out." in page
    assert "hardly anybody uses it" in page
    assert "Werbebrif" in page


@pytest.mark.parametrize(
    "name", ["overview", "application", "teams", "team", "campaigns", "campaign-team", "missing"]
)
def test_questions_do_not_grow_with_rows(anton: Client, example: None, name: str) -> None:
    args = {"application": [PLATFORM], "team": ["travel_at"], "campaign-team": ["travel_at"]}.get(name, [])
    address = reverse(f"adoption:{name}", args=args)
    anton.get(address)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert anton.get(address).status_code == 200
    assert len(asked) <= 25, [each["sql"][:90] for each in asked]


@pytest.mark.parametrize("name", ["overview", "application", "teams", "campaigns", "missing"])
def test_every_list_can_be_taken_along(anton: Client, example: None, name: str) -> None:
    args = [PLATFORM] if name == "application" else []
    answer = anton.get(reverse(f"adoption:{name}", args=args), {"format": "csv"})
    assert answer["Content-Type"].startswith("text/csv")
    text = answer.content.decode()
    header, *lines = text.splitlines()
    assert len(lines) > 1
    for told in set(header.split(",")) & {"used", "score", "workflow", "coverage", "completeness"}:
        assert f"{told} low,{told} high" in header
    if name in {"overview", "campaigns", "missing"}:
        assert SHRUNK not in text


def test_a_folded_team_has_no_number_in_any_list_for_whoever_may_only_see(example: None) -> None:
    viktor = Client()
    viktor.force_login(make(Role.EXECUTIVE))
    lines = {}
    for name, args in (("teams", []), ("application", [PLATFORM])):
        answer = viktor.get(reverse(f"adoption:{name}", args=args), {"format": "csv"})
        lines[name] = [line for line in answer.content.decode().splitlines() if SHRUNK in line]
    assert [line.split(",")[4] for line in lines["teams"]] == ["6", "< 5"]
    (line,) = lines["application"]
    assert not any(cell.replace(".", "").isdigit() for cell in line.split(","))


def test_a_team_is_entered_changed_sized_and_ended(anton: Client) -> None:
    data = {"name": "Nord", "unit": "marketing", "country": "de", "people": 9, "since": "2026-01"}
    anton.post(reverse("adoption:new-team"), data)
    team = Team.objects.get()
    assert (team.slug, team.country) == ("nord", "DE")
    anton.post(reverse("adoption:edit-team", args=["nord"]), {**data, "name": "Nordost"})
    anton.post(reverse("adoption:resize-team", args=["nord"]), {"people": 4, "since": "2026-05"})
    assert Size.objects.count() == 2
    assert "Nordost" in read(anton, "teams")
    anton.post(reverse("adoption:retire-team", args=["nord"]))
    assert Team.objects.get().retired
    anton.post(reverse("adoption:retire-team", args=["nord"]), {"undo": "1"})
    assert Team.objects.get().retired is None


def test_mistakes_come_back_with_what_was_typed(anton: Client) -> None:
    answer = anton.post(
        reverse("adoption:new-team"),
        {"name": "Nord", "unit": "marketing", "country": "1x", "people": 9, "since": "2026-01"},
    )
    page = answer.content.decode()
    assert "two letters" in page
    assert 'value="Nord"' in page
    assert not Team.objects.exists()


def test_an_application_is_looked_at_defined_and_goes_live(anton: Client, analyst: Person) -> None:
    anton.post(
        reverse("adoption:new-team"),
        {"name": "Nord", "unit": "marketing", "people": 9, "since": "2026-01"},
    )
    anton.post(
        reverse("adoption:new-application"),
        {"name": "Chat", "active": "Answered a chat.", "features": "Hand over\nClose"},
    )
    watched = Watched.objects.get()
    address = reverse("adoption:define", args=["chat"])
    anton.post(address, {"active": "Closed a chat.", "since": "2026-04"})
    assert watched.meanings.count() == 2
    wrong = anton.post(address, {"active": "Closed a chat.", "touchpoint": "call_help"})
    assert "a touchpoint and a statement" in wrong.content.decode()
    anton.post(reverse("adoption:go-live", args=["chat"]), {"teams": ["nord"], "day": "2026-02-01"})
    assert Live.objects.filter(withdrawn=None).count() == 1
    page = read(anton, "application", "chat")
    assert "What it meant before" in page
    anton.post(reverse("adoption:not-live", args=["chat", "nord"]))
    assert not Live.objects.filter(withdrawn=None).exists()
    anton.post(reverse("adoption:enter-step", args=["chat"]), {"kind": "training", "title": "One hour"})
    step = watched.steps.get()
    anton.post(reverse("adoption:tick", args=[step.pk]))
    step.refresh_from_db()
    assert step.done
    anton.post(reverse("adoption:retire-application", args=["chat"]))
    assert Watched.objects.get().retired


def test_a_table_with_persons_is_refused_and_nothing_of_it_is_kept(anton: Client, example: None) -> None:
    before = Feed.objects.count()
    table = (
        "Anwendung;Team;Woche;Berechtigte;Aktive;E-Mail\nKampagnenplattform;x;2026-W02;1;1;olga@example.org\n"
    )
    answer = anton.post(
        reverse("adoption:files"),
        {"kind": "usage", "file": SimpleUploadedFile("nutzung.csv", table.encode())},
    )
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "looks like single persons" in page
    assert "olga@example.org" not in page
    assert Feed.objects.count() == before


def test_a_file_is_taken_back_and_stands_again(anton: Client, example: None) -> None:
    there = Campaign.objects.filter(stands=True).count()
    feed = Feed.objects.get(kind="campaigns")
    anton.post(reverse("adoption:withdraw-file", args=[feed.pk]))
    assert not Campaign.objects.filter(stands=True).exists()
    assert "withdrawn" in read(anton, "files")
    anton.post(reverse("adoption:withdraw-file", args=[feed.pk]), {"undo": "1"})
    assert Campaign.objects.filter(stands=True).count() == there


@pytest.mark.parametrize("kind", ["usage", "outcomes", "teams", "campaigns", "sent"])
def test_sample_tables_can_be_handed_in_as_they_are(anton: Client, example: None, kind: str) -> None:
    sample = anton.get(reverse("adoption:sample", args=[kind])).content
    answer = anton.post(
        reverse("adoption:files"), {"kind": kind, "file": SimpleUploadedFile("sample.csv", sample)}
    )
    assert answer.status_code == 302, answer.content.decode()


def test_a_strange_word_is_accepted_and_that_is_taken_back(anton: Client, example: None) -> None:
    unsound = Campaign.objects.filter(stands=True, sound=False).count()
    data = {"field": "touchpoint", "given": "Werbebrif", "term": "offer_letter"}
    anton.post(reverse("adoption:accept-spelling"), data)
    assert Campaign.objects.filter(stands=True, sound=False).count() < unsound
    anton.post(reverse("adoption:withdraw-spelling", args=[Spelling.objects.get().pk]))
    assert Campaign.objects.filter(stands=True, sound=False).count() == unsound


def test_new_rules_judge_from_their_month_on(anton: Client, example: None) -> None:
    months = list(Campaign.objects.filter(stands=True).order_by("month").values_list("month", flat=True))
    last = months[-1]
    data = {
        "since": f"{last:%Y-%m}",
        "settled_from": f"{last:%Y-%m}",
        "fields-TOTAL_FORMS": "1",
        "fields-INITIAL_FORMS": "0",
        "fields-0-name_en": "Season",
        "fields-0-slug": "season",
        "fields-0-words": "free",
        "fields-0-required": "on",
    }
    before = Campaign.objects.filter(stands=True, complete=True, month__lt=last).count()
    assert anton.post(reverse("adoption:rules"), data).status_code == 302
    assert Campaign.objects.filter(stands=True, complete=True, month__lt=last).count() == before
    newest = Campaign.objects.filter(stands=True, month=last)
    assert newest.filter(complete=True).count() < newest.count() / 2
    anton.post(reverse("adoption:withdraw-rules", args=[Rules.objects.order_by("-pk")[0].pk]))
    assert newest.filter(complete=True).count() > newest.count() / 2


def test_who_may_not_keep_registers_sees_no_forms(example: None) -> None:
    viktor = Client()
    viktor.force_login(make(Role.EXECUTIVE))
    page = read(viktor, "application", PLATFORM)
    assert "Say where it is live" not in page
    answer = viktor.post(reverse("adoption:new-team"), {"name": "x"})
    assert answer.status_code == 403
    selma = Client()
    selma.force_login(make(Role.SERVICE))
    assert selma.get(reverse("adoption:overview")).status_code == 403
