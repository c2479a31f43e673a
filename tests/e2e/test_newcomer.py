"""From nothing to a first gap and a decision: one command, one link, one file, and no YAML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.docs.pages import ROOT
from tests.e2e.looks import listen, looked_at, windows
from tests.e2e.serving import Installation, running

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page, StorageState

pytestmark = pytest.mark.e2e

FILE = ROOT / "examples" / "minimal" / "kontakte.csv"


NOTHING_YET = {
    "situation": "/",
    "reports": "/reports",
    "journeys": "/journeys",
    "customers": "/customers",
    "imports": "/imports",
    "beliefs": "/beliefs",
    "measures": "/measures",
    "guesses": "/guess",
}


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """`leitstern serve` for the first time."""
    with running(tmp_path_factory.mktemp("new"), "--home", "home", "serve") as found:
        yield found


@pytest.fixture(scope="module")
def nora(browser: Browser, fresh: Installation) -> StorageState:
    """The cookies of the first visitor, once she has come in."""
    context = browser.new_context(base_url=fresh.address, locale="en", reduced_motion="reduce")
    context.add_cookies([{"name": "leitstern_language", "value": "en", "url": fresh.address}])
    page, errors = context.new_page(), list[str]()
    listen(page, errors)
    come_in(page, fresh.link)
    assert errors == []
    cookies = context.storage_state()
    context.close()
    return cookies


@pytest.fixture
def hers(visit: Callable[..., Page], fresh: Installation, nora: StorageState) -> Page:
    """A window in which Nora is signed in."""
    page = visit(address=fresh.address)
    page.context.add_cookies([{"name": "leitstern_session", "value": session(nora), "url": fresh.address}])
    return page


@pytest.mark.parametrize("name", NOTHING_YET)
def test_a_page_before_there_is_anything(
    browser: Browser, fresh: Installation, nora: StorageState, name: str
) -> None:
    with windows(browser, fresh.address, nora) as found:
        assert looked_at(found, NOTHING_YET[name]) == []
        assert {page.url for page in found.pages.values()} == {f"{fresh.address}{NOTHING_YET[name]}"}


def test_a_newcomer_comes_to_a_first_gap(visit: Callable[..., Page], fresh: Installation, hers: Page) -> None:
    hers.goto("/")
    bring_in(hers)
    see_the_gap(hers)
    decide(hers)

    stranger = visit(address=fresh.address)
    stranger.goto(fresh.link)
    expect(stranger.get_by_role("heading", level=1)).to_contain_text("has been used or has expired")


def session(cookies: StorageState) -> str:
    (value,) = [cookie["value"] for cookie in cookies["cookies"] if cookie["name"] == "leitstern_session"]
    return value


def come_in(page: Page, link: str) -> None:
    """The first visitor becomes the administrator, with a password worth the name."""
    page.goto("/")
    expect(page.get_by_role("heading", name="Nobody is here yet.")).to_be_visible()
    page.goto(link)
    page.get_by_label("Your name").fill("Nora Neumann")
    page.get_by_label("E-mail").fill("nora@example.org")
    page.get_by_role("combobox", name="Language").select_option("en")
    for password in ("zu kurz", "ein Leitstern über der See"):
        page.get_by_label("Password").fill(password)
        page.get_by_role("button", name="Come in").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("do not know yet")
    expect(page.get_by_role("link", name="Nora Neumann")).to_contain_text("Administration")


def bring_in(page: Page) -> None:
    """Columns are understood by their names and values; the whole file is tried before anything is stored."""
    page.get_by_role("link", name=re.compile("^Bring in what customers lived")).click()
    page.get_by_label("Your file").set_input_files(FILE)
    page.get_by_role("button", name="Look at it").click()
    understood = {
        "Kundennr": "Who the customer is",
        "Zugesagt bis": "Until when it was promised",
        "Erledigt am": "When it was really done",
        "Zufriedenheit (1-5)": "Satisfaction (CSAT)",
        "Kommentar": "What the customer wrote",
    }
    for column, role in understood.items():
        expect(page.get_by_label(column, exact=True).locator("option:checked")).to_have_text(role)

    page.get_by_role("button", name="Try it out").click()
    tried = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="kontakte"))
    expect(tried.get_by_role("cell")).to_have_text(["10", "25", "10", "6", "9", "0", "0"])

    page.get_by_role("button", name="Bring it in").click()
    page.wait_for_url(re.compile(r"/imports/1$"))
    expect(page.get_by_text(re.compile("^done"))).to_be_visible(timeout=60_000)
    page.get_by_role("link", name="To the situation").click()


def see_the_gap(page: Page) -> None:
    """Promised on a day and not kept: one declared gap, with its interval and n."""
    expect(page.get_by_role("heading", name="We promise more than customers live.")).to_be_visible()
    page.get_by_text("As a table").first.click()
    row = page.get_by_role("row").filter(has_text="In time")
    expect(row).to_contain_text(re.compile(r"\+\d+ \+\d+ … \+\d+"))
    expect(row).to_contain_text("declared")
    row.get_by_role("link", name="Anruf").click()
    expect(page.get_by_role("heading", name="Anruf", level=1)).to_be_visible()
    expect(page.get_by_text("Drei Anrufe, bis sich jemand zuständig fühlte.")).to_be_visible()


def decide(page: Page) -> None:
    """To do nothing is a decision too, if it says why."""
    page.get_by_role("link", name="Decide what to do").click()
    page.get_by_label("We deliberately do nothing").check()
    page.get_by_role("button", name="Decide").click()
    expect(page.get_by_text("Doing nothing is allowed, but needs its reason")).to_be_visible()
    page.get_by_label("Why nothing is done").fill("Six callers are too few to rebuild the call centre.")
    page.get_by_role("button", name="Decide").click()
    page.wait_for_url(re.compile(r"/measures/1$"))
    page.goto("/measures")
    expect(page.get_by_role("row").filter(has_text="nothing is done")).to_be_visible()
