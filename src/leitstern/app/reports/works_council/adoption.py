"""Fields of teams, of how they use applications, and of campaigns. Sums of teams only; no record is about one person."""

from __future__ import annotations

from leitstern.app.adoption.models import (
    Campaign,
    Feed,
    Live,
    Meaning,
    Outcome,
    Rules,
    Sent,
    Size,
    Spelling,
    Step,
    Team,
    UsedMonth,
    Watched,
    Week,
)
from leitstern.app.reports.works_council.described import Described, Words, nobody
from leitstern.app.reports.works_council.inside import FOR_GOOD
from leitstern.core.texts import Text

FEED = nobody("from which file", "aus welcher Datei")
TEAM = nobody(
    "the team, of which nothing is shown below five people",
    "das Team; unter fünf Personen wird nichts gezeigt",
)
WATCHED = nobody("the application", "die Anwendung")
WITHDRAWN = nobody("since when it no longer holds", "seit wann es nicht mehr gilt")
STANDS = nobody("whether it is the newest word on it", "ob es der neueste Stand dazu ist")
MONTH = nobody("month", "Monat")
SINCE = nobody("from which month on", "ab welchem Monat")
KEY = nobody("what the campaign is called in systems", "wie die Kampagne in Systemen heißt")
TITLE = nobody("its title", "ihr Titel")
COUNTED: dict[str, Words] = {
    "eligible": nobody(
        "how many people of the team should use it; weeks with fewer than agreed are not kept",
        "wie viele Personen des Teams sie nutzen sollen; Wochen mit weniger als vereinbart werden nicht gespeichert",
    ),
    "active": nobody("how many of them did; never who", "wie viele davon es taten; nie wer"),
    "seats": nobody("how many licences are set up", "wie viele Lizenzen eingerichtet sind"),
    "started": nobody("how often the core workflow began", "wie oft der Kernablauf begann"),
    "completed": nobody("how often it was completed", "wie oft er beendet wurde"),
    "features": nobody("how many required features were used", "wie viele Pflichtfunktionen genutzt wurden"),
    "kept": nobody(
        "in how many cases the principle was kept", "in wie vielen Fällen das Prinzip eingehalten wurde"
    ),
    "judged": nobody("of how many cases", "von wie vielen Fällen"),
    "records": nobody("how many entries were written", "wie viele Einträge geschrieben wurden"),
    "filled": nobody("how many required fields were filled in", "wie viele Pflichtfelder ausgefüllt wurden"),
    "asked": nobody("of how many required fields", "von wie vielen Pflichtfeldern"),
}

