"""Fields of briefs, of what is said to whom, of pulses and of co-design workshops."""

from __future__ import annotations

from leitstern.app.change.models import (
    Attendance,
    Brief,
    Consequence,
    Copy,
    HandedOut,
    Message,
    Pulse,
    Shaping,
    Version,
)
from leitstern.app.reports.works_council.described import Described, nobody, user
from leitstern.app.reports.works_council.inside import FOR_GOOD
from leitstern.core.texts import Text

BRIEF = nobody("the brief", "der Leitbrief")
VERSION = nobody("the version", "die Fassung")
INITIATIVE = nobody("the initiative it is about", "die Initiative, um die es geht")
DAY = nobody("on which day", "an welchem Tag")
SHAPING = nobody("the workshop", "die Werkstatt")
ANSWERS = user(
    "the four answers, for roles; with who says them, a name or a role",
    "die vier Antworten, nach Rollen; mit dem Namen oder der Rolle, die es sagt",
)

RECORDS = {
    Brief: Described(
        Text(en="Brief about a change", de="Leitbrief zu einer Veränderung"),
        FOR_GOOD,
        {
            "initiative": INITIATIVE,
            "language": nobody("in which language", "in welcher Sprache"),
            "content": ANSWERS,
            "changed": user("when somebody last wrote at it", "wann zuletzt jemand daran geschrieben hat"),
        },
    ),
    Version: Described(
        Text(en="Published version of a brief", de="Veröffentlichte Fassung eines Leitbriefs"),
        FOR_GOOD,
        {"brief": BRIEF, "number": nobody("which one", "die wievielte"), "content": ANSWERS},
    ),
    Copy: Described(
        Text(en="Brief as a role reads it", de="Leitbrief, wie eine Rolle ihn liest"),
        FOR_GOOD,
        {
            "version": VERSION,
            "unit": nobody("department", "Bereich"),
            "role": nobody("role; nothing: everybody", "Rolle; nichts: alle"),
            "token": nobody(
                "the link, the same for everybody in the role", "der Link, für alle in der Rolle derselbe"
            ),
            "opened": nobody(
                "how often the link was opened; not by whom, when or on what; shown for roles of five and more",
                "wie oft der Link geöffnet wurde; nicht von wem, wann oder womit; gezeigt für Rollen ab fünf Personen",
            ),
        },
    ),
    HandedOut: Described(
        Text(en="Copies of a brief handed out", de="Ausgegebene Exemplare eines Leitbriefs"),
        FOR_GOOD,
        {
            "copy": nobody("for which role", "für welche Rolle"),
            "day": DAY,
            "n": nobody("how many", "wie viele"),
            "channel": nobody("how, such as by mail", "wie, etwa per E-Mail"),
        },
    ),
    Message: Described(
        Text(en="Entry of the communication calendar", de="Eintrag im Kommunikationskalender"),
        FOR_GOOD,
        {
            "initiative": INITIATIVE,
            "title": nobody("what happens", "was geschieht"),
            "answer": nobody("what is said", "was gesagt wird"),
            "channel": nobody("how it is said", "wie es gesagt wird"),
            "units": nobody("departments that hear it", "Bereiche, die es erfahren"),
            "roles": nobody("roles that hear it", "Rollen, die es erfahren"),
            "who": user(
                "who says it: a name or a role, as somebody wrote it",
                "wer es sagt: ein Name oder eine Rolle, wie jemand es aufschreibt",
            ),
            "day": DAY,
            "note": nobody("what else is to be remembered", "was sonst noch wichtig ist"),
            "done": nobody("when it was said", "wann es gesagt wurde"),
        },
    ),
    Pulse: Described(
        Text(en="What a wave of ten questions was about", de="Worum es bei einer Welle mit zehn Fragen ging"),
        FOR_GOOD,
        {"wave": nobody("the wave, with its rules", "die Welle, mit ihren Regeln"), "initiative": INITIATIVE},
    ),
    Shaping: Described(
        Text(en="Co-design workshop", de="Werkstatt zum Mitgestalten"),
        FOR_GOOD,
        {
            "initiative": INITIATIVE,
            "title": nobody("what was shaped together", "was gemeinsam gestaltet wurde"),
            "day": DAY,
            "subject": nobody(
                "what came up; never who said it", "was zur Sprache kam; nie, wer es gesagt hat"
            ),
            "customers": nobody(
                "how many customers were there", "wie viele Kundinnen und Kunden dabei waren"
            ),
            "shaped": nobody(
                "which processes, touchpoints and journeys", "welche Prozesse, Kontaktpunkte und Reisen"
            ),
        },
    ),
    Attendance: Described(
        Text(en="How many took part in a workshop", de="Wie viele an einer Werkstatt teilnahmen"),
        FOR_GOOD,
        {
            "shaping": SHAPING,
            "unit": nobody("department", "Bereich"),
            "role": nobody("role, if one was meant", "Rolle, falls eine gemeint war"),
            "invited": nobody("how many were invited; no names", "wie viele eingeladen waren; keine Namen"),
            "took_part": nobody(
                "how many took part; small departments are shown together with others only",
                "wie viele teilnahmen; kleine Bereiche werden nur zusammen mit anderen gezeigt",
            ),
        },
    ),
    Consequence: Described(
        Text(en="What came of a workshop", de="Was aus einer Werkstatt wurde"),
        FOR_GOOD,
        {
            "shaping": SHAPING,
            "text": nobody("what was decided because of it", "was deshalb entschieden wurde"),
            "taken_up": nobody("whether it was taken up", "ob es aufgenommen wurde"),
            "day": DAY,
            "decision": nobody("the entry of the decision log", "der Eintrag im Entscheidungsprotokoll"),
        },
    ),
}
