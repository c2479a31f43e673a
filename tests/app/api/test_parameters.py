"""A parameter that an operation does not have is refused: passed over, a misspelt filter would answer for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.test import Client

    from leitstern.store.home import Home


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("b-until=2026-05", "There is no parameter `b-until` here. Did you mean `b_until`?"),
        ("Channel=phone", "There is no parameter `Channel` here. Did you mean `channel`?"),
        ("%00=1", "There is no parameter `\x00` here. Known: "),
        ("limit=3", "There is no parameter `limit` here. Known: "),
    ],
)
def test_a_misspelt_filter_is_refused(
    small_company: Home, lead_client: Client, query: str, said: str
) -> None:
    answer = lead_client.get(f"/api/v1/journeys/graph?{query}")
    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")
    assert answer.json()["detail"].startswith(said)


def test_it_is_refused_in_the_language_of_whoever_asks(lead_client: Client) -> None:
    answer = lead_client.get("/api/v1/claims/none?year=2020", headers={"accept-language": "de"})
    assert answer.json()["detail"] == "Den Parameter `year` gibt es hier nicht, auch keinen anderen."


def test_lists_know_their_pages(lead_client: Client) -> None:
    assert lead_client.get("/api/v1/claims?limit=2").status_code == 200


def test_strangers_learn_nothing(db: None, client: Client) -> None:
    assert client.get("/api/v1/claims?year=2020").status_code == 401
