"""Fields of the relapse watch: what was settled, alarms, and the change in the own words of departments."""

from __future__ import annotations

from leitstern.app.reports.works_council.described import Described, nobody, user
from leitstern.app.reports.works_council.inside import FOR_GOOD
from leitstern.app.settled.models import Level, NewStart
from leitstern.app.watch.models import Alarm, Judgement, Look, Meaning, Wording
from leitstern.core.texts import Text

RECORDS = {
    Level: Described(
        Text(en="When a series was settled", de="Wann eine Reihe eingeschwungen war"),
        FOR_GOOD,
        {
            "stream": nobody(
                "the series; a count of work or of customers, never of one person",
                "die Reihe; eine Zählung von Arbeit oder von Kundschaft, nie von einer Person",
            ),
            "start": nobody("from which day on", "ab welchem Tag"),
            "end": nobody("until which day", "bis zu welchem Tag"),
            "why": nobody("why", "warum"),
        },
    ),
    NewStart: Described(
        Text(
            en="From when on a series is watched anew, because its alarm was dealt with",
            de="Ab wann eine Reihe neu beobachtet wird, weil ihr Alarm beantwortet ist",
        ),
        FOR_GOOD,
        {
            "stream": nobody("the series", "die Reihe"),
            "day": nobody("from which day on", "ab welchem Tag"),
            "because": nobody("number of the alarm", "Nummer des Alarms"),
            "withdrawn": nobody("whether the alarm was opened again", "ob der Alarm wieder geöffnet wurde"),
        },
    ),
    Alarm: Described(
        Text(en="Alarm of a relapse", de="Rückfallalarm"),
        FOR_GOOD,
        {
            "day": nobody("on which day", "an welchem Tag"),
            "kinds": nobody(
                "what kinds of series fell back, by weight",
                "welche Arten von Reihen zurückfielen, nach Gewicht",
            ),
            "rests_on": nobody(
                "what was seen of each series that day", "was an jeder Reihe an diesem Tag zu sehen war"
            ),
            "decision": nobody("what was decided about it", "was dazu entschieden wurde"),
            "outcome": nobody("how it ended", "wie er endete"),
            "reason": nobody("why", "warum"),
            "closer": user(
                "number of the person who closed it", "Nummer der Person, die ihn geschlossen hat"
            ),
            "closed": nobody("when it was closed", "wann er geschlossen wurde"),
        },
    ),
    Look: Described(
        Text(en="When all series were last looked at", de="Wann zuletzt alle Reihen angesehen wurden"),
        FOR_GOOD,
        {"day": nobody("on which day", "an welchem Tag")},
    ),
    Meaning: Described(
        Text(en="What the change means", de="Was der Wandel bedeutet"),
        FOR_GOOD,
        {"text": nobody("in which words", "in welchen Worten")},
    ),
    Wording: Described(
        Text(
            en="The change in the own words of a department",
            de="Der Wandel in den eigenen Worten eines Bereichs",
        ),
        FOR_GOOD,
        {
            "unit": nobody("the department; never a person", "der Bereich; nie eine Person"),
            "day": nobody("on which day", "an welchem Tag"),
            "text": nobody(
                "its words, as somebody wrote them down; not whose they are",
                "seine Worte, wie jemand sie aufgeschrieben hat; nicht, von wem sie sind",
            ),
        },
    ),
    Judgement: Described(
        Text(en="Judgement of own words", de="Urteil über eigene Worte"),
        FOR_GOOD,
        {
            "wording": nobody("the words", "die Worte"),
            "same": user(
                "whether whoever judged finds it is still the same change",
                "ob es für die urteilende Person noch dieselbe Veränderung ist",
            ),
        },
    ),
}
