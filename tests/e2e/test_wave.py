"""A staff wave from the roster to the results: real letters, real phones, and a page without barriers at every step."""

from __future__ import annotations

import re
import time
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.e2e.looks import look_at
from tests.e2e.serving import LENA

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page
    from tests.e2e.serving import Installation
    from tests.post import Post

pytestmark = pytest.mark.e2e

PEOPLE = 7
ROSTER = "address,unit,level\n" + "".join(f"p{at}@bank.example,it_support,staff\n" for at in range(PEOPLE))


@pytest.fixture
def desk(visit: Callable[..., Page]) -> Page:
    """Lena's screen."""
    return visit(LENA)


def phone(browser: Browser, company: Installation, language: str = "en") -> Page:
    context = browser.new_context(
        base_url=company.address,
        locale=language,
        viewport={"width": 390, "height": 844},
        is_mobile=True,
        has_touch=True,
        reduced_motion="reduce",
    )
    return context.new_page()


def delivered(post: Post, letters: int) -> dict[str, str]:
    """The links, once so many letters are there."""
    until = time.monotonic() + 30
    while len(post.taken) < letters:
        assert time.monotonic() < until, f"{len(post.taken)} letters came"
        time.sleep(0.2)
    return post.links()


def confirm(page: Page, yes: str) -> None:
    """Say yes to what a page asks once more before it does it; looking at the page may have opened the question."""
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    page.get_by_role("button", name=yes).click()


def test_from_the_roster_to_the_results(
    browser: Browser, company: Installation, post: Post, desk: Page, tmp_path: Path
) -> None:
    desk.goto("/waves")
    assert look_at(desk) == []
    desk.set_viewport_size({"width": 1440, "height": 900})
    desk.get_by_label("Name").fill("Autumn")
    desk.get_by_label("Last day to answer").fill((date.today() + timedelta(days=5)).isoformat())  # noqa: DTZ011
    desk.get_by_role("button", name="Prepare").click()
    (tmp_path / "roster.csv").write_text(ROSTER)
    desk.get_by_label("Roster (.csv or .xlsx)").set_input_files(tmp_path / "roster.csv")
    desk.get_by_role("button", name="Hand in").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text(f"“Autumn” would ask {PEOPLE} people.")
    assert look_at(desk) == []
    post.taken.clear()
    confirm(desk, "Yes, launch")
    links = delivered(post, PEOPLE)
    assert len(set(links.values())) == PEOPLE
    first, *others = links.values()

    # A program that follows links uses nothing up; then somebody answers by keyboard alone, leaves, and goes on.
    assert phone(browser, company).request.get(company.address + first).status == 200
    anna = phone(browser, company)
    anna.goto(first)
    assert look_at(anna) == []
    anna.get_by_role("button", name="Begin").press("Enter")
    anna.get_by_role("radio", name="5").first.focus()
    anna.keyboard.press("Space")
    assert look_at(anna) == []
    anna.get_by_role("button", name="Next").press("Enter")
    expect(anna.get_by_text("2 of 22", exact=True)).to_be_visible()
    anna.goto(first)
    anna.get_by_role("button", name="Go on").click()
    expect(anna.get_by_role("radio", name="5").first).to_be_checked()
    answer(anna, 5)
    expect(anna.get_by_text("You have answered 66 of 66.")).to_be_visible()
    assert look_at(anna) == []
    anna.get_by_label("Is there something you would like to add?").fill("Mrs Miller helps everybody.")
    anna.get_by_role("button", name="Hand in").click()
    expect(anna.get_by_role("heading", name="Thank you.")).to_be_visible()
    assert look_at(anna) == []
    anna.goto(first)
    expect(anna.get_by_role("heading", name="Thank you.")).to_be_visible()

    # Five more answer, in German where the phone is; one does not.
    for at, link in enumerate(others[: PEOPLE - 2]):
        other = phone(browser, company, "de" if at else "en")
        other.goto(link)
        other.get_by_role("button", name=re.compile("Begin|Beginnen")).click()
        choose(other, 3 + at % 3)
        other.get_by_role("button", name=re.compile("^(Save and go|Speichern und ans)")).click()
        other.get_by_role("button", name=re.compile("Hand in|Abgeben")).click()
        expect(other.get_by_role("heading", level=1, name=re.compile("Thank you|Danke"))).to_be_visible()
        other.context.close()

    # Only who has not answered is reminded, with the same link.
    post.taken.clear()
    desk.reload()
    assert look_at(desk) == []
    desk.get_by_role("button", name="Remind").click()
    assert delivered(post, 1) == dict([list(links.items())[-1]])

    confirm(desk, "Yes, close it")
    anna.goto(others[-1])
    expect(anna.get_by_role("heading", name="This survey has ended.")).to_be_visible()
    confirm(desk, "Yes, publish")
    desk.wait_for_url(re.compile(r"/waves/\d+/results"))
    expect(desk.get_by_role("heading", level=1)).to_contain_text("Seen strongest")
    expect(desk.locator(".scores li").first).to_contain_text("n = 6")
    expect(desk.get_by_role("row").nth(1)).to_be_hidden()  # statistics are folded
    desk.get_by_text("Show the statistics").click()
    expect(desk.get_by_role("row").nth(1)).to_contain_text("6")
    assert "Miller" not in desk.content()
    assert look_at(desk) == []


