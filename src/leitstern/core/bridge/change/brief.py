"""A change brief: the four answers of leadership about one initiative, the second one for each role by itself.

Why do we do this? What does it mean for your daily work? Which principles apply from now on? What do we deliberately
stop? A draft may be incomplete; once published, a version never changes.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from leitstern.core.bridge.draft import Problem
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LONGEST = 10_000  # characters of an answer
LONGEST_NAME = 120

TWICE = Text(
    en="The role “{role}” stands here twice. Put both answers into one.",
    de="Die Rolle „{role}“ steht hier zweimal. Fassen Sie beide Antworten zusammen.",
)
NO_NAME = Text(
    en="An answer does not say for which role it is.",
    de="Bei einer Antwort steht nicht, für welche Rolle sie ist.",
)
TOO_LONG = Text(
    en="One of the answers is longer than {most} characters. People read what fits on a page.",
    de="Eine der Antworten ist länger als {most} Zeichen. Gelesen wird, was auf eine Seite passt.",
)
NO_WHY = Text(
    en="Say why we do this before it goes out; everything else may follow in a later version.",
    de="Sagen Sie, warum wir das machen, bevor es hinausgeht; alles andere darf mit einer späteren Fassung folgen.",
)
NO_SPEAKER = Text(
    en="Say who says it: people want to know whom they can ask.",
    de="Sagen Sie, wer es sagt: Die Menschen möchten wissen, wen sie fragen können.",
)


@dataclass(frozen=True, slots=True, order=True)
class RoleKey:
    """A role in a department, by the names they had when it was said; "" where nobody said which department."""

    unit: str
    name: str

    def matches(self, other: RoleKey) -> bool:
        """Whether both mean the same role: a department that is not said may be any."""
        same = self.name.casefold() == other.name.casefold()
        return same and (self.unit == other.unit or "" in (self.unit, other.unit))


@dataclass(frozen=True, slots=True)
class ForRole:
    """What it means for the daily work of one role; an empty text is an answer that is still missing."""

    role: RoleKey
    text: str

    @property
    def answered(self) -> bool:
        """Whether anything is said."""
        return bool(self.text.strip())


@dataclass(frozen=True, slots=True)
class Chosen:
    """A principle or something on the stop list, by its short name and in the words it had then."""

    slug: str
    words: str


@dataclass(frozen=True, slots=True)
class BriefDraft:
    """The four answers, who says them, and from which day on they apply."""

    why: str = ""
    speaker: str = ""
    valid_from: date | None = None
    principles: tuple[Chosen, ...] = ()
    stops: tuple[Chosen, ...] = ()
    roles: tuple[ForRole, ...] = ()

    def answer_for(self, role: RoleKey) -> ForRole | None:
        """What is said to a role; None where it does not stand here."""
        return next((each for each in self.roles if each.role.matches(role)), None)


def problems(draft: BriefDraft) -> tuple[Problem, ...]:
    """What keeps a draft from being kept, all at once."""
    return tuple(_problems(draft))


def _problems(draft: BriefDraft) -> Iterator[Problem]:
    if max(len(text) for text in (draft.why, *(each.text for each in draft.roles))) > LONGEST:
        yield Problem("why" if len(draft.why) > LONGEST else "roles", TOO_LONG.fill(most=LONGEST))
    seen: set[tuple[str, str]] = set()
    for each in draft.roles:
        key = (each.role.unit, each.role.name.casefold())
        if not each.role.name.strip():
            yield Problem("roles", NO_NAME)
        elif key in seen:
            yield Problem("roles", TWICE.fill(role=each.role.name))
        seen.add(key)


def unready(draft: BriefDraft) -> tuple[Problem, ...]:
    """What keeps a draft from going out. Only what nobody could do without; the rest are hints."""
    return tuple(
        Problem(field, text)
        for field, text, said in (("why", NO_WHY, draft.why), ("speaker", NO_SPEAKER, draft.speaker))
        if not said.strip()
    )


def as_content(draft: BriefDraft) -> dict[str, Any]:
    """As it is stored: what comes back from JSON is equal to it."""
    return {
        "why": draft.why,
        "speaker": draft.speaker,
        "valid_from": draft.valid_from.isoformat() if draft.valid_from else None,
        "principles": [asdict(each) for each in draft.principles],
        "stops": [asdict(each) for each in draft.stops],
        "roles": [asdict(each) for each in draft.roles],
    }


def from_content(content: Mapping[str, Any]) -> BriefDraft:
    """The same again."""
    return BriefDraft(
        why=content["why"],
        speaker=content["speaker"],
        valid_from=date.fromisoformat(content["valid_from"]) if content["valid_from"] else None,
        principles=tuple(Chosen(**each) for each in content["principles"]),
        stops=tuple(Chosen(**each) for each in content["stops"]),
        roles=tuple(ForRole(RoleKey(**each["role"]), each["text"]) for each in content["roles"]),
    )
