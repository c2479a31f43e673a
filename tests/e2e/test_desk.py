"""A contact is entered without a mouse, in seconds; nothing that was typed is lost, and nothing is left lying."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from tests.e2e.test_keyboard import tab_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

pytestmark = pytest.mark.e2e
SELMA, LENA = "Selma Sievers", "Lena Leitner"
KEPT = re.compile(r"^Kept: .+ It waits to be counted\.")


def type_contact(page: Page, number: str) -> None:
    """All of it from the keyboard: who, where, what was promised, what happens next, and what they answered."""
    expect(page.get_by_label("Customer's number")).to_be_focused()
    keys = page.keyboard
    keys.type(number)
    for _ in range(2):  # past the last contacts, which nobody needs now
        keys.press("Tab")
    keys.type("bl")  # two letters of “Blocking a card”
    keys.press("Tab")
    keys.type("-5")
    keys.press("Tab")
    keys.type("Card lost")
    for _ in range(3):
        keys.press("Tab")
    keys.type("Send a new card")
    keys.press("Tab")
    keys.type("se")
    keys.press("Tab")
    keys.type("+2")


def test_a_contact_is_entered_without_a_mouse(visit: Callable[..., Page]) -> None:
    page = visit(SELMA)
    page.goto("/contacts")
    type_contact(page, "C-900001")
    page.keyboard.press("Enter")
    line = page.locator("#kept")
    expect(line.get_by_text(KEPT)).to_be_visible()
    number = page.get_by_label("Customer's number")
    expect(number).to_be_focused()
    expect(number).to_have_value("")
    expect(page.get_by_role("combobox", name="Touchpoint")).to_have_value("")

    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    expect(line.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(line.get_by_text("Withdrawn. It does not count, and stays readable.")).to_be_visible()
    expect(number).to_be_focused()


def test_what_is_wrong_is_said_where_it_is_and_nothing_is_lost(visit: Callable[..., Page]) -> None:
    page = visit(SELMA)
    page.goto("/contacts")
    page.keyboard.type("C-900002")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Two letters are enough.").nth(1)).to_be_visible()
    expect(page.get_by_role("combobox", name="Touchpoint")).to_be_focused()
    expect(page.get_by_label("Customer's number")).to_have_value("C-900002")


def test_what_was_typed_survives_a_lost_server_and_a_new_page(visit: Callable[..., Page]) -> None:
    page = visit(SELMA)
    page.goto("/contacts")
    page.get_by_label("Why they got in touch").fill("Card lost")
    page.route(
        "**/contacts", lambda route: route.abort() if route.request.method == "POST" else route.continue_()
    )
    page.keyboard.press("Enter")
    expect(page.get_by_text("The server does not answer.")).to_be_visible()
    expect(page.get_by_label("Why they got in touch")).to_have_value("Card lost")
    page.unroute("**/contacts")

    page.reload()
    expect(page.get_by_label("Why they got in touch")).to_have_value("Card lost")
    expect(page.get_by_text("What you typed before is here again.")).to_be_visible()
    page.get_by_role("button", name="Discard it").click()
    expect(page.get_by_label("Why they got in touch")).to_have_value("")


def test_a_lost_session_keeps_what_was_typed_for_the_same_person_only(visit: Callable[..., Page]) -> None:
    page = visit(SELMA)
    page.goto("/contacts")
    page.get_by_label("Why they got in touch").fill("Card lost")
    session: Any = page.context.cookies()
    page.context.clear_cookies(name="leitstern_session")
    page.keyboard.press("Enter")
    expect(page.get_by_text("You are signed out.")).to_be_visible()
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()

    page.context.add_cookies(session)
    page.reload()
    expect(page.get_by_label("Why they got in touch")).to_have_value("Card lost")
    other: Any = visit(LENA).context.cookies()
    page.context.add_cookies(other)
    page.reload()
    expect(page.get_by_label("Why they got in touch")).to_have_value("")
    assert page.evaluate("Object.keys(sessionStorage).filter(key => key.startsWith('leitstern-draft'))") == []


def test_letters_are_pasted_and_filled_down(visit: Callable[..., Page]) -> None:
    page = visit(SELMA)
    page.goto("/contacts/letters")
    rows = "C-900003\\t2.3.2026\\t5.3.2026\\nC-900004\\t2.3.2026\\t1.3.2026"
    page.get_by_label("Customer's number, 1", exact=True).focus()
    page.evaluate(
        """table => {
            const data = new DataTransfer();
            data.setData("text/plain", table);
            document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        rows.encode().decode("unicode_escape"),
    )
    expect(page.get_by_label("Arrived on, 2", exact=True)).to_have_value("1.3.2026")
    page.get_by_label("Touchpoint, 1", exact=True).fill("Complaint")
    page.get_by_label("Touchpoint, 2", exact=True).focus()
    page.keyboard.press("Control+d")
    expect(page.get_by_label("Touchpoint, 2", exact=True)).to_have_value("Complaint")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 letter was kept.")).to_be_visible()
    expect(page.get_by_label("Customer's number, 1", exact=True)).to_have_value("C-900004")
    expect(page.get_by_text("It arrived neither before it was written nor after today.")).to_be_visible()


def test_the_list_is_worked_through_with_one_key(visit: Callable[..., Page]) -> None:
    page = visit(SELMA)
    page.goto("/contacts")
    for number in ("C-900005", "C-900006"):
        type_contact(page, number)
        page.keyboard.press("Enter")
        expect(page.locator("#kept").get_by_text(KEPT)).to_be_visible()
    page.goto("/contacts/steps")
    buttons = page.get_by_role("button", name="Done: Send a new card")
    expect(buttons).not_to_have_count(1)
    before = buttons.count()
    tab_to(page, buttons.first)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Done.", exact=True)).to_be_visible()
    expect(buttons).to_have_count(before - 1)
    assert page.evaluate("document.activeElement.closest('.to-do') !== null")
