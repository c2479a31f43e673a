"""Five minutes that convince a board: six phones guess, the beamer shows reality, somebody decides."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.e2e.serving import LENA, VIKTOR

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.e2e

GUESSES = (95, 90, 88, 92, 97, 85)
WHERE = "Claim settled, In time"


def open_round(beamer: Page) -> str:
    """Ask the room; the address phones open."""
    beamer.goto("/guess")
    beamer.get_by_role("button", name=f"Ask the room: {WHERE}").click()
    beamer.wait_for_url(re.compile(r"/guess/\d+$"))
    return beamer.get_by_text(re.compile(r"^http://\S+/g/\S+$")).inner_text()


def guess(phone: Page, address: str, value: int) -> None:
    phone.goto(address)
    phone.get_by_label("Your guess").fill(str(value))
    phone.get_by_role("button", name="Send my guess").click()
    expect(phone.get_by_role("heading", name="Thank you.")).to_be_visible()


def in_days(days: int) -> str:
    return (datetime.now(UTC) + timedelta(days=days)).date().isoformat()


def dots(beamer: Page) -> Locator:
    """The guesses as drawn."""
    return beamer.locator("svg:visible .mark circle.fill-inside")


def test_guess_reveal_decide(visit: Callable[..., Page]) -> None:
    beamer = visit(LENA, width=1920)
    address = open_round(beamer)
    expect(beamer.get_by_text("Phones do not reach this computer yet.")).to_be_visible()  # localhost: no code
    phones = [visit(phone=True) for _ in GUESSES]

    for phone, value in zip(phones[:4], GUESSES, strict=False):
        guess(phone, address, value)
    expect(beamer.get_by_role("status")).to_contain_text("4 guesses")
    expect(beamer.get_by_role("status")).to_contain_text("1 more")
    assert dots(beamer).count() == 0

    phones[0].goto(address)
    expect(phones[0].get_by_role("heading", name="Thank you.")).to_be_visible()
    expect(phones[0].get_by_label("Your guess")).to_have_count(0)

    for phone, value in zip(phones[4:], GUESSES[4:], strict=True):
        guess(phone, address, value)
    expect(beamer.get_by_role("status")).to_contain_text("6 guesses")
    expect(beamer.get_by_role("status")).to_contain_text("Enough")

    beamer.get_by_role("button", name="Show reality").click()
    expect(dots(beamer)).to_have_count(len(GUESSES))
    expect(beamer.locator("blockquote")).to_have_count(3)
    expect(beamer.get_by_role("heading", name="What one customer lived through")).to_be_visible()

    late = visit(phone=True)
    late.goto(address)
    expect(late.get_by_role("heading", name="This round has been revealed.")).to_be_visible()

    beamer.get_by_role("link", name="Decide what to do").click()
    decide(beamer)


def decide(page: Page) -> None:
    """An unfinished decision says what is missing; a whole one is kept, listed, and has its baseline."""
    page.get_by_role("button", name="Decide").click()
    expect(page.get_by_text("Please say in customers' words")).to_be_visible()

    title = "Every claim gets its assessor on the first day"
    answers = {
        "In a few words": title,
        "Who is responsible": "Head of Claims Assessment",
        "By when": in_days(60),
        "What will customers notice?": "My claim is looked at the day after I report it.",
        "Why do we do this?": "We promise ten days and keep them for six of ten.",
        "What changes in the everyday work of our people?": "New claims before old ones, every morning.",
        "Which principles apply from now on?": "One person stays responsible until the money is paid.",
        "What do we deliberately no longer allow?": "Piles between two departments.",
        "When do we measure again?": in_days(240),
    }
    for label, answer in answers.items():
        page.get_by_label(label).fill(answer)
    page.get_by_role("button", name="Decide").click()
    page.wait_for_url(re.compile(r"/measures/\d+$"))
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    expect(page.get_by_text("The baseline is frozen")).to_be_visible()
    expect(page.get_by_text(re.compile(r"Baseline: .+ to .+"))).to_be_visible()
    expect(page.get_by_text("Piles between two departments.")).to_be_visible()

    page.goto("/measures")
    row = page.get_by_role("row").filter(has_text=title)
    expect(row).to_contain_text("Head of Claims Assessment")
    expect(row).to_contain_text("not measured yet")
    page.goto("/")
    expect(page.get_by_role("link", name=title)).to_be_visible()


def test_four_guesses_stay_hidden_for_good(visit: Callable[..., Page]) -> None:
    beamer = visit(VIKTOR)
    address = open_round(beamer)
    for value in (91, 17, 64, 38):
        guess(visit(phone=True), address, value)
    beamer.get_by_role("button", name="Show reality").click()
    expect(beamer.get_by_text("Fewer than five have guessed.")).to_be_visible()
    beamer.get_by_role("button", name="Show it without guesses").click()
    expect(beamer.get_by_text("Fewer than five people guessed")).to_be_visible()
    assert dots(beamer).count() == 0
    expect(beamer.get_by_role("button", name="Keep as belief")).to_have_count(0)
    shown = beamer.request.get("/api/v1/surveys/guesses").json()[0]
    assert (shown["state"], shown["guesses"]) == ("revealed", [])


def test_a_room_s_guesses_become_a_belief(visit: Callable[..., Page]) -> None:
    beamer = visit(LENA)
    address = open_round(beamer)
    for value in (80, 82, 84, 86, 88):
        guess(visit(phone=True), address, value)
    beamer.get_by_role("button", name="Show reality").click()
    beamer.get_by_label("Who was in the room?").select_option("executives")
    beamer.get_by_role("button", name="Keep as belief").click()
    expect(beamer.get_by_text("These guesses were kept as a belief.")).to_be_visible()
    beamer.goto("/beliefs")
    expect(beamer.get_by_text("5 guesses").first).to_be_visible()


@pytest.mark.parametrize("wrong", ["101", "-1", "7.5"])
def test_a_phone_takes_whole_numbers_up_to_100(visit: Callable[..., Page], wrong: str) -> None:
    phone = visit(phone=True)
    phone.goto(open_round(visit(LENA)))
    phone.get_by_label("Your guess").fill(wrong)
    phone.get_by_role("button", name="Send my guess").click()
    expect(phone.get_by_role("heading", name="Thank you.")).to_have_count(0)
    phone.locator("form.guess-form").evaluate("form => form.noValidate = true")
    phone.get_by_role("button", name="Send my guess").click()
    expect(phone.locator(".error")).to_be_visible()
