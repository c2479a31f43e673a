"""What a campaign has to say about itself: fields, allowed values, and how one campaign measures up to them."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from leitstern.core.company.lookup import spelt_alike
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Words(StrEnum):
    """Where the allowed values of a field come from."""

    TOUCHPOINTS = "touchpoints"
    PERSONAS = "personas"
    CHANNELS = "channels"
    JOURNEYS = "journeys"
    LIST = "list"  # a list of the rules' own
    FREE = "free"  # anything


WORDS = {
    Words.TOUCHPOINTS: Text(en="touchpoints of the taxonomy", de="Kontaktpunkte der Taxonomie"),
    Words.PERSONAS: Text(en="personas of the taxonomy", de="Personas der Taxonomie"),
    Words.CHANNELS: Text(en="channels of the taxonomy", de="Kanäle der Taxonomie"),
    Words.JOURNEYS: Text(en="journeys of the taxonomy", de="Reisen der Taxonomie"),
    Words.LIST: Text(en="a list of its own", de="eine eigene Liste"),
    Words.FREE: Text(en="free text", de="freier Text"),
}


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to say. `slug` is its title in files; `allowed` is the list where `words` is LIST."""

    slug: str
    name: Text
    words: Words
    required: bool = True
    allowed: tuple[str, ...] = ()


class Term(NamedTuple):
    """A value that may be said: its short name, and every way to spell it."""

    slug: str
    name: Text
    spellings: tuple[str, ...]


class Doubt(NamedTuple):
    """A value nobody allowed, and the term that looks most like it (nothing if none does)."""

    field: str
    given: str
    nearest: str


@dataclass(frozen=True, slots=True)
class Checked:
    """One campaign: `asked` required fields of which `filled`; `ruled` filled fields with allowed values, of which `valid`."""

    asked: int
    filled: int
    ruled: int
    valid: int
    doubts: tuple[Doubt, ...]

    @property
    def complete(self) -> bool:
        """Everything that is required is said."""
        return self.filled == self.asked

    @property
    def sound(self) -> bool:
        """Nothing is said that nobody allowed."""
        return self.valid == self.ruled


class Vocabulary:
    """The allowed values of all fields, however they are spelt, with what people accepted as another spelling."""

    def __init__(
        self,
        fields: Sequence[Field],
        terms: Mapping[Words, Sequence[Term]],
        accepted: Mapping[tuple[str, str], str] | None = None,
    ) -> None:
        self.fields = tuple(fields)
        self._terms = {
            field.slug: [Term(word, Text(word, word), (word,)) for word in field.allowed]
            if field.words is Words.LIST
            else list(terms.get(field.words, ()))
            for field in fields
        }
        self._slugs = {
            field: {spelt_alike(word): term.slug for term in known for word in (term.slug, *term.spellings)}
            for field, known in self._terms.items()
        }
        for (field, given), slug in (accepted or {}).items():
            self._slugs.setdefault(field, {})[spelt_alike(given)] = slug
        self._nearest: dict[tuple[str, str], str] = {}

    def terms(self, field: str) -> Sequence[Term]:
        """What may be said in a field; nothing for free text."""
        return self._terms.get(field, [])

    def meant(self, field: str, given: str) -> str | None:
        """The short name of what was said; None where nobody allowed it."""
        return self._slugs[field].get(spelt_alike(given))

    def nearest(self, field: str, given: str) -> str:
        """The short name of the term that looks most like it; nothing where none does."""
        key = (field, spelt_alike(given))
        if key not in self._nearest:
            close = difflib.get_close_matches(key[1][:80], self._slugs[field], n=1)
            self._nearest[key] = self._slugs[field][close[0]] if close else ""
        return self._nearest[key]

    def check(self, values: Mapping[str, str]) -> Checked:
        """One campaign against all fields; what stands in no field is not looked at."""
        asked = filled = ruled = valid = 0
        doubts = []
        for field in self.fields:
            given = values.get(field.slug, "").strip()
            asked += field.required
            filled += field.required and bool(given)
            if not given or field.words is Words.FREE:
                continue
            ruled += 1
            if self.meant(field.slug, given) is not None:
                valid += 1
            else:
                doubts.append(Doubt(field.slug, given, self.nearest(field.slug, given)))
        return Checked(asked, filled, ruled, valid, tuple(doubts))
