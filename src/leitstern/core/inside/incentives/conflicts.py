"""Conflicts between what is rewarded: declared, measured, how severe, and the sentences that say so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from leitstern.core.inside.incentives.declared import pair, stated_coupling, tensions
from leitstern.core.inside.incentives.measured import Coupling, couple
from leitstern.core.stats.discoveries import discoveries
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import numpy as np

    from leitstern.core.inside.incentives.declared import Link, Tension
    from leitstern.core.inside.incentives.figures import Register
    from leitstern.core.inside.incentives.measured import Series
    from leitstern.core.stats.estimate import Measured

FALSE_FINDINGS = 0.05  # of all pairs found in the data, how many may be chance
HANDFUL = 5  # confirmed conflicts an organisation can live with; more and nobody knows what counts

NO_SERIES = Missing(
    "no-series",
    Text(
        en="at least one of the two has no monthly values yet",
        de="mindestens eine der beiden hat noch keine Monatswerte",
    ),
)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two rewarded figures that pull against each other, by word, by data, or by both.

    `severity` counts in people: as many as would have their whole reward pulled both ways at once.
    """

    first: str
    second: str
    tugs: tuple[Tension, ...]
    measured: Coupling | Missing
    found: bool  # in the data, all pairs taken together
    severity: Measured

    @property
    def pair(self) -> tuple[str, str]:
        """Both figures, in the order of their short names."""
        return self.first, self.second

    @property
    def contradicted(self) -> bool:
        """People say so, and the data say that both get better together."""
        return bool(self.tugs) and isinstance(self.measured, Coupling) and self.measured.r.low > 0


@dataclass(frozen=True, slots=True)
class Found:
    """All conflicts, the most severe first, and what was looked at to find them."""

    conflicts: tuple[Conflict, ...]
    compared: int  # pairs with enough months
    too_short: int  # pairs that both have values, but too few to say anything


def find(
    register: Register,
    links: Iterable[Link],
    series: Mapping[str, Series],
    rng: np.random.Generator,
    known: Iterable[tuple[str, str]] = (),
) -> Found:
    """Every declared conflict, every one the data show, and those `known` from before while both are rewarded."""
    declared = tensions(links, register.rewarded)
    couplings = {
        pair(one, other): couple(series[pair(one, other)[0]], series[pair(one, other)[1]], rng)
        for one, other in combinations(sorted(register.rewarded & series.keys() & register.by_slug.keys()), 2)
    }
    judged = {key: each for key, each in couplings.items() if isinstance(each, Coupling)}
    stands = discoveries([each.chance for each in judged.values()], FALSE_FINDINGS)
    opposed = {
        key for (key, each), holds in zip(judged.items(), stands, strict=True) if holds and each.opposed
    }
    before = {key for key in known if set(key) <= register.rewarded}
    conflicts = [
        _conflict(key, declared.get(key, ()), couplings.get(key, NO_SERIES), key in opposed, register)
        for key in sorted(declared.keys() | opposed | before)
    ]
    return Found(
        tuple(sorted(conflicts, key=_rank)),
        compared=len(judged),
        too_short=sum(isinstance(each, Missing) and each.code == "too-short" for each in couplings.values()),
    )


def _conflict(
    key: tuple[str, str],
    tugs: tuple[Tension, ...],
    measured: Coupling | Missing,
    found: bool,
    register: Register,
) -> Conflict:
    return Conflict(*key, tugs, measured, found, severity(key, tugs, measured, register))


def severity(
    key: tuple[str, str], tugs: tuple[Tension, ...], measured: Coupling | Missing, register: Register
) -> Measured:
    """min(mean share of the one, of the other) · size of the coupling · people rewarded for either.

    What is measured outranks what is said. Grade and level are those of the coupling; n are the people.
    """
    size = _size(tugs, measured)
    if isinstance(size, Missing):
        return size
    people = sum(role.people for role in register.rewarding(key))
    times = min(register.mean_share(figure) for figure in key) * people
    return replace(size, value=size.value * times, low=size.low * times, high=size.high * times, n=people)


def _size(tugs: tuple[Tension, ...], measured: Coupling | Missing) -> Measured:
    """How strong the opposition is, 0–1."""
    if isinstance(measured, Coupling):
        r = measured.r
        return replace(r, value=max(-r.value, 0.0), low=max(-r.high, 0.0), high=max(-r.low, 0.0))
    return stated_coupling(tugs) if tugs else measured


def _rank(conflict: Conflict) -> tuple[float, str, str]:
    worth = -conflict.severity.value if isinstance(conflict.severity, Estimate) else 0.0
    return worth, conflict.first, conflict.second


MEASURED = Text(
    en="In months in which “{one}” got better, “{other}” got worse: in {apart} of {n} monthly changes they moved apart.",
    de="In Monaten, in denen „{one}“ besser wurde, wurde „{other}“ schlechter: Bei {apart} von {n} monatlichen "
    "Veränderungen liefen sie auseinander.",
)
NOT_MEASURED = Text(
    en="The data do not show it: in {apart} of {n} monthly changes the two moved apart.",
    de="Die Daten zeigen das nicht: Bei {apart} von {n} monatlichen Veränderungen liefen die beiden auseinander.",
)
AGAINST = Text(
    en="The data say the opposite: the two get better together; only in {apart} of {n} monthly changes did they move apart.",
    de="Die Daten sagen das Gegenteil: Beide werden gemeinsam besser; nur bei {apart} von {n} monatlichen Veränderungen "
    "liefen sie auseinander.",
)
UNKNOWN = Text(en="Whether the data show it: {reason}.", de="Ob die Daten es zeigen: {reason}.")


def evidence(conflict: Conflict, one: str, other: str) -> Text:
    """What the data say about a conflict, with the names of both figures."""
    measured = conflict.measured
    if isinstance(measured, Missing):
        return UNKNOWN.fill(reason=measured.reason)
    apart = int((measured.changes.prod(axis=1) < 0).sum())
    said = AGAINST if measured.r.low > 0 else MEASURED if conflict.found else NOT_MEASURED
    return said.fill(one=one, other=other, apart=apart, n=measured.r.n)
