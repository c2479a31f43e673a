"""Both sides beside each other, as they stand in the example company and where nothing is declared."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from tests.core.known import known
from tests.people import make

from leitstern.app.accounts.roles import Role
from leitstern.app.outside.reading import Published, require_published
from leitstern.app.value.documents import value_document
from leitstern.app.value.drawing import money
from leitstern.app.value.queries import beside
from leitstern.app.value.table import HEADER
from leitstern.core.company.taxonomy import Earning, Persona
from leitstern.core.errors import NotFound
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

    from leitstern.app.value.queries import Beside
    from leitstern.core.company.taxonomy import Taxonomy
    from leitstern.store.home import Home


def slug(state: Published, code: int | None) -> str:
    persona = state.taxonomy.lookup(Persona).code(code) if code else None
    return persona.slug if persona else ""


def in_other_words(**changed: object) -> Beside:
    """The published state as if the taxonomy said something else."""
    state = require_published()
    taxonomy: Taxonomy = replace(state.taxonomy, **changed)  # type: ignore[arg-type]
    return beside(replace(state, taxonomy=taxonomy))


def test_what_is_planted_is_found(small_company: Home) -> None:
    state = require_published()
    found = beside(state)
    assert found.sentence.en == "We earn most with those who struggle most: The self-employed."
    sides = {slug(state, each.persona): each for each in found.ledgers}
    assert all(isinstance(each.effort.more, Estimate) for each in sides.values())
    margin = {name: known(each.forecast.margin) for name, each in sides.items() if each.forecast}
    assert margin["self_employed"].value > 3 * margin["family_at_home"].value
    check = sides[""].forecast.check if sides[""].forecast else None
    assert check is not None
    assert check.months == 8  # a year needs half a year more of amounts than there is
    assert known(check.error).low <= 0 <= known(check.error).high
    told = {
        (goal.reach.map, goal.reach.touchpoint): goal.share
        for each in found.ledgers
        for goal in each.goals
        if goal.reach
    }
    assert isinstance(told["mortgage_end", ""], Estimate)
    assert told["mortgage_end", ""].value == 0  # nobody is thanked
    assert len([goal for each in found.ledgers for goal in each.goals if goal.reach is None]) == 3


def test_in_the_twin_nobody_struggles_more_nor_brings_more(twin_inside: Home) -> None:
    assert (
        beside(require_published()).sentence.en
        == "Whether we earn most with those who struggle most cannot be told."
    )


def test_where_nothing_is_declared_nothing_is_put_in_its_place(small_company: Home) -> None:
    found = in_other_words(earnings=())
    assert found.booked is None
    assert {each.forecast for each in found.ledgers} == {None}
    assert isinstance(found.ledgers[0].effort.contacts, Estimate)
    assert found.sentence.en.startswith("What customers get and what we get cannot")
    assert money(None, "") is None
    nothing = in_other_words(earnings=(Earning("CHF", margin="nowhere"),))
    assert isinstance(nothing.ledgers[0].forecast and nothing.ledgers[0].forecast.margin, Missing)
    words = in_other_words(earnings=(Earning("EUR", margin="event"),))
    assert words.booked is not None
    assert (words.booked.amounts, words.booked.unread > 1_000) == (0, True)


def test_without_personas_everybody_stands_alone(small_company: Home) -> None:
    found = in_other_words(personas=(), reaches=())
    assert [each.persona for each in found.ledgers] == [None]
    assert found.ledgers[0].goals == ()


def test_one_currency_at_a_time(small_company: Home) -> None:
    state = require_published()
    taxonomy = replace(state.taxonomy, earnings=(*state.taxonomy.earnings, Earning("CHF", margin="revenue")))
    both = replace(state, taxonomy=taxonomy)
    euros, francs = value_document(both), value_document(both, "CHF")
    assert (euros.currency, francs.currency, francs.currencies) == ("EUR", "CHF", ["EUR", "CHF"])
    mine = [each.ledgers[0].company.margin.value for each in (euros, francs) if each.ledgers[0].company]
    assert mine[0] == pytest.approx(0.35 * (mine[1] or 0))
    with pytest.raises(NotFound):
        beside(state, "CHF")


def test_the_page_and_its_table(
    small_company: Home, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(make(Role.EXECUTIVE))
    client.get("/value")
    with django_assert_max_num_queries(25):
        page = client.get("/value", headers={"Accept-Language": "en"}).content.decode()
    assert "We earn most with those who struggle most: The self-employed." in page
    assert "it is no reason to serve anybody worse" in page
    assert "The same, forecast 8 months ago" in page
    rows = list(csv.DictReader(StringIO(client.get("/value?format=csv").content.decode("utf-8-sig"))))
    assert list(rows[0]) == HEADER
    assert {row["side"] for row in rows} == {"customers", "company"}
    assert client.get("/value?currency=XXX").status_code == 404


def test_before_there_is_data_the_page_says_what_to_do(home: Home, client: Client, db: None) -> None:
    client.force_login(make(Role.LEAD))
    page = client.get("/value", headers={"Accept-Language": "en"}).content.decode()
    assert "There is no data yet." in page
    assert client.get("/api/v1/value").status_code == 404
