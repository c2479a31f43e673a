"""Fields of principles, the stop list, pilots, stories, retrospectives, and monthly counts of work."""

from __future__ import annotations

from leitstern.app.practice.models import (
    Agreement,
    Batch,
    Count,
    Edition,
    Ending,
    Exemption,
    News,
    Opened,
    Pilot,
    Principle,
    Retrospective,
    Rule,
    ShownTo,
    Standard,
    StopEvent,
    StopItem,
    Story,
    TakenUp,
    Use,
)
from leitstern.app.reports.works_council.described import Described, nobody, user
from leitstern.app.reports.works_council.inside import FOR_GOOD
from leitstern.core.texts import Text

PRINCIPLE = nobody("the principle", "das Prinzip")
ITEM = nobody("what has ended", "was beendet ist")
PILOT = nobody("the pilot", "der Pilot")
RETROSPECTIVE = nobody("the retrospective", "der Rückblick")
STORY = nobody("the story", "die Geschichte")
BATCH = nobody("which counts came together", "welche Zählungen zusammen kamen")
SLUG = nobody("short name", "Kurzname")
UNITS = nobody("departments", "Bereiche")
UNIT = nobody("department; nothing: the whole company", "Bereich; nichts: das ganze Unternehmen")
TOUCHPOINT = nobody("at which touchpoint", "an welchem Kontaktpunkt")
OWNER = user("who answers for it", "wer dafür einsteht")
DAY = nobody("on which day", "an welchem Tag")
SINCE, UNTIL = nobody("from when on", "ab wann"), nobody("until when", "bis wann")
WHY = nobody("why", "warum")
MONTH = nobody("in which month", "in welchem Monat")
OF_WORK = nobody(
    "how often, a count of work; of departments with few people it is shown together with others only",
    "wie oft, eine Zählung von Arbeit; von Bereichen mit wenigen Menschen nur zusammen mit anderen gezeigt",
)

