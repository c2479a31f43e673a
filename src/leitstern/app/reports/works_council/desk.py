"""Fields of contacts that were entered by hand. Who entered one stands in the audit log and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.desk.models import Entry
from leitstern.app.reports.works_council.described import Described, nobody
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.db.models import Model

KEPT = Text(
    en="for good, until the customer is erased; the customer's number only while something agreed with them is open",
    de="auf Dauer, bis die Kundin oder der Kunde gelöscht wird; die Kundennummer nur, solange etwas Vereinbartes offen ist",
)
RECORDS: dict[type[Model], Described] = {
    Entry: Described(
        Text(en="Contact entered by hand", de="Von Hand erfasster Kontakt"),
        KEPT,
        {
            "key": nobody(
                "a check sum that tells the same contact when it is sent twice",
                "eine Prüfsumme, an der derselbe Kontakt zu erkennen ist, wenn er zweimal kommt",
            ),
            "digest": nobody("a check sum of what was typed", "eine Prüfsumme dessen, was getippt wurde"),
            "way": nobody(
                "by form, letters, program or terminal", "über Formular, Briefe, Programm oder Terminal"
            ),
            "kind": nobody("kind of the customer's number", "Art der Kundennummer"),
            "entity": nobody("fingerprint of the customer's number", "Fingerabdruck der Kundennummer"),
            "number": nobody(
                "the customer's number, while something is open", "die Kundennummer, solange etwas offen ist"
            ),
            "touchpoint": nobody("where it was", "wo es war"),
            "channel": nobody("on which channel", "auf welchem Kanal"),
            "at": nobody(
                "when the contact was; not when it was typed",
                "wann der Kontakt war; nicht, wann er getippt wurde",
            ),
            "flags": nobody("whether only the day is known", "ob nur der Tag bekannt ist"),
            "arrived": nobody("when a letter arrived", "wann ein Brief ankam"),
            "reason": nobody(
                "why the customer got in touch, names and numbers masked",
                "warum sich die Kundin oder der Kunde meldete, ohne Namen und Nummern",
            ),
            "note": nobody(
                "a note, names of employees masked as well",
                "eine Notiz, auch die Namen von Mitarbeitenden unkenntlich",
            ),
            "words": nobody(
                "what the customer said, masked", "was die Kundin oder der Kunde sagte, unkenntlich gemacht"
            ),
            "scale": nobody("which question was asked", "welche Frage gestellt wurde"),
            "value": nobody("the customer's answer", "die Antwort der Kundin oder des Kunden"),
            "promise": nobody("which promise the company made", "welches Versprechen das Unternehmen gab"),
            "due": nobody("until when", "bis wann"),
            "kept": nobody("when it was kept", "wann es eingehalten wurde"),
            "told_again": nobody(
                "whether the customer had to say again what the company knew",
                "ob die Kundin oder der Kunde noch einmal sagen musste, was das Unternehmen schon wusste",
            ),
            "step": nobody("what happens next", "was als Nächstes geschieht"),
            "department": nobody("which department does it", "welcher Bereich es tut"),
            "step_due": nobody("by when", "bis wann"),
            "step_done": nobody("when it was done; not by whom", "wann es erledigt war; nicht, von wem"),
            "day": nobody("on which day it was entered", "an welchem Tag er erfasst wurde"),
            "corrects": nobody("the entry it takes the place of", "der Eintrag, an dessen Stelle er tritt"),
            "waits_since": nobody(
                "since when it waits to be counted", "seit wann er darauf wartet, gezählt zu werden"
            ),
            "import_run": nobody("with which import it was counted", "mit welchem Import er gezählt wurde"),
        },
    ),
}
