"""What the silo index assumes: how much of an index is notable, and how much shared reward is enough."""

from __future__ import annotations

from leitstern.core.inside.assumption import Assumption, Grade, Group
from leitstern.core.inside.units import PERCENT
from leitstern.core.texts import Text

SILO = (
    Assumption(
        "silo_notable",
        Group.ALARMS,
        Text(
            en="Silo index from which we speak of a silo",
            de="Silo-Index, ab dem wir von einem Silo sprechen",
        ),
        0.15,
        0.05,
        0.5,
        PERCENT,
        Grade.OWN,
        Text(
            en="The whole interval has to lie above it. Everybody works a little more with those next door; that alone is no silo.",
            de="Das ganze Intervall muss darüber liegen. Alle arbeiten etwas mehr mit denen nebenan zusammen; das allein ist kein Silo.",
        ),
    ),
    Assumption(
        "silo_shared_rewards",
        Group.ALARMS,
        Text(
            en="Part of rewards that departments share, from which there is no silo of responsibility",
            de="Gemeinsamer Anteil der Belohnungen, ab dem es kein Silo der Verantwortung gibt",
        ),
        0.5,
        0.1,
        0.9,
        PERCENT,
        Grade.OWN,
        Text(
            en="Nobody shares everything: whoever does work of their own also answers for it alone.",
            de="Niemand teilt alles: Wer eigene Arbeit tut, steht dafür auch allein ein.",
        ),
    ),
    Assumption(
        "silo_golden_objects",
        Group.ALARMS,
        Text(
            en="Part of data objects with one source that reaches all, from which there is no silo of data",
            de="Anteil der Datenobjekte mit einer Quelle, die alle erreicht, ab dem es kein Datensilo gibt",
        ),
        0.8,
        0.3,
        1,
        PERCENT,
        Grade.OWN,
        Text(
            en="Some data belong to one task only and need not reach anybody else.",
            de="Manche Daten dienen nur einer Aufgabe und müssen sonst niemanden erreichen.",
        ),
    ),
)
