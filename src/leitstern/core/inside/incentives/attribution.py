"""What employees cannot influence is taken out before a key figure is scored, by a written rule, and counted.

“Not always is it the employee who is responsible”: abuse by customers and causes from outside are excluded. What was
taken out is never lost: the share excluded stands beside every value.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.company.lookup import spelt_alike
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date


class Why(StrEnum):
    """Why a case says nothing about whoever handled it."""

    ABUSE = "abuse"
    EXTERNAL = "external"


class Score(StrEnum):
    """How the value of a month comes from its cases."""

    MEAN = "mean"
    MEDIAN = "median"


WHYS = {
    Why.ABUSE: Text(en="abuse by a customer", de="Übergriff aus der Kundschaft"),
    Why.EXTERNAL: Text(en="cause from outside", de="Ursache von außen"),
}
SCORES = {
    Score.MEAN: Text(en="mean of the cases", de="Mittelwert der Fälle"),
    Score.MEDIAN: Text(en="median of the cases", de="Median der Fälle"),
}
LARGE = 0.2  # share of excluded cases from which on somebody should look at the rule


@dataclass(frozen=True, slots=True)
class Rule:
    """Cases with one of these reasons are taken out. Its key is whatever tells rules apart."""

    key: int
    why: Why
    reasons: tuple[str, ...]

    def takes_out(self, reason: str) -> bool:
        """Whether a case with this reason is meant."""
        return spelt_alike(reason) in {spelt_alike(word) for word in self.reasons}


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a month. `about` and `receiver` are for what several receivers rate: what they rated, and who."""

    month: date
    value: float
    reason: str = ""
    about: str = ""
    receiver: str = ""


@dataclass(frozen=True, slots=True)
class Scored:
    """The value of a month, the cases it rests on, and how many were taken out by which rule.

    `value` is None where every case was taken out. `unheard` counts cases about something too few receivers rated.
    """

    month: date
    value: float | None
    cases: int
    excluded: tuple[tuple[int, int], ...]  # rule, cases
    unheard: int = 0

    @property
    def share_excluded(self) -> float:
        """Of all cases that were handed in."""
        out = sum(n for _, n in self.excluded)
        everything = self.cases + out + self.unheard
        return out / everything if everything else 0.0


def score(
    cases: Iterable[Case], rules: Sequence[Rule], how: Score = Score.MEAN, receivers: int = 1
) -> tuple[Scored, ...]:
    """The value of each month after the rules; the first rule that fits takes a case out.

    With `receivers` above one, only what so many different receivers rated counts: one friend is no quality.
    """
    kept: dict[date, list[Case]] = defaultdict(list)
    out: dict[date, Counter[int]] = defaultdict(Counter)
    for case in cases:
        rule = next((each for each in rules if case.reason and each.takes_out(case.reason)), None)
        if rule:
            out[case.month][rule.key] += 1
        else:
            kept[case.month].append(case)
    return tuple(
        _month(month, kept[month], out[month], how, receivers) for month in sorted(kept.keys() | out.keys())
    )


def _month(month: date, cases: list[Case], out: Counter[int], how: Score, receivers: int) -> Scored:
    heard = cases
    if receivers > 1:
        by_subject: dict[str, set[str]] = defaultdict(set)
        for case in cases:
            by_subject[case.about].add(spelt_alike(case.receiver))
        heard = [case for case in cases if case.about and len(by_subject[case.about] - {""}) >= receivers]
    values = sorted(case.value for case in heard)
    return Scored(
        month, _middle(values, how), len(heard), tuple(sorted(out.items())), len(cases) - len(heard)
    )


def _middle(values: list[float], how: Score) -> float | None:
    if not values:
        return None
    if how is Score.MEAN:
        return sum(values) / len(values)
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2
