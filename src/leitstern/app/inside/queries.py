"""What people inside believe, never of fewer than five."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Max, QuerySet

from leitstern.app.inside.models import Belief, BeliefCollection
from leitstern.core.inside.beliefs import FEWEST


@dataclass(frozen=True, slots=True)
class Believed:
    """All guesses at one touchpoint on one statement."""

    guesses: tuple[float, ...]
    seen_data: int  # how many of them had seen customer data
    asked_about_data: int


def beliefs() -> dict[tuple[str, str], Believed]:
    """Guesses by (touchpoint, facet), all groups together, in a stable order."""
    rows = Belief.objects.order_by("id").values_list("touchpoint", "facet", "guess", "seen_data")
    collected: dict[tuple[str, str], list[tuple[float, bool | None]]] = defaultdict(list)
    for touchpoint, facet, guess, seen in rows:
        collected[touchpoint, facet].append((guess, seen))
    return {
        key: Believed(
            guesses=tuple(guess for guess, _ in answers),
            seen_data=sum(seen is True for _, seen in answers),
            asked_about_data=sum(seen is not None for _, seen in answers),
        )
        for key, answers in collected.items()
    }


def revision() -> tuple[int, int]:
    """Changes whenever beliefs change: newest id and number of guesses."""
    found = Belief.objects.aggregate(newest=Max("id"), n=Count("id"))
    return found["newest"] or 0, found["n"]


def collections() -> QuerySet[BeliefCollection]:
    """How guesses came in, newest first, with how many there are."""
    return BeliefCollection.objects.annotate(n=Count("beliefs"))


def groups_shown(touchpoint: str, facet: str) -> dict[str, tuple[float, ...]]:
    """Guesses per group, only groups of at least five, and only where no hidden group follows by subtraction."""
    rows = Belief.objects.filter(touchpoint=touchpoint, facet=facet).order_by("id").values_list("group", "guess")
    groups: dict[str, list[float]] = defaultdict(list)
    for group, guess in rows:
        groups[group].append(guess)
    hidden = sum(len(answers) for answers in groups.values() if len(answers) < FEWEST)
    if 0 < hidden < FEWEST:  # the total is shown elsewhere: total minus shown groups would reveal them
        return {}
    return {group: tuple(answers) for group, answers in groups.items() if len(answers) >= FEWEST}
