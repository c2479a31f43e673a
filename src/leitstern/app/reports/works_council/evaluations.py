"""What is computed from what employees say, from how many people on it is shown, and what it takes to see it."""

from __future__ import annotations

from dataclasses import dataclass

from leitstern.app.common.actors import Capability
from leitstern.app.inside.agreements import floor
from leitstern.app.watch.own_words import FEWEST as FEWEST_UNITS
from leitstern.app.watch.own_words import READERS
from leitstern.core.inside.beliefs import FEWEST as FEWEST_BELIEFS
from leitstern.core.texts import Text

PEOPLE = Text(en="{n} people", de="{n} Personen")


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One evaluation; `fewest` people, or `rule` where it is no number."""

    what: Text
    needs: Capability
    fewest: int = 0
    rule: Text | None = None

    def shown_from(self) -> Text:
        """From how many people on it is shown."""
        return self.rule or PEOPLE.fill(n=self.fewest)


def evaluations() -> tuple[Evaluation, ...]:
    """All of them; waves with the thresholds the next one is held with."""
    results, comments = floor()
    return (
        Evaluation(
            Text(
                en="Beliefs per touchpoint and statement, together and for executives, managers and staff apart",
                de="Einschätzungen je Kontaktpunkt und Aussage, zusammen und getrennt für Geschäftsleitung, "
                "Führungskräfte und Mitarbeitende",
            ),
            Capability.SEE_GAP,
            FEWEST_BELIEFS,
        ),
        Evaluation(
            Text(
                en="Customers' comments, found by words; names of employees are masked where a form of address or a "
                "greeting shows them, and nothing is counted by employee",
                de="Kommentare der Kundschaft, gefunden nach Wörtern; Namen von Beschäftigten sind unkenntlich, wo "
                "Anrede oder Gruß sie zeigen, und nichts wird nach Beschäftigten gezählt",
            ),
            Capability.SEE_OUTSIDE,
            rule=Text(en="five customers", de="fünf Kundinnen und Kunden"),
        ),
        Evaluation(
            Text(
                en="Guesses of a room, after they were revealed",
                de="Schätzungen eines Raums, nach dem Auflösen",
            ),
            Capability.RUN_GUESS,
            FEWEST_BELIEFS,
        ),
        Evaluation(
            Text(
                en="Waves: level per dimension, by department and by executives, managers and staff; movement between waves",
                de="Wellen: Stufe je Dimension, nach Bereich und nach Geschäftsleitung, Führungskräften und "
                "Mitarbeitenden; Bewegung zwischen Wellen",
            ),
            Capability.SEE_INSIDE,
            results,
        ),
        Evaluation(
            Text(en="Waves: comments, without department", de="Wellen: Kommentare, ohne Bereich"),
            Capability.SEE_INSIDE,
            comments,
        ),
        Evaluation(
            Text(
                en="Counts of work: how far principles are kept and how often ended things are used, by department; no persons",
                de="Zählungen von Arbeit: wie weit Prinzipien eingehalten und wie oft Beendetes genutzt wird, nach Bereich; "
                "keine Personen",
            ),
            Capability.SEE_INSIDE,
            results,
        ),
        Evaluation(
            Text(
                en="Pulses: who can explain a change, manages it and thinks it right, by department; from waves, by their rules",
                de="Pulse: wer eine Veränderung erklären kann, sie schafft und richtig findet, nach Bereich; aus Wellen, nach "
                "deren Regeln",
            ),
            Capability.SEE_INSIDE,
            results,
        ),
        Evaluation(
            Text(
                en="Use of applications and quality of campaigns by team, from weekly sums; smaller teams are taken together",
                de="Nutzung von Anwendungen und Güte von Kampagnen nach Team, aus wöchentlichen Summen; kleinere Teams "
                "werden zusammengefasst",
            ),
            Capability.SEE_INSIDE,
            results,
        ),
        Evaluation(
            Text(
                en="Leitstern's own use: how many different people did something in a week, as one number for all; from the "
                "audit log, never by person, role or department",
                de="Die Nutzung von Leitstern selbst: wie viele verschiedene Personen in einer Woche etwas getan haben, als eine "
                "Zahl für alle; aus dem Prüfprotokoll, nie nach Person, Rolle oder Bereich",
            ),
            Capability.SEE_INSIDE,
            results,
        ),
        Evaluation(
            Text(
                en="Checks of the shared language: what each department said of words, one answer per department, shown once the "
                "check is closed; who typed it is not stored",
                de="Prüfungen der gemeinsamen Sprache: was jeder Bereich zu Wörtern gesagt hat, eine Antwort je Bereich, gezeigt "
                "nach dem Abschluss der Prüfung; wer sie eingetippt hat, wird nicht gespeichert",
            ),
            Capability.SEE_INSIDE,
            results,
        ),
        Evaluation(
            Text(
                en="How often a brief was opened, by role, of the copies handed out; never by whom",
                de="Wie oft ein Leitbrief geöffnet wurde, nach Rolle, von den ausgegebenen Exemplaren; nie von wem",
            ),
            Capability.SEE_INSIDE,
            results,
        ),
        Evaluation(
            Text(
                en="Co-design workshops: how many were invited and took part, by department, small ones together with others",
                de="Werkstätten zum Mitgestalten: wie viele eingeladen waren und teilnahmen, nach Bereich, kleine zusammen mit "
                "anderen",
            ),
            Capability.SEE_INSIDE,
            results,
        ),
        Evaluation(
            Text(
                en="Workshop: what the room sees, executives, managers and staff apart",
                de="Workshop: was der Raum sieht, getrennt nach Geschäftsleitung, Führungskräften und Mitarbeitenden",
            ),
            Capability.SEE_INSIDE,
            rule=Text(en="open, by recorded consent", de="offen, mit festgehaltener Zustimmung"),
        ),
        Evaluation(
            Text(
                en="Where the organisation stands, and how long each way takes: from what is shown anyway",
                de="Wo das Unternehmen steht und wie lange jeder Weg dauert: aus dem, was ohnehin gezeigt wird",
            ),
            Capability.SEE_INSIDE,
            rule=Text(en="as its sources", de="wie seine Quellen"),
        ),
        Evaluation(
            Text(
                en="What leaders did for the change, per board area and quarter, in the order of the organisation: entered by "
                "themselves or their office, for a duty of those who lead the company. It is never shown who entered a line, "
                "nothing is counted per person, and nobody is ranked. Below board areas it is only counted where leaders were, not who; "
                "where a board area "
                "is led by an employee, please settle in the agreement whether acts are entered for it",
                de="Was die Führung für den Wandel getan hat, je Vorstandsbereich und Quartal, in der Reihenfolge der "
                "Organisation: von ihr selbst oder ihrem Büro eingetragen, für eine Aufgabe derer, die das Unternehmen leiten. "
                "Es wird nie gezeigt, wer eine Zeile eingetragen hat, nichts wird je Person gezählt, niemand in eine Rangfolge "
                "gebracht. Unterhalb der Vorstandsbereiche wird nur gezählt, wo die Führung war, nicht wer; wird ein "
                "Vorstandsbereich von einer "
                "angestellten Person geleitet, regeln Sie bitte in der Vereinbarung, ob für ihn eingetragen wird",
            ),
            Capability.SEE_INSIDE,
            rule=Text(en="always: it is about board areas", de="immer: Es geht um Vorstandsbereiche"),
        ),
        Evaluation(
            Text(
                en="How far leaders agree, from secret votes of which only counts are kept",
                de="Wie einig sich die Führung ist, aus geheimen Abstimmungen, von denen nur Zählungen bleiben",
            ),
            Capability.SEE_INSIDE,
            results,
        ),
        Evaluation(
            Text(
                en="Evidence: claimed and credited levels per department; no answers of people",
                de="Belege: Selbsteinstufung und belegte Stufe je Bereich; keine Antworten von Menschen",
            ),
            Capability.SEE_INSIDE,
            rule=Text(en="always: it is about departments", de="immer: Es geht um Bereiche"),
        ),
        Evaluation(
            Text(
                en="What roles are rewarded for, how much of it hangs on customers, and which aims pull against each other; no "
                "amounts of money. Of smaller roles only those see it who enter it",
                de="Wofür Rollen belohnt werden, wie viel davon an der Kundschaft hängt und welche Ziele sich widersprechen; "
                "keine Geldbeträge. Bei kleineren Rollen sieht es nur, wer es einträgt",
            ),
            Capability.SEE_INSIDE,
            results,
        ),
        Evaluation(
            Text(
                en="Skills: how many people of a department can do what is needed; never who. A number of the department that "
                "would tell about fewer becomes a range",
                de="Kompetenzen: wie viele Menschen eines Bereichs können, was gebraucht wird; nie wer. Aus einer Zahl des "
                "Bereichs, die von weniger Menschen erzählte, wird eine Spanne",
            ),
            Capability.SEE_INSIDE,
            results,
        ),
        Evaluation(
            Text(
                en="Silo ties: how many pairs of people work together in and between departments, never which; smaller "
                "departments are joined to others before anything is kept",
                de="Silo-Verbindungen: wie viele Paare von Menschen in und zwischen Bereichen zusammenarbeiten, nie welche; "
                "kleinere Bereiche werden zu anderen gelegt, bevor etwas gespeichert wird",
            ),
            Capability.SEE_INSIDE,
            results,
        ),
        Evaluation(
            Text(
                en="Matrix of functions: how marketing, sales, service and IT find working with each other and among "
                "themselves; from waves, by their rules",
                de="Matrix der Funktionen: wie Marketing, Vertrieb, Service und IT die Zusammenarbeit miteinander und bei sich "
                "finden; aus Wellen, nach deren Regeln",
            ),
            Capability.SEE_INSIDE,
            results,
        ),
        Evaluation(
            Text(
                en="Relapse watch: whether series of what is shown anyway fall back behind what was settled; the series of own "
                "words counts departments that still mean the same, from {units} departments a quarter and {readers} who judged "
                "on. Who judged is kept and not shown; how many found the same is, from the first judgement on",
                de="Rückfallwarnung: ob Reihen dessen, was ohnehin gezeigt wird, hinter das Eingeschwungene zurückfallen; die "
                "Reihe der eigenen Worte zählt Bereiche, die noch dasselbe meinen, ab {units} Bereichen im Quartal und {readers} "
                "Urteilenden. Wer geurteilt hat, wird gespeichert und nicht gezeigt; wie viele dasselbe fanden, schon ab dem ersten Urteil",
            ).fill(units=FEWEST_UNITS, readers=READERS),
            Capability.SEE_INSIDE,
            rule=Text(
                en="as its sources; words of a department always: they are written down without a name",
                de="wie ihre Quellen; Worte eines Bereichs immer: Sie werden ohne Namen aufgeschrieben",
            ),
        ),
        Evaluation(
            Text(
                en="Programme and roadmap: how far steps are, what stands in the way, how long tasks may take and whether "
                "earlier forecasts were kept; by step, hurdle and task, never by who answers for them",
                de="Programm und Roadmap: wie weit Schritte sind, was im Weg steht, wie lange Aufgaben dauern können und ob "
                "frühere Vorhersagen gehalten haben; nach Schritt, Hürde und Aufgabe, nie nach denen, die dafür einstehen",
            ),
            Capability.SEE_INSIDE,
            rule=Text(
                en="always: it is about steps, hurdles and tasks",
                de="immer: Es geht um Schritte, Hürden und Aufgaben",
            ),
        ),
        Evaluation(
            Text(
                en="Next steps and promises to customers that are open or overdue, as a list to work through, by department; "
                "nothing is counted about who entered or did them, and nothing about how fast",
                de="Nächste Schritte und Versprechen an die Kundschaft, die offen oder überfällig sind, als Liste zum Abarbeiten, "
                "nach Bereich; über die, die sie erfassen oder erledigen, wird nichts gezählt, auch kein Tempo",
            ),
            Capability.ENTER_CONTACTS,
            rule=Text(
                en="always: each is about one customer; for departments of few the agreement should say that it is no measure "
                "of them",
                de="immer: Jeder Eintrag betrifft eine Kundin oder einen Kunden; für kleine Bereiche sollte die Vereinbarung "
                "sagen, dass sie kein Maß für sie ist",
            ),
        ),
        Evaluation(
            Text(
                en="Contacts entered by hand, how many on a day in the whole company, in the ledger of what came in; never by hour, "
                "and never by who entered them",
                de="Von Hand erfasste Kontakte, wie viele an einem Tag im ganzen Unternehmen, in der Abrechnung des Eingangs; nie "
                "nach Stunden, und nie danach, wer sie erfasst hat",
            ),
            Capability.SEE_IMPORTS,
            rule=Text(
                en="always: where only a few people enter contacts, the agreement should say that it is no measure of them",
                de="immer: Wo nur wenige Kontakte erfassen, sollte die Vereinbarung sagen, dass es kein Maß für sie ist",
            ),
        ),
        Evaluation(
            Text(
                en="What is answered for by somebody who has left or whose access was closed, by name, so that it is handed "
                "over; nothing is counted per person",
                de="Wofür jemand einsteht, der nicht mehr da ist oder dessen Zugang geschlossen wurde, mit Namen, damit es "
                "übergeben wird; gezählt wird nichts je Person",
            ),
            Capability.SEE_INSIDE,
            rule=Text(
                en="always: whoever takes something on is named",
                de="immer: Wer etwas übernimmt, wird genannt",
            ),
        ),
        Evaluation(
            Text(
                en="Key figures of departments, month by month",
                de="Kennzahlen der Bereiche, Monat für Monat",
            ),
            Capability.SEE_INSIDE,
            rule=Text(
                en="always: the program does not know how many people stand behind a department; bring none in for a few",
                de="immer: Das Programm weiß nicht, wie viele Personen hinter einem Bereich stehen; führen Sie keine für wenige "
                "ein",
            ),
        ),
    )
