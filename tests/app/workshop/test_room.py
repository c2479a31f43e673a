"""A room rates openly by consent; nothing of a person stays beyond it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from tests.app.workshop.conftest import Room

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.models import AuditEntry, Finding
from leitstern.app.inside.instruments import named_version
from leitstern.app.inside.models import Group
from leitstern.app.workshop import actions, closing, noting
from leitstern.app.workshop.documents import csv_rows, workshop_document
from leitstern.app.workshop.models import (
    MOST_SEATS,
    KeptVotes,
    Seat,
    Vote,
    Workshop,
    WorkshopStage,
)
from leitstern.app.workshop.queries import votes_of, workshop_by_id
from leitstern.app.workshop.result import RESULT, result_of
from leitstern.app.workshop.storing import clock_of, session_of
from leitstern.core.errors import Conflict, InvalidInput, NotAllowed, NotFound
from leitstern.core.inside.ratings import View
from leitstern.core.inside.session import Stage, Step
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.app.accounts.models import Person

EIGHT = [Group.EXECUTIVES] * 2 + [Group.MANAGERS] * 3 + [Group.STAFF] * 3


def test_a_phone_votes_only_after_its_owner_agreed(room: Room) -> None:
    phone = Client()
    page = phone.post(room.address, {"group": "staff"})
    assert page.status_code == 200
    assert "Nobody votes without having agreed." in page.content.decode()
    assert not room.workshop.seats.exists()
    assert room.fresh.consents == 0

    phone.post(room.address, {"group": "staff", "agreed": "on"})
    assert room.fresh.consents == 1
    assert "cannot be anonymous" in room.fresh.wording["en"]


def test_the_wording_is_on_the_phone_before_the_first_vote(room: Room) -> None:
    page = Client(headers={"Accept-Language": "de"}).get(room.address).content.decode()
    assert "Ein kleiner Raum kann nicht anonym sein" in page


def test_a_seat_knows_a_code_and_a_group_and_nothing_else() -> None:
    assert {f.name for f in Seat._meta.get_fields()} == {
        "id",
        "workshop",
        "code",
        "group",
        "by_hand",
        "votes",
    }
    assert {f.name for f in Vote._meta.get_fields()} == {"id", "seat", "dimension", "vote", "level"}
    assert {f.name for f in KeptVotes._meta.get_fields()} == {"id", "workshop", "group", "people", "votes"}


def test_no_session_and_no_log_for_phones(room: Room) -> None:
    before = AuditEntry.objects.count()
    phone = room.phone()
    room.step(Step.BEGIN)
    phone.post(room.address, {"vote": 1, "dimension": room.dimension, "level": "3"})
    assert Vote.objects.get().level == 3
    assert AuditEntry.objects.count() == before
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM django_session")
        assert cursor.fetchone() == (0,)
    cookie = phone.cookies["seat"]
    assert cookie["path"] == room.address
    assert cookie["httponly"]


def test_a_ninth_phone_is_turned_away_until_a_seat_is_free(room: Room) -> None:
    seats = room.sit(*EIGHT)
    ninth = Client()
    answer = ninth.post(room.address, {"group": "staff", "agreed": "on"})
    assert answer.status_code == 409
    assert "All eight seats are taken" in answer.content.decode()
    assert room.workshop.seats.count() == MOST_SEATS == room.fresh.consents
    actions.free_seat(COMMAND_LINE, room.workshop, seats[0].pk)
    assert ninth.post(room.address, {"group": "staff", "agreed": "on"}).status_code == 302


def test_a_late_joiner_votes_from_where_the_room_is(room: Room) -> None:
    early = room.sit(Group.STAFF)
    room.step(Step.BEGIN)
    room.vote(early, 2)
    room.step(Step.SHOW, Step.NEXT)
    late = room.phone(Group.MANAGERS)
    page = late.get(room.address)
    assert page.context["number"] == 2
    late.post(room.address, {"vote": 1, "dimension": "k2", "level": "1"})
    room.close()
    (managers,) = [each for each in votes_of(room.fresh) if each.group is View.MANAGERS]
    assert (managers.on("k1").counted.levels, managers.on("k2").counted.levels) == ([], [1])


def test_nobody_comes_in_once_the_result_is_there(room: Room) -> None:
    room.play(room.sit(Group.STAFF), 2)
    with pytest.raises(Conflict, match="does not take votes"):
        actions.come_in(room.workshop, Group.STAFF)
    assert "The result is on the screen" in Client().get(room.address).content.decode()


def test_a_phone_that_went_away_comes_back_by_itself_or_with_its_code(room: Room) -> None:
    phone = room.phone()
    seat = room.workshop.seats.get()
    room.step(Step.BEGIN)
    phone.post(room.address, {"vote": 1, "dimension": "k1", "level": "3"})
    again = phone.get(room.address)
    assert again.context["given"].level == 3
    assert seat.code in again.content.decode()

    other = Client()
    assert other.post(room.address, {"code": seat.code.lower().replace("-", " ")}).status_code == 302
    assert other.get(room.address).context["seat"] == seat
    assert room.workshop.seats.count() == 1
    wrong = Client().post(room.address, {"code": "AAAA-AAAA"})
    assert wrong.status_code == 404
    assert "no seat with this code" in wrong.content.decode()


def test_a_seat_that_was_freed_is_gone_from_its_phone(room: Room) -> None:
    phone = room.phone()
    actions.free_seat(COMMAND_LINE, room.workshop, room.workshop.seats.get().pk)
    assert phone.get(room.address).context["seat"] is None


def test_a_double_vote_takes_the_place_of_the_first(room: Room) -> None:
    (seat,) = room.sit(Group.STAFF)
    room.step(Step.BEGIN)
    room.vote([seat], 1)
    room.vote([seat], 3)
    assert list(Vote.objects.values_list("level", flat=True)) == [3]
    with pytest.raises(IntegrityError), transaction.atomic():
        Vote.objects.create(seat=seat, dimension="k1", vote=1, level=2)


def test_a_vote_for_a_question_that_has_moved_on_counts_nowhere(room: Room) -> None:
    (seat,) = room.sit(Group.STAFF)
    room.step(Step.BEGIN)
    for number, dimension in ((2, "k1"), (1, "k2"), (0, "k1"), (-1, "k1")):
        with pytest.raises(Conflict, match="moved on"):
            actions.vote(seat, dimension, number, 2)
    room.step(Step.SHOW)
    with pytest.raises(Conflict, match="moved on"):
        actions.vote(seat, "k1", 1, 2)
    assert not Vote.objects.exists()


def test_a_vote_counts_although_the_facilitator_went_on_and_back(room: Room) -> None:
    phone = room.phone()
    room.step(Step.BEGIN, Step.NEXT, Step.UNDO)
    assert phone.post(room.address, {"vote": 1, "dimension": "k1", "level": "2"}).status_code == 302
    assert Vote.objects.get().level == 2


@pytest.mark.parametrize("level", [-1, 5, 99])
def test_a_vote_is_a_level(room: Room, level: int) -> None:
    (seat,) = room.sit(Group.STAFF)
    room.step(Step.BEGIN)
    with pytest.raises(InvalidInput):
        actions.vote(seat, "k1", 1, level)


@pytest.mark.parametrize("posted", ["", "x", "5", "-1", "²"])
def test_so_it_is_on_a_phone(room: Room, posted: str) -> None:
    phone = room.phone()
    room.step(Step.BEGIN)
    answer = phone.post(room.address, {"vote": 1, "dimension": "k1", "level": posted})
    assert answer.status_code == 422
    assert not Vote.objects.exists()


def test_who_cannot_say_has_voted_and_counts_for_no_level(room: Room) -> None:
    seats = room.sit(Group.STAFF, Group.STAFF)
    room.step(Step.BEGIN)
    room.vote(seats, None, 3)
    first = result_of(room.close()).answered[0].cast.first
    assert (first.n, first.unsure) == (1, 1)


def test_first_and_second_vote_are_kept_and_the_second_counts(room: Room) -> None:
    seats = room.sit(Group.MANAGERS, Group.MANAGERS)
    room.step(Step.BEGIN)
    room.vote(seats, 4, 1)
    room.step(Step.SHOW, Step.AGAIN)
    room.vote(seats[:1], 2)
    room.step(Step.SHOW)
    room.close()
    cast = result_of(room.fresh).answered[0].cast
    assert (cast.first.levels, cast.second.levels, cast.counted.levels) == ([1, 4], [2], [1, 2])


def test_a_step_on_a_screen_that_is_behind_does_nothing_twice(room: Room) -> None:
    room.step(Step.BEGIN)
    turn = room.turn
    actions.take_step(COMMAND_LINE, room.workshop, Step.NEXT, turn)
    with pytest.raises(Conflict, match="moved on"):
        actions.take_step(COMMAND_LINE, room.workshop, Step.NEXT, turn)
    assert session_of(room.fresh).position == 1


def test_a_wrong_step_is_undone_and_votes_stay(room: Room) -> None:
    seats = room.sit(Group.STAFF)
    room.step(Step.BEGIN)
    room.vote(seats, 2)
    room.step(Step.NEXT, Step.UNDO)
    assert room.dimension == "k1"
    assert Vote.objects.count() == 1
    room.step(Step.UNDO)
    assert session_of(room.fresh).stage is Stage.GATHERING
    assert not clock_of(room.fresh).runs


def test_the_clock_runs_from_the_first_question_and_stops_for_a_pause(room: Room) -> None:
    assert not clock_of(room.fresh).runs
    room.step(Step.BEGIN)
    assert clock_of(room.fresh).runs
    actions.pause(COMMAND_LINE, room.workshop)
    assert not clock_of(room.fresh).runs
    actions.pause(COMMAND_LINE, room.workshop)
    assert clock_of(room.fresh).runs


def test_closing_deletes_seats_and_keeps_counts(room: Room) -> None:
    seats = room.sit(*EIGHT)
    room.play(seats, 0, 1, 2, 3, 4, 0, 1, 2)
    before = votes_of(room.fresh)
    closed = room.close()
    assert closed.stage == WorkshopStage.CLOSED
    assert not Seat.objects.exists()
    assert not Vote.objects.exists()
    assert votes_of(room.fresh) == before
    assert [(each.group.value, each.people) for each in before] == [
        ("executives", 2),
        ("managers", 3),
        ("staff", 3),
    ]
    assert all(len(each.cast) == 12 for each in before)
    assert room.fresh.consents == MOST_SEATS
    for act in (
        room.close,
        lambda: actions.come_in(room.workshop, Group.STAFF),
        lambda: room.step(Step.NEXT),
    ):
        with pytest.raises(Conflict):
            act()


def test_nothing_stored_or_shown_tells_which_votes_came_from_one_person(db: None) -> None:
    """Two rooms that voted alike question by question, but by other people, cannot be told apart once closed."""
    seen = []
    for people in (((0, 0), (4, 4)), ((0, 4), (4, 0))):
        room = Room("Retreat")
        seats = room.sit(Group.STAFF, Group.STAFF)
        room.step(Step.BEGIN)
        for question in range(2):
            room.vote(seats, *(levels[question] for levels in people))
            room.step(Step.SHOW, Step.NEXT)
        votes = Vote.objects.filter(seat__workshop=room.workshop).order_by("seat", "dimension")
        profiles = list(votes.values_list("level", flat=True))
        closed = room.close()
        told = workshop_document(closed).model_dump(exclude={"id", "created"})
        kept = list(closed.kept.values_list("group", "people", "votes"))
        seen.append((profiles, kept, told, list(csv_rows(closed)), everything_about(closed)))
    (open_one, *one), (open_other, *other) = seen
    assert open_one != open_other  # as long as the room is open it can be told
    assert one == other


def everything_about(workshop: Workshop) -> dict[str, list[dict[str, object]]]:
    """Each row of the database that leads to a workshop or its parts, but for keys, moments and random signs."""
    random = {"id", "workshop_id", "token", "created", "closed", "last_step", "clock"}
    links: list[Any] = list(Workshop._meta.related_objects)
    tables: dict[str, Any] = {"workshop.Workshop": Workshop.objects.filter(pk=workshop.pk)}
    for link in links:
        model = link.related_model
        tables[model._meta.label] = model.objects.filter(**{link.field.name: workshop})
    assert set(tables) == {f"workshop.{name}" for name in ("Workshop", "Seat", "KeptVotes", "Note")}
    assert not Vote.objects.exists()
    return {
        label: [{key: value for key, value in row.items() if key not in random} for row in rows.values()]
        for label, rows in tables.items()
    }


def test_no_seat_is_cleared_once_its_votes_were_shown(room: Room) -> None:
    """Two results between which one seat was cleared would tell what was voted there."""
    seats = room.sit(*[Group.STAFF] * 3)
    room.step(Step.BEGIN)
    room.vote(seats, 0, 2, 4)
    actions.free_seat(COMMAND_LINE, room.workshop, seats[2].pk)  # nobody has seen its vote
    room.step(Step.SHOW)
    for _ in range(2):
        with pytest.raises(Conflict, match="have been shown"):
            actions.free_seat(COMMAND_LINE, room.workshop, seats[0].pk)
        room.step(Step.NEXT)
    assert room.workshop.seats.count() == 2


def test_what_was_found_while_the_room_was_open_goes_with_it(room: Room) -> None:
    """Several results of an open room may tell more than the last one."""
    seats = room.sit(*[Group.STAFF] * 3)
    room.play(seats, 0, 2, 4)
    result_of(room.fresh)
    Vote.objects.filter(seat=seats[0]).update(level=3)  # as if the last question was undone and voted anew
    result_of(room.fresh)
    assert Finding.objects.filter(name=RESULT).count() == 2
    room.close()
    assert not Finding.objects.filter(name=RESULT).exists()


def test_who_never_voted_is_not_counted(room: Room) -> None:
    seats = room.sit(Group.STAFF, Group.STAFF, Group.STAFF)
    room.step(Step.BEGIN)
    room.vote(seats[:2], 2, None)
    room.close()
    (staff,) = votes_of(room.fresh)
    assert (staff.people, staff.on("k1").counted.voted) == (1, 2)


def test_the_result_is_there_at_once_with_its_uncertainty(room: Room) -> None:
    room.play(room.sit(*EIGHT), 4, 4, 3, 3, 3, 2, 2, 1)
    found = result_of(room.fresh)
    assert found.placed
    assert found.placed.placement.illusion.state == "self-image only"
    assert len(found.placed.placement.illusion.proofs) == 3
    assert found.placed.choice
    assert sum(found.people.values()) == 8
    again = result_of(room.close())
    assert again.placed
    assert again.placed.placement.sentence == found.placed.placement.sentence


def test_one_rater_and_all_the_same_are_placed_with_wide_intervals(room: Room) -> None:
    room.play(room.sit(Group.STAFF), 4)
    found = result_of(room.fresh)
    assert found.placed
    level = found.answered[0].level
    assert isinstance(level, Estimate)
    assert level.n == 1
    assert level.high - level.low > 0.8


def test_without_a_vote_there_is_no_result(room: Room) -> None:
    room.sit(Group.STAFF)
    assert result_of(room.close()).placed is None


def test_nobody_watches_votes_arrive(room: Room) -> None:
    seats = room.sit(Group.STAFF, Group.STAFF)
    room.step(Step.BEGIN)
    room.vote(seats, 4, 1)
    for look in (result_of, workshop_document, lambda found: list(csv_rows(found))):
        with pytest.raises(Conflict, match="still voting"):
            look(room.fresh)


def test_cards_are_entered_by_hand_once_all_agreed(room: Room) -> None:
    with pytest.raises(InvalidInput, match="without having agreed"):
        actions.seat_by_hand(COMMAND_LINE, room.workshop, Group.STAFF, 3, agreed=False)
    seats = actions.seat_by_hand(COMMAND_LINE, room.workshop, Group.STAFF, 3, agreed=True)
    with pytest.raises(Conflict, match="All eight"):
        actions.seat_by_hand(COMMAND_LINE, room.workshop, Group.MANAGERS, 6, agreed=True)
    assert room.fresh.consents == 3
    room.step(Step.BEGIN)
    levels = {seats[0].pk: 2, seats[1].pk: None, seats[2].pk: 4}
    actions.vote_by_hand(COMMAND_LINE, room.workshop, "k1", 1, levels)
    with pytest.raises(InvalidInput):
        actions.vote_by_hand(COMMAND_LINE, room.workshop, "k1", 1, {seats[0].pk: 0, seats[1].pk: 7})
    assert result_of(room.close()).answered[0].cast.first.counts == (0, 0, 1, 0, 1)


def test_a_seat_of_cards_is_no_phones_seat(room: Room) -> None:
    (seat,) = actions.seat_by_hand(COMMAND_LINE, room.workshop, Group.STAFF, 1, agreed=True)
    assert Client().post(room.address, {"code": seat.code}).status_code == 404


def test_only_some_lead_workshops(room: Room, executive: Person) -> None:
    for act in (
        lambda: actions.open_workshop(executive, "x"),
        lambda: actions.take_step(executive, room.workshop, Step.BEGIN, 0),
        lambda: actions.pause(executive, room.workshop),
        lambda: closing.close(executive, room.workshop),
        lambda: closing.let_count(executive, room.workshop),
        lambda: closing.leave_out(executive, room.workshop),
        lambda: noting.write_note(executive, room.workshop, "k1", "x"),
        lambda: actions.free_seat(executive, room.workshop, 1),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_an_instrument_without_cards_opens_no_room(db: None) -> None:
    with pytest.raises(Conflict, match="asks nothing in a workshop"):
        actions.open_workshop(COMMAND_LINE, "x", named_version("dora-westrum"))
    assert not Workshop.objects.exists()


def test_links_lead_to_their_room_only(room: Room) -> None:
    assert len(room.workshop.token) >= 12
    assert Client().get("/w/nowhere").status_code == 404
    with pytest.raises(NotFound):
        workshop_by_id(0)


def test_opening_and_closing_are_logged(room: Room) -> None:
    room.close()
    verbs = list(AuditEntry.objects.order_by("id").values_list("verb", flat=True))
    assert verbs == ["open workshop", "close workshop"]


def test_phones_ask_again_only_for_what_is_new(room: Room) -> None:
    phone = room.phone()
    now = room.address + "/now"
    here = session_of(room.fresh).where
    assert phone.get(f"{now}?where={here}").status_code == 204
    room.step(Step.BEGIN)
    assert phone.get(f"{now}?where={here}").context["number"] == 1


def test_the_screen_shows_votes_only_when_the_facilitator_does(
    room: Room, as_role: Callable[[Role], Client]
) -> None:
    browser = as_role(Role.LEAD)
    screen = f"/workshops/{room.workshop.pk}/screen"
    assert "<svg" in browser.get(screen).content.decode()
    seats = room.sit(*EIGHT[:3])
    room.step(Step.BEGIN)
    room.vote(seats, 0, 4, 2)
    hidden = browser.get(screen)
    assert hidden.context["voted"] == 3
    assert 'class="dot"' not in hidden.content.decode()
    assert browser.get(f"{screen}/now?seen={hidden.context['seen']}").status_code == 204

    room.step(Step.SHOW)
    shown = browser.get(f"{screen}/now?seen={hidden.context['seen']}").content.decode()
    assert shown.count('class="dot"') == 3
    assert "4 levels apart" in shown
    room.step(Step.AGAIN)
    room.vote(seats, 2, 2, 2)
    room.step(Step.SHOW)
    twice = browser.get(f"{screen}/now").content.decode()
    assert twice.count('class="dot"') == 3
    assert twice.count('class="dot hollow"') == 3
    assert "All see it alike." in twice
