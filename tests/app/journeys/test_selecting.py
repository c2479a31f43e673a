"""Asking for journeys: the form, its address, a comparison, and what cannot be asked."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from leitstern.app.accounts.roles import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.outside.reading import Published

PAGE, API = "/journeys/channels", "/api/v1/journeys/channels"


@pytest.fixture
def analyst(published: Published, as_role: Callable[[Role], Client]) -> Client:
    return as_role(Role.ANALYST)


def test_personas_and_properties_can_be_chosen(analyst: Client) -> None:
    page = analyst.get(PAGE).content.decode()
    assert '<option value="loyal_for_decades">The customer of many decades</option>' in page
    assert '<option value="product:Baufinanzierung">Baufinanzierung</option>' in page
    assert "seconds_on_hold" not in page  # as many values as calls


def test_a_persona_has_fewer_journeys_than_all(analyst: Client) -> None:
    whole, some = (
        analyst.get(PAGE, given).context["sizes"][0] for given in ({}, {"who": "loyal_for_decades"})
    )
    assert 5 <= some.customers < whole.customers / 2
    assert some.journeys < whole.journeys


def test_both_sides_stand_in_the_page_the_spreadsheet_and_the_interface(analyst: Client) -> None:
    asked = {"channel": "app", "b-channel": "phone"}
    page = analyst.get(PAGE, asked)
    assert all(size.customers for size in page.context["sizes"])
    rows = list(
        csv.DictReader(io.StringIO(analyst.get(PAGE, {**asked, "format": "csv"}).content.decode("utf-8-sig")))
    )
    found = analyst.get(API, {"channel": "app", "b_channel": "phone"}).json()
    assert len(rows) == len(found["switches"])
    compared = [each for each in found["switches"] if each["difference"]["value"] is not None]
    assert compared
    for each in compared:
        assert each["difference"]["value"] == pytest.approx(each["share"]["value"] - each["other"]["value"])


def test_compare_alone_puts_all_journeys_beside(analyst: Client) -> None:
    sizes = analyst.get(PAGE, {"channel": "app", "compare": "1"}).context["sizes"]
    assert sizes[1].journeys > sizes[0].journeys


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"since": "2026-13"}, "A month is written like 2026-03."),
        ({"since": "2026-05", "until": "2026-04"}, "The period ends before it begins."),
        ({"b-channel": "pigeon"}, "pigeon is not one of the available choices."),
    ],
)
def test_what_cannot_be_read_is_said_and_nothing_is_shown(
    analyst: Client, asked: dict[str, str], told: str
) -> None:
    page = analyst.get(PAGE, asked)
    assert told in page.content.decode()
    assert "sentence" not in page.context
    refused = analyst.get(API, {name.replace("-", "_"): value for name, value in asked.items()})
    assert refused.status_code == 422


def test_of_fewer_than_five_customers_nothing_is_shown(analyst: Client) -> None:
    page = analyst.get(PAGE, {"since": "2099-01"})
    assert page.context["hidden"]
    assert "Fewer than five customers are in this selection." in page.content.decode()
    assert analyst.get(API, {"since": "2099-01"}).json()["switches"] == []
