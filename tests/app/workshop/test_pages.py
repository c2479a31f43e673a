"""The facilitator's desk, the result, and everything to take along."""

from __future__ import annotations

import csv
import io
import json
import re
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from pypdf import PdfReader

from leitstern.app.accounts.roles import Role
from leitstern.app.common import phones
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.inside.models import Group
from leitstern.app.workshop import noting
from leitstern.app.workshop.models import Workshop
from leitstern.app.workshop.room import face
from leitstern.app.workshop.storing import stored_clock
from leitstern.core.inside.session import Step
from leitstern.core.inside.session_clock import Clock

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client
    from pytest_django import Settings
    from tests.app.workshop.conftest import Room


@pytest.fixture
def lena(as_role: Callable[[Role], Client]) -> Client:
    """Her browser."""
    return as_role(Role.LEAD)


def act(browser: Client, room: Room, name: str, **posted: object) -> str:
    """Post to the room and read the page that follows."""
    address = reverse(f"workshop:{name}", args=[room.workshop.pk])
    return browser.post(address, posted, follow=True).content.decode()


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0:00"), (425, "7:05"), (-30, "−0:30"), (-0.4, "0:00"), (2700, "45:00")]
)
def test_a_clock_shows_minutes_and_seconds(seconds: float, shown: str) -> None:
    assert face(seconds) == shown


def test_a_room_is_opened_and_listed(lena: Client) -> None:
    page = lena.post(reverse("workshop:list"), {"name": "Retreat"}, follow=True)
    assert page.context["workshop"].name == "Retreat"
    assert "Read this out before the first vote" in page.content.decode()
    listed = lena.get(reverse("workshop:list")).content.decode()
    assert "Retreat" in listed
    assert "12 questions in 45 minutes" in listed
    assert "Retreat" in lena.get(reverse("workshop:list") + "?format=csv").content.decode()
    assert lena.post(reverse("workshop:list"), {"name": ""}).context["form"].errors


def test_the_desk_leads_from_question_to_question(room: Room, lena: Client) -> None:
    page = act(lena, room, "step", step="begin", turn=0)
    assert "question 1 of 12" in page
    assert "Have voted" in page
    assert "To be shown by" in page
    assert "Next: Short ways" in page
    behind = act(lena, room, "step", step="next", turn=0)
    assert "The room has moved on" in behind
    assert "question 1 of 12" in behind
    page = act(lena, room, "step", step="next", turn=1)
    assert "question 2 of 12" in page
    assert "question 1 of 12" in act(lena, room, "step", step="undo", turn=2)
    assert "paused" in act(lena, room, "pause")
    now = lena.get(reverse("workshop:desk-now", args=[room.workshop.pk])).content.decode()
    assert "Left for this question" in now
    assert "Then for each" in now


def test_who_is_behind_the_plan_is_told(room: Room, lena: Client) -> None:
    room.step(Step.BEGIN)
    address = reverse("workshop:desk-now", args=[room.workshop.pk])
    assert "By plan" not in lena.get(address).content.decode()
    Workshop.objects.update(clock=stored_clock(Clock((600.0, *[0.0] * 12))))
    assert "By plan you would be at question 3." in lena.get(address).content.decode()


def test_a_room_far_apart_talks_and_votes_again(room: Room, lena: Client) -> None:
    seats = room.sit(Group.STAFF, Group.STAFF)
    room.step(Step.BEGIN)
    address = reverse("workshop:desk", args=[room.workshop.pk])

    def primary() -> list[str]:
        return re.findall(
            r'<button class="primary" name="step" value="(\w+)"', lena.get(address).content.decode()
        )

    room.vote(seats, 1, 3)
    room.step(Step.SHOW)
    assert primary() == ["again"]
    assert "Ask the person with the lowest" in lena.get(address).content.decode()
    wall = lena.get(reverse("workshop:beamer", args=[room.workshop.pk])).content.decode()
    assert "2 levels apart" in wall
    assert "Ask the person" not in wall
    room.step(Step.AGAIN)
    room.vote(seats, 1, 3)
    room.step(Step.SHOW)
    assert primary() == ["next"]
    room.step(Step.NEXT)
    room.vote(seats, 2, 3)
    room.step(Step.SHOW)
    assert primary() == ["next"]


