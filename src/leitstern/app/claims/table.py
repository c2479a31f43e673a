"""Published figures as a table of plain values, for CSV from the page and from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.stats.estimate import Missing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leitstern.app.claims.queries import Shown

HEADER = [
    "claim",
    "name",
    "said",
    "published",
    "upto",
    "unit",
    "of",
    "n",
    "year",
    "source",
    "through",
    "grade",
    "wordings",
    "may",
    "may_not",
    "against",
    "carries_expectation",
    "own",
    "own_low",
    "own_high",
    "own_n",
    "own_as_of",
    "own_counts",
]


def rows(found: Iterable[Shown], language: str) -> Iterator[list[object]]:
    """A row per figure; the own one stands beside each, or why there is none."""
    for each in found:
        claim = each.claim
        wordings = "; ".join(f"{quote.words} ({quote.where.to(language)})" for quote in claim.quotes)
        for at, figure in enumerate(claim.figures):
            yield [
                claim.slug,
                claim.name.to(language),
                figure.said.to(language),
                figure.value,
                figure.upto,
                figure.unit,
                figure.of.to(language),
                claim.n,
                claim.year,
                claim.source.to(language),
                claim.through.to(language),
                claim.grade,
                wordings,
                claim.may.to(language),
                claim.may_not.to(language),
                claim.against.to(language) if claim.against else "",
                each.carries,
                *_own(each, at, language),
            ]


def _own(found: Shown, at: int, language: str) -> list[object]:
    counterpart = found.claim.counterpart
    own, what = (found.each[at], counterpart.each[at]) if found.each else (found.own, counterpart.what)
    if isinstance(own, Missing):
        return [None, None, None, None, None, own.reason.to(language)]
    counts = what.to(language) if what else ""
    return [*(round(end, 4) for end in (own.value, own.low, own.high)), own.n, own.as_of, counts]
