"""Fields of what systems say to customers, and of what people judged about it."""

from __future__ import annotations

from leitstern.app.reports.works_council.described import Described, nobody, user
from leitstern.app.reports.works_council.inside import FOR_GOOD
from leitstern.app.voice.models import Rating, Sample, System, Utterance, Version
from leitstern.core.texts import Text

RECORDS = {
    Version: Described(
        Text(en="Version of the voice rules", de="Fassung der Sprachregeln"),
        FOR_GOOD,
        {
            "content": nobody(
                "rules and statements for texts of systems", "Regeln und Aussagen für Texte von Systemen"
            ),
            "why": nobody("why it changed", "warum sie geändert wurde"),
        },
    ),
    System: Described(
        Text(en="System that speaks to customers", de="System, das mit der Kundschaft spricht"),
        FOR_GOOD,
        {
            "slug": nobody("short name", "Kurzname"),
            "name": nobody("what it is called", "wie es heißt"),
            "application": nobody("the application of the inventory", "die Anwendung im Bestand"),
        },
    ),
    Sample: Described(
        Text(en="File of texts of systems", de="Datei mit Texten von Systemen"),
        FOR_GOOD,
        {
            "name": nobody("name of the file", "Name der Datei"),
            "received": nobody("texts in it", "Texte darin"),
            "same": nobody("of them known already", "davon schon bekannt"),
        },
    ),
    Utterance: Described(
        Text(en="Text of a system", de="Text eines Systems"),
        FOR_GOOD,
        {
            "sample": nobody("the file it came with", "die Datei, mit der er kam"),
            "system": nobody("the system that said it", "das System, das ihn gesagt hat"),
            "touchpoint": nobody("touchpoint", "Kontaktpunkt"),
            "day": nobody("day on which it was said", "Tag, an dem er gesagt wurde"),
            "month": nobody("its month", "dessen Monat"),
            "language": nobody("language", "Sprache"),
            "number": nobody("random number for the draw", "Zufallszahl für die Ziehung"),
            "text": nobody(
                "what a system said, personal data masked; never what an employee wrote",
                "was ein System gesagt hat, ohne personenbezogene Daten; nie, was Beschäftigte geschrieben haben",
            ),
        },
    ),
    Rating: Described(
        Text(en="Judgement of a system's text", de="Urteil über den Text eines Systems"),
        FOR_GOOD,
        {
            "utterance": nobody("the text", "der Text"),
            "statement": nobody("the statement", "die Aussage"),
            "answer": user(
                "yes, partly or no of whoever judged; shown to nobody with a name",
                "Ja, Teilweise oder Nein der urteilenden Person; niemandem mit Namen gezeigt",
            ),
        },
    ),
}
