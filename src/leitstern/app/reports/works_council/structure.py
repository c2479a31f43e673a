"""Fields of the organisation register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.reports.works_council.described import Described, nobody
from leitstern.app.reports.works_council.inside import FOR_GOOD
from leitstern.app.structure.models import (
    Claim,
    Duty,
    Headcount,
    Interface,
    Leftover,
    Role,
    RoleChange,
    Staffing,
    Training,
    Unit,
    Use,
    Work,
)
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.db.models import Model

RECORDS: dict[type[Model], Described] = {
    Role: Described(
        Text(en="Role in a department", de="Rolle in einem Bereich"),
        FOR_GOOD,
        {
            "name": nobody(
                "what the role is called, never who holds it", "wie die Rolle heißt, nie wer sie innehat"
            ),
            "unit": nobody("department", "Bereich"),
            "people": nobody(
                "how many hold it; of fewer than results of waves need, nothing is shown but the role itself",
                "wie viele sie innehaben; sind es weniger, als Ergebnisse von Wellen brauchen, wird nur gezeigt, dass es "
                "die Rolle gibt",
            ),
            "ambassador": nobody(
                "whether speaking up for customers is part of the role",
                "ob es zur Rolle gehört, für die Kundschaft einzutreten",
            ),
            "retired": nobody(
                "since when there is no such role any more", "seit wann es die Rolle nicht mehr gibt"
            ),
        },
    ),
    Unit: Described(
        Text(en="Unit of the register", de="Bereich des Registers"),
        FOR_GOOD,
        {
            "slug": nobody("short name", "Kurzname"),
            "name": nobody(
                "what it is called, if the taxonomy does not have it",
                "wie er heißt, wenn die Taxonomie ihn nicht kennt",
            ),
            "parent": nobody("the unit above it", "der Bereich darüber"),
            "former": nobody("what it was called before", "wie er vorher hieß"),
            "back_office": nobody("whether it is back office", "ob er zum Backoffice gehört"),
            "cut": nobody("by what it is cut out of the whole", "wonach er geschnitten ist"),
            "size": nobody(
                "how many people belong to it; below the threshold of waves only that they are fewer",
                "wie viele Personen er hat; unter der Schwelle der Wellen nur, dass es weniger sind",
            ),
            "experience": nobody(
                "whether its whole task is the experience of customers",
                "ob das Kundenerlebnis seine ganze Aufgabe ist",
            ),
            "lead": nobody("the role that leads it, no person", "die Rolle, die ihn leitet, keine Person"),
            "successor": nobody("into which unit it was merged", "in welchem Bereich er aufging"),
            "merged": nobody("since when", "seit wann"),
            "retired": nobody(
                "since when there is no such unit any more", "seit wann es ihn nicht mehr gibt"
            ),
        },
    ),
    Headcount: Described(
        Text(
            en="How many people hold a role, and since when",
            de="Wie viele Personen eine Rolle haben, und seit wann",
        ),
        FOR_GOOD,
        {
            "role": nobody("the role", "die Rolle"),
            "people": nobody("how many people, never which", "wie viele Personen, nie welche"),
            "since": nobody("since when", "seit wann"),
        },
    ),
    RoleChange: Described(
        Text(en="Change of a role", de="Veränderung einer Rolle"),
        FOR_GOOD,
        {
            "role": nobody("the role, no person", "die Rolle, keine Person"),
            "before": nobody("the role it came from", "die Rolle, aus der sie entstand"),
            "since": nobody("since when", "seit wann"),
            "added": nobody("tasks that came to it", "Aufgaben, die dazukamen"),
            "dropped": nobody("tasks that went", "Aufgaben, die wegfielen"),
            "why": nobody("why", "warum"),
        },
    ),
    Interface: Described(
        Text(en="Interface between units", de="Schnittstelle zwischen Bereichen"),
        FOR_GOOD,
        {
            "giver": nobody("the unit that hands over", "der Bereich, der abgibt"),
            "receiver": nobody("the unit that takes over", "der Bereich, der übernimmt"),
            "what": nobody("what is handed over", "was übergeben wird"),
            "touchpoint": nobody("at which touchpoint", "an welchem Kontaktpunkt"),
            "retired": nobody("since when nothing is handed over", "seit wann nichts mehr übergeben wird"),
        },
    ),
    Claim: Described(
        Text(en="What one side says of an interface", de="Aussage einer Seite über eine Schnittstelle"),
        FOR_GOOD,
        {
            "interface": nobody("the interface", "die Schnittstelle"),
            "side": nobody("which unit speaks", "welcher Bereich spricht"),
            "defined": nobody("whether it is defined", "ob sie festgelegt ist"),
            "accepted": nobody("whether it is accepted", "ob sie akzeptiert ist"),
            "lived": nobody("whether it is lived", "ob sie gelebt wird"),
            "evidence": nobody("what shows it", "was es zeigt"),
            "day": nobody("when it was so", "wann es so war"),
        },
    ),
    Work: Described(
        Text(en="Piece of work", de="Aufgabe"),
        FOR_GOOD,
        {
            "place": nobody("process, touchpoint or journey", "Prozess, Kontaktpunkt oder Reise"),
            "slug": nobody("short name", "Kurzname"),
            "name": nobody("what a process is called", "wie ein Prozess heißt"),
            "customer": nobody("whether it is work for customers", "ob es Arbeit für die Kundschaft ist"),
            "touchpoints": nobody("where customers meet it", "wo Kundinnen und Kunden sie erleben"),
            "retired": nobody("since when nobody does it", "seit wann sie niemand mehr tut"),
        },
    ),
    Duty: Described(
        Text(en="Part of a role in a piece of work", de="Anteil einer Rolle an einer Aufgabe"),
        FOR_GOOD,
        {
            "work": nobody("the piece of work", "die Aufgabe"),
            "phase": nobody("before or after a change", "vor oder nach einer Veränderung"),
            "role": nobody("the role, no person", "die Rolle, keine Person"),
            "letter": nobody(
                "does it, answers for it, is asked, is told",
                "führt aus, trägt die Verantwortung, wird gefragt, wird informiert",
            ),
            "ended": nobody("since when no more", "seit wann nicht mehr"),
        },
    ),
    Staffing: Described(
        Text(en="How many can do something", de="Wie viele etwas können"),
        FOR_GOOD,
        {
            "unit": nobody("the unit", "der Bereich"),
            "skill": nobody("what people are able to do", "was Personen können"),
            "needed": nobody("how many the unit needs", "wie viele der Bereich braucht"),
            "there": nobody(
                "how many can, as the unit says; small groups are shown as a range",
                "wie viele es können, nach Angabe des Bereichs; kleine Gruppen werden nur als Spanne gezeigt",
            ),
            "plan": nobody("what is planned", "was geplant ist"),
            "until": nobody("until when", "bis wann"),
            "open": nobody("how many positions for it are open", "wie viele Stellen dafür offen sind"),
            "asked": nobody(
                "how many were asked, where not everybody was counted",
                "wie viele gefragt wurden, wo nicht alle gezählt wurden",
            ),
            "size": nobody("how many belonged to the unit then", "wie viele damals zum Bereich gehörten"),
        },
    ),
    Training: Described(
        Text(en="Training of a unit", de="Schulung eines Bereichs"),
        FOR_GOOD,
        {
            "unit": nobody("the unit", "der Bereich"),
            "skill": nobody("what was trained", "was geschult wurde"),
            "day": nobody("when", "wann"),
            "people": nobody(
                "how many took part, never who; small groups are shown as a range",
                "wie viele teilnahmen, nie wer; kleine Gruppen werden nur als Spanne gezeigt",
            ),
        },
    ),
    Leftover: Described(
        Text(en="Something that was ended", de="Etwas, das beendet wurde"),
        FOR_GOOD,
        {
            "thing": nobody("cost centre, list or tool", "Kostenstelle, Liste oder Werkzeug"),
            "name": nobody("what it is called", "wie es heißt"),
            "ended": nobody("when it was ended", "wann es beendet wurde"),
            "instead": nobody("what stands in its place", "was an seine Stelle trat"),
        },
    ),
    Use: Described(
        Text(en="Use of something ended in a month", de="Nutzung von etwas Beendetem in einem Monat"),
        FOR_GOOD,
        {
            "leftover": nobody("what was used", "was benutzt wurde"),
            "unit": nobody(
                "by which unit; below the threshold not shown",
                "von welchem Bereich; unter der Schwelle nicht gezeigt",
            ),
            "month": nobody("month", "Monat"),
            "times": nobody("how often", "wie oft"),
        },
    ),
}
