"""Waiting is a bet: made by somebody, read by somebody, and called in for everybody to see."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.leadership.models import Decision
from leitstern.app.programme import beginning
from leitstern.app.programme.beginning import RouteChoice
from leitstern.app.programme.bets import bet_by_id, bet_line, bets
from leitstern.app.programme.betting import (
    BetDraft,
    ReadingDraft,
    WireDraft,
    end_bet,
    place_bet,
    read_wire,
    reinstate_bet,
    renew_bet,
    set_wire,
    withdraw_bet,
    withdraw_reading,
    withdraw_wire,
)
from leitstern.core.bridge.programme.bet import BetKind, BetState, WireKind, WireState
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.inside.route_words import Route

if TYPE_CHECKING:
    from datetime import date

    from django.test import Client

    from leitstern.app.programme.models import Bet, Programme

SHARE = WireDraft("Our share", WireKind.SHARE, 8.0, unit="%", source="Market study", reader="Strategy")


@pytest.fixture
def bet(today: date) -> Bet:
    return place_bet(
        COMMAND_LINE, BetDraft(BetKind.NICHE, "Board", "They want a person.", today + timedelta(90), (SHARE,))
    )


def test_a_bet_needs_a_name_a_reason_and_a_day_to_come(today: date) -> None:
    for who, why, days in (("", "Calm", 9), ("Board", " ", 9), ("Board", "Calm", 0)):
        with pytest.raises(InvalidInput):
            place_bet(COMMAND_LINE, BetDraft(BetKind.WAIT, who, why, today + timedelta(days)))
    assert bets(today) == []


def test_beyond_its_bound_the_bet_is_called_in_and_a_decision_opens_once(bet: Bet, today: date) -> None:
    wire = bet.wires.get()
    read_wire(COMMAND_LINE, wire, ReadingDraft(today - timedelta(60), "Study", 8.4, 7.9, 8.9, 1200))
    assert bet_line(bet_by_id(bet.pk), today).state is BetState.STANDS
    assert not Decision.objects.exists()
    for ago in (3, 1):
        read_wire(COMMAND_LINE, wire, ReadingDraft(today - timedelta(ago), "Study", 7.6))
    decision = Decision.objects.get()
    assert (decision.origin, decision.address) == ("bet", f"/programme/bets/{bet.pk}")
    line = bet_line(bet_by_id(bet.pk), today)
    assert line.state is BetState.CALLED
    assert line.wires[0].row.decision == decision


def test_a_wrong_reading_is_withdrawn_and_counts_no_longer(bet: Bet, today: date) -> None:
    wire = bet.wires.get()
    wrong = read_wire(COMMAND_LINE, wire, ReadingDraft(today, "Study", 0.76))
    withdraw_reading(COMMAND_LINE, wrong)
    assert bet_line(bet_by_id(bet.pk), today).wires[0].state is WireState.NEVER


@pytest.mark.parametrize(
    "wrong",
    [
        {"value": None},
        {"source": " "},
        {"low": 8.0},
        {"low": 8.6, "high": 9.0},
        {"n": 4},
        {"ahead": 1},
    ],
    ids=str,
)
def test_half_a_reading_is_refused(bet: Bet, today: date, wrong: dict[str, object]) -> None:
    said = {
        "day": today + timedelta(int(str(wrong.pop("ahead", 0)))),
        "source": "Study",
        "value": 8.4,
    } | wrong
    with pytest.raises(InvalidInput):
        read_wire(COMMAND_LINE, bet.wires.get(), ReadingDraft(**said))  # type: ignore[arg-type]


def test_a_tripwire_in_words_is_crossed_when_its_reader_says_so(bet: Bet, today: date) -> None:
    wire = set_wire(COMMAND_LINE, bet, WireDraft("Two large ones have it", source="Press", reader="Strategy"))
    with pytest.raises(InvalidInput):
        read_wire(COMMAND_LINE, wire, ReadingDraft(today, "Press"))
    assert read_wire(COMMAND_LINE, wire, ReadingDraft(today, "Press", crossed=True)).crossed
    withdraw_wire(COMMAND_LINE, wire)
    assert bet_line(bet_by_id(bet.pk), today).state is BetState.BLIND
    with pytest.raises(Conflict):
        read_wire(COMMAND_LINE, wire, ReadingDraft(today, "Press", crossed=True))


def test_a_bet_is_renewed_ended_and_withdrawn(bet: Bet, today: date) -> None:
    renew_bet(COMMAND_LINE, bet, today + timedelta(200), "Nobody has one yet.")
    assert "Nobody has one yet." in bet.reason
    withdraw_bet(COMMAND_LINE, bet)
    assert bets(today) == []
    with pytest.raises(Conflict):
        set_wire(COMMAND_LINE, bet, SHARE)
    reinstate_bet(COMMAND_LINE, bet)
    end_bet(COMMAND_LINE, bet, "We built one.")
    assert bets(today)[0].state is BetState.ENDED


def test_routes_that_wait_or_take_an_exception_are_bets_and_end_with_the_route(
    bare: Programme, today: date
) -> None:
    direct = RouteChoice(Route.B, "Board", "No time.", ("Fewer than half use it",))
    beginning.choose_route(COMMAND_LINE, bare, direct)
    (line,) = bets(today)
    assert (line.bet.kind, line.row.who, line.wires[0].row.what) == (
        BetKind.DIRECT,
        "Board",
        "Fewer than half use it",
    )
    assert line.state is BetState.BLIND
    beginning.choose_route(COMMAND_LINE, bare, RouteChoice(Route.D, "Board", "We know them."))
    assert [(each.bet.kind, each.state) for each in bets(today)] == [
        (BetKind.TECHNOLOGY, BetState.BLIND),
        (BetKind.DIRECT, BetState.ENDED),
    ]
    beginning.choose_route(COMMAND_LINE, bare, RouteChoice(Route.C))
    assert {each.state for each in bets(today)} == {BetState.ENDED}


def test_a_route_that_waits_without_a_bet_is_told_so(bare: Programme, lead_client: Client) -> None:
    beginning.choose_route(COMMAND_LINE, bare, RouteChoice(Route.HOLD))
    page = lead_client.get("/programme/bets", headers={"accept-language": "en"}).content.decode()
    assert "The programme takes route HOLD. Nobody has written down" in page


def test_the_page_says_first_that_a_bet_is_called_in(bet: Bet, lead_client: Client, today: date) -> None:
    wire = bet.wires.get()
    sent = {f"wire{wire.pk}-{name}": said for name, said in (("day", today.isoformat()), ("source", "Study"))}
    address = f"/programme/tripwires/{wire.pk}/readings"
    assert lead_client.post(address, sent).status_code == 422  # no value
    assert lead_client.post(address, sent | {f"wire{wire.pk}-value": "7.6"}).status_code == 302
    page = lead_client.get("/programme/bets", headers={"accept-language": "en"}).content.decode()
    assert "<h1>The bet “hold a niche” is called in: “Our share” was crossed" in page
    one = lead_client.get(f"/programme/bets/{bet.pk}", headers={"accept-language": "en"}).content.decode()
    assert "/leadership/decisions/" in one


def test_programs_make_a_bet_and_read_its_tripwires(lead_client: Client, today: date) -> None:
    wire = {"what": "Share", "bound": 8.0, "source": "Study", "reader": "Strategy"}
    body = {"kind": "wait", "who": "Board", "reason": "Calm", "tripwires": [wire]}
    body["review"] = (today + timedelta(30)).isoformat()
    made = lead_client.post("/api/v1/programme/bets", body, content_type="application/json").json()
    address = f"/api/v1/programme/tripwires/{made['tripwires'][0]['id']}/readings"
    read = {"day": today.isoformat(), "source": "Study", "value": 7.0}
    told = lead_client.post(address, read, content_type="application/json").json()
    assert (told["state"], told["tripwires"][0]["state"]) == ("called", "crossed")
    assert lead_client.get("/api/v1/programme/bets").json()["sentence"]["en"].startswith("The bet “wait")
