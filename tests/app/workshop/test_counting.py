"""A closed workshop stands for the organisation once somebody said so, and only if enough people rated enough."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.app.workshop.conftest import Room

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.jobs import REGULAR
from leitstern.app.common.models import AuditEntry
from leitstern.app.inside.models import Group
from leitstern.app.placement.queries import placement, require_placement, require_routes
from leitstern.app.workshop import closing
from leitstern.app.workshop.models import Seat, Workshop
from leitstern.app.workshop.queries import counting, questions, workshop_ratings
from leitstern.app.workshop.result import result_of
from leitstern.core.errors import Conflict
from leitstern.core.inside.ratings import View
from leitstern.core.inside.session import Step

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

FIVE = [Group.EXECUTIVES, *[Group.STAFF] * 4]


@pytest.fixture
def lena(as_role: Callable[[Role], Client]) -> Client:
    """Her browser."""
    return as_role(Role.LEAD)


def held(name: str = "Spring retreat", *groups: Group) -> Workshop:
    """A closed workshop of five in which everybody rated everything."""
    room = Room(name)
    room.play(room.sit(*(groups or FIVE)), *[3] * len(groups or FIVE))
    return room.close()


def let_count(workshop: Workshop) -> Workshop:
    return closing.let_count(COMMAND_LINE, workshop)


def test_a_workshop_counts_once_somebody_says_so_and_no_longer_when_they_say_so(db: None) -> None:
    workshop = held()
    assert workshop_ratings() == ()
    assert placement() is None
    let_count(workshop)
    executives, staff = workshop_ratings()
    assert (executives.view, executives.n, staff.view, staff.n) == (View.EXECUTIVES, 1, View.STAFF, 4)
    assert executives.dimensions[-1] == "t10"
    assert "Spring retreat" in executives.source.en
    found = placement()
    assert found
    assert [cloud.view for cloud in found.views] == [View.EXECUTIVES, View.STAFF]
    closing.leave_out(COMMAND_LINE, workshop)
    assert workshop_ratings() == ()
    assert placement() is None
    said = AuditEntry.objects.filter(subject=f"workshop.workshop:{workshop.pk}").order_by("id")
    assert [entry.verb for entry in said][1:] == ["close workshop", "count workshop", "leave out workshop"]


def test_what_the_room_saw_is_to_the_digit_what_counts(room: Room) -> None:
    room.play(room.sit(*FIVE), 4, 3, 2, 1, 3)
    seen = result_of(room.fresh).placed
    assert seen
    assert seen.choice
    let_count(room.close())
    found = require_placement()
    assert found.probabilities == seen.placement.probabilities
    assert found.sentence == seen.placement.sentence
    assert require_routes().sentence == seen.choice.sentence


def test_the_newest_that_counts_stands_for_all(db: None) -> None:
    older, newer = let_count(held("Spring")), let_count(held("Autumn", *[Group.MANAGERS] * 5))
    assert counting() == newer
    assert [each.view for each in workshop_ratings()] == [View.MANAGERS]
    closing.leave_out(COMMAND_LINE, newer)
    assert counting() == older


def test_an_open_room_cannot_count(room: Room) -> None:
    room.play(room.sit(*FIVE), *[3] * 5)
    with pytest.raises(Conflict, match="still open"):
        let_count(room.workshop)


def test_four_people_are_too_few(room: Room) -> None:
    room.play(room.sit(*FIVE[:4]), *[3] * 4)
    workshop = room.close()
    with pytest.raises(Conflict, match="4 of at least 5 people have rated"):
        let_count(workshop)
    assert not Workshop.objects.get().counts


@pytest.mark.parametrize(
    ("rated", "why"),
    [
        ({"k1", "k2", "k3"}, "3 of at least 4 questions on culture"),
        ({"k1", "k2", "k3", "k4", "t1", "t2"}, "2 of at least 3 questions on technology"),
    ],
)
def test_too_few_questions_are_too_few(room: Room, rated: set[str], why: str) -> None:
    seats = room.sit(*FIVE)
    room.step(Step.BEGIN)
    for question in questions(room.workshop):
        axis, number = question.slug[0], question.slug
        first = [q.slug for q in questions(room.workshop) if q.slug[0] == axis]
        wanted = {slug for slug in rated if slug[0] == axis}
        if first.index(number) < len(wanted):
            room.vote(seats, *[2] * 5)
        room.step(Step.SHOW, Step.NEXT)
    with pytest.raises(Conflict, match=why):
        let_count(room.close())


def test_the_page_asks_when_the_room_is_closed(room: Room, lena: Client) -> None:
    room.play(room.sit(*FIVE), *[3] * 5)
    for name in ("desk", "result"):
        page = lena.get(reverse(f"workshop:{name}", args=[room.workshop.pk])).content.decode()
        assert "Does this workshop count for where you stand?" in page
        assert "5 people have rated" in page
        assert "12 of 12 questions were rated" in page
    address = reverse("workshop:close", args=[room.workshop.pk])
    page = lena.post(address, {"counts": "yes"}, follow=True).content.decode()
    assert "This workshop counts." in page
    assert reverse("placement:placement") in page
    assert reverse("reports:deck") in page
    assert room.fresh.counts


def test_closed_as_one_that_does_not_count_and_changed_afterwards(room: Room, lena: Client) -> None:
    room.play(room.sit(*FIVE), *[3] * 5)
    lena.post(reverse("workshop:close", args=[room.workshop.pk]), {"counts": "no"})
    assert not room.fresh.counts
    address = reverse("workshop:counts", args=[room.workshop.pk])
    page = lena.post(address, {"counts": "yes"}, follow=True).content.decode()
    assert "This workshop counts." in page
    assert "counts for where you stand" in lena.get(reverse("workshop:list")).content.decode()
    page = lena.post(address, {"counts": "no"}, follow=True).content.decode()
    assert "Does this workshop count for where you stand?" in page


def test_below_the_minimum_the_page_says_why_and_offers_nothing(room: Room, lena: Client) -> None:
    room.play(room.sit(Group.STAFF), 3)
    page = lena.get(reverse("workshop:result", args=[room.workshop.pk])).content.decode()
    assert "This workshop cannot count for where you stand." in page
    assert "1 of at least 5 people have rated." in page
    assert 'name="counts"' not in page
    room.close()
    answer = lena.post(reverse("workshop:counts", args=[room.workshop.pk]), {"counts": "yes"}, follow=True)
    assert "cannot count" in answer.content.decode()
    assert not room.fresh.counts


def test_programs_say_so_too(lena: Client, db: None) -> None:
    workshop = held()
    address = f"/api/v1/workshops/{workshop.pk}"
    assert lena.get(address).json()["rated"] == {
        "people": 5,
        "questions": 12,
        "asked": 12,
        "culture": 7,
        "technology": 5,
        "missing": [],
    }
    assert lena.post(f"{address}/count").json()["counts"] is True
    assert lena.post(f"{address}/leave-out").json()["counts"] is False
    small = held("Small", Group.STAFF)
    refused = lena.post(f"/api/v1/workshops/{small.pk}/count")
    assert refused.status_code == 409
    opened = Room("By key")
    opened.play(opened.sit(Group.STAFF), 2)
    assert lena.post(f"/api/v1/workshops/{opened.workshop.pk}/close").json()["stage"] == "closed"


def test_a_room_that_was_left_open_closes_by_itself(room: Room) -> None:
    assert "leitstern.app.workshop.closing.close_left_open" in REGULAR
    seats = room.sit(*FIVE)
    room.step(Step.BEGIN)
    room.vote(seats, *[2] * 5)
    prepared = Room("Next week")  # nobody has voted there
    assert not closing.close_left_open()
    Workshop.objects.update(last_step=timezone.now() - closing.LEFT_OPEN - timedelta(minutes=1))
    assert closing.close_left_open()
    assert room.fresh.stage == "closed"
    assert not room.fresh.counts
    assert prepared.fresh.stage == "gathering"
    assert not Seat.objects.exists()
    assert not closing.close_left_open()


def test_with_nothing_connected_the_start_page_leads_to_a_workshop_and_then_says_where_we_stand(
    lena: Client, db: None
) -> None:
    page = lena.get("/").content.decode()
    assert f'href="{reverse("workshop:list")}">a workshop of one hour' in page
    let_count(held())
    found = placement()
    assert found
    assert found.sentence.en in lena.get("/").content.decode()