RECORDS = {
    Team: Described(
        Text(en="Team", de="Team"),
        FOR_GOOD,
        {
            "slug": nobody("short name", "Kurzname"),
            "name": nobody("what it is called", "wie es heißt"),
            "unit": nobody("department", "Bereich"),
            "country": nobody("country", "Land"),
            "retired": nobody("since when it is no more", "seit wann es das Team nicht mehr gibt"),
        },
    ),
    Size: Described(
        Text(en="Size of a team", de="Größe eines Teams"),
        FOR_GOOD,
        {"team": TEAM, "people": nobody("how many people", "wie viele Personen"), "since": SINCE},
    ),
    Watched: Described(
        Text(en="Application whose use is looked at", de="Anwendung, deren Nutzung betrachtet wird"),
        FOR_GOOD,
        {
            "slug": nobody("short name", "Kurzname"),
            "name": nobody("what it is called", "wie sie heißt"),
            "retired": nobody("since when no longer", "seit wann nicht mehr"),
        },
    ),
    Meaning: Described(
        Text(en="What living an application means", de="Woran man erkennt, dass eine Anwendung gelebt wird"),
        FOR_GOOD,
        {
            "watched": WATCHED,
            "active": nobody("who counts as active in a week", "wer in einer Woche als aktiv zählt"),
            "workflow": nobody("its core workflow", "ihr Kernablauf"),
            "features": nobody("its required features", "ihre Pflichtfunktionen"),
            "principle": nobody("the principle that goes with it", "das Prinzip, das zu ihr gehört"),
            "metadata": nobody("what has to be filled in", "was auszufüllen ist"),
            "touchpoint": nobody("where customers should notice", "wo die Kundschaft es merken soll"),
            "facet": nobody("by which statement", "an welcher Aussage"),
            "since": SINCE,
        },
    ),
    Live: Described(
        Text(en="Since when an application is live", de="Seit wann eine Anwendung läuft"),
        FOR_GOOD,
        {
            "watched": WATCHED,
            "team": TEAM,
            "day": nobody("since which day", "seit welchem Tag"),
            "withdrawn": WITHDRAWN,
        },
    ),
    Step: Described(
        Text(en="Point of a rollout", de="Punkt einer Einführung"),
        FOR_GOOD,
        {
            "watched": WATCHED,
            "kind": nobody("what it is about", "worum es geht"),
            "title": nobody("what has to be there", "was da sein muss"),
            "done": nobody("since when it is done", "seit wann es erledigt ist"),
            "withdrawn": WITHDRAWN,
        },
    ),
    Feed: Described(
        Text(en="File or feed of use and campaigns", de="Datei oder Lieferung zu Nutzung und Kampagnen"),
        FOR_GOOD,
        {
            "kind": nobody("what it holds", "was sie enthält"),
            "name": nobody("what it is called", "wie sie heißt"),
            "received": nobody("how many lines it has", "wie viele Zeilen sie hat"),
            "same": nobody("how many were known already", "wie viele schon bekannt waren"),
            "small": nobody(
                "how many were about too few people; nothing of them is kept",
                "wie viele zu wenige Personen betrafen; von ihnen wird nichts gespeichert",
            ),
            "withdrawn": WITHDRAWN,
        },
    ),
    Week: Described(
        Text(
            en="Use of an application by a team in a week",
            de="Nutzung einer Anwendung durch ein Team in einer Woche",
        ),
        FOR_GOOD,
        {
            "feed": FEED,
            "watched": WATCHED,
            "team": TEAM,
            "week": nobody("the week", "die Woche"),
            "month": MONTH,
            "stands": STANDS,
            **COUNTED,
        },
    ),
    UsedMonth: Described(
        Text(en="The same, added up to months", de="Dasselbe, zu Monaten zusammengezählt"),
        FOR_GOOD,
        {
            "watched": WATCHED,
            "team": TEAM,
            "month": MONTH,
            "weeks": nobody("how many weeks", "wie viele Wochen"),
            "least": nobody(
                "how many people should use it in the week in which they were fewest",
                "wie viele Personen sie in der Woche nutzen sollten, in der es am wenigsten waren",
            ),
            "seatable": nobody(
                "of how many people seats are known", "von wie vielen Personen Lizenzen bekannt sind"
            ),
            **COUNTED,
        },
    ),
    Outcome: Described(
        Text(en="What customers of a team say", de="Was die Kundschaft eines Teams sagt"),
        FOR_GOOD,
        {
            "feed": FEED,
            "team": TEAM,
            "touchpoint": nobody("where", "wo"),
            "facet": nobody("which statement", "welche Aussage"),
            "month": MONTH,
            "stands": STANDS,
            "asked": nobody("how many customers were asked", "wie viele Kundinnen und Kunden gefragt wurden"),
            "good": nobody("how many agree", "wie viele zustimmen"),
        },
    ),
    Rules: Described(
        Text(en="Rules for metadata of campaigns", de="Regeln für Metadaten von Kampagnen"),
        FOR_GOOD,
        {
            "fields": nobody(
                "what a campaign has to say about itself", "was eine Kampagne über sich sagen muss"
            ),
            "since": SINCE,
            "settled_from": nobody(
                "since when care counts as settled", "seit wann die Pflege als eingeschwungen gilt"
            ),
            "withdrawn": WITHDRAWN,
        },
    ),
    Spelling: Described(
        Text(en="Accepted spelling", de="Angenommene Schreibweise"),
        FOR_GOOD,
        {
            "field": nobody("in which field", "in welchem Feld"),
            "given": nobody("what stands there", "was dort steht"),
            "term": nobody("what is meant", "was gemeint ist"),
            "withdrawn": WITHDRAWN,
        },
    ),
    Campaign: Described(
        Text(en="Campaign in the register", de="Kampagne im Register"),
        FOR_GOOD,
        {
            "feed": FEED,
            "key": KEY,
            "team": TEAM,
            "title": TITLE,
            "classified": nobody(
                "when it was classified; not by whom", "wann sie eingeordnet wurde; nicht von wem"
            ),
            "goes_out": nobody("when it goes out", "wann sie hinausgeht"),
            "month": MONTH,
            "values": nobody(
                "what it says about itself; a column that looks like a person is refused",
                "was sie über sich sagt; eine Spalte, die nach einer Person aussieht, wird abgelehnt",
            ),
            "stands": STANDS,
            "complete": nobody("whether it says everything required", "ob sie alles Nötige sagt"),
            "sound": nobody("whether in allowed words", "ob in erlaubten Worten"),
            "kept": nobody("whether classified in time", "ob rechtzeitig eingeordnet"),
        },
    ),
    Sent: Described(
        Text(en="Campaign that went out", de="Versandte Kampagne"),
        FOR_GOOD,
        {
            "feed": FEED,
            "key": KEY,
            "team": TEAM,
            "title": TITLE,
            "day": nobody("when", "wann"),
            "month": MONTH,
            "stands": STANDS,
        },
    ),
}
