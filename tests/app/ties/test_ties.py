"""What touches a touchpoint is gathered from every area, on one page, for programs and in the terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.ties.gathering import graph
from leitstern.app.ties.queries import around, named
from leitstern.core.bridge.ties.graph import Kind, Layer
from leitstern.core.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.store.home import Home

    type SignIn = Callable[[Role], Client]


def said(client: Client, address: str) -> str:
    page = client.get(address)
    assert page.status_code == 200
    return " ".join(page.content.decode().split())


@pytest.fixture
def lead(company_inside: Home, client: Client) -> Client:
    client.force_login(Person.objects.get(role=Role.LEAD))
    return client


class TestOfTheExample:
    def test_every_kind_is_gathered_and_no_tie_leads_nowhere(self, company_inside: Home) -> None:
        found = graph()
        assert {thing.kind for thing in found.things} >= set(Kind) - {Kind.MEASURE}
        there = found.by_key
        nowhere = [tie for tie in found.ties if tie.source not in there or tie.target not in there]
        assert [tie for tie in nowhere if tie.source[0] is not Kind.STOPPED] == []

    def test_from_the_department_to_the_key_figure(self, company_inside: Home) -> None:
        found = around("touchpoint", "offer_letter")
        assert found.layer is Layer.CUSTOMERS
        kinds = {each.thing.kind for layer in found.layers.values() for each in layer}
        assert {Kind.UNIT, Kind.ROLE, Kind.APPLICATION, Kind.FIGURE} <= kinds
        figure = next(each for each in found.layers[Layer.FOR] if each.thing.kind is Kind.FIGURE)
        assert [step.before.kind for step in figure.way][:2] == [Kind.TOUCHPOINT, Kind.UNIT]

    def test_asked_the_other_way_round(self, company_inside: Home) -> None:
        application = next(thing for thing in graph().things if thing.kind is Kind.APPLICATION)
        found = around("application", application.slug)
        assert found.n

    def test_as_many_questions_as_with_nothing(self, lead: Client) -> None:
        said(lead, "/ties/touchpoint/offer_letter")
        with CaptureQueriesContext(connection) as asked:
            said(lead, "/ties/touchpoint/offer_letter")
        assert len(asked) <= 40

    @pytest.mark.parametrize(("language", "words"), [("en", "touch"), ("de", "hängen an")])
    def test_the_page(self, lead: Client, language: str, words: str) -> None:
        lead.cookies["leitstern_language"] = language
        page = said(lead, "/ties/touchpoint/offer_letter")
        assert words in page.split("</h1>")[0]
        assert "/ties/unit/" in page
        assert 'href="/ties/touchpoint/offer_letter"' in said(lead, "/touchpoints/offer_letter")

    def test_as_a_table(self, lead: Client) -> None:
        lines = lead.get("/ties/touchpoint/offer_letter?format=csv").content.decode("utf-8-sig").splitlines()
        assert lines[0] == "column,kind,name,key,steps,how"
        assert len(lines) == around("touchpoint", "offer_letter").n + 1

    def test_for_programs(self, lead: Client) -> None:
        found = lead.get("/api/v1/ties/touchpoint/offer_letter").json()
        assert (found["kind"], found["key"]) == ("touchpoint", "offer_letter")
        assert all(each["how"]["de"] for each in found["touching"])


class TestFinding:
    def test_touchpoints_are_offered_and_names_are_found(self, company_inside: Home) -> None:
        assert {thing.kind for thing in named("", "en")} == {Kind.TOUCHPOINT}
        assert "Kundenservice" in [thing.name.de for thing in named("KUNDEN service", "de")]
        assert named("nothing is called so", "en") == ()

    def test_the_page(self, lead: Client) -> None:
        assert "/ties/unit/service" in said(lead, "/ties?q=customer+service")
        assert "Nothing is called like that." in said(lead, "/ties?q=zzz")


class TestWithoutAnything:
    def test_no_touchpoint_yet(self, as_role: SignIn) -> None:
        assert "There is no touchpoint yet." in said(as_role(Role.LEAD), "/ties")

    @pytest.mark.parametrize(("kind", "slug"), [("touchpoint", "nothing"), ("nothing", "call")])
    def test_unknown(self, db: None, as_role: SignIn, kind: str, slug: str) -> None:
        with pytest.raises(NotFound):
            around(kind, slug)
        assert as_role(Role.LEAD).get(f"/ties/{kind}/{slug}").status_code == 404


def test_in_the_terminal(company_inside: Home) -> None:
    from typer.testing import CliRunner

    from leitstern.cli.main import app

    run = CliRunner().invoke(
        app, ["--home", str(company_inside.path), "touches", "unit", "service", "--format", "json"]
    )
    assert json.loads(run.stdout)["key"] == "service"
