"""A principle, its rule, something that ends, and a pilot as somebody fills them in, and what is wrong; all at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.bridge.draft import Problem
from leitstern.core.bridge.practice.terms import PilotKind, Source, StopKind
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

LONGEST = 200
LONGEST_WORDS = 10_000
NEEDED = Text(en="This is needed.", de="Bitte füllen Sie dieses Feld aus.")
TOO_LONG = Text(en="At most {most} signs, please.", de="Bitte höchstens {most} Zeichen.")
BACKWARDS = Text(en="The end lies before the beginning.", de="Das Ende liegt vor dem Anfang.")
GRACE_BEFORE = Text(
    en="The grace period cannot be over before the end itself.",
    de="Die Schonfrist kann nicht vor dem Ende selbst vorbei sein.",
)
NO_TARGET = Text(en="A target is a share of 0 to 100.", de="Ein Ziel ist ein Anteil von 0 bis 100.")
NO_TOUCHPOINT = Text(
    en="Say at which touchpoint it is counted.", de="Sagen Sie, an welchem Kontaktpunkt gezählt wird."
)
NO_STOPPED = Text(
    en="Say which entry of the stop list it is about.",
    de="Sagen Sie, um welchen Eintrag der Stoppliste es geht.",
)
NO_STOP_RULE = Text(
    en="Say when you will stop. A pilot that nothing could end is a decision already taken.",
    de="Sagen Sie, wann Sie aufhören. Ein Pilot, den nichts beenden könnte, ist schon beschlossene Sache.",
)


@dataclass(frozen=True, slots=True)
class PrincipleDraft:
    """A principle; without `units` it holds for everybody."""

    sentence: str
    since: date | None
    why: str = ""
    units: tuple[str, ...] = ()
    owner: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class RuleDraft:
    """Of all `cases` those `kept`; `subject` is the touchpoint or the entry of the stop list, `target` a share 0–1.

    `since` is any day of the month from which on it is counted so; None: from the beginning.
    """

    cases: str
    kept: str
    source: Source = Source.ENTERED
    subject: str = ""
    target: float | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class StopDraft:
    """Something that ends on a day; `since` is when it began to be used, where anybody knows."""

    name: str
    kind: StopKind
    ends: date | None
    grace: date | None = None
    why: str = ""
    replacement: str = ""
    application: str = ""
    units: tuple[str, ...] = ()
    counted: str = ""
    owner: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class PilotDraft:
    """Something to be tried; `initiative` is the short name of the one it belongs to."""

    title: str
    hypothesis: str
    begins: date | None
    kind: PilotKind = PilotKind.PILOT
    boundary: str = ""
    stop_rule: str = ""
    safe_room: str = ""
    units: tuple[str, ...] = ()
    touchpoints: tuple[str, ...] = ()
    owner: str = ""
    initiative: str = ""
    ends: date | None = None


def principle_problems(draft: PrincipleDraft) -> tuple[Problem, ...]:
    """What keeps a principle from being one."""
    found = [*lacking(draft, "sentence", "since"), *too_long(draft, sentence=LONGEST, owner=120)]
    found += too_long(draft, why=LONGEST_WORDS)
    if draft.since and draft.until and draft.until < draft.since:
        found.append(Problem("until", BACKWARDS))
    return tuple(found)


def rule_problems(draft: RuleDraft) -> tuple[Problem, ...]:
    """What keeps a rule from being counted."""
    found = [*lacking(draft, "cases", "kept"), *too_long(draft, cases=LONGEST, kept=LONGEST)]
    if draft.target is not None and not 0 <= draft.target <= 1:
        found.append(Problem("target", NO_TARGET))
    if draft.source in (Source.PROMISES, Source.REPEATS) and not draft.subject:
        found.append(Problem("subject", NO_TOUCHPOINT))
    if draft.source is Source.STOP_LIST and not draft.subject:
        found.append(Problem("subject", NO_STOPPED))
    return tuple(found)


def stop_problems(draft: StopDraft) -> tuple[Problem, ...]:
    """What keeps something from being put on the stop list."""
    found = [*lacking(draft, "name", "ends")]
    found += too_long(draft, name=LONGEST, replacement=LONGEST, counted=LONGEST, owner=120)
    found += too_long(draft, application=80, why=LONGEST_WORDS)
    if draft.since and draft.ends and draft.ends < draft.since:
        found.append(Problem("ends", BACKWARDS))
    if draft.grace and draft.ends and draft.grace < draft.ends:
        found.append(Problem("grace", GRACE_BEFORE))
    return tuple(found)


def pilot_problems(draft: PilotDraft) -> tuple[Problem, ...]:
    """What keeps a pilot from being one: it can fail, it has an edge, and something ends it."""
    found = [*lacking(draft, "title", "hypothesis", "boundary", "begins")]
    found += too_long(draft, title=LONGEST, owner=120)
    words = {"hypothesis": LONGEST_WORDS, "boundary": LONGEST_WORDS, "stop_rule": LONGEST_WORDS}
    found += too_long(draft, safe_room=LONGEST_WORDS, **words)
    if not draft.stop_rule.strip():
        found.append(Problem("stop_rule", NO_STOP_RULE))
    if draft.begins and draft.ends and draft.ends < draft.begins:
        found.append(Problem("ends", BACKWARDS))
    return tuple(found)


def lacking(draft: object, *fields: str) -> Iterator[Problem]:
    """Of these fields, those that are empty."""
    for field in fields:
        value = getattr(draft, field)
        if value is None or (isinstance(value, str) and not value.strip()):
            yield Problem(field, NEEDED)


def too_long(draft: object, **most: int) -> Iterator[Problem]:
    """Fields with more signs than they may have."""
    for field, longest in most.items():
        if len(getattr(draft, field)) > longest:
            yield Problem(field, TOO_LONG.fill(most=longest))
