"""Long lists come in pages, whatever comes in or goes in between."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import RequestFactory
from tests.people import make

from leitstern.app.accounts.actions import create_key
from leitstern.app.accounts.roles import Role
from leitstern.app.api.paging import MOST, page
from leitstern.core.errors import InvalidInput

ITEMS = [{"id": number, "name": f"item {number}"} for number in range(10)]


def asked(found: list[Any], **query: str) -> tuple[list[Any], dict[str, str]]:
    """A page, and what to ask for the next one."""
    shown, following = page(RequestFactory().get("/api/v1/things", query), found)
    return shown, {name: values[0] for name, values in parse_qs(urlsplit(following).query).items()}


def all_of(found: list[Any], limit: int) -> list[Any]:
    shown, following = asked(found, limit=str(limit))
    while following:
        more, following = asked(found, **following)
        shown += more
    return shown


@pytest.mark.parametrize("limit", [1, 3, 5, 10, 11])
@pytest.mark.parametrize("found", [ITEMS, [], ["a", "b", "c"], [{"who": "a"}, {"who": "b"}]], ids=len)
def test_pages_together_are_the_list(found: list[Any], limit: int) -> None:
    assert all_of(found, limit) == found


def test_what_comes_in_before_repeats_nothing_and_what_goes_hides_nothing() -> None:
    first, following = asked(ITEMS, limit="4", by="map")
    assert (first, following["by"]) == (ITEMS[:4], "map")
    assert asked([{"id": 99}, *ITEMS], **following)[0] == ITEMS[4:8]
    assert asked(ITEMS[2:], **following)[0] == ITEMS[4:8]
    assert asked(ITEMS[:3] + ITEMS[4:], **following)[0] == ITEMS[4:8]
    assert asked(ITEMS[:2], **following) == ([], {})


def test_an_item_that_was_changed_is_still_known() -> None:
    following = asked(ITEMS, limit="4")[1]
    renamed = [{**item, "name": "another"} for item in ITEMS]
    assert asked(renamed, **following)[0] == renamed[4:8]


@pytest.mark.parametrize(
    "query", [{"limit": bad} for bad in ("0", "-1", "many", str(MOST + 1), "٣", "9" * 5000)]
    + [{"cursor": bad} for bad in ("nonsense", "MSAy IDM", "\x00", "é", "-")],
)  # fmt: skip
def test_what_is_no_page_is_refused(query: dict[str, str]) -> None:
    with pytest.raises(InvalidInput):
        asked(ITEMS, **query)


@pytest.mark.usefixtures("small_company")
def test_a_program_follows_the_links(client: Any) -> None:
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {create_key(make(Role.ADMIN), 'probe')[1]}"
    whole = client.get("/api/v1/outside/flows")
    assert "Link" not in whole
    address, found = "/api/v1/outside/flows?limit=2", []
    while address:
        answer = client.get(address)
        found += answer.json()
        address = answer.get("Link", "").removeprefix("<").removesuffix('>; rel="next"')
        assert len(answer.json()) == 2 or not address
    assert found == whole.json()
    assert len(found) > 4


@pytest.mark.usefixtures("small_company")
def test_what_did_not_change_is_not_sent_again(client: Any) -> None:
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {create_key(make(Role.ADMIN), 'probe')[1]}"
    known = client.get("/api/v1/gap")["ETag"]
    again = client.get("/api/v1/gap", headers={"If-None-Match": known})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", known)
    assert client.get("/api/v1/gap", headers={"If-None-Match": '"other"'}).status_code == 200
    assert client.get("/api/v1/outside/flows")["ETag"] != known
