"""Where a team stands on the ladder of one application: four shares, a score, and the first rung it has not reached."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.inside.adoption.effect import Effect
from leitstern.core.inside.adoption.living import NOT_DELIVERED, geometric, lived, parts_of, share
from leitstern.core.inside.adoption.rungs import ENOUGH, Noticed, Part, Rung, needed, noticed
from leitstern.core.inside.adoption.usage import FEWEST_WEEKS
from leitstern.core.stats.estimate import Estimate, Measured, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from leitstern.core.inside.adoption.usage import Usage

RUNS = 0.6  # used by at least so many: it runs
TOO_FEW_WEEKS = Missing(
    "too-few-weeks",
    Text(en="fewer than four weeks of numbers", de="weniger als vier Wochen mit Zahlen"),
)


@dataclass(frozen=True, slots=True)
class Expected:
    """What living the application means: how many features are required, and which parts count."""

    features: int = 0
    parts: frozenset[Part] = frozenset()


@dataclass(frozen=True, slots=True)
class Standing:
    """One team and one application. `change` is that of the customers' answers, in shares; `compared` teams without it."""

    shares: Mapping[Rung, Measured]
    parts: Mapping[Part, Measured]
    change: Measured
    compared: int
    score: Measured

    @property
    def next(self) -> Rung | None:
        """The first rung that is not reached, or of which nothing is known; None at the top."""
        return next((rung for rung in Rung if _value(self.shares[rung]) < needed(rung)), None)

    @property
    def reached(self) -> Rung | None:
        """The highest rung below that one; None if it is not even installed."""
        rungs, ahead = list(Rung), self.next
        at = len(rungs) if ahead is None else rungs.index(ahead)
        return rungs[at - 1] if at else None

    @property
    def unknown(self) -> bool:
        """Whether nothing is known of the next rung, rather than that it is not reached."""
        return self.next is not None and isinstance(self.shares[self.next], Missing)

    @property
    def close(self) -> bool:
        """Whether the next rung, or the one it stands on, could as well be on the other side."""
        return any(self._doubtful(rung) for rung in (self.reached, self.next) if rung)

    @property
    def noticed(self) -> Noticed | None:
        """What can be said of its customers; None where nothing is known of them."""
        probable = self.shares[Rung.EFFECTIVE]
        return noticed(probable.value) if isinstance(probable, Estimate) else None

    @property
    def runs(self) -> bool:
        """Used by most."""
        return _value(self.shares[Rung.USED]) >= RUNS

    @property
    def runs_only(self) -> bool:
        """It runs, but it does not work: used by most, and it is as good as sure that customers did not notice."""
        return self.runs and self.noticed is Noticed.NO

    @property
    def may_run_only(self) -> bool:
        """It runs, and from the customers asked nobody can tell whether it works."""
        return self.runs and self.noticed is Noticed.OPEN

    def _doubtful(self, rung: Rung) -> bool:
        if rung is Rung.EFFECTIVE:
            return self.noticed is Noticed.OPEN
        share = self.shares[rung]
        return isinstance(share, Estimate) and share.low < ENOUGH <= share.high


def stand(usage: Usage, effect: Effect | Missing, expected: Expected, as_of: date) -> Standing:
    """The standing of a team by its use up to `as_of`. Score = 100 · (used · lived · effective)^⅓."""
    if usage.weeks < FEWEST_WEEKS:
        return nowhere(TOO_FEW_WEEKS, effect)
    heads = usage.heads
    parts = parts_of(usage, expected.features, expected.parts, as_of)
    shares: dict[Rung, Measured] = {
        Rung.INSTALLED: _seats(usage, as_of),
        Rung.USED: share(usage.active, usage.eligible, heads, as_of),
        Rung.LIVED: lived(parts, as_of),
        Rung.EFFECTIVE: effect if isinstance(effect, Missing) else effect.better,
    }
    return Standing(
        shares,
        parts,
        effect if isinstance(effect, Missing) else effect.change,
        effect.compared if isinstance(effect, Effect) else 0,
        _score(shares, heads, as_of),
    )


def nowhere(why: Missing, effect: Effect | Missing) -> Standing:
    """A team of which nothing is known, or nothing may be shown."""
    shares: dict[Rung, Measured] = dict.fromkeys(Rung, why)
    return Standing(shares, {}, effect if isinstance(effect, Missing) else effect.change, 0, why)


def _seats(usage: Usage, as_of: date) -> Measured:
    """Seats set up per person who should have one: counted, so without an interval."""
    if usage.seats is None or not usage.seatable:
        return NOT_DELIVERED
    value = min(1.0, usage.seats / usage.seatable)
    return Estimate(value, value, value, round(usage.seatable / usage.weeks), as_of=as_of)


def _score(shares: Mapping[Rung, Measured], heads: int, as_of: date) -> Measured:
    """Missing as soon as a part is: a score never pretends."""
    three = [shares[rung] for rung in (Rung.USED, Rung.LIVED, Rung.EFFECTIVE)]
    missing = next((each for each in three if isinstance(each, Missing)), None)
    if missing is not None:
        return missing
    known = [each for each in three if isinstance(each, Estimate)]
    mean = geometric(known, heads, as_of)
    return Estimate(100 * mean.value, 100 * mean.low, 100 * mean.high, heads, "association", as_of=as_of)


def _value(measured: Measured) -> float:
    return measured.value if isinstance(measured, Estimate) else -1.0
