"""How far a team lives an application: four shares, and their geometric mean with its interval."""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING

from leitstern.core.inside.adoption.rungs import PARTS, Part
from leitstern.core.stats.estimate import Estimate, Measured, Missing
from leitstern.core.stats.intervals import wilson
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from leitstern.core.inside.adoption.usage import Usage

NOT_DELIVERED = Missing(
    "not-delivered", Text(en="not delivered with the usage", de="steht nicht in den Nutzungsdaten")
)
NOTHING_HAPPENED = Missing(
    "nothing-happened", Text(en="nothing of the kind happened", de="nichts dergleichen kam vor")
)
NO_PARTS = Missing(
    "no-parts",
    Text(
        en="nobody has said yet what living it would mean",
        de="noch hat niemand gesagt, woran man erkennt, dass sie gelebt wird",
    ),
)
INCOMPLETE = Text(en="{part}: {reason}", de="{part}: {reason}")


def parts_of(usage: Usage, features: int, wanted: Collection[Part], as_of: date) -> dict[Part, Measured]:
    """Each part that this application asks for, in order. `features` is how many are required."""
    counted = {
        Part.WORKFLOW: (usage.completed, usage.started, usage.started),
        Part.PRINCIPLE: (usage.kept, usage.judged, usage.judged),
        Part.METADATA: (usage.filled, usage.asked, usage.records),
    }
    found: dict[Part, Measured] = {}
    for part in Part:
        if part not in wanted:
            continue
        if part is Part.FEATURES:
            found[part] = _breadth(usage.features, features, as_of)
        else:
            found[part] = share(*counted[part], as_of)
    return found


def share(good: int | None, of: int | None, n: int | None, as_of: date | None) -> Measured:
    """`good` of `of`, with Wilson's interval on the `n` things that were independent of each other."""
    if good is None or of is None:
        return NOT_DELIVERED
    if not of:
        return NOTHING_HAPPENED
    value = min(1.0, good / of)
    low, high = wilson(value, n or of)
    return Estimate(value, low, high, n or of, as_of=as_of)


def _breadth(used: int | None, required: int, as_of: date) -> Measured:
    """Counted, not sampled: it has no interval of its own, and its n is how many features there are, no cases."""
    if used is None:
        return NOT_DELIVERED
    value = min(1.0, used / required)
    return Estimate(value, value, value, required, as_of=as_of)


def lived(parts: Mapping[Part, Measured], as_of: date) -> Measured:
    """The geometric mean of all parts; missing, with the reason, as soon as one of them is."""
    if not parts:
        return NO_PARTS
    for part, measured in parts.items():
        if isinstance(measured, Missing):
            return Missing(measured.code, INCOMPLETE.fill(part=PARTS[part], reason=measured.reason))
    known = {part: each for part, each in parts.items() if isinstance(each, Estimate)}
    cases = [each.n for part, each in known.items() if part is not Part.FEATURES]
    return geometric(list(known.values()), min(cases or [each.n for each in known.values()]), as_of)


def geometric(shares: Sequence[Estimate], n: int, as_of: date | None) -> Estimate:
    """The geometric mean of independent estimates between 0 and 1.

    Interval: the method of variance estimates recovery (Zou and Donner 2008, Statistics in Medicine 27) on logarithms. Where one is 0
    so is the mean, and its upper end takes every upper limit.
    """
    if any(each.value <= 0 for each in shares):
        return Estimate(0.0, 0.0, _mean([each.high for each in shares]), n, as_of=as_of)
    value = _mean([each.value for each in shares])
    below = sum(log(each.value / each.low) ** 2 if each.low > 0 else 700.0**2 for each in shares) ** 0.5
    above = sum(log(each.high / each.value) ** 2 for each in shares) ** 0.5
    count = len(shares)
    return Estimate(value, value * exp(-below / count), min(1.0, value * exp(above / count)), n, as_of=as_of)


def _mean(values: Sequence[float]) -> float:
    if min(values) <= 0:
        return 0.0
    return min(1.0, exp(sum(log(each) for each in values) / len(values)))
