"""A story as somebody tells it: what a customer lived, what was done differently, where; and nobody by name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.bridge.draft import Problem
from leitstern.core.bridge.practice.culture import Telling
from leitstern.core.bridge.practice.drafts import LONGEST, LONGEST_WORDS, lacking, too_long
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from leitstern.core.bridge.practice.terms import Teller

WORDS = ("title", "lived", "done")  # what is read for names
SHOWN_FROM = 5  # times opened
NAMED = Text(
    en="Somebody can be recognised here. Tell it without names, such as: “{masked}”",
    de="Hier ist jemand zu erkennen. Erzählen Sie es ohne Namen, etwa so: „{masked}“",
)
KNOWN_NAME = Text(
    en="“{name}” is somebody who works with this program. Tell it without the name.",
    de="„{name}“ ist jemand, der mit Leitstern arbeitet. Erzählen Sie es ohne den Namen.",
)
FEW = Text(
    en="Fewer than {fewest} people work there, or nobody knows how many: readers would know who is meant. Choose the "
    "department above it.",
    de="Dort arbeiten weniger als {fewest} Menschen, oder niemand weiß, wie viele: Wer es liest, wüsste, wer gemeint ist. "
    "Wählen Sie den Bereich darüber.",
)
_AROUND = 40  # signs of the text that are shown around a name


class Stage(StrEnum):
    """How far a story has come."""

    TOLD = "told"
    APPROVED = "approved"
    PUBLISHED = "published"
    STANDARD = "standard"
    WITHDRAWN = "withdrawn"


STAGES = {
    Stage.TOLD: Text(en="told, waits for approval", de="erzählt, wartet auf Freigabe"),
    Stage.APPROVED: Text(en="approved, not published yet", de="freigegeben, noch nicht veröffentlicht"),
    Stage.PUBLISHED: Text(en="published", de="veröffentlicht"),
    Stage.STANDARD: Text(en="has become standard", de="ist Standard geworden"),
    Stage.WITHDRAWN: Text(en="withdrawn", de="zurückgezogen"),
}


@dataclass(frozen=True, slots=True)
class StoryDraft:
    """A story before it is kept."""

    title: str
    teller: Teller
    lived: str
    done: str
    unit: str
    day: date | None
    touchpoint: str = ""
    kind: Telling = Telling.STORY
    layer: str = ""  # of culture, where somebody said


def story_problems(
    draft: StoryDraft, masked: Mapping[str, str], names: Iterable[str], people: int, fewest: int
) -> tuple[Problem, ...]:
    """All that is wrong. `masked` are its words without personal data, `names` people who are known, `people` in its unit."""
    found = [*lacking(draft, "title", "lived", "done", "unit", "day")]
    found += too_long(draft, title=LONGEST, lived=LONGEST_WORDS, done=LONGEST_WORDS)
    for field in WORDS:
        said: str = getattr(draft, field)
        if masked[field] != said:
            found.append(Problem(field, NAMED.fill(masked=_around(masked[field]))))
        found += [Problem(field, KNOWN_NAME.fill(name=name)) for name in names if _names(said, name)]
    if draft.unit and people < fewest:
        found.append(Problem("unit", FEW.fill(fewest=fewest)))
    return tuple(found)


def _names(said: str, name: str) -> bool:
    return bool(name) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said) is not None


def _around(masked: str) -> str:
    """The first mark with what stands around it."""
    mark = masked.find("[")
    begin, end = max(0, mark - _AROUND), mark + _AROUND
    return ("…" if begin else "") + masked[begin:end] + ("…" if end < len(masked) else "")
