"""What gaps come from: one main cause each, counted, and how often it is not technology."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING

from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.stats.intervals import wilson
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.core.stats.estimate import Measured

LONGEST = 500  # letters of an observation: one sentence
FEWEST = 5  # gaps with a known cause before a share is said
HALF = 0.5  # “rarely” means: the whole interval lies beyond half of the gaps; the limit is ours


class Cause(StrEnum):
    """What a gap comes from, above all."""

    PEOPLE = "people"
    PROCESS = "process"
    LEADERSHIP = "leadership"
    INCENTIVE = "incentive"
    DATA = "data"
    TECHNOLOGY = "technology"


CAUSES: dict[Cause, Text] = {
    Cause.PEOPLE: Text(en="people", de="Menschen"),
    Cause.PROCESS: Text(en="process", de="Ablauf"),
    Cause.LEADERSHIP: Text(en="leadership", de="Führung"),
    Cause.INCENTIVE: Text(en="incentive", de="Anreiz"),
    Cause.DATA: Text(en="data", de="Daten"),
    Cause.TECHNOLOGY: Text(en="technology", de="Technologie"),
}
TOO_FEW = Missing(
    "too-few-causes",
    Text(
        en="a share needs at least five gaps whose cause is known",
        de="ein Anteil braucht mindestens fünf Lücken, deren Ursache bekannt ist",
    ),
)
QUOTE = "Die Software ist selten das eigentliche Problem."  # as published, in its language
UNTESTED = Text(
    en="Your own data cannot test it yet: {reason}.", de="Ihre Daten können ihn noch nicht prüfen: {reason}."
)
FOR = Text(
    en="Your own data speak for it so far: {known} causes are known, and more than half of all gaps come from something else.",
    de="Ihre Daten sprechen bisher dafür: {known} Ursachen sind bekannt, und mehr als die Hälfte aller Lücken kommt von etwas anderem.",
)
AGAINST = Text(
    en="Your own data speak against it so far: {known} causes are known, and more than half of all gaps come from technology.",
    de="Ihre Daten sprechen bisher dagegen: {known} Ursachen sind bekannt, und mehr als die Hälfte aller Lücken kommt von der Technologie.",
)
UNDECIDED = Text(
    en="Your own data do not decide it yet: {known} causes are known, and the interval reaches to both sides of half.",
    de="Ihre Daten entscheiden ihn noch nicht: {known} Ursachen sind bekannt, und das Intervall reicht auf beide Seiten der Hälfte.",
)


@dataclass(frozen=True, slots=True)
class CauseDraft:
    """What somebody says a gap comes from: the main cause, None while it is not known yet, and what speaks for it."""

    main: Cause | None
    further: tuple[Cause, ...] = ()
    observation: str = ""

    @property
    def tidy(self) -> CauseDraft:
        """The same as it is kept: further causes each once, in the order of the list and without the main one."""
        others = tuple(each for each in Cause if each in self.further and each is not self.main)
        return CauseDraft(self.main, others, self.observation.strip()[:LONGEST])


@dataclass(frozen=True, slots=True)
class GapCause:
    """A gap about which something was decided; `said` is None where nobody said anything about its cause."""

    touchpoint: str
    facet: str
    said: CauseDraft | None


@dataclass(frozen=True, slots=True)
class CauseLine:
    """One cause: main cause of so many gaps, `also` of so many more; shares are of gaps whose cause is known."""

    cause: Cause
    gaps: int
    also: int
    share: Measured
    together: Measured  # with everything above it


@dataclass(frozen=True, slots=True)
class Causes:
    """What all gaps come from, the most frequent cause first. gaps = known + not_known + unsaid."""

    lines: tuple[CauseLine, ...]
    gaps: int
    known: int
    not_known: int  # somebody looked and said so
    unsaid: int  # nobody said anything
    not_technology: Measured
    tested: Text


def count_causes(gaps: Sequence[GapCause], as_of: date) -> Causes:
    """Count each gap once by its main cause; ties keep the order of the list. Wilson's intervals, n counts gaps."""
    told = [each.said for each in gaps if each.said is not None]
    main = Counter(each.main for each in told if each.main is not None)
    also = Counter(other for each in told if each.main is not None for other in each.tidy.further)
    known = main.total()
    order = sorted(Cause, key=lambda cause: -main[cause])
    so_far = accumulate(main[cause] for cause in order)
    not_technology = _share(known - main[Cause.TECHNOLOGY], known, as_of)
    return Causes(
        tuple(
            CauseLine(
                cause, main[cause], also[cause], _share(main[cause], known, as_of), _share(n, known, as_of)
            )
            for cause, n in zip(order, so_far, strict=True)
        ),
        gaps=len(gaps),
        known=known,
        not_known=len(told) - known,
        unsaid=len(gaps) - len(told),
        not_technology=not_technology,
        tested=_tested(not_technology),
    )


def _share(some: int, known: int, as_of: date) -> Measured:
    if known < FEWEST:
        return TOO_FEW
    return Estimate(some / known, *wilson(some / known, known), known, as_of=as_of)


def _tested(share: Measured) -> Text:
    if isinstance(share, Missing):
        return UNTESTED.fill(reason=share.reason)
    said = FOR if share.low > HALF else AGAINST if share.high < HALF else UNDECIDED
    return said.fill(known=share.n)
