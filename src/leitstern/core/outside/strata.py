"""Does a kept promise matter among customers who waited alike, or is lateness only another word for waiting?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.outside.drivers import contrast_promise
from leitstern.core.outside.reasons import FAMILIES
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.core.company.taxonomy import Driver
    from leitstern.core.outside.drivers import Answers, Explanation
    from leitstern.core.stats.contrast import Contrast

LATENESS, WAITS = FAMILIES[0], FAMILIES[3]


@dataclass(frozen=True, slots=True)
class AlikeInWaiting:
    """Promise kept − promise broken, as a difference of agreeing shares, within classes of the driver `within`."""

    within: str
    contrast: Contrast


def alike_in_waiting(
    answers: Answers, explanation: Explanation, drivers: Sequence[Driver], as_of: date | None = None
) -> AlikeInWaiting | None:
    """The contrast within the wait that explains most here; None where no promise or no wait is among the drivers.

    None, too, where a broken promise does not go along with worse answers at all: breaking it makes people wait, so
    that those who waited as long with a kept one had another reason to, and only that reason would be seen.
    """
    here = [driver for driver in drivers if driver.slug not in explanation.not_applicable]
    late = next((driver.slug for driver in here if driver.late or driver == LATENESS), None)
    waits = [driver.slug for driver in here if driver.wait or driver == WAITS]
    if late is None or not waits:
        return None
    found = explanation.attribution
    shares = {} if isinstance(found, Missing) else {one.slug: one.share.value for one in found.drivers}
    within = max(waits, key=lambda slug: shares.get(slug, 0.0))
    whole = contrast_promise(answers, late, within, strata=1).overall
    if not isinstance(whole, Estimate) or whole.low <= 0:
        return None
    return AlikeInWaiting(within, contrast_promise(answers, late, within, as_of=as_of))