def test_the_wall_never_explains_addresses(room: Room, lena: Client, settings: Settings) -> None:
    """Where phones cannot come in the desk and the list say what to do; the wall speaks of cards."""
    settings.ALLOWED_HOSTS = ["localhost", "testserver"]
    pages = {
        name: lena.get(
            reverse(f"workshop:{name}", args=[room.workshop.pk] if name != "list" else []),
            headers={"host": "localhost:8000"},
        ).content.decode()
        for name in ("list", "desk", "beamer")
    }
    assert "leitstern serve --host 0.0.0.0" in pages["list"]
    assert "leitstern serve --host 0.0.0.0" in pages["desk"]
    assert f"http://localhost:8000{room.address}" in pages["desk"]
    assert "QR code" not in pages["beamer"]
    assert "We vote with cards" in pages["beamer"]
    assert "localhost" not in pages["beamer"]
    for name in ("list", "desk"):
        there = lena.get(reverse(f"workshop:{name}", args=[room.workshop.pk] if name != "list" else []))
        assert "--host" not in there.content.decode()
    wall = lena.get(reverse("workshop:beamer", args=[room.workshop.pk])).content.decode()
    assert f"http://testserver{room.address}" in wall
    assert "QR code" in wall


def test_a_page_that_answers_in_the_network_says_where(
    room: Room, lena: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(phones, "network_address", lambda: "192.168.1.20")
    settings.ALLOWED_HOSTS = ["localhost", "192.168.1.20"]
    page = lena.get(
        reverse("workshop:desk", args=[room.workshop.pk]), headers={"host": "localhost:8000"}
    ).content.decode()
    assert f"http://192.168.1.20:8000/workshops/{room.workshop.pk}" in page
    assert "--host" not in page


def test_a_seat_is_cleared_only_when_asked_twice(room: Room, lena: Client) -> None:
    room.sit(Group.STAFF)
    page = lena.get(reverse("workshop:desk", args=[room.workshop.pk])).content.decode()
    assert "Clear the seat" in page
    assert "loses their votes" in page
    act(lena, room, "seats", free=room.workshop.seats.get().pk)
    assert not room.workshop.seats.exists()


def test_steps_that_are_none_do_nothing(room: Room, lena: Client) -> None:
    for posted in ({"step": "jump", "turn": 0}, {"step": "begin", "turn": "x"}, {"step": "show", "turn": 0}):
        act(lena, room, "step", **posted)
    assert room.turn == 0


def test_people_with_cards_are_entered_at_the_desk(room: Room, lena: Client) -> None:
    assert "Nobody votes" in act(lena, room, "seats", group="staff", people=2)
    act(lena, room, "seats", group="staff", people=2, agreed="on")
    act(lena, room, "seats", group="managers", people=1, agreed="on")
    assert "All eight seats" in act(lena, room, "seats", group="staff", people=8, agreed="on")
    act(lena, room, "step", step="begin", turn=0)
    first, second, third = room.workshop.seats.values_list("pk", flat=True)
    cards = {f"seat-{first}": "3", f"seat-{second}": "none", f"seat-{third}": "1"}
    page = act(lena, room, "cards", vote=1, dimension="k1", **cards)
    assert "Managers 1" in page
    assert room.workshop.seats.get(pk=first).votes.get().level == 3
    assert room.workshop.seats.get(pk=second).votes.get().level is None
    assert "moved on" in act(lena, room, "cards", vote=2, dimension="k1", **cards)
    act(lena, room, "seats", free=third)
    assert room.workshop.seats.count() == 2


def test_the_result_on_the_spot(room: Room, lena: Client) -> None:
    early = lena.get(reverse("workshop:result", args=[room.workshop.pk]))
    assert early.status_code == 409
    assert "still voting" in early.content.decode()
    room.play(room.sit(*[Group.EXECUTIVES] * 2, *[Group.STAFF] * 3), 4, 4, 1, 1, 2)
    page = lena.get(reverse("workshop:result", args=[room.workshop.pk]))
    html = page.content.decode()
    assert page.context["result"].placed.placement.sentence.en in html
    assert "This is a self-image only" in html
    assert "5 people agreed to rate openly." in html
    assert html.count("<svg") >= 4
    assert len(page.context["clouds"]) == 3
    assert (
        "The room looks at the result"
        in lena.get(reverse("workshop:desk", args=[room.workshop.pk])).content.decode()
    )


def test_a_closed_room_has_a_result_and_no_desk(room: Room, lena: Client) -> None:
    room.play(room.sit(Group.STAFF), 2)
    page = act(lena, room, "close")
    assert "Closed." in page
    answer = lena.get(reverse("workshop:desk", args=[room.workshop.pk]))
    assert answer.status_code == 302
    assert answer["Location"] == reverse("workshop:result", args=[room.workshop.pk])
    assert "still open" not in page


def test_everything_can_be_taken_along(room: Room, lena: Client) -> None:
    seats = room.sit(Group.EXECUTIVES, Group.STAFF)
    room.step(Step.BEGIN)
    room.vote(seats, 4, None)
    room.step(Step.SHOW, Step.AGAIN)
    room.vote(seats, 3, 1)
    noting.write_note(COMMAND_LINE, room.workshop, "k1", "=1+1", 2)
    room.close()
    address = reverse("workshop:export", args=[room.workshop.pk])
    text = lena.get(address + "?format=csv").content.decode().removeprefix("\ufeff")
    header, *rows = csv.reader(io.StringIO(text))
    assert header == ["group", "dimension", "vote", "level", "votes"]
    assert rows == [
        ["executives", "k1", "first", "4", "1"],
        ["executives", "k1", "second", "3", "1"],
        ["executives", "k1", "counted", "3", "1"],
        ["staff", "k1", "first", "?", "1"],
        ["staff", "k1", "second", "1", "1"],
        ["staff", "k1", "counted", "1", "1"],
    ]
    found = json.loads(lena.get(address + "?format=json").content)
    assert found["consents"] == 2
    assert "cannot be anonymous" in found["wording"]["en"]
    assert found["questions"][0]["first"] == {"counts": [0, 0, 0, 0, 1], "unsure": 1}
    assert [(each["group"], each["people"]) for each in found["groups"]] == [("executives", 1), ("staff", 1)]
    (note,) = found["notes"]
    assert (note["dimension"], note["level"], note["text"], note["claimed"]) == ("k1", 2, "=1+1", False)
    assert found["placement"]["probabilities"] == {}
    served = lena.get(f"/api/v1/workshops/{room.workshop.pk}").json()
    assert served["questions"] == found["questions"]


def test_programs_open_and_list_rooms(lena: Client) -> None:
    opened = lena.post("/api/v1/workshops", {"name": "By key"}, content_type="application/json")
    assert opened.status_code == 201
    (listed,) = lena.get("/api/v1/workshops").json()
    assert (listed["name"], listed["stage"], listed["people"]) == ("By key", "gathering", 0)


def test_an_executive_sees_the_result_and_nothing_else(room: Room, as_role: Callable[[Role], Client]) -> None:
    viktor = as_role(Role.EXECUTIVE)
    assert viktor.get(reverse("workshop:result", args=[room.workshop.pk])).status_code == 409
    Workshop.objects.update(stage="result")
    assert viktor.get(reverse("workshop:result", args=[room.workshop.pk])).status_code == 200
    for name in ("desk", "desk-now", "beamer", "beamer-now", "export"):
        assert viktor.get(reverse(f"workshop:{name}", args=[room.workshop.pk])).status_code == 403
    for name in ("step", "pause", "seats", "cards", "note", "close", "counts"):
        assert viktor.post(reverse(f"workshop:{name}", args=[room.workshop.pk])).status_code == 403
    assert Workshop.objects.get().stage == "result"


@pytest.mark.parametrize(("language", "asks"), [("de", "Keine Namen"), ("en", "No names")])
def test_the_paper_kit_is_a_pdf_in_both_languages(lena: Client, language: str, asks: str) -> None:
    answer = lena.get(reverse("reports:workshop-kit") + f"?lang={language}")
    assert answer.content.startswith(b"%PDF")
    assert f"leitstern-workshop-{language}.pdf" in answer["Content-Disposition"]
    kit = " ".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages)
    assert kit.count(asks) == 12
