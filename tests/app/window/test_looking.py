"""What a department sees of its customers: its own part, one good thing first, three masked comments."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.people import make

from leitstern.app.accounts.actions import create_key
from leitstern.app.accounts.roles import Role
from leitstern.app.gap.queries import gap_report
from leitstern.app.outside.reading import require_published
from leitstern.app.window.looking import window, windows
from leitstern.core.company.tree import parents_of
from leitstern.core.errors import NotFound
from leitstern.core.gap.window import Basis, comes_later, one_good_thing, part_of
from leitstern.core.outside.few import FEWEST
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.accounts.models import Person


def test_a_department_sees_its_own_touchpoints_and_those_below_it() -> None:
    service = window("service")
    assert service.part.basis is Basis.OWN
    assert {each.touchpoint.department for each in service.places} == {"service"}
    assert {line.touchpoint for line in service.lines} <= {p.touchpoint.slug for p in service.places}
    board = window("customers")
    assert {each.touchpoint.department for each in board.places} == {
        "marketing",
        "branches",
        "service",
        "insurance",
    }
    assert board.part.units[0] == "customers"


def test_back_offices_see_through_whom_they_reach_customers() -> None:
    it, care, money = window("it"), window("bereavement_care"), window("corporate")
    assert (it.part.basis, it.part.whose) == (Basis.ABOVE, "technology")
    assert it.whose
    assert {each.touchpoint.department for each in it.places} == {"digital"}
    assert care.part.whose == "branches"
    assert money.part.basis is Basis.COMPANY
    assert money.whose is None
    assert len(money.places) == len(money.state.taxonomy.touchpoints)


def test_what_comes_of_it_later_is_lived_elsewhere() -> None:
    assessment = window("claims_assessment")
    assert "claim_settled" in {line.touchpoint for line in assessment.later}
    own = {each.touchpoint.slug for each in assessment.places}
    assert not own & {line.touchpoint for line in assessment.later}
    assert assessment.receives
    assert assessment.gives
    assert window("it").later == ()
    told = window("claims_assessment").finding  # nobody answers about its own touchpoint
    assert told
    assert "Claim settled" in told.en
    assert len(assessment.voices) == 3  # of those who wrote when their claim was settled


def test_the_good_thing_is_certain_and_said_first() -> None:
    branches = window("branches")
    assert branches.good
    assert "bereavement" in {line.touchpoint for line in branches.lines}
    best = one_good_thing(branches.lines)
    assert best
    assert isinstance(best.lived, Estimate)
    assert best.lived.low >= 0.5
    assert best.observed
    assert best.observed.n >= FEWEST
    few = [replace(line, observed=replace(line.observed, n=4)) for line in branches.lines if line.observed]
    assert one_good_thing(few) is None
    assert one_good_thing([]) is None


def test_three_masked_comments_a_good_one_first() -> None:
    service = window("service")
    assert len(service.voices) == 3
    assert [voice.good for voice in service.voices] == [True, False, False]
    assert len({voice.comment for voice in service.voices}) == 3


def test_every_department_has_a_window_and_the_planted_gaps_lead_theirs() -> None:
    state = require_published()
    found = {each.unit.slug: each for each in windows(state)}
    assert set(found) == {each.slug for each in state.taxonomy.departments}
    assert found["service"].finding
    report = gap_report(state)
    first = next(each for each in (*report.most_people, *report.most_harm))
    at = next(each.department for each in state.taxonomy.touchpoints if each.slug == first.touchpoint)
    assert found[at].finding == next(
        each.sentence
        for each in (*report.most_people, *report.most_harm)
        if each.touchpoint in {place.touchpoint.slug for place in found[at].places}
    )


def test_journeys_without_an_own_touchpoint_bring_nothing_later() -> None:
    taxonomy = require_published().taxonomy
    part = part_of(taxonomy, parents_of(taxonomy), "claims_assessment")
    assert comes_later(replace(taxonomy, maps=()), part) == ()


def test_a_department_that_is_not_there_says_so(reader: Client) -> None:
    with pytest.raises(NotFound):
        window("moon")
    assert reader.get(reverse("window:unit", args=["moon"])).status_code == 404


def test_pages_are_whole_and_ask_little(
    reader: Client, django_assert_max_num_queries: Callable[..., object]
) -> None:
    for slug in ("service", "corporate", "claims_assessment"):
        reader.get(reverse("window:unit", args=[slug]))  # findings are kept from now on
        with django_assert_max_num_queries(25):  # type: ignore[attr-defined]
            page = reader.get(reverse("window:unit", args=[slug])).content.decode()
        assert "One good thing first" in page
        assert page.count('class="voice ') <= 3
    with django_assert_max_num_queries(25):  # type: ignore[attr-defined]
        listed = reader.get(reverse("window:overview")).content.decode()
    assert "Bereavement care" in listed
    assert "touchpoints of the whole company" in listed
    rows = reader.get(reverse("window:unit", args=["service"]), {"format": "csv"}).content.decode()
    assert "mood," in rows
    assert "came back," in rows


def test_programs_read_it_and_take_their_letter(client: Client, owner: Person) -> None:
    headers = {"Authorization": f"Bearer {create_key(owner, 'probe')[1]}"}
    found = client.get("/api/v1/window/service", headers=headers).json()
    assert found["basis"] == "own"
    assert len(found["voices"]) == 3
    assert client.get("/api/v1/window", headers=headers).json()[0]["unit"]
    kept = client.put("/api/v1/window/service/letter", headers=headers)
    assert json.loads(kept.content) == {"unit": "service", "subscribed": True}
    assert client.delete("/api/v1/window/service/letter", headers=headers).json()["subscribed"] is False
    assert client.get("/api/v1/window/moon", headers=headers).status_code == 404
    key = create_key(make(Role.AUDITOR), "probe")[1]
    assert client.get("/api/v1/window", headers={"Authorization": f"Bearer {key}"}).status_code == 200
