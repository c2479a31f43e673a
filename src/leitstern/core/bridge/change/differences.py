"""What one version of a brief says otherwise than the one before, word by word."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leitstern.core.bridge.change.brief import BriefDraft, Chosen, RoleKey

WHY = Text(en="Why do we do this?", de="Warum machen wir das?")
SPEAKER = Text(en="Who says it", de="Wer es sagt")
VALID_FROM = Text(en="Applies from", de="Gilt ab")
PRINCIPLES = Text(en="Which principles apply", de="Welche Prinzipien gelten")
STOPS = Text(en="What we stop", de="Was wir lassen")
DAILY_WORK = Text(en="Daily work: {role}", de="Arbeitsalltag: {role}")


class Part(StrEnum):
    """What happened to some words."""

    SAME = "same"
    ADDED = "added"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in a row that share a fate."""

    part: Part
    words: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that reads otherwise; `role` says whose answer it is, if it is one."""

    field: Text
    pieces: tuple[Piece, ...]
    role: RoleKey | None = None


def differences(before: BriefDraft, after: BriefDraft) -> tuple[Difference, ...]:
    """Every field that differs, in the order in which a brief is read."""
    return tuple(_differences(before, after))


def _differences(before: BriefDraft, after: BriefDraft) -> Iterator[Difference]:
    days = [each.valid_from.isoformat() if each.valid_from else "" for each in (before, after)]
    fields = {
        WHY: (before.why, after.why),
        SPEAKER: (before.speaker, after.speaker),
        VALID_FROM: (days[0], days[1]),
    }
    for field, (one, other) in fields.items():
        if one != other:
            yield Difference(field, pieces(one, other))
    roles = dict.fromkeys(each.role for draft in (before, after) for each in draft.roles)
    said = [{each.role: each.text for each in draft.roles} for draft in (before, after)]
    for role in roles:
        one, other = (texts.get(role, "") for texts in said)
        if one != other:
            yield Difference(DAILY_WORK.fill(role=role.name), pieces(one, other), role)
    for field, had, has in (
        (PRINCIPLES, before.principles, after.principles),
        (STOPS, before.stops, after.stops),
    ):
        if had != has:
            yield Difference(field, tuple(_exchanged(had, has)))


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """The words of both, those that stayed once, in reading order."""
    one, other = before.split(), after.split()
    found: list[Piece] = []
    for tag, low, high, start, end in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece(Part.SAME, " ".join(one[low:high])))
            continue
        if high > low:
            found.append(Piece(Part.DROPPED, " ".join(one[low:high])))
        if end > start:
            found.append(Piece(Part.ADDED, " ".join(other[start:end])))
    return tuple(found)


def _exchanged(before: tuple[Chosen, ...], after: tuple[Chosen, ...]) -> Iterator[Piece]:
    for each in before:
        yield Piece(Part.SAME if each in after else Part.DROPPED, each.words)
    for each in after:
        if each not in before:
            yield Piece(Part.ADDED, each.words)
