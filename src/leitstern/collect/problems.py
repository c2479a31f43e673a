"""What is wrong with a file somebody wrote, all of it at once."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

type Word = str | Text  # what is written in a file, or what it is called in both languages

SHOWN = 20  # problems spelt out in the sentence; the list itself holds all
LISTED = 40  # allowed words spelt out; of more (all time zones) only the closest is told


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: in which file, at which place, what is wrong and what would be allowed.

    `place` is a line number ("12"), a cell ("Sheet!C4") or empty for the whole file; `path` names the entry
    (“touchpoints › call › stage”) or column; `meant` is what the writer probably had in mind.
    """

    file: str
    place: str
    path: Word
    text: Text
    allowed: tuple[Word, ...] = ()
    meant: Word = ""

    @property
    def sentence(self) -> Text:
        """Place, mistake and remedy in one line."""
        return Text(
            en=self._say("en", "Did you mean “{}”?", "Allowed:"),
            de=self._say("de", "Meinten Sie „{}“?", "Erlaubt:"),
        )

    def _say(self, language: str, meant: str, allowed: str) -> str:
        line = {"en": "line", "de": "Zeile"}[language]
        place = f"{line} {self.place}" if self.place.isdigit() else self.place
        where = [self.file, place, _in(language, self.path)]
        parts = [", ".join(filter(None, where)) + ":", self.text.to(language)]
        if self.meant:
            parts.append(meant.format(_in(language, self.meant)))
        if 0 < len(self.allowed) <= LISTED:
            parts.append(f"{allowed} {', '.join(_in(language, word) for word in self.allowed)}.")
        return " ".join(parts)


class InvalidFile(InvalidInput):
    """A file with mistakes; `problems` holds every one, in the order of the file."""

    code = "invalid-file"

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(_summary(self.problems))


def _in(language: str, word: Word) -> str:
    return word.to(language) if isinstance(word, Text) else word


def closest(given: str, allowed: tuple[str, ...]) -> str:
    """The allowed word that looks most like `given`, or nothing."""
    by_case = {word.casefold(): word for word in reversed(allowed)}
    found = difflib.get_close_matches(given.casefold(), by_case, n=1)
    return by_case[found[0]] if found else ""


def _summary(problems: tuple[Problem, ...]) -> Text:
    count, more = len(problems), len(problems) - SHOWN
    en = [
        f"{count} mistakes were found and nothing was changed:"
        if count > 1
        else "One mistake was found and nothing was changed:"
    ]
    de = [
        f"{count} Fehler wurden gefunden, nichts wurde verändert:"
        if count > 1
        else "Ein Fehler wurde gefunden, nichts wurde verändert:"
    ]
    en += [problem.sentence.en for problem in problems[:SHOWN]]
    de += [problem.sentence.de for problem in problems[:SHOWN]]
    if more > 0:
        en.append(f"… and {more} more.")
        de.append(f"… und {more} weitere.")
    return Text(en="\n".join(en), de="\n".join(de))
