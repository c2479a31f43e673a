"""What people inside believe, never of fewer than five."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

import numpy as np
from django.db.models import Count, Max, QuerySet

from leitstern.app.inside.models import Belief, BeliefCollection
from leitstern.core.inside.beliefs import FEWEST, estimate_belief
from leitstern.core.stats.estimate import Measured

SEED = 8


@dataclass(frozen=True, slots=True)
class Believed:
    """All guesses at one touchpoint on one statement."""

    guesses: tuple[float, ...]
    seen_data: int  # how many of them had seen customer data
    asked_about_data: int


def beliefs() -> dict[tuple[str, str], Believed]:
    """Guesses that may be used, by (touchpoint, facet), all groups together, in a stable order."""
    return {
        key: Believed(
            guesses=tuple(answer.guess for answer in answers),
            seen_data=sum(answer.seen_data is True for answer in answers),
            asked_about_data=sum(answer.seen_data is not None for answer in answers),
        )
        for key, answers in _released().items()
    }


def _released() -> dict[tuple[str, str], list[Belief]]:
    """Guesses come out only together with at least four others.

    If single sheets counted as they came in, whoever looks before and after would know what one person guessed. So
    sheets wait until five guesses are together, and then all that wait come out.
    """
    asked: dict[tuple[str, str], list[Belief]] = defaultdict(list)
    for belief in Belief.objects.order_by("collection_id", "id"):
        asked[belief.touchpoint, belief.facet].append(belief)
    released = {}
    for key, answers in asked.items():
        out: list[Belief] = []
        waiting: list[Belief] = []
        for _collection, together in groupby(answers, key=attrgetter("collection_id")):
            waiting += together
            if len(waiting) >= FEWEST:
                out += waiting
                waiting = []
        released[key] = out or waiting  # too few are passed on as they are: the core says "fewer than five"
    return released


def revision() -> tuple[int, int]:
    """Changes whenever beliefs change: newest id and number of guesses."""
    found = Belief.objects.aggregate(newest=Max("id"), n=Count("id"))
    return found["newest"] or 0, found["n"]


def collections() -> QuerySet[BeliefCollection]:
    """How guesses came in, newest first, with how many there are."""
    return BeliefCollection.objects.annotate(n=Count("beliefs"))


def groups_shown(touchpoint: str, facet: str) -> dict[str, tuple[float, ...]]:
    """Guesses per group, only groups of at least five, and only where no hidden group follows by subtraction."""
    groups: dict[str, list[float]] = defaultdict(list)
    for belief in _released().get((touchpoint, facet), []):
        groups[belief.group].append(belief.guess)
    hidden = sum(len(answers) for answers in groups.values() if len(answers) < FEWEST)
    if 0 < hidden < FEWEST:  # the total is shown elsewhere: total minus shown groups would reveal them
        return {}
    return {group: tuple(answers) for group, answers in groups.items() if len(answers) >= FEWEST}


def belief_estimates() -> dict[tuple[str, str], Measured]:
    """The belief per touchpoint and facet, or why it is not shown."""
    rng = np.random.default_rng(SEED)
    return {key: estimate_belief(found.guesses, rng) for key, found in beliefs().items()}
