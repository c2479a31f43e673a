"""Leadership for programs: what is written is read again, and every number says how sure it is."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.people import make

from leitstern.app.accounts.roles import Role
from leitstern.core.months import later, quarter

if TYPE_CHECKING:
    from collections.abc import Callable

    type Ask = Callable[..., Any]

HERE = "/api/v1/leadership"
pytestmark = pytest.mark.usefixtures("bank")


def asking(role: Role) -> Ask:
    """Asks as somebody of a role."""
    client = Client()
    client.force_login(make(role))

    def asked(path: str, body: dict[str, Any] | None = None, status: int | None = None) -> Any:
        address = f"{HERE}{path}"
        answer = (
            client.get(address)
            if body is None
            else client.post(address, body, content_type="application/json")
        )
        assert answer.status_code == (status or (200 if body is None else 201)), answer.json()
        return answer.json()

    return asked


@pytest.fixture
def ask() -> Ask:
    """Asks as somebody who decides."""
    return asking(Role.EXECUTIVE)


def day(ago: int = 0) -> str:
    return (timezone.localdate() - timedelta(days=ago)).isoformat()


def test_acts_come_back_and_stand_against_the_visits_agreed(ask: Ask) -> None:
    this, before = (later(quarter(timezone.localdate()), at) for at in (0, -3))
    act = {
        "kind": "visit",
        "area": "claims_intake",
        "said": "Listened in",
        "place": "service",
        "seen": "Two screens.",
        "follow_up": "One screen.",
        "duty": "silos",
    }
    for when in (this, before, before):
        made = ask("/acts", act | {"day": when.isoformat()})
    assert made | act | {"area": "processing"} == made
    ask("/acts", act | {"day": before.isoformat(), "kind": "coaching"})
    assert [each["day"] for each in ask("/acts")] == [this.isoformat(), *[before.isoformat()] * 3]
    ask("/hours", {"area": "processing", "hours": 20, "visits": 2})
    found = {each["area"]: each for each in ask("/presence")}
    assert found["processing"]["visits_agreed"] == 2
    *_, last, now = found["processing"]["quarters"]
    assert (last["quarter"], last["acts"], last["visits"], last["kept"]) == (before.isoformat(), 3, 2, True)
    assert last["kinds"] == {"visit": 2, "coaching": 1}
    assert (now["acts"], now["visits"], now["kept"]) == (1, 1, False)
    other = next(each for area, each in found.items() if area != "processing")
    assert {each["kept"] for each in other["quarters"]} == {None}
    ask("/acts", act | {"day": day(-1)}, 422)


def test_minutes_hours_and_votes_come_back(ask: Ask) -> None:
    agenda = {
        "day": day(1),
        "minutes": 120,
        "customers": 30,
        "circle": "board",
        "decided": "Call back.",
        "evidence": "Letters",
    }
    assert ask("/meetings", agenda).items() >= agenda.items()
    assert [each["customers"] for each in ask("/meetings")] == [30]
    ask("/hours", {"area": "processing", "hours": 20})
    taken = {"area": "processing", "title": "Fairs", "hours": 25, "work": "running", "since": day(9)}
    ask("/commitments", taken | {"droppable": True})
    (load,) = (each for each in ask("/hours") if each["area"] == "processing")
    assert (load["declared"], load["taken"], load["change"], load["share"]["value"]) == (20, 25, 0, 1.25)
    assert "“Fairs”" in load["advice"]["en"]
    vote = {
        "question": "Which?",
        "form": "points",
        "day": day(1),
        "things": [{"name": "Calls", "counts": [0, 0, 1, 2, 3]}],
    }
    lead = asking(Role.LEAD)
    made = lead("/votes", vote)
    assert (made["question"], made["things"][0]["n"], made["alignment"]["n"]) == ("Which?", 6, 6)
    assert "counts" not in made["things"][0]
    assert ask("/votes") == [made]
    lead("/votes", vote | {"things": [{"name": "Calls", "counts": [0, 0, 0, 0, 2]}]}, 422)
    asking(Role.AUDITOR)("/commitments", taken, 403)


def test_a_decision_comes_back_as_it_was_asked_decided_and_looked_at(ask: Ask) -> None:
    question = {
        "question": "Who calls back?",
        "circle": "board",
        "asked": day(40),
        "office": "Head of service",
        "insight": day(70),
        "options": ["Whoever took the call"],
    }
    made = ask("/decisions", question)
    assert made | question | {"question": made["question"]} == made
    assert made["question"] == {"de": question["question"], "en": question["question"]}
    assert (made["state"], made["day"]) == ("open", None)
    here = f"/decisions/{made['id']}"
    (log,) = (ask("/decisions"),)
    assert (log["known_and_open"], log["days_from_insight"]["missing"]) == (1, "mostly-open")
    voice = ask(f"{here}/table", {"kind": "voice", "said": "Nobody called."})
    assert [each["kind"] for each in voice["table"]] == ["voice"]
    verdict = {
        "day": day(10),
        "decided": "Whoever took the call.",
        "changed": True,
        "otherwise": "The night shift.",
        "favour": "customer",
        "review": day(-30),
    }
    decided = ask(f"{here}/verdict", verdict)
    assert decided["decided"] == {"de": verdict["decided"], "en": verdict["decided"]}
    assert (decided["state"], decided["otherwise"], decided["evidence"]) == (
        "decided",
        "The night shift.",
        True,
    )
    looked = ask(f"{here}/reviews", {"found": "They do.", "again": day(-90)})
    assert [each["found"] for each in looked["reviews"]] == ["They do."]
    assert ask(here) == looked
    log = ask("/decisions")
    assert (log["known_and_open"], log["days_from_insight"]["value"], log["days_from_insight"]["n"]) == (
        0,
        60,
        1,
    )
    assert [each["id"] for each in log["lines"]] == [made["id"]]
    turned = ask(f"{here}/reversal", {"why": "Too slow."})
    assert (turned["state"], turned["reversed_why"]) == ("reversed", "Too slow.")
    ask("/decisions/999", None, 404)
