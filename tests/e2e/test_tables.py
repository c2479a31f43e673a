"""A table on a phone: what does not fit becomes cards that read well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.docs.pages import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.e2e

STATIC = ROOT / "src" / "leitstern" / "app" / "web" / "static"
LEADERS = "leaders’ hours a month of the board area Finance and People, as declared by the area itself"
TABLES = f"""
<div class="scroll" id="squeezed"><table><thead><tr><th>Capacity</th><th class="num">A whole month</th>
<th class="num">Months ahead</th></tr></thead><tbody><tr><th>{LEADERS}</th><td class="num">16</td>
<td class="num">14</td></tr></tbody></table></div>
<div class="scroll" id="wide"><table><thead><tr><th>Department</th><th>What is planned by the department</th><th>Who answers for the plan</th>
<th><span class="visually-hidden">Withdraw</span></th></tr></thead><tbody>
<tr><th>Service</th><td>Two positions are advertised for the autumn</td><td>Head of Service</td><td><button>Withdraw</button></td></tr>
<tr><th>Claims</th><td>–</td><td>Head of Claims</td><td><button>Withdraw</button></td></tr></tbody></table></div>
<div class="scroll" id="small"><table><thead><tr><th>Step</th><th>n</th></tr></thead><tbody><tr><th>Call</th><td>8</td></tr>
</tbody></table></div>
"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.set_content(
        f"<!doctype html><html lang='en'><body><main>{TABLES}</main><div id='tip' hidden></div></body></html>"
    )
    for sheet in ("tokens", "app"):
        page.add_style_tag(path=STATIC / "css" / f"{sheet}.css")
    page.add_script_tag(path=STATIC / "js" / "app.js")
    yield page
    context.close()


def test_a_table_that_is_too_wide_or_too_narrow_becomes_cards(phone: Page) -> None:
    for name in ("squeezed", "wide"):
        expect(phone.locator(f"#{name}")).to_contain_class("cards")
    expect(phone.locator("#small")).not_to_contain_class("cards")


def test_long_words_stand_below_their_label_in_every_card_and_a_button_has_none(phone: Page) -> None:
    plans = phone.locator("#wide td:nth-child(2)")
    for at in range(2):
        expect(plans.nth(at)).to_contain_class("long")
    expect(phone.locator("#wide td:nth-child(3)").first).not_to_contain_class("long")
    expect(phone.locator("#wide td:nth-child(4)").first).to_have_attribute("data-label", "")
