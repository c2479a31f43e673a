"""Three knowledge cards of the invented company: one that still holds, one that has moved, one that waits."""

from __future__ import annotations

from dataclasses import dataclass

from leitstern.core.bridge.cards.terms import Kind
from leitstern.core.texts import Text


@dataclass(frozen=True, slots=True)
class SourceTold:
    """A source; `shift`: by how much the share was higher when it was linked."""

    kind: Kind
    reference: str
    shift: float = 0.0
    said: Text | None = None  # by an outside source


@dataclass(frozen=True, slots=True)
class CardTold:
    """A card, its sources, and how many days before the end of the story it was drafted and confirmed (None: it waits)."""

    sentence: Text
    sources: tuple[SourceTold, ...]
    ago: int
    confirmed: int | None
    planted: bool = False  # only where truths are planted


CARDS = (
    CardTold(
        Text(
            en="In the branch, customers feel well advised.",
            de="In der Filiale fühlen sich Kundinnen und Kunden gut beraten.",
        ),
        (
            SourceTold(Kind.LIVED, "branch_advice:satisfied", 0.01),
            SourceTold(Kind.LIVED, "branch_counter:satisfied", -0.01),
        ),
        ago=230,
        confirmed=222,
    ),
    CardTold(
        Text(
            en="Whoever calls is helped on the first call.",
            de="Wer anruft, dem wird beim ersten Anruf geholfen.",
        ),
        (
            SourceTold(Kind.LIVED, "call_help:satisfied", 0.19),
            SourceTold(Kind.FIGURE, "first_contact_resolution"),
            SourceTold(
                Kind.OUTSIDE,
                "Verband der Direktversicherer, 2024",
                said=Text(
                    en="Four of five callers expect an answer on the first call.",
                    de="Vier von fünf Anrufenden erwarten beim ersten Anruf eine Antwort.",
                ),
            ),
        ),
        ago=400,
        confirmed=390,
        planted=True,
    ),
    CardTold(
        Text(
            en="Who waits for a loan decision wants a day more than a quick answer.",
            de="Wer auf eine Kreditentscheidung wartet, will eher einen festen Tag als eine schnelle Antwort.",
        ),
        (
            SourceTold(Kind.LIVED, "loan_decision:in_time"),
            SourceTold(Kind.LIVED, "loan_decision:satisfied"),
        ),
        ago=6,
        confirmed=None,
    ),
)
# Unit, skill, needed, there: who is to draft cards, and who to decide on them.
TRAINED = (("service", "card_drafting", 12, 7), ("branches", "card_deciding", 16, 9))
TRAININGS = (("service", "card_drafting", 70, 7), ("branches", "card_deciding", 50, 9))
