"""Browsers of real visitors in front of a real server."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from tests.e2e.looks import listen
from tests.e2e.serving import Installation, running
from tests.post import Post

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page, StorageState

CUSTOMERS = 2_000
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's chromium. With CI=true it has to be there; elsewhere tests say why they skip."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        reason = "there is no chromium on this machine (apt install chromium)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return {**browser_type_launch_args, "executable_path": chromium, "args": FLAGS}


@pytest.fixture(scope="session")
def post() -> Iterator[Post]:
    """Who takes the letters of the company."""
    with Post() as post:
        yield post


@pytest.fixture(scope="session")
def company(
    tmp_path_factory: pytest.TempPathFactory, browser_type_launch_args: dict[str, Any], post: Post
) -> Iterator[Installation]:
    """`leitstern demo`: the example company, with a link behind which a visitor picks whom to be; it can write letters."""
    folder = tmp_path_factory.mktemp("demo")
    environment = {
        "LEITSTERN_DEMO_HOME": str(folder / "home"),
        "LEITSTERN_SMTP_URL": f"smtp://127.0.0.1:{post.port}",
        "LEITSTERN_MAIL_FROM": "Leitstern <leitstern@bank.example>",
    }
    with running(folder, "demo", "--customers", str(CUSTOMERS), **environment) as found:
        yield found


@pytest.fixture(scope="session")
def signed_in(browser: Browser, company: Installation) -> Callable[[str], StorageState]:
    """The cookies of somebody of the cast who has come in through the link; each comes in once."""
    known: dict[str, StorageState] = {}

    def come_in(name: str) -> StorageState:
        if name not in known:
            context = browser.new_context()
            page = context.new_page()
            page.goto(company.link)
            page.get_by_role("button", name=name).click()
            page.wait_for_url(f"{company.address}/")
            known[name] = context.storage_state()
            context.close()
        return known[name]

    return come_in


@pytest.fixture
def visit(
    browser: Browser, company: Installation, signed_in: Callable[[str], StorageState]
) -> Iterator[Callable[..., Page]]:
    """Opens browsers: `visit(LENA)` is signed in, `visit()` is a stranger. None may have seen an error at the end."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def open_browser(
        name: str = "",
        language: str = "en",
        width: int = 1440,
        *,
        phone: bool = False,
        address: str = company.address,
    ) -> Page:
        size: dict[str, Any] = {"viewport": {"width": width, "height": 900}}
        if phone:
            size = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
        context = browser.new_context(
            base_url=address,
            storage_state=signed_in(name) if name else None,
            locale=language,
            reduced_motion="reduce",
            **size,
        )
        context.add_cookies([{"name": "leitstern_language", "value": language, "url": address}])
        contexts.append(context)
        page = context.new_page()
        listen(page, errors)
        return page

    yield open_browser
    for context in contexts:
        context.close()
    assert errors == []
