"""The pages of leadership: what they say, what comes back from a wrong form, and how many questions they ask the database."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.people import make

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.leadership import checklist, log, queries
from leitstern.app.leadership.backing import backing, felt_by_area
from leitstern.app.leadership.models import Act, Decision
from leitstern.core.bridge.leadership.checklist import Status
from leitstern.core.bridge.leadership.terms import Proof
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.store.home import Home

PAGES = (
    *("overview", "acts", "where", "hours", "minutes", "felt", "agreement", "duties", "files"),
    *("decisions", "paper", "ask"),
)


@pytest.fixture
def lena(db: None) -> Client:
    """Her browser; in the example company she is there already."""
    client = Client()
    client.force_login(Person.objects.filter(role=Role.LEAD).first() or make(Role.LEAD))
    return client


def text(lena: Client, name: str, *args: object) -> str:
    answer = lena.get(reverse(f"leadership:{name}", args=args))
    assert answer.status_code == 200, name
    return answer.content.decode()


@pytest.mark.usefixtures("home")
def test_before_anything_is_there_every_page_says_what_to_do_first(lena: Client) -> None:
    assert "There is no organisation yet." in text(lena, "overview")
    assert "Begin with a question that waits" in text(lena, "decisions")
    assert "No wave has asked yet." in text(lena, "felt")
    for name in PAGES:
        text(lena, name)


@pytest.mark.usefixtures("example")
def test_every_page_answers_with_few_questions_to_the_database(
    lena: Client, queries_of: Callable[..., object]
) -> None:
    for name in PAGES:
        text(lena, name)  # what is found once is remembered
        with queries_of(25):  # type: ignore[attr-defined]
            text(lena, name)
    waits = Decision.objects.filter(day=None).latest("id")
    with queries_of(25):  # type: ignore[attr-defined]
        text(lena, "decision", waits.pk)


@pytest.mark.usefixtures("example")
def test_the_overview_says_since_when_and_what_helps(lena: Client) -> None:
    page = text(lena, "overview")
    assert "attention has been fading since" in page
    assert "What usually helps" in page
    assert "Working group of the association" in page
    assert "Who accompanies the nine country teams" in page
    table = page[page.index("Per board area and quarter") :]
    assert table.index("Board area Customers") < table.index("Board area Technology")


@pytest.mark.usefixtures("bank")
def test_an_act_is_entered_in_one_line_and_a_wrong_one_comes_back_with_what_was_typed(
    lena: Client,
) -> None:
    there = {"kind": "visit", "area": "customers", "said": "Listened in", "day": timezone.localdate()}
    address = reverse("leadership:acts")
    assert lena.post(address, {**there, "place": "Claims intake"}).status_code == 302
    assert Act.objects.get().place == "claims_intake"
    tomorrow = timezone.localdate() + timedelta(days=1)
    answer = lena.post(address, {**there, "day": tomorrow, "said": "Typed with care"})
    assert answer.status_code == 422
    assert "Typed with care" in answer.content.decode()
    assert "lies in the future" in answer.content.decode()
    act = Act.objects.get()
    lena.post(reverse("leadership:follow", args=[act.pk]), {"follow_up": "Shorten the form"})
    lena.post(reverse("leadership:withdraw-act", args=[act.pk]))
    assert "Listened in" in text(lena, "acts")
    lena.post(reverse("leadership:withdraw-act", args=[act.pk]), {"undo": "1"})
    assert queries.standing_acts().get().follow_up == "Shorten the form"


@pytest.mark.usefixtures("bank")
def test_a_decision_is_asked_for_put_on_the_table_taken_and_reversed(lena: Client) -> None:
    today = timezone.localdate()
    asked = lena.post(
        reverse("leadership:ask"),
        {"question": "Who calls back?", "circle": "board", "asked": today, "options": "A pool\nOne person"},
    )
    assert asked.status_code == 302
    decision = Decision.objects.get()
    number = [decision.pk]
    refused = lena.post(
        reverse("leadership:decide", args=number), {"day": today, "decided": "One person", "changed": "yes"}
    )
    assert refused.status_code == 422
    assert "No customer evidence lay on the table" in refused.content.decode()
    put = {"kind": "voice", "said": "“Every time somebody else.”", "touchpoint": "call_back"}
    assert lena.post(reverse("leadership:put", args=number), put).status_code == 302
    assert Proof(decision.proofs.get().kind) is Proof.VOICE
    taken = {"day": today, "decided": "One person", "changed": "yes", "otherwise": "A pool"}
    assert lena.post(reverse("leadership:decide", args=number), taken).status_code == 302
    page = text(lena, "decision", decision.pk)
    assert "Without customers it would have been" in page
    assert "Doing nothing" in page
    lena.post(reverse("leadership:review", args=number), {"found": "Fewer calls"})
    lena.post(reverse("leadership:reverse", args=number), {"why": "Nobody came"})
    page = text(lena, "decision", decision.pk)
    assert "Fewer calls" in page
    assert "Nobody came" in page
    assert "reversed" in text(lena, "decisions")


@pytest.mark.usefixtures("example")
def test_the_log_is_searched_and_filtered(lena: Client) -> None:
    address = reverse("leadership:decisions")
    changed = lena.get(address, {"customers": "changed"}).content.decode()
    assert changed.count("changed by customers</span>") == 3
    assert "Who calls back?" in lena.get(address, {"q": "CALLS back"}).content.decode()
    assert "No decision fits." in lena.get(address, {"q": "nowhere to be found"}).content.decode()
    late = lena.get(address, {"state": "overdue", "format": "csv"}).content.decode()
    assert late.count("\n") == 2
    assert len(log.lines()) == 12


@pytest.mark.usefixtures("example")
def test_nobody_is_named_who_entered_something(lena: Client) -> None:
    named = Person.objects.get(role=Role.EXECUTIVE).name
    for name in ("overview", "acts", "hours", "minutes", "decisions", "paper"):
        assert named not in text(lena, name)
    taken = lena.get(reverse("leadership:acts"), {"format": "csv"}).content.decode()
    assert "person:" not in taken


@pytest.mark.usefixtures("bank")
def test_a_file_with_mistakes_is_refused_with_all_of_them_and_a_calendar_needs_its_board_area(
    lena: Client,
) -> None:
    def hand_in(name: str, content: str, **more: str) -> str:
        file = SimpleUploadedFile(name, content.encode())
        answer = lena.post(reverse("leadership:files"), {"file": file, **more}, follow=True)
        return answer.content.decode()

    wrong = hand_in("m.csv", "Day,Minutes,Minutes on customers\n2026-01-05,60,90\nx,1,1\n", kind="meetings")
    assert "2 mistakes were found" in wrong
    assert "1 meetings were kept" in hand_in(
        "m.csv", "Day,Minutes,Minutes on customers\n2026-01-05,60,9\n", kind="meetings"
    )
    calendar = (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260105T090000Z\nSUMMARY:Talk\nCATEGORIES:Dialogue\n"
        "END:VEVENT\nBEGIN:VEVENT\nDTSTART:20260106\nSUMMARY:Dentist\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    assert "Say whose calendar it is" in hand_in("c.ics", calendar, kind="calendar")
    kept = hand_in("c.ics", calendar, kind="calendar", area="customers")
    assert "1 acts were kept; 1 other entries" in kept
    assert "Dentist" not in text(lena, "acts")


@pytest.mark.usefixtures("company_inside")
def test_backing_stands_beside_what_leaders_say(lena: Client) -> None:
    found = backing()
    assert len(found) >= 2
    gap = found[-1].gap
    assert isinstance(gap, Estimate)
    assert gap.low > 0
    assert "less backing than leaders think they give" in text(lena, "felt")
    assert set(felt_by_area()) == {"customers", "technology", "processing", "corporate"}
    where = text(lena, "where")
    assert "teams live it; elsewhere" in where
    assert len(log.lines()) >= 12


def test_duties_and_recommendations_name_what_can_be_looked_up(company_inside: Home, lena: Client) -> None:
    today = timezone.localdate()
    duties = {point.slug: point for point in checklist.duties(today)}
    assert set(duties) == {"vision", "silos", "together"}
    assert all(point.facts for point in duties.values())
    advice = {point.slug: point for point in checklist.recommendations(today)}
    assert advice["experiments"].status is not Status.SHOWN
    assert "board’s minutes of the last half-year" in text(lena, "duties")