RECORDS = {
    Principle: Described(
        Text(en="Principle", de="Prinzip"),
        FOR_GOOD,
        {
            "slug": SLUG,
            "sentence": nobody("what holds", "was gilt"),
            "why": WHY,
            "units": UNITS,
            "owner": OWNER,
            "since": SINCE,
            "until": UNTIL,
        },
    ),
    Rule: Described(
        Text(en="How a principle is counted", de="Wie ein Prinzip gezählt wird"),
        FOR_GOOD,
        {
            "principle": PRINCIPLE,
            "cases": nobody("what a case is", "was ein Fall ist"),
            "kept": nobody("when it is kept", "wann es eingehalten ist"),
            "source": nobody("where the counts come from", "woher die Zählungen stammen"),
            "subject": nobody(
                "which touchpoint, or what has ended", "welcher Kontaktpunkt, oder was beendet ist"
            ),
            "target": nobody("the share that is meant", "der Anteil, der erreicht werden soll"),
            "since": SINCE,
        },
    ),
    Exemption: Described(
        Text(en="Exemption from a principle", de="Ausnahme von einem Prinzip"),
        FOR_GOOD,
        {"principle": PRINCIPLE, "unit": UNIT, "reason": WHY, "since": SINCE, "until": UNTIL},
    ),
    StopItem: Described(
        Text(en="Entry of the stop list", de="Eintrag der Stoppliste"),
        FOR_GOOD,
        {
            "slug": SLUG,
            "kind": nobody("what it is", "was es ist"),
            "name": nobody("what we no longer do", "was wir nicht mehr tun"),
            "why": WHY,
            "replacement": nobody("what takes its place", "was an seine Stelle tritt"),
            "application": nobody("the application it belongs to", "zu welcher Anwendung es gehört"),
            "units": UNITS,
            "counted": nobody("how further use is counted", "wie weitere Nutzung gezählt wird"),
            "owner": OWNER,
            "since": SINCE,
        },
    ),
    StopEvent: Described(
        Text(en="It ended, or was let in again", de="Es endete oder wurde wieder zugelassen"),
        FOR_GOOD,
        {
            "item": ITEM,
            "change": nobody("which of the two", "welches von beiden"),
            "day": DAY,
            "grace": nobody("until when late use is forgiven", "bis wann die Schonfrist gilt"),
            "reason": WHY,
        },
    ),
    Batch: Described(
        Text(en="Counts that came together", de="Zählungen, die zusammen kamen"),
        FOR_GOOD,
        {"name": nobody("name of the file, or by hand", "Name der Datei, oder von Hand")},
    ),
    Count: Described(
        Text(en="How often a principle was kept", de="Wie oft ein Prinzip eingehalten wurde"),
        FOR_GOOD,
        {
            "batch": BATCH,
            "principle": PRINCIPLE,
            "unit": UNIT,
            "month": MONTH,
            "kept": OF_WORK,
            "cases": OF_WORK,
        },
    ),
    Use: Described(
        Text(en="How often something that ended was used", de="Wie oft etwas Beendetes genutzt wurde"),
        FOR_GOOD,
        {"batch": BATCH, "item": ITEM, "unit": UNIT, "month": MONTH, "uses": OF_WORK},
    ),
    Pilot: Described(
        Text(en="Pilot", de="Pilot"),
        FOR_GOOD,
        {
            "slug": SLUG,
            "kind": nobody("tried quietly, or shown to everybody", "still erprobt oder allen gezeigt"),
            "title": nobody("what is tried", "was ausprobiert wird"),
            "hypothesis": nobody("what is expected", "was erwartet wird"),
            "boundary": nobody("where it ends", "wo die Grenze ist"),
            "stop_rule": nobody("when it stops", "wann Schluss ist"),
            "safe_room": nobody("what nobody need fear", "was niemand fürchten muss"),
            "units": UNITS,
            "touchpoints": TOUCHPOINT,
            "owner": OWNER,
            "initiative": nobody("the initiative it belongs to", "zu welcher Initiative er gehört"),
            "begins": SINCE,
            "ends": UNTIL,
        },
    ),
    Ending: Described(
        Text(en="How a pilot ended", de="Wie ein Pilot ausging"),
        FOR_GOOD,
        {
            "pilot": PILOT,
            "how": nobody("stopped or carried through", "gestoppt oder zu Ende geführt"),
            "day": DAY,
            "learning": nobody("what was learned", "was gelernt wurde"),
        },
    ),
    Story: Described(
        Text(en="Story", de="Geschichte"),
        FOR_GOOD,
        {
            "slug": SLUG,
            "teller": nobody("told from customers, or from staff", "von Kundschaft oder Belegschaft erzählt"),
            "title": nobody("what it is called", "wie sie heißt"),
            "lived": nobody(
                "what a customer lived; names are pointed out before it is kept",
                "was jemand erlebt hat; auf Namen wird hingewiesen, bevor es gespeichert wird",
            ),
            "done": nobody(
                "what was done differently; not by whom", "was anders gemacht wurde; nicht von wem"
            ),
            "unit": nobody(
                "in which department; only where enough people work",
                "in welchem Bereich; nur dort, wo genug Menschen arbeiten",
            ),
            "touchpoint": TOUCHPOINT,
            "kind": nobody("a story or an artefact", "eine Geschichte oder ein Artefakt"),
            "layer": nobody("which layer of culture it shows", "welche Schicht der Kultur sie zeigt"),
            "day": nobody("when it was told", "wann sie erzählt wurde"),
            "approved": nobody("when it was approved", "wann sie freigegeben wurde"),
            "published": nobody("when it was published", "wann sie veröffentlicht wurde"),
        },
    ),
    Opened: Described(
        Text(
            en="How often a story or a pilot was opened",
            de="Wie oft eine Geschichte oder ein Pilot geöffnet wurde",
        ),
        FOR_GOOD,
        {
            "story": STORY,
            "pilot": PILOT,
            "day": DAY,
            "times": nobody(
                "how often on that day; by whom is not kept; shown from five on",
                "wie oft an dem Tag; von wem, wird nicht gespeichert; gezeigt ab fünf",
            ),
        },
    ),
    Retrospective: Described(
        Text(en="Retrospective", de="Rückblick"),
        FOR_GOOD,
        {
            "title": nobody("what was looked back on", "worauf zurückgeblickt wurde"),
            "unit": UNIT,
            "day": DAY,
            "occasion": nobody("after what", "wonach"),
            "seen": nobody("what was seen; not of whom", "was zu sehen war; nicht an wem"),
        },
    ),
    Agreement: Described(
        Text(en="What a retrospective agreed on", de="Was in einem Rückblick vereinbart wurde"),
        FOR_GOOD,
        {
            "retrospective": RETROSPECTIVE,
            "what": nobody("what is to be done", "was zu tun ist"),
            "owner": OWNER,
            "due": UNTIL,
        },
    ),
    News: Described(
        Text(en="What became of an agreement", de="Was aus einer Vereinbarung wurde"),
        FOR_GOOD,
        {
            "agreement": nobody("the agreement", "die Vereinbarung"),
            "how": nobody(
                "done, dropped, put off or handed on", "umgesetzt, fallen gelassen, verschoben oder übergeben"
            ),
            "day": DAY,
            "words": nobody("in a few words", "in wenigen Worten"),
            "until": UNTIL,
            "owner": OWNER,
        },
    ),
    ShownTo: Described(
        Text(en="A department was shown a pilot", de="Einem Bereich wurde ein Pilot gezeigt"),
        FOR_GOOD,
        {"pilot": PILOT, "unit": nobody("department", "Bereich"), "day": DAY},
    ),
    TakenUp: Described(
        Text(en="A department works the same way", de="Ein Bereich arbeitet auch so"),
        FOR_GOOD,
        {"story": STORY, "pilot": PILOT, "unit": nobody("department", "Bereich"), "since": SINCE},
    ),
    Standard: Described(
        Text(en="What became standard", de="Was Standard wurde"),
        FOR_GOOD,
        {
            "story": STORY,
            "pilot": PILOT,
            "principle": PRINCIPLE,
            "touchpoint": TOUCHPOINT,
            "step": nobody("which step", "welcher Schritt"),
            "conditions": nobody(
                "under which conditions it works", "unter welchen Bedingungen es funktioniert"
            ),
            "day": DAY,
        },
    ),
    Edition: Described(
        Text(en="Earlier wording", de="Früherer Wortlaut"),
        FOR_GOOD,
        {
            "principle": PRINCIPLE,
            "item": ITEM,
            "pilot": PILOT,
            "story": STORY,
            "retrospective": RETROSPECTIVE,
            "content": user(
                "all of it as it was kept once, with who answered for it",
                "alles, wie es einmal gespeichert war, mit der Person, die dafür einstand",
            ),
        },
    ),
}
