"""What the example company has under way, for drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.charts.bracket import Tied

if TYPE_CHECKING:
    from leitstern.core.texts import Language

NAMES: dict[Language, tuple[str, ...]] = {
    "de": (
        "Persönliche Angebote in Echtzeit",
        "Eine Akte über alle Kanäle",
        "Kürzere Gespräche",
        "Trauerfall",
    ),
    "en": (
        "Personal offers in real time",
        "One record over all channels",
        "Shorter conversations",
        "Bereavement",
    ),
}
GOALS: dict[Language, tuple[str, ...]] = {
    "de": ("Beim ersten Kontakt gelöst", "Kundinnen und Kunden vertrauen uns ein Leben lang"),
    "en": ("Solved at the first contact", "Customers trust us for life"),
}
TIES: tuple[dict[int, int], ...] = ({}, {1: 3, 2: 1}, {1: -2}, {2: 2})
NOTES = ("1.800.000 EUR", "900.000 EUR", "", "200.000 EUR")


def tied(language: Language) -> list[Tied]:
    """One without a goal, one for two, one against one, one without a budget."""
    rows = zip(NAMES[language], NOTES, TIES, strict=True)
    return [Tied(name, note, ties, "/portfolio") for name, note, ties in rows]


def goals(language: Language) -> list[tuple[int, str]]:
    """Both goals."""
    return list(enumerate(GOALS[language], start=1))
