"""What the portfolio assumes: from which point on it speaks up, and what has to be there before it personalises."""

from __future__ import annotations

from leitstern.core.inside.assumption import Assumption, Grade, Group
from leitstern.core.inside.units import LEVELS, PERCENT
from leitstern.core.texts import Text

PORTFOLIO = (
    Assumption(
        "culture_milestones",
        Group.ALARMS,
        Text(
            en="Least share of project milestones about people and culture",
            de="Mindestanteil der Etappenziele zu Menschen und Kultur",
        ),
        0.4,
        0.2,
        0.6,
        PERCENT,
        Grade.OWN,
        Text(
            en="On routes A and C. Below it, technical output is what is watched, and nobody notices that the culture stands still.",
            de="Auf den Routen A und C. Darunter wird auf technischen Output gesehen, und niemand merkt, dass die Kultur stillsteht.",
        ),
    ),
    Assumption(
        "sequence_lead",
        Group.ALARMS,
        Text(
            en="Lead of technology spending over culture from which we ask",
            de="Vorsprung der Technologieausgaben vor der Kultur, ab dem wir nachfragen",
        ),
        0.3,
        0.1,
        0.8,
        PERCENT,
        Grade.OWN,
        Text(
            en="Difference of two ranks among departments. Somebody is always ahead; less than a third of the field is no sign.",
            de="Differenz zweier Ränge unter den Bereichen. Irgendjemand liegt immer vorn; weniger als ein Drittel des Feldes ist kein Zeichen.",
        ),
    ),
    Assumption(
        "isolated_from",
        Group.ALARMS,
        Text(
            en="Share of missing links from which an initiative counts as isolated",
            de="Anteil fehlender Verbindungen, ab dem eine Initiative als isoliert gilt",
        ),
        0.75,
        0.5,
        1,
        PERCENT,
        Grade.OWN,
        Text(
            en="Of four: shared goal, journey, shared data object, second department. One of them alone rarely ties anything together.",
            de="Von vieren: gemeinsames Ziel, Reise, gemeinsames Datenobjekt, zweiter Bereich. Eine allein hält selten etwas zusammen.",
        ),
    ),
    Assumption(
        "personalisation_integration",
        Group.ALARMS,
        Text(
            en="Credited level of integration that personalisation needs",
            de="Belegte Stufe der Integration, die Personalisierung braucht",
        ),
        2,
        1,
        4,
        LEVELS,
        Grade.OWN,
        Text(
            en="More personalisation helps only once data and systems are joined; that is a task of leadership.",
            de="Mehr Personalisierung hilft nur, wenn Daten und Systeme verbunden sind; das ist eine Führungsaufgabe.",
        ),
    ),
)
