"""Cards and their sources as rows, for CSV and the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.bridge.cards.standing import STANDINGS
from leitstern.core.bridge.cards.terms import KINDS, STATES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leitstern.app.cards.queries import Line

CARDS_HEADER = [
    "card",
    "knowledge",
    "state",
    "stands",
    "valid until",
    "decisions",
    "unused",
    "source",
    "kind",
    "then",
    "value",
    "low",
    "high",
    "n",
    "as of",
    "today",
    "source stands",
]


def card_rows(found: Iterable[Line], language: str) -> Iterator[list[object]]:
    """A row per source; a card without any has one row that ends early."""
    for each in found:
        head: list[object] = [
            *(each.row.pk, each.row.sentence, STATES[each.state].to(language)),
            *(STANDINGS[each.standing].to(language), each.row.until, len(each.decisions), each.unused),
        ]
        if not each.sources:
            yield [*head, *[None] * (len(CARDS_HEADER) - len(head))]
        for one in each.sources:
            row = one.row
            yield [
                *head,
                *(row.pk, KINDS[one.kind].to(language), one.then.to(language)),
                *(row.value, row.low, row.high, row.n, row.as_of),
                one.today.to(language),
                STANDINGS[one.standing].to(language),
            ]
