"""Hansa, a small bank in our tests: five touchpoints, ten leaders, and truths that are known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.gap.assess import assess
from leitstern.core.gap.inputs import RULES, GapInput
from leitstern.core.stats.share import ShareStatistics
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.gap.findings import GapReport
    from leitstern.core.gap.inputs import Rules

AS_OF = date(2026, 6, 30)
NAMES = {
    "advice": Text(en="Advice", de="Beratung"),
    "call": Text(en="Call", de="Anruf"),
    "letter": Text(en="Letter", de="Brief"),
    "mortgage": Text(en="Mortgage paid off", de="Baufinanzierung abbezahlt"),
    "branch": Text(en="Branch", de="Filiale"),
}
FACETS = {"satisfied": Text(en="Satisfied", de="Zufrieden"), "in_time": Text(en="In time", de="Rechtzeitig")}


def answers(good: int, of: int) -> ShareStatistics:
    """`of` customers answered once each, `good` of them agree."""
    return ShareStatistics(
        n=of,
        answers=of,
        weight=float(of),
        good=float(good),
        weight2=float(of),
        good2=float(good),
        good_weight=float(good),
    )


def leaders(around: int, people: int = 10, spread: int = 10) -> tuple[float, ...]:
    """So many leaders who guess `around` on average."""
    return tuple(around + spread * (1 if person % 2 else -1) for person in range(people))


def at(
    touchpoint: str,
    facet: str = "satisfied",
    *,
    importance: float = 0.5,
    customers: float = 1000,
    promise: float | None = None,
    guesses: tuple[float, ...] | None = None,
    lived: ShareStatistics | None = None,
    depth: float | None = None,
    seen: bool = False,
    disappointed: int = 0,
    worst: int = 0,
) -> GapInput:
    """One statement at one of Hansa's touchpoints."""
    return GapInput(
        touchpoint,
        NAMES[touchpoint],
        facet,
        FACETS[facet],
        importance,
        customers,
        promise,
        guesses,
        lived,
        depth,
        seen,
        disappointed,
        worst,
    )


def hansa() -> list[GapInput]:
    """Broken promises on the phone, an illusion about the mortgage, a strength nobody sees at the branch."""
    return [
        at("advice", promise=0.8, guesses=leaders(80), lived=answers(240, 300), customers=3000),
        at("call", promise=0.9, guesses=leaders(70), lived=answers(560, 800), customers=20_000, seen=True),
        at("letter", lived=answers(150, 200), customers=5000),
        at(
            "mortgage",
            guesses=leaders(88),
            lived=answers(12, 60),
            customers=120,
            importance=0.9,
            depth=0.9,
            disappointed=48,
            worst=40,
        ),
        at("branch", guesses=leaders(55), lived=answers(460, 500), customers=2000),
    ]


def report_on(inputs: Sequence[GapInput], rules: Rules = RULES, seed: int = 7) -> GapReport:
    """The report with a fixed seed."""
    return assess(inputs, np.random.default_rng(seed), AS_OF, rules)
