"""What people inside believe, never of fewer than five, and the instrument they are asked with."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

import numpy as np
from django.db.models import Count, Max, Q, QuerySet

from leitstern.app.inside.instruments import content_of, current_version, instrument_version
from leitstern.app.inside.models import Belief, BeliefCollection, Group
from leitstern.core.inside.beliefs import FEWEST, estimate_belief
from leitstern.core.inside.instrument import Instrument
from leitstern.core.stats.estimate import Measured

SEED = 8


@dataclass(frozen=True, slots=True)
class Believed:
    """All guesses at one touchpoint on one statement."""

    guesses: tuple[float, ...]
    seen_data: int  # how many of them had seen customer data
    asked_about_data: int


def beliefs() -> dict[tuple[str, str], Believed]:
    """Guesses that may be used, by (touchpoint, facet), all groups together, in a stable order.

    Where all guesses still wait, four at most are passed on: the core then says "fewer than five".
    """
    asked: dict[tuple[str, str], list[Belief]] = defaultdict(list)
    for belief in Belief.objects.order_by("collection_id", "id"):
        asked[belief.touchpoint, belief.facet].append(belief)
    found = {}
    for key, answers in asked.items():
        shown = [answer for answer in answers if answer.release is not None] or answers[: FEWEST - 1]
        found[key] = Believed(
            guesses=tuple(answer.guess for answer in shown),
            seen_data=sum(answer.seen_data is True for answer in shown),
            asked_about_data=sum(answer.seen_data is not None for answer in shown),
        )
    return found


def revision() -> tuple[int, int]:
    """Changes whenever beliefs change: newest id and number of guesses."""
    found = Belief.objects.aggregate(newest=Max("id"), n=Count("id"))
    return found["newest"] or 0, found["n"]


def collections() -> QuerySet[BeliefCollection]:
    """How guesses came in, newest first, with how many there are and how many of them still wait for others."""
    counted = BeliefCollection.objects.annotate(
        n=Count("beliefs"), waiting=Count("beliefs", filter=Q(beliefs__release=None))
    )
    return counted.order_by("-id")  # groups forget their order


def groups_shown() -> dict[tuple[str, str], dict[str, tuple[float, ...]]]:
    """Guesses per group. A group shows what came out in releases in which at least five of it were new.

    The total is shown as well, so a release shows its groups only if those not shown are five new ones too, or
    nobody: otherwise the total less the groups would give them away.
    """
    found: dict[tuple[str, str], dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    released = Belief.objects.exclude(release=None).order_by(
        "touchpoint", "facet", "release", "collection_id", "id"
    )
    for (touchpoint, facet, _release), together in groupby(
        released, attrgetter("touchpoint", "facet", "release")
    ):
        groups: dict[str, list[Belief]] = defaultdict(list)
        for belief in together:
            groups[belief.group].append(belief)
        new = {name: sum(not b.shown_before for b in members) for name, members in groups.items()}
        shown = [name for name in groups if new[name] >= FEWEST]
        rest = [name for name in groups if name not in shown]
        if not rest or sum(new[name] for name in rest) >= FEWEST:
            for name in shown:
                found[touchpoint, facet][name] += [belief.guess for belief in groups[name]]
    return {key: {name: tuple(guesses) for name, guesses in of.items()} for key, of in found.items()}


def group_estimates() -> dict[tuple[str, str], list[tuple[Group, Measured]]]:
    """What each group that may be shown believes, in the order of `Group`, per touchpoint and facet."""
    rng = np.random.default_rng(SEED)
    return {
        key: [(group, estimate_belief(of[group], rng)) for group in Group if group in of]
        for key, of in groups_shown().items()
    }


def belief_estimates() -> dict[tuple[str, str], Measured]:
    """The belief per touchpoint and facet, or why it is not shown."""
    rng = np.random.default_rng(SEED)
    return {key: estimate_belief(found.guesses, rng) for key, found in beliefs().items()}


def current_instrument() -> Instrument:
    """What is asked from now on: the instrument that was chosen, else our own."""
    return content_of(current_version())


def instrument(version_id: int) -> Instrument:
    """One version of an instrument. Raises NotFound."""
    return content_of(instrument_version(version_id))
