"""What programs write they read again: goals with readings, expectation against result, and who has left."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tests.app.portfolio.conftest import BOARD

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.portfolio.approving import approve

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.portfolio.models import Goal, Initiative

    AsRole = Callable[[Role], Client]

ROOT = "/api/v1/portfolio"
TEN = {"n": 40, "source": "Survey"}


def send(client: Client, how: str, path: str, body: dict[str, Any], status: int = 201) -> Any:
    answer = getattr(client, how)(f"{ROOT}{path}", body, content_type="application/json")
    assert answer.status_code == status, answer.json()
    return answer.json()


def read(client: Client, path: str) -> Any:
    answer = client.get(f"{ROOT}{path}")
    assert answer.status_code == 200
    return answer.json()


def test_a_goal_that_is_set_and_read_comes_back(as_role: AsRole, today: date) -> None:
    lead = as_role(Role.LEAD)
    said = {
        "title": "Loyal",
        "metric": "Share that stays",
        "unit": "of 100",
        "baseline": 55,
        "target": 75,
        "cadence": "quarterly",
        "horizon": "H1",
        "accountable": [BOARD],
    }
    made = send(lead, "post", "/goals", said)
    assert said.items() <= read(lead, "/goals")[0].items()
    assert made["complete"]
    assert made["readings"] == []
    day, before = today.isoformat(), (today - timedelta(days=90)).isoformat()
    for when, value in ((before, 58), (day, 62)):
        brought = {"day": when, "value": value, "low": value - 4, "high": value + 4, **TEN}
        send(lead, "post", f"/goals/{made['id']}/readings", brought)
    found = read(lead, "/goals")[0]["readings"]
    assert [(each["day"], each["value"], each["low"], each["high"], each["n"]) for each in found] == [
        (day, 62, 58, 66, 40),
        (before, 58, 54, 62, 40),
    ]
    assert {each["metric"] for each in found} == {"Share that stays"}
    changed = send(lead, "put", f"/goals/{made['id']}", said | {"target": 80}, 200)
    assert (changed["target"], len(changed["readings"])) == (80, 2)


def test_expectation_and_result_stand_beside_each_other(
    as_role: AsRole, keep: Callable[..., Initiative], today: date
) -> None:
    lead, row = as_role(Role.LEAD), keep()
    path = f"/initiatives/{row.pk}"
    assert read(lead, path)["outcome"] is None
    approve(COMMAND_LINE, row)
    waiting = read(lead, path)
    assert waiting["outcome"]["verdict"] == "waiting"
    assert waiting["outcome"]["expected"] == 75
    assert waiting["outcome"]["result"]["missing"] == "no-result"
    assert waiting["results"] == []
    for ago, low, high, verdict in ((2, 60, 80, "unclear"), (1, 61, 66, "short"), (0, 76, 82, "kept")):
        day = (today - timedelta(days=ago)).isoformat()
        brought = {"day": day, "value": (low + high) / 2, "low": low, "high": high, **TEN}
        came = send(lead, "post", f"{path}/results", brought)["outcome"]
        assert came["verdict"] == verdict
        assert (came["result"]["low"], came["result"]["high"], came["result"]["n"]) == (low, high, 40)
    assert [each["low"] for each in read(lead, path)["results"]] == [76, 61, 60]
    (line,) = read(lead, "/initiatives")
    assert line["outcome"] == read(lead, "/results")[0] == came
    assert (came["title"], came["baseline"], came["by"]) == ("Chatbot", 60, "2027-06-30")


def test_an_initiative_that_is_entered_comes_back(as_role: AsRole, goal: Goal) -> None:
    said = {
        "title": "Call back",
        "kind": "people",
        "aim": "experience",
        "units": ["service"],
        "touchpoints": ["chat"],
        "budget": {"minor": 9_000_000, "currency": "EUR"},
        "owner": "Head of service",
        "sponsor": BOARD,
        "pulls": [{"goal": goal.slug, "sign": 1, "weight": 3}],
        "people_measures": [{"title": "Training", "owner": "HR", "due": "2027-01-31"}],
    }
    lead = as_role(Role.LEAD)
    made = send(lead, "post", "/initiatives", said)
    assert said.items() <= read(lead, f"/initiatives/{made['id']}").items()
    (line,) = read(lead, "/initiatives")
    assert (line["title"], line["budget"], line["goals"]) == ("Call back", said["budget"], 1)
    promise = {
        "vendor": "Callers Ltd",
        "capability": "Rings back",
        "metric": "Minutes",
        "level": "5",
        "due": "2026-01-31",
    }
    written = send(lead, "post", f"/initiatives/{made['id']}/promises", promise)
    judged = {"kept": False, "measured": "9 minutes, n = 40", "day": "2026-02-01"}
    send(lead, "post", f"/promises/{written['id']}/judgements", judged)
    found = read(lead, "/promises")
    assert promise.items() <= found["promises"][0].items()
    assert (found["promises"][0]["kept"], found["kept"]["value"], found["kept"]["n"]) == (False, 0, 1)


def test_whoever_leaves_gets_a_day_and_leaves_a_gap(
    as_role: AsRole, goal: Goal, keep: Callable[..., Initiative], today: date
) -> None:
    keep()
    lead = as_role(Role.LEAD)
    board = next(each for each in read(lead, "/responsible") if each["name"] == BOARD)
    assert (board["board"], board["left"], board["has_left"]) == (True, None, False)
    assert (board["goals"], board["sponsored"]) == (1, 1)
    assert read(lead, "/goals")[0]["unaccountable"] is None
    body = {"board": True, "left": today.isoformat()}
    gone = send(lead, "put", f"/responsible/{board['id']}", body, 200)
    assert gone == board | {"left": today.isoformat(), "has_left": True}
    assert read(lead, "/goals")[0]["unaccountable"]
    back = send(lead, "put", f"/responsible/{board['id']}", {"board": True, "left": None}, 200)
    assert back == board
    send(as_role(Role.AUDITOR), "put", f"/responsible/{board['id']}", body, 403)
