"""Do customers notice a difference? Own lived shares beside those of competitors, statement by statement."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.bridge.competitors.figure import Asked, Origin
from leitstern.core.outside.beside import Beside, beside
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.stats.intervals import wilson
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from leitstern.core.bridge.competitors.figure import CompetitorFigure
    from leitstern.core.stats.estimate import Measured

NOTICEABLE = 0.05  # five of a hundred customers

type Place = tuple[str, str]  # touchpoint (nothing: the company as a whole) and statement


class Verdict(StrEnum):
    """What customers notice of a difference."""

    BETTER = "better"
    WORSE = "worse"
    ALIKE = "alike"
    DIVIDED = "divided"
    UNKNOWN = "unknown"


VERDICTS: dict[Verdict, Text] = {
    Verdict.BETTER: Text(
        en="customers notice a difference for the better",
        de="die Kundschaft merkt einen Unterschied zum Besseren",
    ),
    Verdict.WORSE: Text(
        en="customers notice a difference for the worse",
        de="die Kundschaft merkt einen Unterschied zum Schlechteren",
    ),
    Verdict.ALIKE: Text(en="interchangeable", de="austauschbar"),
    Verdict.DIVIDED: Text(
        en="better than one, worse than another", de="besser als einer, schlechter als ein anderer"
    ),
    Verdict.UNKNOWN: Text(en="unknown", de="unbekannt"),
}
NOT_MEASURED = Missing(
    "not-measured",
    Text(
        en="we have not asked this of our own customers",
        de="wir haben das unsere eigene Kundschaft nicht gefragt",
    ),
)
_ITS_OWN_WORDS = Missing(
    "own-words",
    Text(
        en="not comparable: the competitor says so of itself, and nobody checked it",
        de="nicht vergleichbar: Der Wettbewerber sagt es von sich selbst, und niemand hat es geprüft",
    ),
)
_OTHERWISE_ASKED = Missing(
    "asked-otherwise",
    Text(
        en="not comparable: another question or scale than ours",
        de="nicht vergleichbar: eine andere Frage oder Skala als unsere",
    ),
)
_NOT_STATED = Missing(
    "question-not-stated",
    Text(
        en="not comparable: what was asked is not stated",
        de="nicht vergleichbar: Es steht nicht dabei, was gefragt wurde",
    ),
)
_NO_N = Missing(
    "no-n",
    Text(
        en="not comparable: how many were asked is not stated, so chance cannot be told",
        de="nicht vergleichbar: Es steht nicht dabei, wie viele gefragt wurden; der Zufall lässt sich nicht abschätzen",
    ),
)


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure beside the own share; `theirs` with Wilson's interval where it may be compared, else why it may not."""

    figure: CompetitorFigure
    own: Measured
    theirs: Measured
    difference: Measured  # own − theirs
    verdict: Verdict
    old: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement at one place: the own share, every figure, and what holds beside all that are recent."""

    place: Place
    own: Measured
    figures: tuple[Compared, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Comparison:
    """All statements, those at which customers live worse here first, and what it comes to."""

    statements: tuple[Statement, ...]
    headline: Text


def compare(figures: Sequence[CompetitorFigure], own: Mapping[Place, Measured], today: date) -> Comparison:
    """Every figure beside the own share of the same statement at the same place.

    Nothing is filled in: what cannot be compared says why. Among all that can, at most one in twenty is called
    different by chance (`core.outside.beside`).
    """
    pairs = []
    for each in figures:
        here = own.get((each.touchpoint, each.statement), NOT_MEASURED)
        pairs.append((here, _theirs(each) if isinstance(here, Estimate) else here))
    by_place: dict[Place, list[Compared]] = defaultdict(list)
    for figure, (here, theirs), found in zip(figures, pairs, beside(pairs), strict=True):
        compared = Compared(figure, here, theirs, found.difference, _verdict(found), figure.old(today.year))
        by_place[figure.touchpoint, figure.statement].append(compared)
    statements = [
        Statement(place, found[0].own, tuple(sorted(found, key=_order)), _together(found))
        for place, found in by_place.items()
    ]
    ranks = [Verdict.WORSE, Verdict.DIVIDED, Verdict.BETTER, Verdict.ALIKE, Verdict.UNKNOWN]
    ranked = tuple(sorted(statements, key=lambda each: (ranks.index(each.verdict), each.place)))
    return Comparison(ranked, _headline(ranked))


def _theirs(figure: CompetitorFigure) -> Measured:
    if figure.origin is Origin.OWN_WORDS:
        return _ITS_OWN_WORDS
    if figure.asked is not Asked.SAME:
        return _OTHERWISE_ASKED if figure.asked is Asked.OTHER else _NOT_STATED
    if figure.n is None:
        return _NO_N
    low, high = wilson(figure.share, figure.n)
    return Estimate(figure.share, low, high, figure.n, grade="stated")


def _verdict(found: Beside) -> Verdict:
    """Interchangeable where the whole interval lies within what customers would notice."""
    away = found.difference
    if not isinstance(away, Estimate):
        return Verdict.UNKNOWN
    if away.low > -NOTICEABLE and away.high < NOTICEABLE:
        return Verdict.ALIKE
    if found.sure and abs(away.value) >= NOTICEABLE:
        return Verdict.BETTER if away.value > 0 else Verdict.WORSE
    return Verdict.UNKNOWN


def _together(found: Iterable[Compared]) -> Verdict:
    """Beside all recent figures that can be compared."""
    said = {each.verdict for each in found if isinstance(each.difference, Estimate) and not each.old}
    if {Verdict.BETTER, Verdict.WORSE} <= said:
        return Verdict.DIVIDED
    for clear in (Verdict.WORSE, Verdict.BETTER):
        if clear in said:
            return clear
    return Verdict.ALIKE if said == {Verdict.ALIKE} else Verdict.UNKNOWN


def _order(each: Compared) -> tuple[str, int, int]:
    return each.figure.competitor.casefold(), -each.figure.year, each.figure.number


def _headline(statements: Sequence[Statement]) -> Text:
    if not statements:
        return NOTHING_KNOWN
    n = Counter(each.verdict for each in statements)
    clear = n[Verdict.WORSE] + n[Verdict.BETTER] + n[Verdict.DIVIDED]
    sentence = DIFFERENT if clear else SAME if n[Verdict.ALIKE] else CANNOT_TELL
    return sentence.fill(
        worse=n[Verdict.WORSE],
        better=n[Verdict.BETTER],
        alike=n[Verdict.ALIKE],
        unknown=n[Verdict.UNKNOWN],
        divided=DIVIDED.fill(n=n[Verdict.DIVIDED]) if n[Verdict.DIVIDED] else Text(en="", de=""),
        of=len(statements),
    )


NOTHING_KNOWN = Text(
    en="What customers live with competitors is not known yet.",
    de="Was die Kundschaft bei Wettbewerbern erlebt, ist noch nicht bekannt.",
)
DIFFERENT = Text(
    en="At {worse} of {of} statements customers are better off with a competitor, at {better} with us{divided}. "
    "Interchangeable: {alike}, unknown: {unknown}.",
    de="Bei {worse} von {of} Aussagen erlebt es die Kundschaft anderswo besser, bei {better} bei uns{divided}. "
    "Austauschbar: {alike}, unbekannt: {unknown}.",
)
DIVIDED = Text(en=", at {n} it depends on which", de=", bei {n} je nach Wettbewerber")
SAME = Text(
    en="Interchangeable: at {alike} of {of} statements customers notice no difference from competitors. Unknown: {unknown}.",
    de="Austauschbar: Bei {alike} von {of} Aussagen merkt die Kundschaft keinen Unterschied zu Wettbewerbern. Unbekannt: "
    "{unknown}.",
)
CANNOT_TELL = Text(
    en="Whether customers notice a difference from competitors cannot be told at any statement yet.",
    de="Ob die Kundschaft einen Unterschied zu Wettbewerbern merkt, ist noch bei keiner Aussage zu sagen.",
)
