"""What gates and roadmaps of a programme assume."""

from __future__ import annotations

from leitstern.core.inside.assumption import Assumption, Grade, Group
from leitstern.core.inside.units import LEVELS, PERCENT, TIMES
from leitstern.core.texts import Text

PROGRAMME = (
    Assumption(
        "step_level",
        Group.EVIDENCE,
        Text(
            en="Credited level from which a step of the programme has passed its gate",
            de="Belegte Stufe, ab der ein Schritt des Programms sein Tor passiert hat",
        ),
        3,
        2,
        4,
        LEVELS,
        Grade.OWN,
        Text(
            en="Level 2 rests on documents alone; from 3 on somebody has noticed it.",
            de="Stufe 2 stützt sich auf Dokumente allein; ab 3 hat es jemand gemerkt.",
        ),
    ),
    Assumption(
        "gate_overlap",
        Group.ROUTES,
        Text(
            en="How likely the culture must have passed its gate before technology may begin beside it",
            de="Wie wahrscheinlich die Kultur ihr Tor passiert haben muss, bevor Technologie daneben beginnen darf",
        ),
        0.7,
        0.5,
        0.95,
        PERCENT,
        Grade.OWN,
        Text(
            en="The phases overlap, says the source, and names no point; at 70% seven of ten who begin are right.",
            de="Die Phasen überlappen sich, sagt die Quelle, und nennt keinen Punkt; bei 70 % liegen sieben von zehn richtig, die beginnen.",
        ),
    ),
    Assumption(
        "technology_tail",
        Group.ROUTES,
        Text(
            en="Share of technology tasks that take far longer than thought",
            de="Anteil der Technologieaufgaben, die viel länger dauern als gedacht",
        ),
        0.18,
        0,
        0.5,
        PERCENT,
        Grade.OWN,
        Text(
            en="Most technology projects run a little over; one of five or six runs away. The order of magnitude is known, the number is ours.",
            de="Die meisten Technologievorhaben dauern etwas länger; eines von fünf oder sechs läuft davon. Die Größenordnung ist bekannt, die Zahl ist unsere.",
        ),
    ),
    Assumption(
        "technology_tail_times",
        Group.ROUTES,
        Text(
            en="How much longer such a task takes at least",
            de="Wie viel länger eine solche Aufgabe mindestens dauert",
        ),
        1.5,
        1,
        4,
        TIMES,
        Grade.OWN,
        Text(
            en="From here on it counts as running away; how far beyond is exponential, half as long again on average.",
            de="Ab hier gilt sie als davongelaufen; wie weit darüber, ist exponentiell verteilt, im Mittel noch einmal die Hälfte.",
        ),
    ),
)
