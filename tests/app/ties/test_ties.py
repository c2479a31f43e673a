"""What touches a touchpoint is gathered from every area, on one page, for programs and in the terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from typer.testing import CliRunner

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.ties.gathering import PARTS, graph, graph_around
from leitstern.app.ties.queries import around, named
from leitstern.cli.main import app
from leitstern.core.bridge.ties.graph import Kind, Layer, Thing, Tie
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

    @pytest.mark.parametrize("thing", ["touchpoint/offer_letter", "unit/marketing", "initiative", "figure"])
    def test_few_questions(self, lead: Client, thing: str) -> None:
        if "/" not in thing:
            thing = next(f"{thing}/{each.slug}" for each in graph().things if each.kind == thing)
        said(lead, f"/ties/{thing}")
        with CaptureQueriesContext(connection) as asked:
            said(lead, f"/ties/{thing}")
        assert len(asked) <= 25

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

    def test_every_part_says_what_it_holds(self, company_inside: Home) -> None:
        for part in PARTS:
            found = list(part.read())
            assert {each.kind for each in found if isinstance(each, Thing)} <= part.kinds
            ties = {(each.source[0], each.target[0]) for each in found if isinstance(each, Tie)}
            assert all(pair in part.pairs or pair[::-1] in part.pairs for pair in ties)

    @pytest.mark.parametrize("kind", list(Kind))
    def test_whatever_is_left_out_would_not_have_been_reached(self, company_inside: Home, kind: Kind) -> None:
        thing = next((each for each in graph().things if each.kind is kind), None)
        if thing is None:
            assert kind is Kind.MEASURE
            return
        key = thing.key
        everything = {each.thing.key for each in graph().touching(key)}
        assert {each.thing.key for each in graph_around(kind).touching(key)} == everything

    def test_a_key_figure_reaches_customers(self, company_inside: Home) -> None:
        figure = next(each for each in graph().things if each.kind is Kind.FIGURE)
        kinds = {each.thing.kind for each in around("figure", figure.slug).layers[Layer.CUSTOMERS]}
        assert kinds == {Kind.TOUCHPOINT}

    def test_who_is_accountable_what_is_in_the_way_and_what_was_decided(self, company_inside: Home) -> None:
        found = {each.thing.kind for each in around("unit", "marketing").layers[Layer.WHO]}
        assert Kind.TEAM in found
        hurdle = next(each for each in graph().things if each.kind is Kind.HURDLE)
        assert {Kind.UNIT, Kind.PERSON} & {
            each.thing.kind for each in around("hurdle", hurdle.slug).layers[Layer.WHO]
        }
        conflict = next(each for each in graph().things if each.kind is Kind.CONFLICT)
        assert len([each for each in around("conflict", conflict.slug).layers[Layer.FOR] if each.direct]) == 2


class TestFinding:
    def test_for_programs_and_in_the_terminal(self, lead: Client, company_inside: Home) -> None:
        found = lead.get("/api/v1/ties?q=KUNDEN service").json()
        assert {"kind": "unit", "key": "service"}.items() <= found[0].items()
        assert {each["kind"] for each in lead.get("/api/v1/ties").json()} == {"touchpoint"}
        assert lead.get("/api/v1/ties?q=" + "x" * 81).status_code == 422
        run = CliRunner().invoke(
            app,
            ["--home", str(company_inside.path), "touches", "--find", "customer service", "--format", "csv"],
        )
        assert run.stdout.splitlines()[0].lstrip("\ufeff") == "kind,key,name"
        assert any(line.startswith("unit,service,") for line in run.stdout.splitlines())

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
    run = CliRunner().invoke(
        app, ["--home", str(company_inside.path), "touches", "unit", "service", "--format", "json"]
    )
    assert json.loads(run.stdout)["key"] == "service"


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        (Kind.UNIT, "/organisation/units/{}"),
        (Kind.ROLE, "/organisation/roles/{}"),
        (Kind.APPLICATION, "/technology/applications/{}"),
        (Kind.INITIATIVE, "/portfolio/initiatives/{}"),
        (Kind.GOAL, "/portfolio/goals/{}"),
        (Kind.FIGURE, "/incentives/figures/{}"),
        (Kind.DECISION, "/leadership/decisions/{}"),
    ],
)
def test_pages_of_things_ask_what_touches_them(lead: Client, kind: Kind, address: str) -> None:
    thing = next(each for each in graph().things if each.kind is kind)
    assert thing.address == address.format(thing.slug)
    assert f'href="/ties/{kind}/{thing.slug}"' in said(lead, thing.address)
