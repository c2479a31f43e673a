"""Bets and their tripwires as rows, for CSV and the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leitstern.app.programme.bets import BetLine

BETS_HEADER = [
    "bet",
    "kind",
    "state",
    "who",
    "since",
    "review",
    "ended",
    "tripwire",
    "what",
    "watches",
    "bound",
    "side",
    "unit",
    "source",
    "reader",
    "seen",
    "value",
    "low",
    "high",
    "n",
    "read_on",
]


def bet_rows(found: Iterable[BetLine], language: str) -> Iterator[list[object]]:
    """A row per tripwire; a bet without any has one row that ends early."""
    for each in found:
        row = each.row
        head: list[object] = [row.pk, row.kind, each.state, row.who, row.day, row.review, row.ended]
        if not each.wires:
            yield [*head, *[None] * (len(BETS_HEADER) - len(head))]
        for line in each.wires:
            wire, last = line.row, line.last
            read = [last.value, last.low, last.high, last.n, last.day] if last else [None] * 5
            yield [
                *head,
                *(wire.pk, wire.what, wire.kind, wire.bound, wire.side, wire.unit, wire.source, wire.reader),
                line.seen.to(language),
                *read,
            ]
