"""Whether a published figure may carry what an initiative is expected to bring. Most may not, and each says why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.bridge.claims.claim import Grade, Unit
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.bridge.claims.claim import Claim, Figure

CARRY = frozenset({Grade.EXPERIMENTAL, Grade.LONGITUDINAL})
BECAUSE: dict[Grade, Text] = {
    Grade.CROSS_SECTIONAL: Text(
        en="companies were compared once. That those who are good at one thing also have more of the other does not say that the one brings the other.",
        de="Unternehmen wurden einmal verglichen. Dass, wer das eine gut kann, auch vom anderen mehr hat, sagt nicht, dass das eine das andere bringt.",
    ),
    Grade.SURVEY_OPINION: Text(
        en="people were asked for their opinion. An opinion does not say what changes when something is done.",
        de="Menschen wurden nach ihrer Meinung gefragt. Eine Meinung sagt nicht, was sich ändert, wenn etwas getan wird.",
    ),
    Grade.QUALITATIVE: Text(
        en="it comes from interviews and experience. They show what can happen, not how much.",
        de="sie stammt aus Interviews und Erfahrung. Diese zeigen, was geschehen kann, nicht wie viel.",
    ),
    Grade.VENDOR: Text(
        en="a provider with something to sell published it, and our source does not say how it was found.",
        de="ein Anbieter, der etwas verkauft, hat sie veröffentlicht, und unsere Quelle sagt nicht, wie sie gefunden wurde.",
    ),
}
REFUSED = Text(
    en="“{said}” cannot carry an expectation: {why} Name a measurement or a trial of your own.",
    de="„{said}“ kann keine Erwartung tragen: {why} Nennen Sie eine eigene Messung oder einen eigenen Versuch.",
)
NO_CHANGE = Text(
    en="it says how things stand, not what changes when something is done.",
    de="sie sagt, wie es steht, nicht was sich ändert, wenn etwas getan wird.",
)
CARRIES = Text(
    en="“{said}” may carry an expectation: it was found in an experiment or over time. Whether it holds with you is for your own measurement to say.",
    de="„{said}“ darf eine Erwartung tragen: gefunden in einem Experiment oder im Zeitverlauf. Ob das bei Ihnen gilt, muss Ihre eigene Messung sagen.",
)


@dataclass(frozen=True, slots=True)
class Refused:
    """The figure may not be used as an uplift, and why."""

    why: Text


def uplift(claim: Claim) -> Figure | Refused:
    """The published difference, if it came from an experiment or was followed over time; otherwise why it is refused."""
    if claim.grade not in CARRY:
        return Refused(REFUSED.fill(said=claim.said, why=BECAUSE[claim.grade]))
    for figure in claim.figures:
        if figure.unit is Unit.MORE:
            return figure
    return Refused(REFUSED.fill(said=claim.said, why=NO_CHANGE))


def judged(claim: Claim) -> Text:
    """What is said of it as the ground of an expectation, either way."""
    found = uplift(claim)
    return found.why if isinstance(found, Refused) else CARRIES.fill(said=found.said)
