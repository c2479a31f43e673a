"""What kinds of proof are called, and in one sentence what the next level lacks."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from leitstern.core.inside.evidence import HARD
from leitstern.core.inside.instrument import EvidenceType
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.inside.evidence import Lack, Rules

KINDS = {
    EvidenceType.DOCUMENT: Text(en="document", de="Dokument"),
    EvidenceType.SYSTEM_DATA: Text(en="figures from a system", de="Zahlen aus einem System"),
    EvidenceType.OBSERVATION: Text(en="observation on the spot", de="Beobachtung vor Ort"),
    EvidenceType.CUSTOMER_VOICE: Text(en="customers' voices", de="Kundenstimmen"),
    EvidenceType.EMPLOYEE_VOICE: Text(en="employees' voices", de="Stimmen der Mitarbeitenden"),
    EvidenceType.FINANCIAL: Text(en="figures from the books", de="Zahlen aus der Buchhaltung"),
    EvidenceType.EXTERNAL_AUDIT: Text(en="external audit", de="externe Prüfung"),
}
LACKS = Text(
    en="For level {level} there is still missing: {what}.", de="Für Stufe {level} fehlt noch: {what}."
)
ENOUGH = Text(
    en="The proofs carry level {level}; nothing is missing for it.",
    de="Die Belege tragen Stufe {level}; dafür fehlt nichts.",
)
KIND = Text(en="{kind} no older than {days} days", de="{kind}, nicht älter als {days} Tage")
BEYOND_PAPER = Text(
    en="at least one proof that is more than a document",
    de="mindestens ein Beleg, der mehr ist als ein Dokument",
)
HARD_ONE = Text(
    en="customers' voices or figures from a system", de="Kundenstimmen oder Zahlen aus einem System"
)
ONE_MORE = Text(
    en="one more fresh proof of full weight, such as figures from a system",
    de="ein weiterer frischer Beleg mit vollem Gewicht, etwa Zahlen aus einem System",
)
MORE = Text(
    en="{n} more fresh proofs of full weight, such as figures from a system or customers' voices",
    de="{n} weitere frische Belege mit vollem Gewicht, etwa Zahlen aus einem System oder Kundenstimmen",
)
REVIEW = Text(
    en="a review by somebody other than who claimed it",
    de="eine Prüfung durch jemand anderen als die Person, die sie behauptet",
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
    more = ceil((found.weight - brought) / rules.weight[EvidenceType.SYSTEM_DATA] - 1e-9)
    if more > 0:
        parts.append(ONE_MORE if more == 1 else MORE.fill(n=more))
    if found.review:
        parts.append(REVIEW)
    if not parts:
        return ENOUGH.fill(level=found.level)
    return LACKS.fill(level=found.level, what=_listed(parts))


def _listed(parts: Sequence[Text]) -> Text:
    return Text(en="; ".join(part.en for part in parts), de="; ".join(part.de for part in parts))
