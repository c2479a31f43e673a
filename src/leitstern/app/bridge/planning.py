"""What is aimed at, and when it could be seen: the same words before a decision and on its page."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from leitstern.app.bridge.judging import elsewhere_before
from leitstern.app.outside.queries import lived_at
from leitstern.core.bridge.plan import Plan, before_now, half_way, plan
from leitstern.core.errors import InvalidInput
from leitstern.core.outside.few import TOO_FEW_CUSTOMERS
from leitstern.core.stats.estimate import Estimate
from leitstern.core.stats.share import ShareStatistics

if TYPE_CHECKING:
    from leitstern.app.bridge.models import Measure
    from leitstern.app.outside.reading import Published
    from leitstern.core.company.taxonomy import Touchpoint
    from leitstern.core.gap.findings import TouchpointGap
    from leitstern.core.stats.estimate import Measured
    from leitstern.core.texts import Text

SEED = 5
USUALLY = timedelta(days=90)  # from a decision to its due day, unless somebody says otherwise


def first_target(line: TouchpointGap | None) -> int | None:
    """The target the form begins with, of 100: half of the gap to the promise, or else to the belief."""
    if line is None or not isinstance(line.lived, Estimate):
        return None
    claims = [side.value for side in (line.promise, line.belief) if isinstance(side, Estimate)]
    return round(100 * half_way(line.lived.value, claims[0] if claims else None))


def planned(state: Published, here: Touchpoint, facet: str, target: int | None, start: date) -> Plan | Text:
    """When a rise to `target` of 100 could be seen if the measure works from `start` on, or why that cannot be said."""
    before, elsewhere = lived_at(state, here.code, facet), elsewhere_before(state, here.code, facet)
    return _planned(before, elsewhere, target, (state.first_date, state.as_of), start)


def planned_for(measure: Measure) -> Plan | Text:
    """The same for a measure, from its frozen baseline."""
    period = measure.baseline_from, measure.baseline_until
    start = measure.due or measure.baseline_until
    return _planned(
        _frozen(measure.baseline), _frozen(measure.baseline_elsewhere), measure.target, period, start
    )


def baseline_of(measure: Measure) -> Measured:
    """What was lived when it was decided."""
    frozen = _frozen(measure.baseline), _frozen(measure.baseline_elsewhere)
    return before_now(*frozen, np.random.default_rng(SEED), measure.baseline_until)


def _planned(
    before: ShareStatistics | None,
    elsewhere: ShareStatistics | None,
    target: int | None,
    period: tuple[date, date],
    start: date,
) -> Plan | Text:
    if before is None or target is None:
        return TOO_FEW_CUSTOMERS.reason
    days = max((period[1] - period[0]).days, 1)
    try:
        return plan(before, elsewhere, target / 100, days, start, np.random.default_rng(SEED))
    except InvalidInput as problem:
        return problem.text


def _frozen(statistics: dict[str, float] | None) -> ShareStatistics | None:
    return ShareStatistics(**statistics) if statistics else None  # type: ignore[arg-type]
