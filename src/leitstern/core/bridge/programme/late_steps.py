"""Steps five to seven: structure, change, improvement."""

from __future__ import annotations

from leitstern.core.bridge.programme.guide import guide
from leitstern.core.inside.instrument import EvidenceType as Kind
from leitstern.core.inside.steps import Step
from leitstern.core.texts import Text

JOURNEY = "Customer Journey"  # the source's own words; we say journey
LATE = (
    guide(
        Step.STRUCTURE,
        Text(
            en="Align the structure of the organisation with the customer journey",
            de="Die Aufbauorganisation an der {journey} ausrichten",
        ).fill(journey=JOURNEY),
        Text(
            en="Does the structure follow the customer’s journey, with no room for the old silos to live on unseen?",
            de="Folgt die Aufbauorganisation der Reise der Kundschaft, ohne dass alte Silos versteckt weiterleben?",
        ),
        Text(
            en="A structure aligned with the customer journey replaces the old silos. No room may be left that allows old silos to be continued in hiding.",
            de="Eine an der {journey} ausgerichtete Aufbauorganisation ersetzt die alten Silos. Hierbei darf kein Freiraum gelassen werden, der es erlaubt, alte Silos versteckt weiterzuführen.",
        ).fill(journey=JOURNEY),
        (
            (
                Text(
                    en="The new structure is decided and announced.",
                    de="Die neue Aufbauorganisation ist beschlossen und bekannt.",
                ),
                (Kind.DOCUMENT,),
            ),
            (
                Text(
                    en="It works; old cost centres, lists and figures are switched off.",
                    de="Sie arbeitet; alte Kostenstellen, Verteiler und Kennzahlen sind abgeschaltet.",
                ),
                (Kind.DOCUMENT, Kind.SYSTEM_DATA),
            ),
            (
                Text(
                    en="The silo measures lie clearly below where they began.",
                    de="Die Silo-Werte liegen klar unter denen vom Anfang.",
                ),
                (Kind.SYSTEM_DATA, Kind.EMPLOYEE_VOICE),
            ),
        ),
        (6, 12, 24),
    ),
    guide(
        Step.CHANGE,
        Text(
            en="Shape change management and communication professionally",
            de="Change-Management und Kommunikation professionell gestalten",
        ),
        Text(
            en="Can everybody say why this is done and what it means for their work, and are there lighthouses to see?",
            de="Kann jede und jeder sagen, warum das geschieht und was es für die eigene Arbeit heißt, und gibt es Leuchttürme zu sehen?",
        ),
        Text(
            en="Less the usual change management of large projects than a whole approach that accompanies the metamorphosis of culture and structure. Lighthouse projects let employees see where the journey leads.",
            de="Auf dem Weg zum Customer Experience Star geht es weniger um das übliche Change-Management im Rahmen von Großprojekten als vielmehr um ein gesamtheitliches Vorgehen, das die Metamorphose der Unternehmenskultur und Organisationsstruktur begleitet.",
        ),
        (
            (
                Text(
                    en="There is a plan of communication, and a first lighthouse.",
                    de="Es gibt einen Kommunikationsplan und einen ersten Leuchtturm.",
                ),
                (Kind.DOCUMENT,),
            ),
            (
                Text(
                    en="Pulses show that people can explain the why.",
                    de="Befragungen zeigen, dass die Menschen das Warum erklären können.",
                ),
                (Kind.EMPLOYEE_VOICE,),
            ),
            (
                Text(
                    en="What was stopped stays stopped, and principles are kept.",
                    de="Was beendet wurde, bleibt beendet, und die Prinzipien werden eingehalten.",
                ),
                (Kind.EMPLOYEE_VOICE, Kind.SYSTEM_DATA),
            ),
        ),
        (6, 12, 24),
    ),
    guide(
        Step.IMPROVEMENT,
        Text(
            en="Take continuous improvement into everyday work",
            de="Kontinuierlich Verbesserungen in den Unternehmensalltag aufnehmen",
        ),
        Text(
            en="Is the culture put to the test regularly, and does somebody steer against falling back?",
            de="Steht die Kultur regelmäßig auf dem Prüfstand, und steuert jemand gegen das Zurückfallen?",
        ),
        Text(
            en="A culture develops in a lasting way only if falling back into old patterns is avoided consistently. Putting one’s own culture to the test permanently has to become part of the company’s DNA.",
            de="Eine Unternehmenskultur entwickelt sich nur dann nachhaltig weiter, wenn konsequent vermieden wird, in alte Rollenmodelle zurückzufallen. … Permanent die eigene Unternehmenskultur auf den Prüfstand zu stellen, muss ein Teil der Unternehmens-DNA werden.",
        ),
        (
            (
                Text(
                    en="There is a calendar of waves and reviews.",
                    de="Es gibt einen Kalender für Wellen und Rückblicke.",
                ),
                (Kind.DOCUMENT,),
            ),
            (
                Text(
                    en="What reviews found was acted on, and staff noticed.",
                    de="Was Rückblicke gezeigt haben, wurde angegangen, und die Mitarbeitenden haben es gemerkt.",
                ),
                (Kind.OBSERVATION, Kind.EMPLOYEE_VOICE),
            ),
            (
                Text(
                    en="Three waves in a row lie above the target: it has settled.",
                    de="Drei Wellen in Folge liegen über dem Ziel: Es ist eingeschwungen.",
                ),
                (Kind.EMPLOYEE_VOICE, Kind.SYSTEM_DATA),
            ),
        ),
        (6, 12, 18),
    ),
)
