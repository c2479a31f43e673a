"""Systems: how much of what they say conforms, how far those who judge agree, and what is broken most."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.bridge.voice.judging import Judged, most
from leitstern.core.stats.estimate import Estimate, Measured, Missing
from leitstern.core.stats.intervals import share_estimate
from leitstern.core.stats.krippendorff import Metric, krippendorff_alpha
from leitstern.core.stats.share import ShareStatistics
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from leitstern.core.bridge.voice.rules import Answer, RuleSet

FEWEST = 10  # texts, or nothing is said
TRUSTED = 0.667  # the lowest conceivable limit (Krippendorff 2004, p. 241)
SEED = 40
EXAMPLES = 3
type Stratum = tuple[str, date]  # a system and a month

UNRATED = Missing(
    "too-few-raters",
    Text(
        en="cannot tell: no text was judged by two people yet",
        de="lässt sich nicht sagen: noch kein Text wurde von zwei Personen beurteilt",
    ),
)
DISAGREE = Missing(
    "raters-disagree",
    Text(
        en="cannot tell: those who judge do not agree",
        de="lässt sich nicht sagen: die Urteilenden sind sich nicht einig",
    ),
)
FEW = Text(
    en="cannot tell: {n} of at least {fewest} texts judged",
    de="lässt sich nicht sagen: {n} von mindestens {fewest} Texten beurteilt",
)
NONE_IN_LANGUAGE = Missing("no-texts", Text(en="no text in this language", de="kein Text in dieser Sprache"))


@dataclass(frozen=True, slots=True)
class Shares:
    """Of some texts: the share that conforms, and of its two sides; `passes` rests on every drawn text, judged or not."""

    conforms: Measured
    on_brand: Measured
    expected: Measured
    passes: Measured
    drawn: int
    judged: int
    said: int  # how many texts were brought in


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule: how often it is broken, and places."""

    rule: str
    share: Measured
    times: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement: of how many texts most say yes, and how far those who judge agree about it."""

    key: str
    share: Measured
    agreement: Measured


@dataclass(frozen=True, slots=True)
class Both:
    """How many judged texts have both sides, one, or none."""

    both: int
    only_brand: int
    only_customer: int
    neither: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one system stands."""

    system: str
    whole: Shares
    agreement: Measured
    touchpoints: tuple[tuple[str, Shares], ...]
    months: tuple[tuple[date, Shares], ...]
    rules: tuple[Broken, ...]  # the most broken first
    statements: tuple[Stated, ...]
    sides: Both


def standings(
    rules: RuleSet, judged: Sequence[Judged], said: Mapping[tuple[str, date, str], int]
) -> tuple[Standing, ...]:
    """Every system by name; `said` counts what was brought in by system, month and touchpoint."""
    systems = sorted({system for system, _, _ in said})
    weights = _weights(judged, said)
    return tuple(
        _standing(
            rules,
            system,
            [each for each in judged if each.said.system == system],
            {key: n for key, n in said.items() if key[0] == system},
            weights,
        )
        for system in systems
    )


def agreement(judged: Iterable[Judged], of: Callable[[Judged], Mapping[str, Answer]]) -> Measured:
    """Krippendorff's alpha (ordinal) over texts that two or more judged; `of` gives one answer per rater."""
    given = [of(each) for each in judged if each.counts]
    raters = sorted({rater for answers in given for rater in answers})
    table = np.full((len(given), len(raters)), np.nan)
    for line, answers in enumerate(given):
        for rater, answer in answers.items():
            table[line, raters.index(rater)] = answer
    return krippendorff_alpha(table, Metric.ORDINAL, np.random.default_rng(SEED))


def _standing(
    rules: RuleSet,
    system: str,
    judged: list[Judged],
    said: Mapping[tuple[str, date, str], int],
    weights: Mapping[Stratum, tuple[float, float]],
) -> Standing:
    agreed = agreement(judged, Judged.lowest)
    torn = isinstance(agreed, Estimate) and agreed.high < TRUSTED
    points: dict[str, int] = defaultdict(int)
    months: dict[date, int] = defaultdict(int)
    for (_, month, point), n in said.items():
        points[point] += n
        months[month] += n

    def shares(rows: list[Judged], n: int) -> Shares:
        return _shares(rows, n, weights, torn=torn)

    return Standing(
        system,
        shares(judged, sum(said.values())),
        agreed,
        tuple(
            (point, shares([each for each in judged if each.said.touchpoint == point], n))
            for point, n in sorted(points.items())
        ),
        tuple(
            (month, shares([each for each in judged if each.said.month == month], n))
            for month, n in sorted(months.items())
        ),
        _broken(rules, judged, weights),
        tuple(_stated(each.key, judged, weights) for each in rules.statements),
        _both([each for each in judged if each.counts]),
    )


