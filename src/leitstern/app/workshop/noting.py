"""Noting what the room says is to be seen: what, where and when, never who.

What looks like a name, an address or a number of somebody is masked before it is stored, as in comments.
"""

from __future__ import annotations

from leitstern.app.common.actions import action, require
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.wiping import wipe_after_commit
from leitstern.app.evidence.actions import claim
from leitstern.app.inside.instruments import content_of
from leitstern.app.workshop.models import Note, Workshop, WorkshopStage
from leitstern.collect.masking import masked
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.inside.instrument import LEVELS
from leitstern.core.texts import Text

LONGEST = 2_000
NO_WORDS = Text(
    en="A note needs a few words, a question it belongs to, and a level from 0 to 4 or none. Nothing was changed.",
    de="Eine Notiz braucht ein paar Worte, eine Frage, zu der sie gehört, und eine Stufe von 0 bis 4 oder keine. Es "
    "wurde nichts geändert.",
)
NO_LEVEL_NOTED = Text(
    en="Say which level the note speaks for; then it can be taken over as a claimed level.",
    de="Sagen Sie, für welche Stufe die Notiz spricht; dann lässt sie sich als Selbsteinstufung übernehmen.",
)


def write_note(actor: Actor, workshop: Workshop, dimension: str, text: str, level: int | None = None) -> Note:
    """Keep what the room says is to be seen. Raises InvalidInput for one without words, question or possible level."""
    require(actor, Capability.RUN_WORKSHOP)
    if content_of(workshop.instrument).dimension(dimension) is None:
        raise InvalidInput(NO_WORDS)
    return Note.objects.create(workshop=workshop, dimension=dimension, **_kept(text, level))


@action("correct workshop note", Capability.RUN_WORKSHOP)
def correct_note(actor: Actor, note: Note, text: str, level: int | None = None) -> Note:
    """Say it in other words, or for another level; a claimed level made of it stays as it was claimed."""
    for name, value in _kept(text, level).items():
        setattr(note, name, value)
    note.save(update_fields=["text", "level"])
    _leave_no_trace(note)
    return note


@action("remove workshop note", Capability.RUN_WORKSHOP)
def remove_note(actor: Actor, note: Note) -> Note:
    """Take a note back; a claimed level made of it stays."""
    key = note.pk
    note.delete()
    note.pk = key  # the log names what went
    _leave_no_trace(note)
    return note


@action("take over workshop note", Capability.GIVE_EVIDENCE)
def claim_note(actor: Actor, note: Note) -> Note:
    """Let a note stand as a claimed level, which proof then has to carry. Raises Conflict for one without a level."""
    if note.level is None:
        raise Conflict(NO_LEVEL_NOTED)
    if note.claim is None:
        note.claim = claim(actor, note.dimension, note.level, note.text)
        note.save(update_fields=["claim"])
    return note


def _kept(text: str, level: int | None) -> dict[str, str | int | None]:
    if not text.strip() or (level is not None and level not in range(LEVELS)):
        raise InvalidInput(NO_WORDS)
    return {"text": masked(text.strip())[:LONGEST], "level": level}


def _leave_no_trace(note: Note) -> None:
    """The words that went leave the disk: now, or with the closing of a room that is still open."""
    if note.workshop.stage == WorkshopStage.CLOSED:
        wipe_after_commit()
