"""Fields of silos, and of the customer window's weekly letters."""

from __future__ import annotations

from leitstern.app.reports.works_council.described import Described, nobody, user
from leitstern.app.reports.works_council.inside import FOR_GOOD
from leitstern.app.silo.models import Assignment, TieCount
from leitstern.app.window.letters import KEPT_WEEKS
from leitstern.app.window.models import Declined, Looked, Subscription, WeekLetter
from leitstern.core.texts import Text

SILOS = {
    TieCount: Described(
        Text(
            en="Count of who works with whom, between departments",
            de="Zählung, wer mit wem arbeitet, zwischen Bereichen",
        ),
        FOR_GOOD,
        {
            "name": nobody("name of the file", "Name der Datei"),
            "day": nobody("when it was counted", "wann gezählt wurde"),
            "source": nobody("how it was counted", "wie gezählt wurde"),
            "people": nobody(
                "how many people each department has; those of fewer than results of waves need were joined to others "
                "before",
                "wie viele Menschen jeder Bereich hat; solche mit weniger, als Ergebnisse von Wellen brauchen, wurden vorher "
                "zu anderen gelegt",
            ),
            "counts": nobody(
                "how many pairs of people work together in and between departments, never which",
                "wie viele Paare von Menschen in und zwischen Bereichen zusammenarbeiten, nie welche",
            ),
            "spread": nobody(
                "how far the number of ties differs from person to person, one number for everybody together",
                "wie weit die Zahl der Verbindungen von Mensch zu Mensch auseinandergeht, eine Zahl für alle zusammen",
            ),
            "folded": nobody(
                "which department was joined to which", "welcher Bereich zu welchem gelegt wurde"
            ),
        },
    ),
    Assignment: Described(
        Text(
            en="Which departments stand for which function", de="Welche Bereiche für welche Funktion stehen"
        ),
        FOR_GOOD,
        {"units": nobody("departments by function", "Bereiche je Funktion")},
    ),
}
LETTERS = {
    Subscription: Described(
        Text(en="Subscription to a weekly letter", de="Abonnement eines Wochenbriefs"),
        FOR_GOOD,
        {
            "unit": nobody("about which department", "zu welchem Bereich"),
            "person": user("who gets it", "wer ihn bekommt"),
            "role": nobody("or everybody with which role", "oder alle mit welcher Rolle"),
            "address": nobody("where links in the letter lead", "wohin Links im Brief führen"),
            "ended": nobody("when it was ended", "wann es beendet wurde"),
        },
    ),
    Declined: Described(
        Text(en="A weekly letter not wanted", de="Abbestellter Wochenbrief"),
        FOR_GOOD,
        {
            "unit": nobody("about which department", "zu welchem Bereich"),
            "person": user("who does not want it", "wer ihn nicht möchte"),
        },
    ),
    Looked: Described(
        Text(en="How often a customer window was opened", de="Wie oft ein Kundenfenster geöffnet wurde"),
        FOR_GOOD,
        {
            "unit": nobody("which department's window", "das Fenster welches Bereichs"),
            "month": nobody("in which month", "in welchem Monat"),
            "times": nobody(
                "how often; by whom is not kept, and shown only from five on",
                "wie oft; von wem, wird nicht gespeichert, und gezeigt erst ab fünf",
            ),
        },
    ),
    WeekLetter: Described(
        Text(en="Weekly letter on its way", de="Wochenbrief auf seinem Weg"),
        Text(
            en=f"{KEPT_WEEKS} weeks, then deleted; whether it was opened is not kept",
            de=f"{KEPT_WEEKS} Wochen, dann gelöscht; ob er geöffnet wurde, wird nicht gespeichert",
        ),
        {
            "unit": nobody("about which department", "zu welchem Bereich"),
            "person": user("to whom", "an wen"),
            "week": nobody("of which week", "von welcher Woche"),
            "address": nobody("where links in the letter lead", "wohin Links im Brief führen"),
            "state": nobody("whether it was sent", "ob er verschickt ist"),
            "due": nobody("when it is tried next", "wann er wieder versucht wird"),
            "attempts": nobody("how often it was tried", "wie oft er versucht wurde"),
            "reason": nobody("what the mail server said", "was der Mailserver sagte"),
        },
    ),
}
RECORDS = {**SILOS, **LETTERS}
