"""Fields of the inventory of technology: of those who work with a system only how many gave which answer."""

from __future__ import annotations

from leitstern.app.reports.works_council.described import Described, answer, nobody, user
from leitstern.app.reports.works_council.inside import FOR_GOOD
from leitstern.app.stack.models import Decision, Edition, Import, Item, Rating
from leitstern.core.texts import Text

KIND = nobody("application, capability, data or integration", "Anwendung, Fähigkeit, Daten oder Datenweg")
SLUG = nobody("short name", "Kurzname")
WITHDRAWN = nobody("when it was taken back", "wann zurückgenommen")
CONTENT = user(
    "what it is, what it costs, and who answers for it, by name or role",
    "was sie ist, was sie kostet und wer dafür verantwortlich ist, mit Namen oder Rolle",
)

RECORDS = {
    Item: Described(
        Text(en="Thing in the inventory of technology", de="Eintrag im Technologie-Bestand"),
        FOR_GOOD,
        {
            "kind": KIND,
            "slug": SLUG,
            "content": CONTENT,
            "gone": nobody("since when it is gone", "seit wann nicht mehr da"),
        },
    ),
    Edition: Described(
        Text(en="Earlier wording in the inventory", de="Früherer Wortlaut im Bestand"),
        FOR_GOOD,
        {
            "item": nobody("the thing", "der Eintrag"),
            "content": CONTENT,
            "gone": nobody("whether it was gone", "ob nicht mehr da"),
            "brought": nobody("the file it came from", "aus welcher Datei"),
        },
    ),
    Import: Described(
        Text(en="File of technology", de="Datei zur Technologie"),
        FOR_GOOD,
        {
            "name": nobody("name of the file", "Name der Datei"),
            "origin": nobody("what kind of file it is", "welche Art Datei"),
            "things": CONTENT,
            "columns": nobody("how its columns were understood", "wie ihre Spalten verstanden wurden"),
            "kinds": nobody("of what it lists everything", "wovon sie alles aufzählt"),
            "kept": nobody("when it was kept", "wann übernommen"),
            "withdrawn": WITHDRAWN,
        },
    ),
    Rating: Described(
        Text(en="Rating of an application", de="Bewertung einer Anwendung"),
        FOR_GOOD,
        {
            "application": nobody("the application", "die Anwendung"),
            "question": nobody("the question", "die Frage"),
            "view": nobody("owner, users or independent", "Verantwortliche, Nutzende oder Unabhängige"),
            "unit": nobody("department of the users", "Bereich der Nutzenden"),
            "counts": answer(
                "how many people chose 1 to 5; of users never fewer than five, never single answers",
                "wie viele Personen 1 bis 5 gewählt haben; von Nutzenden nie weniger als fünf, nie einzelne Antworten",
            ),
            "day": nobody("day of the survey", "Tag der Befragung"),
            "source": nobody("where it comes from", "woher sie stammt"),
            "brought": nobody("the file it came from", "aus welcher Datei"),
            "withdrawn": WITHDRAWN,
        },
    ),
    Decision: Described(
        Text(en="Decision about technology", de="Entscheidung zur Technologie"),
        FOR_GOOD,
        {
            "kind": KIND,
            "slug": SLUG,
            "option": nobody("what was decided", "was entschieden wurde"),
            "reason": nobody("why", "warum"),
            "exception_by": user("who answers for replacing it", "wer für das Ersetzen einsteht"),
            "advised": nobody("what the rule said", "was die Regel sagte"),
            "reasons": nobody("the rule's reasons", "die Gründe der Regel"),
            "withdrawn": WITHDRAWN,
        },
    ),
}
