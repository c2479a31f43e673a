"""In one sentence, what the next level lacks."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from leitstern.core.inside.evidence import HARD, lack
from leitstern.core.inside.instrument import HIGHEST_LEVEL, EvidenceType
from leitstern.core.inside.proof_kinds import KINDS
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.core.inside.evidence import Credit, Lack, Proof, Rules
    from leitstern.core.inside.instrument import Dimension

LACKS = Text(en="Level {level} still lacks: {what}.", de="Für Stufe {level} fehlt noch: {what}.")
ENOUGH = Text(
    en="The proofs carry level {level}; nothing is missing for it.",
    de="Die Belege tragen Stufe {level}; dafür fehlt nichts.",
)
KIND = Text(en="{kind}, no older than {days} days", de="{kind}, nicht älter als {days} Tage")
BEYOND_PAPER = Text(
    en="at least one proof that is more than a document",
    de="mindestens ein Beleg, der mehr ist als ein Dokument",
)
HARD_ONE = Text(
    en="customers' voice or data from systems", de="Stimme der Kundschaft oder Daten aus Systemen"
)
ONE_MORE = Text(
    en="one more fresh proof of full weight, such as {kind}",
    de="ein weiterer frischer Beleg mit vollem Gewicht, etwa {kind}",
)
MORE = Text(
    en="{n} more fresh proofs of full weight, such as {kind}",
    de="{n} weitere frische Belege mit vollem Gewicht, etwa {kind}",
)
REVIEW = Text(
    en="a review by somebody other than who claimed the level",
    de="eine Prüfung durch jemand anderen als die Person, die sie angegeben hat",
)

HIGHEST = Text(
    en="Credited up to level 4; there is nothing above it.", de="Belegt bis Stufe 4; darüber gibt es nichts."
)
NOT_CLAIMED = Text(
    en="The proofs already carry level {level}; no more has been claimed.",
    de="Die Belege tragen schon Stufe {level}; mehr ist nicht angegeben.",
)
HELD_BACK = Text(
    en="By the review it is credited up to level {level}; more counts once new proof has been reviewed.",
    de="Nach der Prüfung ist es bis Stufe {level} belegt; mehr zählt, sobald neue Belege geprüft sind.",
)


def next_step(
    dimension: Dimension, found: Credit, proofs: Sequence[Proof], as_of: date, rules: Rules
) -> Text:
    """What stands between a claim and the next level, as a sentence."""
    if found.credited == HIGHEST_LEVEL:
        return HIGHEST
    if found.credited == found.reviewed and found.reviewed < min(found.claimed, found.supported):
        return HELD_BACK.fill(level=found.credited)
    if found.supported > found.credited:
        return NOT_CLAIMED.fill(level=found.supported)
    return missing(
        lack(dimension, found.credited + 1, proofs, as_of, rules, reviewed=found.reviewed is not None), rules
    )


def missing(found: Lack, rules: Rules) -> Text:
    """What a level lacks, as a sentence that says what to bring."""
    parts = [KIND.fill(kind=KINDS[kind], days=f"{rules.lifetime[kind]:.0f}") for kind in found.kinds]
    brought = sum(rules.weight[kind] for kind in found.kinds)
    if found.hard and not HARD & set(found.kinds):
        parts.append(HARD_ONE)
        brought += min(rules.weight[kind] for kind in HARD)
    elif found.beyond_paper and not set(found.kinds) - {EvidenceType.DOCUMENT}:
        parts.append(BEYOND_PAPER)
        brought += min(weight for kind, weight in rules.weight.items() if kind != EvidenceType.DOCUMENT)
    heaviest = max(rules.weight, key=lambda kind: rules.weight[kind])
    more = ceil((found.weight - brought) / (rules.weight[heaviest] or 1.0) - 1e-9)
    if more > 0:
        parts.append((ONE_MORE if more == 1 else MORE).fill(n=more, kind=KINDS[heaviest]))
    if found.review:
        parts.append(REVIEW)
    if not parts:
        return ENOUGH.fill(level=found.level)
    return LACKS.fill(level=found.level, what=_listed(parts))


def _listed(parts: Sequence[Text]) -> Text:
    return Text(en="; ".join(part.en for part in parts), de="; ".join(part.de for part in parts))
