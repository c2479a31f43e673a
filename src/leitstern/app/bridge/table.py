"""Measures and causes as rows, for CSV and the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.bridge.queries import newest_cause
from leitstern.core.bridge.acting import ANSWERS
from leitstern.core.bridge.causes import CAUSES
from leitstern.core.bridge.verdict import Judgement
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from leitstern.app.bridge.models import Measure
    from leitstern.core.bridge.acting import Acting
    from leitstern.core.bridge.causes import Causes
    from leitstern.core.stats.estimate import Measured, Missing

HEADER = [
    *("id", "title", "decision", "touchpoint", "facet", "owner", "due", "measure_again"),
    *("verdict", "change", "low", "high"),
    *("cause", "further_causes", "observation"),
]
CAUSES_HEADER = [
    *("cause", "name", "gaps", "also in", "share", "low", "high"),
    *("together", "together_low", "together_high", "known", "not_known", "nobody_said"),
]
ACTING_HEADER = ["touchpoint", "facet", "known_since", "days", "answer", "in_words"]


def measure_rows(
    decided: Iterable[Measure], results: Iterable[Judgement | Missing | None]
) -> Iterator[list[object]]:
    """Each measure with what came of it and what its gap comes from."""
    for found, result in zip(decided, results, strict=True):
        change = result.change if isinstance(result, Judgement) else None
        said = newest_cause(found)
        yield [
            *(found.pk, found.title, found.kind, found.touchpoint, found.facet),
            *(found.owner, found.due, found.measure_again),
            result.verdict if isinstance(result, Judgement) else "",
            *_numbers(change),
            *((said.main, ", ".join(said.further), said.observation) if said else ("", "", "")),
        ]


def cause_rows(found: Causes, language: str) -> Iterator[list[object]]:
    """Each cause, the most frequent first, with its share and the share of all down to it."""
    for line in found.lines:
        yield [
            *(line.cause.value, CAUSES[line.cause].to(language), line.gaps, line.also),
            *_numbers(line.share),
            *_numbers(line.together),
            *(found.known, found.not_known, found.unsaid),
        ]


def acting_rows(found: Acting, today: date, language: str) -> Iterator[list[object]]:
    """Each known gap, the longest known first, and what was decided about it."""
    for each in found.gaps:
        yield [
            *(each.touchpoint, each.facet, each.since, each.days(today)),
            *(each.answer.value, ANSWERS[each.answer].to(language)),
        ]


def _numbers(measured: Measured | None) -> list[float | None]:
    if isinstance(measured, Estimate):
        return [measured.value, measured.low, measured.high]
    return [None, None, None]
