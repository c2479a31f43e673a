"""Where do we stand? Eight phones and a screen in one hour: consent, two votes, a late one, a lost one, the result."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.e2e.looks import look_at
from tests.e2e.serving import LENA

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

pytestmark = pytest.mark.e2e

ROOM = ["Executives"] * 2 + ["Managers"] * 3 + ["Staff"] * 3
LEVELS = {"Executives": 4, "Managers": 3, "Staff": 1}
QUESTIONS = 12


def open_room(desk: Page, name: str) -> None:
    desk.goto("/workshops")
    desk.get_by_label("What is it called?").fill(name)
    desk.get_by_role("button", name="Open the room").click()
    desk.wait_for_url(re.compile(r"/workshops/\d+$"))


def room_address(desk: Page) -> str:
    """Where phones come in; this computer plays all of them."""
    return desk.get_by_text(re.compile(r"^http://\S+/w/\S+$")).inner_text()


def come_in(phone: Page, address: str, group: str) -> None:
    phone.goto(address)
    phone.get_by_label(group).check()
    phone.get_by_label("I have read this and agree.").check()
    phone.get_by_role("button", name="Take a seat").click()
    expect(phone.get_by_text(re.compile("this code brings you back"))).to_be_visible()


def vote(phone: Page, level: int) -> None:
    phone.get_by_role("radio").nth(level).check()
    phone.get_by_role("button", name=re.compile("Vote|Change my vote")).click()
    expect(phone.get_by_text("Your vote is in.")).to_be_visible()


def press(desk: Page, name: str | re.Pattern[str]) -> None:
    desk.get_by_role("button", name=name).click()


def test_eight_people_know_where_they_stand(visit: Callable[..., Page]) -> None:
    desk, wall = visit(LENA), visit(LENA, width=1920)
    open_room(desk, "Spring retreat")
    address = room_address(desk)
    wall.goto(f"{desk.url}/screen")
    expect(wall.get_by_text("We vote with cards")).to_be_visible()
    expect(wall.get_by_text("localhost")).to_have_count(0)

    # Nobody votes without having agreed; the wording comes first.
    first = visit(phone=True)
    first.goto(address)
    expect(first.get_by_text("A small room cannot be anonymous")).to_be_visible()
    first.locator("form").first.evaluate("form => form.noValidate = true")
    first.get_by_label("Staff").check()
    first.get_by_role("button", name="Take a seat").click()
    expect(first.get_by_text("Nobody votes without having agreed.")).to_be_visible()

    phones = [visit(phone=True) for _ in ROOM[:7]]
    for phone, group in zip(phones, ROOM, strict=False):
        come_in(phone, address, group)
    expect(wall.get_by_role("status")).to_contain_text("7 in the room")
    expect(phones[0].get_by_role("heading", name="You are in.")).to_be_visible()

    # The phones follow by themselves; votes are hidden until they are shown.
    press(desk, "Begin with the first question")
    for phone, group in zip(phones, ROOM, strict=False):
        vote(phone, LEVELS[group])
    vote(phones[0], 3)
    expect(wall.get_by_role("status")).to_contain_text("7 of 7 have voted")
    expect(wall.locator(".dot")).to_have_count(0)
    expect(desk.get_by_text(re.compile(r"^\d+:\d\d")).first).to_be_visible()

    press(desk, "Show the votes")
    expect(wall.locator(".dot")).to_have_count(7)
    expect(wall.get_by_text("3 levels apart")).to_be_visible()
    expect(desk.get_by_text("Ask the person with the lowest")).to_be_visible()
    expect(desk.get_by_role("button", name="Vote again")).to_have_class(re.compile("primary"))
    expect(phones[1].get_by_role("heading", name="Look up.")).to_be_visible()
    desk.get_by_label("What was seen?").fill("Claims has one owner with a budget since March.")
    desk.get_by_label("Speaks for").select_option("2")
    press(desk, "Note it")
    expect(desk.get_by_text("speaks for level 2")).to_be_visible()

    press(desk, "Vote again")
    for phone in phones:
        expect(phone.get_by_text("Second vote.")).to_be_visible()
        vote(phone, 2)
    press(desk, "Show the votes")
    expect(wall.locator(".dot:not(.hollow)")).to_have_count(7)
    expect(wall.locator(".dot.hollow")).to_have_count(7)

    # A late one joins, a ninth is turned away, a lost phone comes back on another.
    press(desk, re.compile("^Next"))
    come_in(first, address, ROOM[7])
    phones.append(first)
    ninth = visit(phone=True)
    ninth.goto(address)
    expect(ninth.get_by_role("heading", name="All eight seats are taken.")).to_be_visible()
    vote(phones[2], 3)
    code = phones[2].locator(".seat-code code").inner_text()
    ninth.get_by_text("I was here already").click()
    ninth.get_by_label("Code of your seat").fill(code)
    ninth.get_by_role("button", name="Back to my seat").click()
    expect(ninth.get_by_text("Your vote is in.")).to_be_visible()
    phones[2] = ninth

    # A wrong step is undone.
    press(desk, re.compile("^Next"))
    press(desk, "Undo the last step")
    expect(desk.get_by_text("question 2 of 12")).to_be_visible()

    # What the room leaves out is left out; the last question is voted on again.
    for number in (2, QUESTIONS):
        while not desk.get_by_text(f"question {number} of {QUESTIONS}").is_visible():
            press(desk, re.compile("^Next"))
        for phone, group in zip(phones, ROOM, strict=True):
            expect(phone.get_by_text(f"question {number} of {QUESTIONS}")).to_be_visible()
            vote(phone, LEVELS[group])
    press(desk, "Show the votes")
    press(desk, "To the result")

    # The result is on the spot, for all to see.
    expect(wall.locator("svg:visible .mark").first).to_be_visible()
    expect(wall.get_by_text("This is a self-image only")).to_be_visible()
    expect(phones[0].get_by_role("heading", name="Thank you. The result is on the screen.")).to_be_visible()
    assert look_at(wall) == []
    desk.get_by_role("link", name="See the result").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text(
        wall.get_by_role("heading", level=1).inner_text()
    )
    expect(desk.get_by_text("8 people agreed to rate openly.")).to_be_visible()
    row = desk.get_by_role("row").filter(has=desk.get_by_role("rowheader", name="Short ways"))
    expect(row.get_by_role("cell").last).to_have_text("8")

    desk.get_by_role("button", name="Let it stand as a claimed level").click()
    expect(desk.get_by_text("It stands as a claimed level now.")).to_be_visible()
    expect(desk.get_by_text("8 people have rated; 3 of 12 questions")).to_be_visible()
    expect(desk.get_by_text("This workshop cannot count for where you stand.")).to_be_visible()
    desk.get_by_role("button", name="Close the room for good").click()
    expect(desk.get_by_text("Seats and codes are deleted")).to_be_visible()
    expect(phones[0].get_by_text("The room is closed.")).to_be_visible()
    assert look_at(desk) == []

    kept = desk.request.get(desk.url.replace("/result", "/export?format=json").split("#")[0]).json()
    assert sum(group["people"] for group in kept["groups"]) == len(ROOM)
    assert kept["questions"][0]["first"]["counts"] == [0, 1 + 1, 0, 4, 1]
    assert kept["questions"][0]["second"]["counts"] == [0, 0, 7, 0, 0]
    assert code not in str(kept)


def test_a_room_holds_up_cards(visit: Callable[..., Page]) -> None:
    desk = visit(LENA)
    open_room(desk, "Cards only")
    desk.get_by_text("Add people with cards").click()
    desk.get_by_label("Group").select_option("managers")
    desk.get_by_label("People").fill("3")
    desk.get_by_label("I have read the sentence out").check()
    press(desk, "Add them")
    expect(desk.get_by_text("Seat 3")).to_be_visible()
    press(desk, "Begin with the first question")
    for person, level in (("Managers 1", "2"), ("Managers 2", "2"), ("Managers 3", "cannot say")):
        desk.get_by_role("group", name=person).get_by_label(level, exact=True).check()
    press(desk, "Enter the cards")
    press(desk, "Show the votes")
    expect(desk.get_by_text("All see it alike. 1 cannot say.")).to_be_visible()
    assert look_at(desk) == []


def test_nothing_comes_from_elsewhere(visit: Callable[..., Page]) -> None:
    """It works offline: every request of desk, screen and phone goes to the laptop itself."""
    desk, phone = visit(LENA), visit(phone=True)
    asked: list[str] = []
    for page in (desk, phone):
        page.on("request", lambda request: asked.append(request.url))
    open_room(desk, "Offline")
    address = room_address(desk)
    come_in(phone, address, "Staff")
    home = address.split("/w/")[0]
    assert asked
    assert [url for url in asked if not url.startswith((home, "data:"))] == []
    assert look_at(phone) == []
