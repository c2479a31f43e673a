"""What must hold for every page, however it is looked at."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, ConsoleMessage, Page, StorageState, ViewportSize

RULES: dict[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
# Wide and narrow, light and dark differ in colours and in room alone: what those decide is examined in both looks.
OF_COLOURS_AND_ROOM: dict[str, Any] = {
    "runOnly": {
        "type": "rule",
        "values": ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"],
    },
    "resultTypes": ["violations"],
}


@dataclass(frozen=True)
class Look:
    """A window and a theme in which a page is examined by some rules."""

    width: int
    height: int
    theme: str
    rules: dict[str, Any]


DESK = Look(1440, 900, "light", RULES)
PHONE = Look(390, 844, "dark", OF_COLOURS_AND_ROOM)
LOOKS = {"en": DESK, "de": PHONE}  # German on a phone has the longest words and the least room
# Axe is built for browsers without private fields: each colour it mixes goes into seven weak maps, which is a third of its
# time on a long page. Here it finds maps that keep what they hold with its owner. And the same colours are on every page
# many times over; axe would take each apart anew.
AXE = f"""{{
const Kept = class {{
  #key = Symbol();
  has(owner) {{ return this.#key in owner; }}
  get(owner) {{ return owner[this.#key]; }}
  set(owner, value) {{ owner[this.#key] = value; return this; }}
  add(owner) {{ return this.set(owner, true); }}
}};
const WeakMap = Kept, WeakSet = Kept;
{Axe().axe_script}
}}
(() => {{
  const colour = axe.commons.color.Color.prototype, parse = colour.parseString, known = new Map();
  colour.parseString = function (text) {{
    if (!known.has(text)) {{
      const {{ r, g, b, alpha }} = parse.call(new axe.commons.color.Color(), text);
      known.set(text, {{ r, g, b, alpha }});
    }}
    return Object.assign(this, known.get(text));
  }};
}})();"""

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


# In a theme, with everything unfolded and all letters there.
READY = """theme => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  document.documentElement.dataset.theme = theme;
  return document.fonts.ready.then(() => true);
}"""


@dataclass(frozen=True)
class Windows:
    """One window for each look, by language, and what their browser complained about."""

    pages: dict[str, Page]
    errors: list[str]


@contextmanager
def windows(browser: Browser, origin: str, cookies: StorageState | None = None) -> Iterator[Windows]:
    """Windows of somebody with these `cookies`. Each keeps size and language: to change a size lays a page out anew."""
    found = Windows({}, [])
    with ExitStack() as opened:
        for language, look in LOOKS.items():
            context = browser.new_context(
                base_url=origin,
                storage_state=cookies,
                reduced_motion="reduce",
                viewport={"width": look.width, "height": look.height},
            )
            opened.callback(context.close)
            context.add_cookies([{"name": "leitstern_language", "value": language, "url": origin}])
            found.pages[language] = context.new_page()
            listen(found.pages[language], found.errors)
        yield found


def looked_at(windows: Windows, address: str, status: int = 200, written: str = "") -> list[str]:
    """What is wrong with a page in both languages, or in the one it was `written` in; complaints of its browser too."""
    windows.errors.clear()
    wrong = []
    for language, page in windows.pages.items():
        answer = page.goto(address)
        assert answer
        assert answer.status == status
        assert page.evaluate("document.documentElement.lang") == (written or language)
        wrong += [f"{language}, {each}" for each in look_at(page, LOOKS[language])]
    return wrong + windows.errors


def look_at(page: Page, *looks: Look) -> list[str]:
    """Everything wrong with the open page in these looks (by default at a desk and on a phone), everything unfolded."""
    wrong = []
    for look in looks or (DESK, PHONE):
        resize(page, look)
        page.evaluate(READY, look.theme)
        found = [f"sticks out: {each}" for each in page.evaluate(STICKING_OUT)] + barriers(page, look.rules)
        wrong += [f"{look.width} px, {look.theme}: {each}" for each in found]
    return wrong


def resize(page: Page, look: Look) -> None:
    """Give the window the size of a look, unless it has it."""
    size: ViewportSize = {"width": look.width, "height": look.height}
    if page.viewport_size != size:
        page.set_viewport_size(size)


def barriers(page: Page, rules: dict[str, Any]) -> list[str]:
    """What axe finds by these of its rules."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate(
        "rules => axe.run(document, rules).then(found => found.violations)", rules
    )
    return [
        f"{violation['id']}: {node['html'][:160]} ({(node.get('failureSummary') or '').splitlines()[1:2]})"
        for violation in found
        for node in violation["nodes"]
    ]


def listen(page: Page, errors: list[str]) -> None:
    """Note whatever the browser complains about while the page is open."""
    page.on("console", lambda message: errors.extend(_complaint(message)))
    page.on("pageerror", lambda error: errors.append(str(error)))


def _complaint(message: ConsoleMessage) -> list[str]:
    """What a visitor's browser complains about; that a page itself answers 404 is told to everybody."""
    itself = message.page is not None and message.location["url"] == message.page.url
    if message.type not in {"error", "warning"} or (itself and "Failed to load resource" in message.text):
        return []
    return [f"{message.location['url']}: {message.text}"]
