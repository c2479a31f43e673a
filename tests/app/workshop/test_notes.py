"""What was seen is noted without names, can be said anew and taken back, and can become a claimed level."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.models import AuditEntry, Job
from leitstern.app.workshop import noting
from leitstern.app.workshop.documents import NOTES_HEADER, note_rows
from leitstern.core.errors import Conflict, InvalidInput, NotAllowed
from leitstern.core.inside.session import Step

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client
    from tests.app.workshop.conftest import Room

    from leitstern.app.accounts.models import Person
    from leitstern.app.workshop.models import Note

SAID = "Herr Meier aus dem Einkauf hat den Bericht gezeigt, Tel. 0171 2345678."
MASKED = "Herr [name] aus dem Einkauf hat den Bericht gezeigt, Tel. [phone]."


def write(room: Room, text: str = "Two journeys have owners.", level: int | None = 2) -> Note:
    return noting.write_note(COMMAND_LINE, room.workshop, "k1", text, level)


def verbs() -> list[str]:
    return list(AuditEntry.objects.filter(verb__contains="workshop note").values_list("verb", flat=True))


@pytest.fixture
def lena(as_role: Callable[[Role], Client]) -> Client:
    """Her browser."""
    return as_role(Role.LEAD)


def test_what_looks_like_a_name_is_masked_before_it_is_stored(room: Room) -> None:
    assert write(room, SAID).text == MASKED


def test_a_note_is_said_anew(room: Room) -> None:
    note = write(room)
    noting.correct_note(COMMAND_LINE, note, SAID, 3)
    note.refresh_from_db()
    assert (note.text, note.level) == (MASKED, 3)
    assert verbs() == ["correct workshop note"]


def test_a_note_is_taken_back_and_the_log_says_so(room: Room) -> None:
    note = write(room)
    key = note.pk
    noting.remove_note(COMMAND_LINE, note)
    assert not room.workshop.notes.exists()
    entry = AuditEntry.objects.get(verb="remove workshop note")
    assert entry.subject == f"workshop.note:{key}"


def test_after_closing_the_words_that_went_leave_the_disk(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    wiped: list[bool] = []
    monkeypatch.setattr(noting, "wipe_after_commit", lambda: wiped.append(True))
    noting.correct_note(COMMAND_LINE, write(room), "Other words.")
    assert not wiped  # the closing of the room wipes
    note = write(room)
    room.close()
    note.refresh_from_db()
    noting.correct_note(COMMAND_LINE, note, "Other words.")
    noting.remove_note(COMMAND_LINE, note)
    assert len(wiped) == 2
    assert Job.objects.filter(kind="wipe").count() <= 1


def test_a_note_can_become_a_claimed_level_that_stays(room: Room, lead: Person) -> None:
    note = noting.write_note(lead, room.workshop, "k1", " Two journeys have owners. ", 2)
    bare = noting.write_note(lead, room.workshop, "k2", "Ask in sales.")
    with pytest.raises(Conflict, match="Say which level"):
        noting.claim_note(lead, bare)
    claimed = noting.claim_note(lead, note).claim
    assert claimed
    assert (claimed.dimension, claimed.level, claimed.text) == ("k1", 2, "Two journeys have owners.")
    assert noting.claim_note(lead, note).claim == claimed
    noting.correct_note(lead, note, "Three journeys have owners.", 3)
    noting.remove_note(lead, note)
    claimed.refresh_from_db()
    assert (claimed.level, claimed.text) == (2, "Two journeys have owners.")


@pytest.mark.parametrize(("dimension", "text", "level"), [("k99", "x", 1), ("k1", "  ", 1), ("k1", "x", 5)])
def test_a_note_needs_words_a_question_and_a_level_that_exists(
    room: Room, dimension: str, text: str, level: int
) -> None:
    with pytest.raises(InvalidInput):
        noting.write_note(COMMAND_LINE, room.workshop, dimension, text, level)
    if dimension == "k1":
        with pytest.raises(InvalidInput):
            noting.correct_note(COMMAND_LINE, write(room), text, level)


def test_others_may_not(room: Room, executive: Person) -> None:
    note = write(room)
    with pytest.raises(NotAllowed):
        noting.write_note(executive, room.workshop, "k1", "x")
    with pytest.raises(NotAllowed):
        noting.correct_note(executive, note, "x")
    with pytest.raises(NotAllowed):
        noting.remove_note(executive, note)


def test_on_the_desk_and_after_closing(room: Room, lena: Client) -> None:
    room.step(Step.BEGIN)
    address = reverse("workshop:note", args=[room.workshop.pk])

    def post(**posted: object) -> str:
        return lena.post(address, posted, follow=True).content.decode()

    assert (
        "What was to be seen, where, when? No names."
        in lena.get(reverse("workshop:desk", args=[room.workshop.pk])).content.decode()
    )
    page = post(dimension="k1", text=SAID, level="2")
    assert MASKED in page
    assert "was masked" in page
    assert "speaks for level 2" in page
    assert "needs a few words" in post(dimension="k1", text="")
    note = room.workshop.notes.get()
    assert "Said anew." in post(correct=note.pk, text="Said anew.", level="")
    bare = room.workshop.notes.get()
    assert bare.level is None
    assert "Say which level" in post(claim=bare.pk)
    room.close()
    said = post(**{"correct": bare.pk, "text": "Seen in April.", "level": "3", "from-result": "1"})
    assert "Seen in April." in said
    assert "stands as a claimed level" in post(**{"claim": bare.pk, "from-result": "1"})
    post(**{"remove": bare.pk, "from-result": "1"})
    assert not room.workshop.notes.exists()
    for wrong in ("999", "x", "9" * 40):
        assert lena.post(address, {"remove": wrong}).status_code == 404


def test_a_level_is_said_in_the_readers_language(room: Room, lena: Client) -> None:
    room.step(Step.BEGIN)
    lena.cookies["leitstern_language"] = "de"
    page = lena.get(reverse("workshop:desk", args=[room.workshop.pk])).content.decode()
    assert '<option value="0">Stufe 0</option>' in page
    assert ">level 0<" not in page


def test_notes_are_taken_along(room: Room, lena: Client) -> None:
    note = write(room, "=1+1")
    room.close()
    assert list(note_rows(room.fresh)) == [[note.pk, "k1", 2, "=1+1", "no"]]
    file = lena.get(reverse("workshop:export", args=[room.workshop.pk]) + "?format=notes")
    assert file.content.decode().removeprefix("\ufeff").startswith(",".join(NOTES_HEADER))
    assert "'=1+1" in file.content.decode()


def test_programs_correct_and_remove_notes(room: Room, lena: Client) -> None:
    note = write(room)
    address = f"/api/v1/workshops/{room.workshop.pk}/notes/{note.pk}"
    kept = lena.put(address, {"text": SAID, "level": None}, content_type="application/json").json()
    assert kept == {"id": note.pk, "dimension": "k1", "level": None, "text": MASKED, "claimed": False}
    assert lena.delete(address).json() == []
    assert lena.delete(address).status_code == 404