def test_paper_is_entered_twice_and_the_last_sheet_taken_back(desk: Page, tmp_path: Path) -> None:
    desk.goto("/waves")
    desk.get_by_label("Name").fill("Paper")
    desk.get_by_label("Last day to answer").fill((date.today() + timedelta(days=5)).isoformat())  # noqa: DTZ011
    desk.get_by_role("button", name="Prepare").click()
    (tmp_path / "bad.csv").write_text("unit,level\nit_suport,staff\nit_support,boss\n")
    desk.get_by_label("Roster (.csv or .xlsx)").set_input_files(tmp_path / "bad.csv")
    desk.get_by_role("button", name="Hand in").click()
    expect(desk.get_by_role("alert")).to_contain_text("2 mistakes were found.")
    assert look_at(desk) == []
    (tmp_path / "roster.csv").write_text("unit,level\n" + "marketing,managers\n" * 6)
    desk.get_by_label("Roster (.csv or .xlsx)").set_input_files(tmp_path / "roster.csv")
    desk.get_by_role("button", name="Hand in").click()
    confirm(desk, "Yes, launch")
    expect(desk.get_by_role("button", name="Remind")).to_have_count(0)
    desk.get_by_role("link", name="Enter paper sheets").click()
    type_sheet(desk, "5")
    desk.get_by_role("button", name="Keep and next").click()
    expect(desk.get_by_text("Sheet 1 was kept.")).to_be_visible()
    assert look_at(desk) == []
    desk.get_by_role("link", name="A second time").click()
    desk.get_by_label("Number of the sheet").fill("1")
    type_sheet(desk, "5")
    desk.locator(".entry-row input").first.fill("3")
    desk.get_by_role("button", name="Compare").click()
    expect(desk.get_by_role("alert")).to_contain_text("1 statement was entered differently.")
    assert look_at(desk) == []
    desk.get_by_role("radio", name="Second entry: 3").check()
    desk.get_by_role("button", name="Keep what I chose").click()
    expect(desk.get_by_text("Sheet 1 is settled.")).to_be_visible()
    desk.get_by_role("link", name="From a table").click()
    assert look_at(desk) == []
    confirm(desk, "Yes, discard it")
    expect(desk.get_by_text("Sheet 1 was taken back.")).to_be_visible()


def type_sheet(page: Page, point: str) -> None:
    """Every statement with the same point."""
    for cell in page.locator(".entry-row input").all():
        cell.fill(point)


def answer(page: Page, point: int) -> None:
    """Every statement with the same point, page by page."""
    for at in range(1, 23):
        expect(page.get_by_text(f"{at} of 22", exact=True)).to_be_visible()
        choose(page, point)
        page.get_by_role("button", name=re.compile("^(Next|To the end)$")).click()


def choose(page: Page, point: int) -> None:
    expect(page.get_by_role("progressbar")).to_be_visible()
    for statement in page.get_by_role("group").all():
        statement.get_by_role("radio", name=str(point)).check()
