"""Changing maps: by buttons, with a preview, as versions that never change, and two people at once."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

import pytest

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.models import TaxonomyVersion
from leitstern.app.company.queries import require_taxonomy
from leitstern.app.intake.actions import change_taxonomy
from leitstern.app.maps import actions
from leitstern.app.maps.models import NotedPain
from leitstern.app.maps.queries import find_map, history, require_map
from leitstern.collect.taxonomy_file import read_taxonomy
from leitstern.core.company.taxonomy import JourneyMap, MapStep
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.store.home import Home

SHOP = """
version: 1
company: Shop
time_zone: Europe/Berlin
departments: [{slug: sales, name: Sales}]
stages: [{slug: buy, name: Buy}]
touchpoints:
  - {slug: visit, name: Visit, stage: buy, department: sales}
  - {slug: order, name: Order, stage: buy, department: sales}
  - {slug: pay, name: Paying, stage: buy, department: sales}
maps:
  - {slug: buying, name: Buying, owner: Head of Sales, steps: [visit, order, pay]}
"""
EDIT, API = "/maps/buying/edit", "/api/v1/maps/buying"


@pytest.fixture
def shop(home: Home, db: None) -> TaxonomyVersion:
    return change_taxonomy(COMMAND_LINE, read_taxonomy(SHOP))


@pytest.fixture
def lena(shop: TaxonomyVersion, as_role: Callable[[Role], Client]) -> Client:
    return as_role(Role.LEAD)


def form(since: TaxonomyVersion | None, *steps: str, **more: Any) -> dict[str, Any]:
    given = {"name_en": "Buying", "name_de": "Buying", "owner_en": "Head of Sales", "touchpoint": list(steps)}
    given |= {"parallel": [""] * len(steps)}
    return given | ({"since": since.pk} if since else {}) | more


def shown(answer: Any) -> list[str]:
    return [step.touchpoint for step in answer.context["draft"].steps]


def page(answer: Any) -> str:
    return html.unescape(answer.content.decode())


def test_steps_move_by_buttons_and_the_focus_goes_along(lena: Client, shop: TaxonomyVersion) -> None:
    answer = lena.post(EDIT, form(shop, "visit", "order", "pay", do="up:2"))
    assert shown(answer) == ["visit", "pay", "order"]
    assert "“Paying” is now step 2 of 3." in page(answer)
    assert 'value="up:1" data-move="up" autofocus' in page(answer)
    answer = lena.post(EDIT, form(shop, "visit", "order", "pay", do="down:1"))
    assert 'value="up:2" data-move="up" autofocus' in page(answer)  # it can go no further down
    assert TaxonomyVersion.objects.count() == 1


def test_steps_are_added_where_it_is_said_and_removed(lena: Client, shop: TaxonomyVersion) -> None:
    add = form(shop, "visit", "order", do="add", added="pay")
    assert shown(lena.post(EDIT, add)) == ["visit", "order", "pay"]
    assert shown(lena.post(EDIT, add | {"after": "1"})) == ["visit", "pay", "order"]
    assert shown(lena.post(EDIT, add | {"after": "99"})) == ["visit", "order", "pay"]
    assert shown(lena.post(EDIT, form(shop, "visit", "order", do="remove:0"))) == ["order"]
    for nothing in ({"do": "add", "added": "nowhere"}, {"do": "up:0"}, {"do": "down:x"}, {"do": "turn:1"}):
        assert shown(lena.post(EDIT, form(shop, "visit", "order") | nothing)) == ["visit", "order"]


def test_a_preview_says_what_changes_before_anything_is_kept(lena: Client, shop: TaxonomyVersion) -> None:
    marked = form(shop, "pay", "visit", "order", optional=["0"], repeatable=["1"], parallel=["", "a", "a"])
    answer = lena.post(EDIT, marked | {"do": "preview"})
    assert "1 step moved, 3 steps marked otherwise" in page(answer)
    assert "“Paying” moved from step 3 to step 1." in page(answer)
    assert "“Visit”: repeatable, in any order with a instead of no mark." in page(answer)
    assert TaxonomyVersion.objects.count() == 1


def test_what_is_kept_is_a_new_version_and_the_one_before_stays(lena: Client, shop: TaxonomyVersion) -> None:
    kept = lena.post(EDIT, form(shop, "visit", "pay", do="keep", reason="Orders are gone"), follow=True)
    assert kept.redirect_chain == [("/maps/buying", 302)]
    newest, first = history("buying")
    assert [step.touchpoint for step in require_map("buying").steps] == ["visit", "pay"]
    assert (newest.number, newest.reason, newest.map and len(newest.map.steps)) == (2, "Orders are gone", 2)
    assert first.map
    assert len(first.map.steps) == 3
    told = page(lena.get("/maps/buying/versions"))
    assert "1 step removed" in told.lower()
    assert "Orders are gone" in told


def test_an_older_version_comes_back_as_a_new_one(lena: Client, shop: TaxonomyVersion) -> None:
    lena.post(EDIT, form(shop, "visit", "pay", do="keep"))
    lena.post("/maps/buying/versions/1/restore")
    assert [step.touchpoint for step in require_map("buying").steps] == ["visit", "order", "pay"]
    assert [each.number for each in history("buying")] == [3, 2, 1]
    assert "the same" in page(lena.get("/maps/buying/versions?from=1&to=3"))


def test_the_second_of_two_is_told_what_changed_and_loses_nothing(
    lena: Client, shop: TaxonomyVersion
) -> None:
    lena.post(EDIT, form(shop, "visit", "pay", do="keep"))
    second = lena.post(EDIT, form(shop, "order", "visit", "pay", do="keep", reason="Mine"))
    assert second.status_code == 409
    assert "“Order”, once step 2, is gone." in page(second)  # what the first did
    assert "“Order” was added as step 1." in page(second)  # what is theirs on top of it
    assert (shown(second), second.context["draft"].reason) == (["order", "visit", "pay"], "Mine")
    assert len(require_map("buying").steps) == 2
    again = form(shop, "order", "visit", "pay", do="keep") | {"since": second.context["draft"].since}
    assert lena.post(EDIT, again).status_code == 302
    assert [step.touchpoint for step in require_map("buying").steps] == ["order", "visit", "pay"]


def test_what_else_changed_meanwhile_is_kept_without_asking(lena: Client, shop: TaxonomyVersion) -> None:
    change_taxonomy(COMMAND_LINE, read_taxonomy(SHOP.replace("name: Order,", "name: Ordering,")))
    assert lena.post(EDIT, form(shop, "visit", "pay", do="keep")).status_code == 302
    assert require_taxonomy().touchpoints[1].name.en == "Ordering"
    assert len(require_map("buying").steps) == 2


def test_a_map_that_cannot_be_is_told_and_stays_in_the_form(lena: Client, shop: TaxonomyVersion) -> None:
    for wrong, why in (
        (form(shop, do="keep"), "at least one step"),
        (form(shop, "visit", "closed", do="keep"), "There is no touchpoint “closed”."),
        (form(shop, *["visit"] * 61, do="keep"), "at most 60 steps"),
        (form(shop, "visit", do="keep", name_en=" ", name_de=""), "needs a name"),
    ):
        answer = lena.post(EDIT, wrong)
        assert (answer.status_code, why in page(answer)) == (422, True)
        assert shown(answer) == wrong["touchpoint"]
    assert TaxonomyVersion.objects.count() == 1


def test_a_new_map_is_drafted_from_a_way_and_named_in_one_language(lena: Client) -> None:
    drafted = lena.get("/maps/new/draft?way=visit.nowhere.pay&optional=pay")
    assert shown(drafted) == ["visit", "pay"]
    assert drafted.context["draft"].steps[1].optional
    for address in ("/maps/schnell-kaufen", "/maps/schnell-kaufen-2"):
        kept = lena.post(
            "/maps/new/draft", form(None, "visit", "pay", do="keep", name_en="", name_de="Schnell kaufen")
        )
        assert kept["Location"] == address
    assert find_map("schnell-kaufen-2") is not None
    with pytest.raises(Conflict, match="buying"):
        actions.add_map(COMMAND_LINE, JourneyMap(0, "buying", Text("B", "B"), (MapStep("visit"),)))


def test_a_map_is_taken_out_and_put_back_with_its_code(lena: Client) -> None:
    code = require_map("buying").code
    assert lena.post("/maps/buying/take-out", follow=True).status_code == 200
    assert find_map("buying") is None
    assert "Taken out" in page(lena.get("/maps"))
    assert lena.post("/maps/buying/versions/2/restore").status_code == 422
    lena.post("/maps/buying/versions/1/restore")
    assert require_map("buying").code == code


def test_pains_of_the_company_are_told_apart_masked_and_can_be_withdrawn(
    shop: TaxonomyVersion, as_role: Callable[[Role], Client]
) -> None:
    sina = as_role(Role.SERVICE)
    note = {"touchpoint": "pay", "words": "Call 0151 23456789, nobody answers."}
    sina.post("/maps/buying/pains", note)
    pain = NotedPain.objects.get()
    assert pain.words == "Call [phone], nobody answers."
    for wrong in ({"touchpoint": "nowhere", "words": "x"}, {"touchpoint": "pay", "words": " "}):
        assert sina.post("/maps/buying/pains", wrong).status_code == 422
    sina.post(f"/maps/buying/pains/{pain.pk}/withdraw")
    pain.refresh_from_db()
    assert pain.withdrawn
    sina.post(f"/maps/buying/pains/{pain.pk}/withdraw", {"undo": "1"})
    pain.refresh_from_db()
    assert pain.withdrawn is None
    assert sina.post("/maps/other/pains/1/withdraw").status_code == 404


def body(*steps: str, **more: Any) -> dict[str, Any]:
    return {"name": {"en": "Buying"}, "steps": [{"touchpoint": slug} for slug in steps]} | more


def test_a_program_changes_the_version_it_has_read(lena: Client) -> None:
    read = lena.get(API)
    tag = read["ETag"]
    assert lena.get(API, headers={"If-None-Match": tag}).status_code == 304

    def put(given: dict[str, Any], **headers: str) -> Any:
        return lena.put(API, given, content_type="application/json", headers=headers)

    assert put(body("visit")).status_code == 428
    changed = put(body("visit", "pay", reason="Short"), **{"If-Match": tag})
    assert (changed.status_code, changed.json()["version"]) == (200, 2)
    assert changed["ETag"] != tag
    late = put(body("pay"), **{"If-Match": tag})
    assert (late.status_code, late.json()["title"]) == (412, "map-changed")
    assert [each["number"] for each in lena.get(f"{API}/versions").json()] == [2, 1]
    assert put(body("closed"), **{"If-Match": "*"}).status_code == 422
    assert lena.delete(API, headers={"If-Match": changed["ETag"]}).json()["steps"] is None
    assert lena.put("/api/v1/maps/Bad!", body("visit"), content_type="application/json").status_code == 422
    assert put(body("visit")).status_code == 201


def test_nobody_else_may_slip_in_between(shop: TaxonomyVersion, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another change of the taxonomy between reading and keeping: the map is laid on top of it."""
    slipped: list[TaxonomyVersion] = []

    def slow(*given: Any, **more: Any) -> TaxonomyVersion:
        if not slipped:
            slipped.append(
                change_taxonomy(COMMAND_LINE, read_taxonomy(SHOP.replace("name: Visit,", "name: Call,")))
            )
        return change_taxonomy(*given, **more)

    monkeypatch.setattr(actions, "change_taxonomy", slow)
    draft = JourneyMap(0, "buying", Text("Buying", "Buying"), (MapStep("pay"),))
    actions.keep_map(COMMAND_LINE, draft, since=shop.pk)
    assert (require_taxonomy().touchpoints[0].name.en, len(require_map("buying").steps)) == ("Call", 1)
    with pytest.raises(InvalidInput):
        actions.note_pain(COMMAND_LINE, "buying", "visit", "Not on the map any more")
