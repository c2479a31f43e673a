"""A department's window as rows, for CSV and the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leitstern.app.window.looking import Window
    from leitstern.core.gap.window_reach import Reach
    from leitstern.core.stats.estimate import Measured

REACH_HEADER = [
    "unit",
    "name",
    "back office",
    "people",
    "letter",
    "sent",
    "newest word",
    "days",
    "month",
    "opened",
]
HEADER = ["what", "where", "statement", "promise", "belief", "value", "low", "high", "n", "reason"]


def reach_rows(found: Iterable[Reach], language: str) -> Iterator[list[object]]:
    """One row per department and month; nothing where fewer than five would be told."""
    for each in found:
        newest = each.newest.isoformat() if each.newest else ""
        head: list[object] = [each.unit, each.name.to(language), each.back_office]
        for month, times in each.months:
            yield [*head, each.people, each.letter, each.sent, newest, each.age, month.isoformat(), times]


def window_rows(found: Window, language: str) -> Iterator[list[object]]:
    """Statements, mood, repeats, late promises and handoffs; shares 0–1, mood −2 to +2, waits in hours."""
    for what, lines in (("lived", found.lines), ("lived later", found.later)):
        for line in lines:
            sides = [
                each.value if isinstance(each, Estimate) else None for each in (line.promise, line.belief)
            ]
            yield [
                what,
                line.touchpoint_name.to(language),
                line.facet_name.to(language),
                *sides,
                *_numbers(line.lived, language),
            ]
    for place in found.places:
        name = place.touchpoint.name.to(language)
        if place.mood:
            yield ["mood", name, None, None, None, *_numbers(place.mood.mood, language)]
        if place.repeats:
            yield ["came back", name, None, None, None, *_numbers(place.repeats.of_customers, language)]
    for promise, record in found.promises:
        yield [
            "late",
            promise.touchpoint,
            promise.text.to(language),
            promise.share,
            None,
            *_numbers(record.late, language),
        ]
    for what, handoffs in (("received from", found.receives), ("handed to", found.gives)):
        for handoff, other in handoffs:
            yield [what, other.to(language), None, None, None, *_numbers(handoff.wait_median, language)]


def _numbers(measured: Measured, language: str) -> list[object]:
    if isinstance(measured, Estimate):
        return [*(round(each, 4) for each in (measured.value, measured.low, measured.high)), measured.n, ""]
    return [None, None, None, None, measured.reason.to(language)]
