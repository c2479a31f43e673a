"""What earlier waves say: the type declared before, and where the culture stood from wave to wave."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from leitstern.app.common.findings import once, remember
from leitstern.app.waves.queries import publications, ratings_in, wave_ratings
from leitstern.core.inside.placement import place
from leitstern.core.inside.progress import Stand
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from datetime import date, datetime

    from django.db.models import QuerySet

    from leitstern.app.waves.models import Publication
    from leitstern.core.inside.assumptions import Assumptions
    from leitstern.core.inside.org_types import OrgType
    from leitstern.core.inside.placement import Placement
    from leitstern.core.inside.ratings import Ratings

SEED = 20_26  # the same state gives the same placement, to the digit
DAYS_A_MONTH = 365.25 / 12


@dataclass(frozen=True, slots=True)
class Waves:
    """What people said, each group in the newest wave that shows it, and the type declared by the wave before the newest."""

    newest: tuple[Ratings, ...]
    declared_before: OrgType | None


def waves(assumed: Assumptions) -> Waves:
    """Nothing before the first publication."""
    two = _all()[:2]
    return Waves(wave_ratings(), _placed(two[1], assumed).declared if len(two) > 1 else None)


def published() -> QuerySet[Publication]:
    """Published waves, newest first, without what was published of them."""
    return publications().defer("results", "decided")


def _all() -> tuple[Publication, ...]:
    return once("published waves", lambda: tuple(published()))


def ratings_of(publication: Publication) -> tuple[Ratings, ...]:
    """What people said in a wave. Publications never change, so it is read once, and kept in memory only."""
    return _read(publication.pk, publication.created)


@lru_cache(maxsize=4)
def _read(number: int, _created: datetime) -> tuple[Ratings, ...]:
    return ratings_in(publications().get(pk=number))


def stands(assumed: Assumptions, until: date | None = None) -> tuple[Stand, ...]:
    """Where people placed the culture in each published wave, oldest first, corrected for how they err.

    With `until` only in waves that closed by then.
    """
    found, first = [], None
    for publication in reversed(_all() if until is None else published().filter(wave__closes__lte=until)):
        whole = _placed(publication, assumed).fused
        if whole is None or not isinstance(whole.culture, Estimate):
            continue
        day = publication.wave.closes
        first = first or day
        found.append(Stand((day - first).days / DAYS_A_MONTH, whole.culture.value, whole.sd[0]))
    return tuple(found)


def _placed(publication: Publication, assumed: Assumptions) -> Placement:
    """The placement by one wave alone."""
    return remember(
        "placement by wave",
        (publication.pk, publication.created, assumed),
        lambda: place(ratings_of(publication), assumed, np.random.default_rng(SEED)),
    )
