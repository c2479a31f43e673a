"""The example company's programme, for drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.charts.plan_spans import SpanRow
from leitstern.charts.step_lanes import Lane
from leitstern.core.bridge.programme.seven import GUIDES
from leitstern.core.bridge.programme.standing import SEVEN

if TYPE_CHECKING:
    from leitstern.core.texts import Language

TASKS: dict[Language, tuple[str, ...]] = {
    "de": (
        "Führungskräfte hören jede Woche ein Kundengespräch",
        "Übergaben zwischen Service und Filialen vereinbaren",
        "Eine Akte über alle Kanäle",
    ),
    "en": (
        "Leaders hear one customer conversation a week",
        "Agree on handoffs between service and branches",
        "One record over all channels",
    ),
}
SPANS = ((False, 0, 6, 8, False), (False, 6, 15, 19, True), (True, 15, 31, 38, False))
LANES = (
    (("gathering", 0.0, 6.0), ("credited", 6.0, 31.0), ("fallen", 31.0, 36.0)),
    (("gathering", 2.0, 9.0), ("credited", 9.0, 36.0)),
    (("gathering", 6.0, 14.0), ("credited", 14.0, 36.0)),
    (("skipped", 10.0, 12.0), ("gathering", 12.0, 19.0), ("credited", 19.0, 36.0)),
    (("gathering", 16.0, 36.0),),
    (("gathering", 35.5, 36.0),),
    (),
)


def spans(language: Language) -> list[SpanRow]:
    """Two tasks of people, one of technology."""
    return [
        SpanRow(name, technology, start, p50, p80, critical, "/roadmap/tasks/1")
        for name, (technology, start, p50, p80, critical) in zip(TASKS[language], SPANS, strict=True)
    ]


def lanes(language: Language) -> list[Lane]:
    """All seven, one of them fallen back, one not opened."""
    return [
        Lane(f"{int(step)} · {GUIDES[step].title.to(language)}", of, f"/programme/steps/{int(step)}")  # type: ignore[arg-type]
        for step, of in zip(SEVEN, LANES, strict=True)
    ]
