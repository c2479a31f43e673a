"""Everything can be done without a mouse."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.e2e.serving import LENA

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.e2e


def tab_to(page: Page, wanted: Locator, most: int = 120) -> None:
    """Press Tab until `wanted` has the focus, as somebody without a mouse would."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{wanted} is not reached by {most} steps")


def test_the_first_step_leads_past_the_navigation(visit: Callable[..., Page]) -> None:
    page = visit(LENA)
    page.goto("/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_drawer_opens_and_closes_on_a_phone(visit: Callable[..., Page]) -> None:
    page = visit(LENA, width=390)
    page.goto("/")
    menu = page.get_by_role("button", name="Menu")
    first = page.get_by_role("navigation", name="Main navigation").get_by_role("link").first
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(first).to_be_hidden()

    tab_to(page, menu, 5)
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(first).to_be_focused()
    expect(first).to_be_in_viewport()

    page.keyboard.press("Escape")
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_focused()
    expect(first).to_be_hidden()


@pytest.mark.parametrize("address", ["/", "/touchpoints/claim_settled?facet=in_time"])
def test_every_mark_of_a_chart_speaks_when_it_has_the_focus(visit: Callable[..., Page], address: str) -> None:
    page = visit(LENA)
    page.goto(address)
    tip = page.get_by_role("tooltip")
    marks = page.locator("svg:visible .mark")
    assert marks.count() > 10
    for mark in (marks.first, marks.nth(3), marks.last):
        mark.focus()
        expect(tip).to_be_visible()
        expect(tip).to_have_text(mark.get_attribute("data-tip") or "")
        expect(tip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()


def test_marks_are_reached_one_after_the_other(visit: Callable[..., Page]) -> None:
    page = visit(LENA)
    page.goto("/")
    marks = page.locator("svg:visible .mark")
    tab_to(page, marks.first)
    page.keyboard.press("Tab")
    expect(marks.nth(1)).to_be_focused()


def test_a_room_guesses_without_a_mouse(visit: Callable[..., Page]) -> None:
    beamer = visit(LENA)
    beamer.goto("/guess")
    tab_to(beamer, beamer.get_by_role("button", name="Ask the room").first)
    beamer.keyboard.press("Enter")
    beamer.wait_for_url(re.compile(r"/guess/\d+$"))
    address = beamer.get_by_text(re.compile(r"^http://\S+/g/\S+$")).inner_text()
    for value in ("92", "88", "95", "90", "86"):
        phone = visit()
        phone.goto(address)
        tab_to(phone, phone.get_by_label("Your guess"), 5)
        phone.keyboard.type(value)
        phone.keyboard.press("Enter")
        expect(phone.get_by_role("heading", name="Thank you.")).to_be_visible()
    expect(beamer.get_by_role("status")).to_contain_text("5 guesses")
    expect(beamer.get_by_role("button", name="Show reality")).to_be_focused()
    beamer.keyboard.press("Enter")
    decide = beamer.get_by_role("link", name="Decide what to do")
    expect(decide).to_be_visible()
    tab_to(beamer, decide)
    beamer.keyboard.press("Enter")
    expect(beamer.get_by_role("heading", name="What do we do about it?")).to_be_visible()


def test_the_theme_stays_as_it_was_chosen(visit: Callable[..., Page]) -> None:
    page = visit(LENA)
    page.goto("/")
    switch = page.get_by_role("button", name="Light or dark")
    night = page.evaluate("getComputedStyle(document.body).backgroundColor")
    tab_to(page, switch)
    page.keyboard.press("Enter")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != night
    chosen = page.locator("html").get_attribute("data-theme")
    page.goto("/measures")
    assert page.locator("html").get_attribute("data-theme") == chosen


def test_the_language_is_switched_where_one_is(visit: Callable[..., Page]) -> None:
    page = visit(LENA)
    page.goto("/touchpoints/payoff")
    tab_to(page, page.get_by_role("button", name="DE", exact=True))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Baufinanzierung abbezahlt")
    expect(page).to_have_url(re.compile("/touchpoints/payoff$"))


def test_a_step_of_a_journey_map_is_moved_and_the_focus_goes_along(visit: Callable[..., Page]) -> None:
    page = visit(LENA)
    page.goto("/maps/claim/edit")
    down = page.get_by_role("button", name=re.compile("^Down ?: Reporting a claim"))
    down.focus()
    for place in (2, 3):
        page.keyboard.press("Enter")
        expect(page.get_by_text(f"“Reporting a claim” is now step {place} of 3.")).to_be_attached()
        turned = "Down" if place == 2 else "Up"
        expect(page.get_by_role("button", name=re.compile(f"^{turned} ?: Reporting a claim"))).to_be_focused()
    tab_to(page, page.get_by_role("button", name="Preview", exact=True).last, 20)
    page.keyboard.press("Enter")
    expect(page.locator("#preview")).to_contain_text("fit would be")
