"""What the organisation believes: leaders' guesses of the lived share become one belief, or none at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.errors import InvalidInput
from leitstern.core.stats.estimate import Measured, Missing
from leitstern.core.stats.posteriors import NormalInverseChi2, summarise
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

FEWEST = 5  # people; fewer are never shown, nor anything computed from them

NOT_ASKED = Missing("not-asked", Text(en="not asked", de="nicht gefragt"))
FEWER_THAN_FIVE = Missing(
    "fewer-than-five",
    Text(en="fewer than five people answered", de="weniger als fünf Personen haben geantwortet"),
)

# Before anybody answers: half of the customers, on the strength of a third of a person; single guesses spread by
# 20 points, on the strength of six people. docs/method/belief.md measures what that prior covers.
PRIOR = NormalInverseChi2(
    mean=np.array(0.5), size=np.array(0.3), freedom=np.array(6.0), spread2=np.array(0.2**2)
)


def believe(guesses: Sequence[float] | None) -> NormalInverseChi2 | Missing:
    """The belief on the scale 0–1 after these guesses of 0–100 customers, each from another person: one entry."""
    if not guesses:
        return NOT_ASKED
    shares = np.array(guesses, dtype=np.float64) / 100
    if not ((shares >= 0) & (shares <= 1)).all():
        raise InvalidInput(
            Text(
                en="A guess is a number of customers out of 100, so it lies between 0 and 100. Nothing was kept.",
                de="Eine Schätzung sagt, wie viele von 100 Kundinnen und Kunden es sind, und liegt also zwischen 0 und 100. Es wurde nichts gespeichert.",
            )
        )
    if len(shares) < FEWEST:
        return FEWER_THAN_FIVE
    mean = shares.mean(keepdims=True)
    squares = ((shares - mean) ** 2).sum(keepdims=True)
    return PRIOR.learn(np.array([float(len(shares))]), mean, squares)


def estimate_belief(
    guesses: Sequence[float] | None, rng: np.random.Generator, as_of: date | None = None, *, draws: int = 4000
) -> Measured:
    """The belief as a share 0–1 with its interval over people like these; n counts the guesses."""
    belief = believe(guesses)
    if isinstance(belief, Missing):
        return belief
    return summarise(belief.draw(rng, draws)[0], len(guesses or ()), "stated", as_of)
