"""The report as plain JSON values, for the command line and whatever reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.gap.findings import KINDS
from leitstern.core.stats.estimate import Measured, Missing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leitstern.core.gap.findings import GapReport, Observed
    from leitstern.core.stats.attribution import DriverShare

Json = dict[str, object]


def to_json(report: GapReport, drivers: Iterable[DriverShare] = (), language: str = "en") -> Json:
    """`indices` {delivery, perception} in points, `touchpoints[]` as shares, `drivers[]` {name, share}.

    Every number is `{value, low, high, n}` or `{missing: reason}`; names and reasons are in `language`. `observed` is
    what customers answered before caution, `{share, agreeing, n}`, or null where `lived` is missing.
    """
    return {
        "indices": {kind: _number(report.index(kind).estimate, language, digits=2) for kind in KINDS},
        "touchpoints": [
            {
                "touchpoint": line.touchpoint,
                "name": line.touchpoint_name.to(language),
                "facet": line.facet,
                "promise": _number(line.promise, language),
                "belief": _number(line.belief, language),
                "lived": _number(line.lived, language),
                "observed": _observed(line.observed),
                "delivery_gap": _number(line.measured_gap("delivery"), language),
                "perception_gap": _number(line.measured_gap("perception"), language),
            }
            for line in report.touchpoints
        ],
        "drivers": [{"name": driver.slug, "share": round(driver.share.value, 4)} for driver in drivers],
    }


def _observed(observed: Observed | None) -> Json | None:
    if observed is None:
        return None
    return {"share": round(observed.share, 4), "agreeing": observed.agreeing, "n": observed.n}


def _number(measured: Measured, language: str, digits: int = 4) -> Json:
    if isinstance(measured, Missing):
        return {"missing": measured.reason.to(language)}
    return {
        "value": round(measured.value, digits),
        "low": round(measured.low, digits),
        "high": round(measured.high, digits),
        "n": measured.n,
    }
