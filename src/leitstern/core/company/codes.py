"""Append-only codes: what was stored under a number keeps its meaning for ever."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.company.lookup import Term
    from leitstern.core.texts import Text

Kind = Literal["department", "channel", "stage", "touchpoint", "promise", "map", "persona", "milestone"]


@dataclass(frozen=True, slots=True)
class Retired:
    """A term the company no longer uses. Its code stays taken, so that stored contacts keep their meaning."""

    kind: Kind
    code: int
    slug: str
    name: Text


def succeed(
    kind: Kind, new: Sequence[Term], previous: Sequence[Term], retired: Sequence[Retired]
) -> tuple[tuple[Term, ...], tuple[Retired, ...]]:
    """The terms of `kind` with the codes their predecessors had, and all terms retired by now.

    A slug that is or was in use keeps its code; a new one gets the next that was never used.
    """
    before = [Retired(kind, term.code, term.slug, term.name) for term in previous]
    before += [term for term in retired if term.kind == kind]
    known = {term.slug: term.code for term in before}
    free = max(known.values(), default=0) + 1
    terms = []
    for term in new:
        code = known.get(term.slug)
        if code is None:
            code, free = free, free + 1
        terms.append(replace(term, code=code))  # type: ignore[type-var]  # every Term is a dataclass
    kept = {term.slug for term in terms}
    return tuple(terms), tuple(term for term in before if term.slug not in kept)
