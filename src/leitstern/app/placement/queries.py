"""Where the organisation stands and which way leads on; computed once per state of what is known."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import numpy as np

from leitstern.app.common.findings import once, remember
from leitstern.app.common.lookups import or_not_found
from leitstern.app.placement.assumed import assumptions
from leitstern.app.placement.history import SEED, stands, waves
from leitstern.app.placement.sources import sources
from leitstern.core.inside.durations import Prior, durations
from leitstern.core.inside.placement import place
from leitstern.core.inside.progress import Settled, learn, settled
from leitstern.core.inside.routes import choose
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.app.placement.history import Waves
    from leitstern.core.inside.assumptions import Assumptions
    from leitstern.core.inside.placement import Placement
    from leitstern.core.inside.progress import Stand
    from leitstern.core.inside.ratings import Ratings
    from leitstern.core.inside.routes import Choice

NOBODY_YET = Text(
    en="Nobody has looked yet where you stand. A workshop of an hour gives a first placement.",
    de="Noch hat niemand hingesehen, wo Sie stehen. Ein Workshop von einer Stunde ergibt eine erste Verortung.",
)


def placement() -> Placement | None:
    """The placement by the newest source of every view; None while nobody has looked."""
    assumed = assumptions()
    asked = _waves(assumed)
    ratings, before = ratings_now(), asked.declared_before
    if not ratings:
        return None
    return remember(
        "placement",
        (fingerprint(ratings), before, assumed),
        lambda: place(ratings, assumed, np.random.default_rng(SEED), before=before),
    )


def ratings_now() -> tuple[Ratings, ...]:
    """What the placement is made of, asked for once a request."""
    assumed = assumptions()
    return once(f"ratings by {assumed}", lambda: sources(assumed, _waves(assumed).newest))


def route_choice(found: Placement, prior: Prior = Prior.PAPER) -> Choice | None:
    """The routes from here, narrowed by the pace of earlier waves; None while one axis is not seen."""
    if not found.probabilities:
        return None
    assumed = assumptions()
    seen = _stands(assumed)
    believed = found.illusion.believed if found.illusion.state == "illusion" else None

    def compute() -> Choice:
        worlds = learn(durations(assumed, np.random.default_rng(SEED), prior=prior), seen, assumed)
        return choose(found.probabilities, found.candidates, worlds, assumed, believed)

    inputs = (tuple(found.probabilities.items()), found.candidates, believed, prior, seen, assumed)
    return remember("routes", inputs, compute)


def settling(until: date | None = None) -> tuple[Settled, int]:
    """How many of the newest waves in a row lay above the target, and how many waves there are, on a day or today."""
    assumed = assumptions()
    seen = _stands(assumed) if until is None else stands(assumed, until)
    return settled(seen, assumed), len(seen)


def fingerprint(ratings: Sequence[Ratings]) -> str:
    """Changes whenever anything in the ratings does."""
    digest = sha256()
    for each in ratings:
        digest.update(
            repr((each.view, each.dimensions, each.source, each.as_of, each.n, each.spread)).encode()
        )
        digest.update(each.levels.tobytes())
        digest.update(repr([each.said(slug) for slug in each.dimensions]).encode())
    return digest.hexdigest()


def require_placement() -> Placement:
    """The placement. Raises NotFound while nobody has looked."""
    return or_not_found(placement(), NOBODY_YET)


def require_routes(prior: Prior = Prior.PAPER) -> Choice:
    """The routes from here. Raises NotFound while one axis is not seen."""
    found = require_placement()
    return or_not_found(route_choice(found, prior), found.sentence)


def _waves(assumed: Assumptions) -> Waves:
    return once(f"waves by {assumed}", lambda: waves(assumed))


def _stands(assumed: Assumptions) -> tuple[Stand, ...]:
    return once(f"stands by {assumed}", lambda: stands(assumed))
