"""Finding a term by its slug, its code, or whatever people call it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from leitstern.core.texts import Text

UNMAPPED = 0


class Term(Protocol):
    """What every kind of term in the taxonomy has."""

    @property
    def code(self) -> int:
        """The number it is stored under; never reused."""

    @property
    def slug(self) -> str:
        """Its short name in files and addresses."""

    @property
    def name(self) -> Text:
        """What people call it."""


def spelt_alike(raw: str) -> str:
    """One spelling for all that differ only in case, width or white space."""
    return " ".join(unicodedata.normalize("NFKC", raw).casefold().split())


def spellings(term: Term) -> Iterator[str]:
    """Everything a term is called, the most binding first: slug, names, synonyms."""
    yield spelt_alike(term.slug)
    yield spelt_alike(term.name.de)
    yield spelt_alike(term.name.en)
    yield from (spelt_alike(synonym) for synonym in getattr(term, "synonyms", ()))


class Lookup[T: Term]:
    """The terms of one kind, by slug, code and spelling. A slug outranks a name, a name a synonym."""

    def __init__(self, terms: Sequence[T]) -> None:
        self._by_slug = {term.slug: term for term in terms}
        self._by_code = {term.code: term for term in terms}
        ranked = [
            (rank, position, spelling, term)
            for position, term in enumerate(terms)
            for rank, spelling in enumerate(spellings(term))
        ]
        ranked.sort(key=lambda entry: entry[:2])
        self._by_spelling: dict[str, T] = {}
        for _, _, spelling, term in ranked:
            self._by_spelling.setdefault(spelling, term)

    def slug(self, slug: str) -> T | None:
        """The term with exactly this slug."""
        return self._by_slug.get(slug)

    def code(self, code: int) -> T | None:
        """The term with this code."""
        return self._by_code.get(code)

    def called(self, raw: str) -> T | None:
        """The term somebody means by `raw`."""
        return self._by_spelling.get(spelt_alike(raw))

    def resolve(self, raw: str) -> int:
        """The code of what somebody means by `raw`, or `UNMAPPED`."""
        term = self.called(raw)
        return term.code if term else UNMAPPED
