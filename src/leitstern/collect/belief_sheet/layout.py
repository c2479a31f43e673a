"""What stands where on a belief sheet: the keys that machines read and the words that people read.

Column A and row 1 are hidden and hold keys. A row is known by `touchpoint/facet` in column A, a column by `guess:1`
or `seen:1` in the row of the mark, so both may be moved about.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.company.facets import SATISFIED
from leitstern.core.company.lookup import spelt_alike
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.company.taxonomy import Taxonomy

MARK = "leitstern:beliefs:1"  # the number is the version of this layout
GROUP = "leitstern:group"
GUESS, SEEN = "guess:", "seen:"
MOST_PEOPLE = 30


@dataclass(frozen=True, slots=True)
class BeliefRow:
    """One person's guess, without the person: of 100 customers, how many (0–100) agree with the facet's statement?

    `group` is one of `GROUPS`; `seen_data` says whether they had seen customer data on it in the last 12 months.
    """

    touchpoint: str
    facet: str
    group: str
    guess: float
    seen_data: bool | None


def asked(taxonomy: Taxonomy) -> list[tuple[str, str]]:
    """Which (touchpoint, facet) are worth a guess: satisfaction everywhere, and whatever was promised there."""
    promised = {(promise.touchpoint, promise.facet) for promise in taxonomy.promises}
    facets = sorted(taxonomy.facets, key=lambda facet: facet.slug != SATISFIED.slug)
    return [
        (touchpoint.slug, facet.slug)
        for touchpoint in taxonomy.touchpoints
        for facet in facets
        if facet.slug == SATISFIED.slug or (touchpoint.slug, facet.slug) in promised
    ]


GROUPS: dict[str, Text] = {
    "executives": Text(en="Executives", de="Geschäftsleitung"),
    "managers": Text(en="Managers", de="Führungskräfte"),
    "staff": Text(en="Staff", de="Mitarbeitende"),
}
YES = Text(en="yes", de="ja")
NO = Text(en="no", de="nein")


def group_called(typed: str) -> str:
    """The group somebody means, or nothing."""
    names = {spelt_alike(name): key for key, text in GROUPS.items() for name in (key, text.en, text.de)}
    return names.get(spelt_alike(typed), "")


INSTRUCTIONS = Text(en="Instructions", de="Anleitung")
GUESSES = Text(en="Guesses", de="Schätzungen")
TITLE = Text(
    en="What do you believe our customers live through?",
    de="Was glauben Sie, was unsere Kundinnen und Kunden erleben?",
)
STAGE = Text(en="Stage", de="Phase")
TOUCHPOINT = Text(en="Touchpoint", de="Kontaktpunkt")
QUESTION = Text(en="Question", de="Frage")
YOUR_GUESS = Text(en="Your guess (0–100)", de="Ihre Schätzung (0–100)")
YOU_SAW = Text(
    en="Have you seen customer data for this touchpoint in the last 12 months?",
    de="Haben Sie in den letzten 12 Monaten Kundendaten zu diesem Kontaktpunkt gesehen?",
)
PERSON_GUESS = Text(en="P{number}: guess (0–100)", de="P{number}: Schätzung (0–100)")
PERSON_SAW = Text(
    en="P{number}: seen data in the last 12 months?", de="P{number}: Daten in den letzten 12 Monaten gesehen?"
)
GROUP_ROW = Text(en="Group (please choose)", de="Gruppe (bitte wählen)")
GUESS_HINT = Text(
    en="A whole number from 0 to 100. Guess freely; leave the cell empty if you would rather not.",
    de="Eine Zahl von 0 bis 100. Schätzen Sie ruhig; lassen Sie das Feld leer, wenn Sie nicht möchten.",
)
GUESS_ERROR = Text(
    en="Please enter a number from 0 to 100: of 100 customers, how many?",
    de="Bitte geben Sie eine Zahl von 0 bis 100 ein: wie viele von 100 Kundinnen und Kunden?",
)
CHOOSE = Text(en="Please choose from the list.", de="Bitte wählen Sie aus der Liste.")

STEPS = (
    Text(
        en="Please guess, for each line on the next sheet: of 100 customers, how many? What counts is what you believe today, not what would be nice.",
        de="Bitte schätzen Sie auf dem nächsten Blatt zu jeder Zeile: wie viele von 100 Kundinnen und Kunden? Es zählt, was Sie heute glauben, nicht was schön wäre.",
    ),
    Text(
        en="Five to ten minutes are enough. Do not look anything up, and leave empty what you would rather not guess.",
        de="Fünf bis zehn Minuten genügen. Schlagen Sie nichts nach, und lassen Sie leer, was Sie nicht schätzen möchten.",
    ),
    Text(
        en="Say for each line whether you have seen customer data about it in the last 12 months.",
        de="Geben Sie zu jeder Zeile an, ob Sie in den letzten 12 Monaten Kundendaten dazu gesehen haben.",
    ),
    Text(
        en="Choose your group at the top. Nobody asks for your name, and guesses of fewer than five people are never shown.",
        de="Wählen Sie oben Ihre Gruppe. Niemand fragt nach Ihrem Namen, und Schätzungen von weniger als fünf Personen werden nie gezeigt.",
    ),
    Text(
        en="Save the file and hand it in. Lines and columns may be sorted or hidden; nothing is lost.",
        de="Speichern Sie die Datei und geben Sie sie ab. Zeilen und Spalten dürfen sortiert oder ausgeblendet werden; es geht nichts verloren.",
    ),
)
SEVERAL = Text(
    en="This file holds up to {people} people: each has a pair of columns, P1, P2 and so on.",
    de="Diese Datei fasst bis zu {people} Personen: Jede hat ein Spaltenpaar, P1, P2 und so weiter.",
)
