"""`leitstern demo --check`: walks through the example company's pages as a visitor would and looks at each."""

from __future__ import annotations

import re
import time
import urllib.error
import urllib.request
from http.cookiejar import CookieJar
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urljoin

from leitstern.core.errors import Conflict
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 30.0  # seconds until the server must answer
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
FIRST_PERSON = re.compile(r'name="person" value="(\d+)"')
LINKS = re.compile(r'<a href="(/[^"#]*)"')
WRONG = Text(
    en="The example company does not look right: {address} answered {status}.",
    de="Am Beispielunternehmen stimmt etwas nicht: {address} antwortete mit {status}.",
)


def look_around(link: str, say: Callable[[str], object]) -> None:
    """Come in through `link` and open every page of the navigation. Raises Conflict at the first that fails."""
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    page = _patiently(opener, link)
    form = {"csrfmiddlewaretoken": _first(TOKEN, page), "person": _first(FIRST_PERSON, page)}
    request = urllib.request.Request(link, urlencode(form).encode(), {"Referer": link})  # noqa: S310
    home = _get(opener, request)
    seen = list(dict.fromkeys(LINKS.findall(home)))
    for address in seen:
        begin = time.monotonic()
        body = _get(opener, urllib.request.Request(urljoin(link, address)))  # noqa: S310
        say(f"ok {1000 * (time.monotonic() - begin):5.0f} ms {len(body) / 1000:6.0f} kB  {address}")
    say(f"{len(seen)} pages looked at.")


def _patiently(opener: urllib.request.OpenerDirector, link: str) -> str:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return _get(opener, urllib.request.Request(link))  # noqa: S310
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def _get(opener: urllib.request.OpenerDirector, request: urllib.request.Request) -> str:
    try:
        with opener.open(request, timeout=60) as response:
            body: bytes = response.read()
            return body.decode()
    except urllib.error.HTTPError as answer:
        raise Conflict(WRONG.fill(address=request.full_url, status=answer.code)) from None


def _first(pattern: re.Pattern[str], page: str) -> str:
    found = pattern.search(page)
    if found is None:
        raise Conflict(WRONG.fill(address="/start", status="?"))
    return found.group(1)
