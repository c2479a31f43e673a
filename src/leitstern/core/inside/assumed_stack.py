"""What the inventory of technology assumes: when its rule says upgrade or replace, and when it speaks up."""

from __future__ import annotations

from leitstern.core.inside.assumption import Assumption, Grade, Group
from leitstern.core.inside.units import GAPS, PERCENT, POINTS_OF_FIVE
from leitstern.core.texts import Text

STACK = (
    Assumption(
        "upgrade_covers",
        Group.ALARMS,
        Text(
            en="Share of gaps that upgrades have to close so that extending is enough",
            de="Anteil der Lücken, den ein Ausbau schließen muss, damit er genügt",
        ),
        0.7,
        0.5,
        0.95,
        PERCENT,
        Grade.OWN,
        Text(
            en="Most of it can be had with what is there; whoever asks for everything at once buys everything new.",
            de="Das meiste geht mit dem, was da ist; wer alles auf einmal verlangt, kauft alles neu.",
        ),
    ),
    Assumption(
        "critical_bearable",
        Group.ALARMS,
        Text(
            en="Critical gaps that can be lived with before replacing is considered",
            de="Kritische Lücken, mit denen sich leben lässt, bevor ein Austausch erwogen wird",
        ),
        2,
        0,
        10,
        GAPS,
        Grade.OWN,
        Text(
            en="The complete replacement of central systems should be the exception.",
            de="Der komplette Austausch zentraler Systeme sollte die Ausnahme sein.",
        ),
    ),
    Assumption(
        "personalisation_sources",
        Group.ALARMS,
        Text(
            en="Share of data objects with one connected leading source that personalisation needs",
            de="Anteil der Datenobjekte mit einer verbundenen führenden Quelle, den Personalisierung braucht",
        ),
        0.7,
        0.4,
        1,
        PERCENT,
        Grade.OWN,
        Text(
            en="Whoever personalises on data that nobody is sure of gets it wrong in person.",
            de="Wer auf Daten personalisiert, deren sich niemand sicher ist, irrt sich persönlich.",
        ),
    ),
    Assumption(
        "attached_from",
        Group.ALARMS,
        Text(
            en="Points by which an owner may rate an application higher than its users",
            de="Punkte, um die Verantwortliche eine Anwendung besser bewerten dürfen als die Nutzenden",
        ),
        1,
        0.5,
        2,
        POINTS_OF_FIVE,
        Grade.OWN,
        Text(
            en="On the scale from 1 to 5. A little pride is no bias, and the interval has to exclude nought as well.",
            de="Auf der Skala von 1 bis 5. Etwas Stolz ist keine Verzerrung, und das Intervall muss auch die Null ausschließen.",
        ),
    ),
)
