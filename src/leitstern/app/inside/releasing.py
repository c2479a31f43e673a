"""Guesses come out only together with at least four others, and what came out together stays together.

Whoever looks before and after something changed could work out what one person guessed if single sheets counted as
they came in, or stopped counting as they went. So guesses wait until five are together that nobody has seen the mean
of; then all that wait come out as one *release*. When a part of a release is taken out, its rest waits for five new
ones. Each release thus holds at least five people of whom nothing was shown before: whatever is added to and
subtracted from everything that was ever shown, at least five people are left in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.inside.models import Belief
from leitstern.core.inside.beliefs import FEWEST

if TYPE_CHECKING:
    from leitstern.app.inside.models import BeliefCollection


def release_waiting(newest: BeliefCollection) -> None:
    """After a collection came in: let guesses out on each statement for which enough are together now."""
    for touchpoint, facet in _questions(newest):
        waiting = Belief.objects.filter(touchpoint=touchpoint, facet=facet, release=None)
        if waiting.filter(shown_before=False).count() >= FEWEST:
            waiting.update(release=newest.pk)


def hold_rest(going: BeliefCollection) -> None:
    """Before a collection goes: let the rest of every release it is a part of wait again."""
    parts = going.beliefs.exclude(release=None).values_list("touchpoint", "facet", "release").distinct()
    for touchpoint, facet, release in parts:
        together = Belief.objects.filter(touchpoint=touchpoint, facet=facet, release=release)
        together.exclude(collection=going).update(release=None, shown_before=True)


def _questions(collection: BeliefCollection) -> list[tuple[str, str]]:
    return list(collection.beliefs.order_by().values_list("touchpoint", "facet").distinct())
