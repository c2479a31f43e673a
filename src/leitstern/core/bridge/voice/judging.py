"""One text: which rules it breaks, and what those who judged it say together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 -- part of the type
from typing import TYPE_CHECKING

from leitstern.core.bridge.voice.checking import Breach, breaches
from leitstern.core.bridge.voice.rules import Answer, RuleSet, Side, Tongue

if TYPE_CHECKING:
    from collections.abc import Mapping

RATERS = 2  # as many have to judge before it counts


@dataclass(frozen=True, slots=True)
class Uttered:
    """A text a system said to a customer, without personal data."""

    number: int
    system: str
    touchpoint: str
    month: date
    language: Tongue
    text: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A text and what is known of it. `answers`: per statement one answer of each rater, in the order of raters."""

    said: Uttered
    breaches: tuple[Breach, ...]
    raters: tuple[str, ...]
    answers: Mapping[str, tuple[Answer, ...]]
    brand: bool  # of the statements of each side: do most say yes to every one?
    customer: bool

    @property
    def counts(self) -> bool:
        """Whether enough have judged it."""
        return len(self.raters) >= RATERS

    @property
    def passes(self) -> bool:
        """It breaks no rule."""
        return not self.breaches

    @property
    def on_brand(self) -> bool:
        """It breaks no rule and is what the brand would say."""
        return self.passes and self.brand

    @property
    def conforms(self) -> bool:
        """Both sides hold: the brand's and that of customers."""
        return self.on_brand and self.customer

    def lowest(self) -> dict[str, Answer]:
        """Of each rater the lowest answer: one is enough for a text not to fit."""
        return {
            rater: min(given[at] for given in self.answers.values()) for at, rater in enumerate(self.raters)
        }


def judge(rules: RuleSet, said: Uttered, given: Mapping[str, Mapping[str, Answer]]) -> Judged:
    """Hold a text against the rules; `given` are answers by rater and statement. Who left one out does not count yet."""
    raters = tuple(
        rater for rater, answers in given.items() if all(each.key in answers for each in rules.statements)
    )
    answers = {
        each.key: tuple(given[rater][each.key] for rater in raters) for each in rules.statements if raters
    }
    found = breaches(rules.rules, said.text, said.language)
    sides = {
        side: bool(raters) and all(most(answers[each.key]) for each in rules.statements if each.side is side)
        for side in Side
    }
    return Judged(said, found, raters, answers, sides[Side.BRAND], sides[Side.CUSTOMER])


def most(answers: tuple[Answer, ...]) -> bool:
    """More than half say yes; a tie does not."""
    return 2 * sum(each is Answer.YES for each in answers) > len(answers)
