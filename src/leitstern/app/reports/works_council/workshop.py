"""Fields of workshops: while the room is open, and what is kept of it."""

from __future__ import annotations

from leitstern.app.reports.works_council.described import Described, answer, nobody
from leitstern.app.reports.works_council.inside import FOR_GOOD
from leitstern.app.workshop.models import KeptVotes, Note, Seat, Vote, Workshop
from leitstern.core.texts import Text

WHILE_OPEN = Text(en="until the room closes, then deleted", de="bis der Raum schließt, dann gelöscht")

RECORDS = {
    Workshop: Described(
        Text(en="Workshop", de="Workshop"),
        FOR_GOOD,
        {
            "name": nobody("name of the workshop", "Name des Workshops"),
            "token": nobody(
                "random address for the room's phones", "zufällige Adresse für die Telefone im Raum"
            ),
            "stage": nobody("how far it is", "wie weit er ist"),
            "session": nobody("which question is on", "welche Frage gerade dran ist"),
            "clock": nobody("minutes spent per question", "Minuten je Frage"),
            "consents": answer(
                "how many agreed to rate openly, never who",
                "wie viele dem offenen Urteil zugestimmt haben, nie wer",
            ),
            "wording": nobody(
                "what they agreed to, word by word", "wozu sie zugestimmt haben, Wort für Wort"
            ),
            "last_step": nobody(
                "when the facilitator last went on; a day later the room closes by itself",
                "wann die Moderation zuletzt weiterging; einen Tag später schließt der Raum von selbst",
            ),
            "closed": nobody("when it was closed", "wann er geschlossen wurde"),
            "counts": nobody(
                "whether it was said to stand for the organisation", "ob er für den Standort zählen soll"
            ),
        },
    ),
    Seat: Described(
        Text(en="Seat in the room", de="Platz im Raum"),
        WHILE_OPEN,
        {
            "workshop": nobody("the workshop", "der Workshop"),
            "code": answer(
                "random code that holds the votes together", "zufälliger Code, der die Urteile zusammenhält"
            ),
            "group": answer(
                "executives, managers or staff", "Geschäftsleitung, Führungskräfte oder Mitarbeitende"
            ),
            "by_hand": nobody(
                "voted with cards, entered by the facilitator",
                "mit Karten abgestimmt, von der Moderation eingetragen",
            ),
        },
    ),
    Vote: Described(
        Text(en="Vote", de="Urteil"),
        WHILE_OPEN,
        {
            "seat": answer("the seat", "der Platz"),
            "vote": nobody("first or second vote", "erste oder zweite Abstimmung"),
            "level": answer(
                "level from 0 to 4, or “cannot say”", "Stufe von 0 bis 4 oder „kann ich nicht sagen“"
            ),
        },
    ),
    KeptVotes: Described(
        Text(en="Votes that are kept", de="Urteile, die bleiben"),
        FOR_GOOD,
        {
            "workshop": nobody("the workshop", "der Workshop"),
            "group": answer(
                "executives, managers or staff", "Geschäftsleitung, Führungskräfte oder Mitarbeitende"
            ),
            "people": answer("how many of them rated", "wie viele davon geurteilt haben"),
            "votes": answer(
                "how many voted for which level, question by question: nothing tells which votes came from the same "
                "person; no seat, name, device or time",
                "wie viele für welche Stufe gestimmt haben, Frage für Frage: Nichts verrät, welche Urteile von derselben "
                "Person stammen; kein Platz, kein Name, kein Gerät, keine Uhrzeit",
            ),
        },
    ),
    Note: Described(
        Text(en="What the room has seen", de="Was der Raum gesehen hat"),
        FOR_GOOD,
        {
            "workshop": nobody("the workshop", "der Workshop"),
            "level": nobody("level it speaks for", "Stufe, für die es spricht"),
            "text": answer(
                "the observation, in the facilitator's words; what looks like a name is masked",
                "die Beobachtung, in den Worten der Moderation; was wie ein Name aussieht, wird unkenntlich gemacht",
            ),
            "claim": nobody("the claimed level it became", "die Selbsteinstufung, zu der sie wurde"),
        },
    ),
}
