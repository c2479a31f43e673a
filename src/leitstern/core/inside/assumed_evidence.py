"""What the examination of evidence assumes: how much proof weighs, how it ages, and when alarms speak up."""

from __future__ import annotations

from leitstern.core.inside.assumption import Assumption, Grade, Group
from leitstern.core.inside.instrument import EvidenceType
from leitstern.core.inside.proof_kinds import KINDS
from leitstern.core.inside.units import DAYS, LEVELS, PERCENT, PROOFS, TIMES, WAVES
from leitstern.core.texts import Text

WEIGHTS: dict[EvidenceType, tuple[float, float]] = {  # weight, days after which it has faded to 1/e
    EvidenceType.DOCUMENT: (0.5, 730),
    EvidenceType.SYSTEM_DATA: (1.0, 365),
    EvidenceType.OBSERVATION: (0.8, 365),
    EvidenceType.CUSTOMER_VOICE: (1.0, 180),
    EvidenceType.EMPLOYEE_VOICE: (0.7, 180),
    EvidenceType.FINANCIAL: (1.0, 365),
    EvidenceType.EXTERNAL_AUDIT: (1.0, 730),
}


def _weights() -> list[Assumption]:
    found = []
    for kind, (weight, days) in WEIGHTS.items():
        name = KINDS[kind]
        found += [
            Assumption(
                f"evidence_weight_{kind}",
                Group.EVIDENCE,
                Text(en="Weight of proof: {name}", de="Gewicht eines Belegs: {name}").fill(name=name),
                weight,
                0,
                2,
                TIMES,
                Grade.OWN,
                Text(
                    en="What others can check weighs more than what we say about ourselves.",
                    de="Was andere nachprüfen können, wiegt mehr als das, was wir über uns sagen.",
                ),
            ),
            Assumption(
                f"evidence_days_{kind}",
                Group.EVIDENCE,
                Text(en="Until a proof has faded: {name}", de="Bis ein Beleg verblasst ist: {name}").fill(
                    name=name
                ),
                days,
                30,
                1825,
                DAYS,
                Grade.OWN,
                Text(
                    en="After this time a proof counts only 37%, after twice as long 14%.",
                    de="Nach dieser Zeit zählt ein Beleg nur noch 37 %, nach der doppelten 14 %.",
                ),
            ),
        ]
    return found


EVIDENCE = (
    *_weights(),
    *(
        Assumption(
            f"evidence_needed_{level}",
            Group.EVIDENCE,
            Text(en=f"Proof that level {level} needs", de=f"Belege, die Stufe {level} braucht"),
            needed,
            0.5,
            4,
            PROOFS,
            Grade.OWN,
            Text(
                en="Sum of weight times freshness; each level also needs the kinds of proof its description names.",
                de="Summe aus Gewicht mal Frische; jede Stufe braucht außerdem die Arten von Belegen, die ihre Beschreibung nennt.",
            ),
        )
        for level, needed in ((2, 1.0), (3, 1.5), (4, 2.0))
    ),
    Assumption(
        "second_review",
        Group.EVIDENCE,
        Text(
            en="Share of claimed levels reviewed twice",
            de="Anteil der Selbsteinstufungen, die zweimal geprüft werden",
        ),
        0.2,
        0.05,
        1,
        PERCENT,
        Grade.OWN,
        Text(
            en="Enough to see how far reviewers agree.",
            de="Genug, um zu sehen, wie weit Prüfende übereinstimmen.",
        ),
    ),
    Assumption(
        "over_claim",
        Group.ALARMS,
        Text(
            en="Levels claimed too high from which we ask",
            de="Zu hohe Selbsteinstufung, ab der wir nachfragen",
        ),
        1,
        0.5,
        3,
        LEVELS,
        Grade.OWN,
        Text(
            en="Claimed less credited level. One level is more than reviewers differ.",
            de="Selbsteinstufung minus belegte Stufe. Eine Stufe ist mehr, als Prüfende auseinanderliegen.",
        ),
    ),
    Assumption(
        "tick_off_days",
        Group.ALARMS,
        Text(en="Ticked off too soon", de="Zu schnell abgehakt"),
        14,
        1,
        90,
        DAYS,
        Grade.OWN,
        Text(
            en="A step closed within this time without new proof raises an alarm: check points are easily ticked off.",
            de="Ein Schritt, der so schnell ohne neuen Beleg geschlossen wird, löst einen Hinweis aus: Prüfpunkte sind schnell abgehakt.",
        ),
    ),
    Assumption(
        "settled_waves",
        Group.ALARMS,
        Text(en="Waves above target until settled", de="Wellen über dem Ziel bis zum Einschwingen"),
        3,
        2,
        6,
        WAVES,
        Grade.OWN,
        Text(
            en="One good wave is weather; three without relapse are climate.",
            de="Eine gute Welle ist Wetter; drei ohne Rückfall sind Klima.",
        ),
    ),
    Assumption(
        "settled_risk",
        Group.ALARMS,
        Text(en="Risk of lying below the target after all", de="Risiko, doch unter dem Ziel zu liegen"),
        0.1,
        0.01,
        0.3,
        PERCENT,
        Grade.OWN,
        Text(
            en="A wave only counts as above the target if this is all that speaks against it.",
            de="Eine Welle zählt nur als über dem Ziel, wenn höchstens so viel dagegen spricht.",
        ),
    ),
    Assumption(
        "movement",
        Group.ALARMS,
        Text(en="Smallest movement worth mentioning", de="Kleinste Bewegung, die wir erwähnen"),
        0.25,
        0.1,
        1,
        LEVELS,
        Grade.OWN,
        Text(
            en="What moves less changes nobody's day.",
            de="Was sich weniger bewegt, ändert niemandes Alltag.",
        ),
    ),
)
