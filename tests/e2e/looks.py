"""What must hold for every page, however it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from playwright.sync_api import Page

RULES: dict[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
# Light and dark differ in colours alone: everything is examined in one, and in the other what colours decide.
OF_COLOURS: dict[str, Any] = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
WIDTHS = {1440: 900, 390: 844}
SCHEMES = {"light": RULES, "dark": OF_COLOURS}
AXE = Axe().axe_script

# Whatever sticks out to the right of the window without being in a region that scrolls by itself.
STICKING_OUT = """() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > wide) return ["the page itself scrolls sideways"];
  const clipped = (element) => {
    for (let e = element.parentElement; e && e !== document.body; e = e.parentElement)
      if (getComputedStyle(e).overflowX !== "visible") return true;
    return false;
  };
  return [...document.querySelectorAll("main *")]
    .filter((e) => { const box = e.getBoundingClientRect(); return box.width > 0 && box.right > wide + 1 && !clipped(e); })
    .map((e) => e.outerHTML.slice(0, 120));
}"""


def look_at(page: Page) -> list[str]:
    """Everything wrong with the open page: wide and narrow, light and dark, with everything unfolded."""
    page.evaluate("document.fonts.ready")
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    wrong = []
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        wrong += [f"{width} px: sticks out: {found}" for found in page.evaluate(STICKING_OUT)]
        for scheme, rules in SCHEMES.items():
            page.evaluate("scheme => document.documentElement.dataset.theme = scheme", scheme)
            wrong += [f"{width} px, {scheme}: {found}" for found in barriers(page, rules)]
    return wrong


def barriers(page: Page, rules: dict[str, Any] = RULES) -> list[str]:
    """What axe finds by some of its rules, by default all that pages have to keep."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found: dict[str, Any] = page.evaluate("rules => axe.run(document, rules)", rules)
    return [
        f"{violation['id']}: {node['html'][:160]} ({(node.get('failureSummary') or '').splitlines()[1:2]})"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]