def _shares(
    rows: list[Judged], said: int, weights: Mapping[Stratum, tuple[float, float]], *, torn: bool
) -> Shares:
    counted = [each for each in rows if each.counts]
    why = _cannot_tell(len(counted), torn=torn)

    def of(good: Callable[[Judged], bool]) -> Measured:
        return why or _share(counted, good, weights, 1)

    return Shares(
        of(lambda each: each.conforms),
        of(lambda each: each.on_brand),
        of(lambda each: each.customer),
        _share(rows, lambda each: each.passes, weights, 0),
        len(rows),
        len(counted),
        said,
    )


def _cannot_tell(n: int, *, torn: bool) -> Missing | None:
    if not n:
        return UNRATED
    if torn:
        return DISAGREE
    return Missing("too-few-texts", FEW.fill(n=n, fewest=FEWEST)) if n < FEWEST else None


def _share(
    rows: Sequence[Judged],
    good: Callable[[Judged], bool],
    weights: Mapping[Stratum, tuple[float, float]],
    which: int,
) -> Measured:
    """Each text stands for as many as were said in its month per text looked at. Wilson's interval, effective number."""
    pairs = [(weights[each.said.system, each.said.month][which], good(each)) for each in rows]
    squares = sum(weight**2 for weight, _ in pairs)
    good_squares = sum(weight**2 for weight, is_good in pairs if is_good)
    return share_estimate(
        ShareStatistics(
            n=len(pairs),
            answers=len(pairs),
            weight=sum(weight for weight, _ in pairs),
            good=sum(weight for weight, is_good in pairs if is_good),
            weight2=squares,
            good2=good_squares,
            good_weight=good_squares,
        )
    )


def _weights(
    judged: Sequence[Judged], said: Mapping[tuple[str, date, str], int]
) -> dict[Stratum, tuple[float, float]]:
    """Texts said per text drawn, and per text that counts, by system and month; 0 where there is none."""
    population: dict[Stratum, int] = defaultdict(int)
    for (system, month, _), n in said.items():
        population[system, month] += n
    drawn: dict[Stratum, int] = defaultdict(int)
    counted: dict[Stratum, int] = defaultdict(int)
    for each in judged:
        drawn[each.said.system, each.said.month] += 1
        counted[each.said.system, each.said.month] += each.counts
    return {
        key: (n / drawn[key] if drawn[key] else 0.0, n / counted[key] if counted[key] else 0.0)
        for key, n in population.items()
    }


def _broken(
    rules: RuleSet, judged: Sequence[Judged], weights: Mapping[Stratum, tuple[float, float]]
) -> tuple[Broken, ...]:
    found: list[Broken] = []
    for rule in rules.rules:
        rows = [each for each in judged if each.said.language is rule.language]
        places = [breach.where for each in rows for breach in each.breaches if breach.rule == rule.name]
        share = _share(rows, partial(_breaks, rule.name), weights, 0) if rows else NONE_IN_LANGUAGE
        found.append(Broken(rule.name, share, len(places), tuple(dict.fromkeys(places))[:EXAMPLES]))
    return tuple(sorted(found, key=lambda each: (-each.times, each.rule)))


def _breaks(rule: str, each: Judged) -> bool:
    return any(breach.rule == rule for breach in each.breaches)


def _stated(key: str, judged: Sequence[Judged], weights: Mapping[Stratum, tuple[float, float]]) -> Stated:
    counted = [each for each in judged if each.counts]
    why = _cannot_tell(len(counted), torn=False)
    return Stated(
        key,
        why or _share(counted, lambda each: most(each.answers[key]), weights, 1),
        agreement(counted, lambda each: dict(zip(each.raters, each.answers[key], strict=True))),
    )


def _both(counted: Sequence[Judged]) -> Both:
    pairs = [(each.on_brand, each.customer) for each in counted]
    return Both(
        both=pairs.count((True, True)),
        only_brand=pairs.count((True, False)),
        only_customer=pairs.count((False, True)),
        neither=pairs.count((False, False)),
    )
