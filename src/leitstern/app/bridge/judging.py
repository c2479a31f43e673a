"""Did it help? The frozen baseline against what customers lived since."""

from __future__ import annotations

from datetime import timedelta
from functools import reduce
from operator import add
from typing import TYPE_CHECKING

import numpy as np

from leitstern.app.outside.periods import lived_since
from leitstern.app.outside.queries import lived
from leitstern.core.bridge.verdict import Judgement, Observation, judge
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.stats.estimate import Missing
from leitstern.core.stats.share import ShareStatistics
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from leitstern.app.bridge.models import Measure
    from leitstern.app.outside.reading import Published

SEED = 4
NO_BASELINE = Missing(
    "no-baseline",
    Text(
        en="nothing was known here when it was decided, so there is nothing to compare with",
        de="als entschieden wurde, war hier nichts bekannt; es gibt also nichts zu vergleichen",
    ),
)
NOT_YET = Missing(
    "not-yet",
    Text(
        en="nobody has answered since it was decided; bring in new data and look again",
        de="seit der Entscheidung hat niemand geantwortet; lesen Sie neue Daten ein und sehen Sie wieder nach",
    ),
)


def judgement(state: Published, measure: Measure) -> Judgement | Missing:
    """What came of one measure."""
    return judgements(state, [measure])[0]


def judgements(state: Published, measures: Iterable[Measure]) -> list[Judgement | Missing]:
    """Before and after, better / not / cannot tell; after begins when a measure was due (or right away)."""
    begun = [
        (measure, max(measure.baseline_until + timedelta(days=1), measure.due or measure.baseline_until))
        for measure in measures
    ]
    after = lived_since(state, [start for _measure, start in begun if start <= state.as_of])
    points = state.taxonomy.lookup(Touchpoint)
    found = []
    for measure, start in begun:
        here = points.slug(measure.touchpoint)
        lived_after = after.get((start, here.code, measure.facet)) if here else None
        found.append(_judged(measure, start, state.as_of, lived_after))
    return found


def _judged(measure: Measure, start: date, as_of: date, after: ShareStatistics | None) -> Judgement | Missing:
    if measure.baseline is None:
        return NO_BASELINE
    if after is None:
        return NOT_YET
    elsewhere = measure.baseline_elsewhere
    return judge(
        Observation(measure.baseline_from, measure.baseline_until, ShareStatistics(**measure.baseline)),
        Observation(start, as_of, after),
        np.random.default_rng(SEED),
        elsewhere=ShareStatistics(**elsewhere) if elsewhere else None,
    )


def elsewhere_before(state: Published, touchpoint: int, facet: str) -> ShareStatistics | None:
    """What customers lived of the same statement at all other touchpoints."""
    others = [
        line.statistics for line in lived(state) if line.facet == facet and line.touchpoint != touchpoint
    ]
    return reduce(add, others) if others else None
