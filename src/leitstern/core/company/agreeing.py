"""Do departments mean the same by the same words? Each maps the same words on its own; Krippendorff's alpha says how far they agree."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.company.lookup import spelt_alike
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.stats.estimate import Missing
from leitstern.core.stats.krippendorff import Metric, krippendorff_alpha
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from leitstern.core.company.taxonomy import Taxonomy
    from leitstern.core.stats.estimate import Measured

WORDS = 30  # as many are mapped, if there are as many
FEWEST_WORDS = 10  # fewer tell nothing
FEWEST_DEPARTMENTS = 2
NO_LANGUAGE, FIRM = 0.667, 0.8  # Krippendorff's bounds: below, no conclusion; from here on, a firm one
NONE_OF_THESE = "-"
DRAWS = 1000


class Asked(StrEnum):
    """What each department says of every word."""

    TOUCHPOINT = "touchpoint"
    DEPARTMENT = "department"
    STAGE = "stage"


QUESTIONS = {
    Asked.TOUCHPOINT: Text(en="Which touchpoint is meant?", de="Welcher Kontaktpunkt ist gemeint?"),
    Asked.DEPARTMENT: Text(en="Which department answers for it?", de="Welcher Bereich verantwortet das?"),
    Asked.STAGE: Text(
        en="At which stage are customers then?", de="In welcher Phase sind Kundinnen und Kunden dann?"
    ),
}
TOO_FEW = Missing(
    "too-few-departments",
    Text(
        en="Fewer than two departments have mapped the words, so there is nothing to compare.",
        de="Weniger als zwei Bereiche haben die Wörter zugeordnet; es gibt nichts zu vergleichen.",
    ),
)
NO_VERDICT = Text(
    en="Whether the departments share a language cannot be told yet.",
    de="Ob die Bereiche eine gemeinsame Sprache sprechen, ist noch nicht zu sagen.",
)
NONE_SHARED = Text(
    en="The departments have no shared language: they map too many words differently.",
    de="Die Bereiche haben keine gemeinsame Sprache: Zu viele Wörter ordnen sie verschieden zu.",
)
NONE_YET = Text(
    en="The departments show no shared language; with so few words, chance alone could hide one.",
    de="Eine gemeinsame Sprache zeigen die Bereiche nicht; bei so wenigen Wörtern könnte der Zufall eine verdecken.",
)
TENTATIVE = Text(
    en="The departments mostly mean the same, but not firmly enough to build on without asking.",
    de="Die Bereiche meinen meist dasselbe, aber nicht so verlässlich, dass man ohne Nachfragen darauf bauen kann.",
)
SHARED = Text(en="The departments speak one language.", de="Die Bereiche sprechen eine gemeinsame Sprache.")
NOT_SURE = Text(
    en="The departments seem to speak one language; by chance alone it could also be none.",
    de="Die Bereiche scheinen eine gemeinsame Sprache zu sprechen; dem Zufall nach könnte es auch keine sein.",
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as everybody was asked about it, and what each department said; `said` has no entry where nothing was said."""

    word: str
    said: Mapping[str, str]  # department → short name of a term, or NONE_OF_THESE
    taxonomy: str  # what the taxonomy says; nothing where it does not know the word

    @property
    def differs(self) -> bool:
        """Whether two departments mapped it differently."""
        return len(set(self.said.values())) > 1


@dataclass(frozen=True, slots=True)
class Agreement:
    """What came out: alpha over all departments, in words, and every word with what was said of it."""

    alpha: Measured
    verdict: Text
    departments: tuple[str, ...]  # that answered
    words: tuple[Word, ...]

    @property
    def differing(self) -> tuple[Word, ...]:
        """The words that were mapped differently, most answers apart first."""
        found = [each for each in self.words if each.differs]
        return tuple(sorted(found, key=lambda each: (-len(set(each.said.values())), each.word)))


def words_to_map(taxonomy: Taxonomy, asked: Asked, waiting: Iterable[str], language: str) -> tuple[str, ...]:
    """What words can be drawn from: what came in without a term, synonyms, and names unless those are what is asked for."""
    own = [word for point in taxonomy.touchpoints for word in point.synonyms]
    names = (
        [point.name.to(language) for point in taxonomy.touchpoints] if asked is not Asked.TOUCHPOINT else []
    )
    told: dict[str, str] = {}
    for word in (*waiting, *own, *names):
        if word.strip():
            told.setdefault(spelt_alike(word), word)
    return tuple(sorted(told.values()))


def draw(words: Sequence[str], seed: int, most: int = WORDS) -> tuple[str, ...]:
    """Up to `most` of the words, by chance and in the order of chance; the same for the same seed."""
    order = np.random.default_rng(seed).permutation(len(words))
    return tuple(words[at] for at in order[:most])


def known_as(taxonomy: Taxonomy, asked: Asked, word: str) -> str:
    """What the taxonomy itself would answer; nothing where it does not know the word."""
    point = taxonomy.lookup(Touchpoint).called(word)
    if point is None:
        return ""
    return {
        Asked.TOUCHPOINT: point.slug,
        Asked.DEPARTMENT: point.department,
        Asked.STAGE: point.stage,
    }[asked]


def agree(
    words: Sequence[str], answers: Mapping[str, Mapping[str, str]], known: Mapping[str, str], seed: int
) -> Agreement:
    """How far departments agree. `answers`: department → word → short name or NONE_OF_THESE; not said is left out."""
    given = {unit: said for unit, said in answers.items() if said}
    told = tuple(
        Word(word, {unit: said[word] for unit, said in given.items() if word in said}, known.get(word, ""))
        for word in words
    )
    alpha = _alpha(told, tuple(given), seed) if len(given) >= FEWEST_DEPARTMENTS else TOO_FEW
    return Agreement(alpha, verdict(alpha), tuple(given), told)


def verdict(alpha: Measured) -> Text:
    """What alpha means, in one sentence."""
    if isinstance(alpha, Missing):
        return NO_VERDICT
    if alpha.value < NO_LANGUAGE:
        return NONE_SHARED if alpha.high < NO_LANGUAGE else NONE_YET
    if alpha.low < NO_LANGUAGE:
        return NOT_SURE
    return SHARED if alpha.value >= FIRM else TENTATIVE


def _alpha(words: Sequence[Word], departments: Sequence[str], seed: int) -> Measured:
    codes = {
        answer: code for code, answer in enumerate(sorted({a for word in words for a in word.said.values()}))
    }
    table = np.full((len(words), len(departments)), np.nan)
    for line, word in enumerate(words):
        for unit, answer in word.said.items():
            table[line, departments.index(unit)] = codes[answer]
    return krippendorff_alpha(table, Metric.NOMINAL, np.random.default_rng(seed), DRAWS)
