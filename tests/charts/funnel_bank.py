"""Journeys of the example company as funnels, for drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.charts.funnel_steps import Branch, FunnelStep
from leitstern.charts.wait_spans import WaitSpan
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from leitstern.charts.sheet import Side
    from leitstern.core.texts import Language

NAMES: dict[Language, tuple[str, ...]] = {
    "de": (
        "Antrag im Internet",
        "Rückfrage der Sachbearbeitung zu fehlenden Unterlagen",
        "Zusage",
        "Auszahlung",
    ),
    "en": ("Online application", "Query of the clerks about missing documents", "Commitment", "Payout"),
}
INSTEAD: dict[Language, tuple[str, ...]] = {
    "de": (
        "nichts innerhalb von 30 Tagen",
        "Anruf bei der Hotline wegen des Antrags und seiner Unterlagen",
        "anderes",
    ),
    "en": (
        "nothing within 30 days",
        "Call to the hotline about the application and its documents",
        "anything else",
    ),
}
WAITS: dict[Language, tuple[str, ...]] = {
    "de": ("", "3 Tage", "11 Tage", ""),
    "en": ("", "3 days", "11 days", ""),
}


def funnel(language: Language) -> list[FunnelStep]:
    """Four steps, beside another selection; what rests on too few is missing."""
    few = (
        "bisher weniger als fünf Kundinnen und Kunden"
        if language == "de"
        else "fewer than five customers so far"
    )
    branches = tuple(
        Branch(name, Estimate(value, value - 0.05, value + 0.05, 312))
        for name, value in zip(INSTEAD[language], (0.55, 0.35, 0.1), strict=True)
    )
    shares = (None, Estimate(0.62, 0.58, 0.66, 812), Estimate(0.41, 0.37, 0.45, 812), few)
    others = (None, Estimate(0.71, 0.66, 0.76, 401), Estimate(0.4, 0.35, 0.45, 401), few)
    differences = (None, Estimate(-0.09, -0.15, -0.03, 1213), Estimate(0.01, -0.05, 0.07, 1213), few)
    return [
        FunnelStep(
            name,
            customers,
            share,
            wait,
            stopped,
            branches if stopped > 200 else (),
            other,
            difference,
            at == 1,
        )
        for at, (name, customers, share, wait, stopped, other, difference) in enumerate(
            zip(
                NAMES[language],
                (812, 500, 332, 3),
                shares,
                WAITS[language],
                (312, 168, 329, 0),
                others,
                differences,
                strict=True,
            )
        )
    ]


def waits(language: Language) -> list[WaitSpan]:
    """Four spans, of which one rests on too few, beside another selection."""
    few = (
        "bisher weniger als fünf Kundinnen und Kunden"
        if language == "de"
        else "fewer than five customers so far"
    )
    names = {
        "de": ("bis 1 Stunde", "über 1 bis 6 Stunden", "über 30 bis 90 Tage", "über 90 Tage"),
        "en": ("up to 1 hour", "over 1 to 6 hours", "over 30 to 90 days", "over 90 days"),
    }[language]
    shares: tuple[Side, ...] = (
        Estimate(0.42, 0.38, 0.46, 312),
        Estimate(0.5, 0.46, 0.54, 312),
        Estimate(0.08, 0.06, 0.1, 312),
        few,
    )
    return [
        WaitSpan(name, share, Estimate(0.25, 0.2, 0.3, 90)) for name, share in zip(names, shares, strict=True)
    ]
