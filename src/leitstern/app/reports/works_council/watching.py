"""What is stored of the employees who use the program, and what is not done with it."""

from __future__ import annotations

from leitstern.core.texts import Text

USERS = (
    Text(
        en="Whoever signs in and works with the program is not anonymous. What they change is logged with their number and "
        "the time, and so is every opening of a customer's story, with the purpose they named. Looking at other pages is "
        "not logged. That makes the program suited to watch over its users, and part of what § 87 (1) no. 6 BetrVG is "
        "about; please settle it in the agreement.",
        de="Wer sich anmeldet und mit dem Programm arbeitet, ist nicht anonym. Was jemand ändert, wird mit seiner Nummer und "
        "der Uhrzeit protokolliert, ebenso jedes Öffnen der Geschichte einer Kundin oder eines Kunden, mit dem Zweck, der "
        "dabei genannt wurde. Das Ansehen anderer Seiten wird nicht protokolliert. Damit ist das Programm geeignet, seine "
        "Nutzenden zu überwachen, und fällt auch insoweit unter § 87 Abs. 1 Nr. 6 BetrVG; bitte regeln Sie das in der "
        "Vereinbarung.",
    ),
    Text(
        en="The log is for tracing how a result came about, and for answering customers who ask who has seen their data. It "
        "is not evaluated by person:",
        de="Das Protokoll dient dazu, nachzuvollziehen, wie ein Ergebnis zustande kam, und Kundinnen und Kunden zu "
        "antworten, die fragen, wer ihre Daten gesehen hat. Nach Personen wird es nicht ausgewertet:",
    ),
)
USERS_NEVER = (
    Text(
        en="No page counts, filters or compares entries of the log by person. It is one list in the order of time.",
        de="Keine Seite zählt, filtert oder vergleicht Einträge des Protokolls nach Personen. Es ist eine Liste in der "
        "Reihenfolge der Zeit.",
    ),
    Text(
        en="When somebody signed in is not stored. A browser that stays signed in has an entry that ends by itself.",
        de="Wann sich jemand angemeldet hat, wird nicht gespeichert. Ein Browser, der angemeldet bleibt, hat einen Eintrag, "
        "der von selbst endet.",
    ),
    Text(
        en="No hours of work, no duration, no speed, no clicks and no network addresses are stored of users.",
        de="Über Nutzende werden keine Arbeitszeiten, keine Dauer, kein Tempo, keine Klicks und keine Netzadressen "
        "gespeichert.",
    ),
)
READERS, PEOPLE = Text(en="{readers}", de="{readers}"), Text(en="{people}", de="{people}")
NOBODY = Text(
    en="nobody on a page; whoever has the files of the installation",
    de="auf keiner Seite jemand; wer die Dateien der Installation hat",
)
WATCHED = (
    (
        Text(
            en="Audit log: who did what, when, to which record; who opened which customer's story, and what for",
            de="Prüfprotokoll: wer wann was an welchem Datensatz getan hat; wer wessen Kundengeschichte geöffnet hat und wozu",
        ),
        Text(
            en="trace results; account for access to customer data (Art. 5 (2), 32 GDPR)",
            de="Ergebnisse nachvollziehen; Zugriffe auf Kundendaten verantworten (Art. 5 Abs. 2, Art. 32 DSGVO)",
        ),
        READERS,
        Text(
            en="as long as the installation; entries cannot be changed or deleted one by one",
            de="so lange wie die Installation; einzelne Einträge lassen sich weder ändern noch löschen",
        ),
    ),
    (
        Text(
            en="Who entered, changed or decided something, with the record itself",
            de="Wer etwas eingetragen, geändert oder entschieden hat, beim Datensatz selbst",
        ),
        Text(en="ask somebody who knows", de="nachfragen können"),
        Text(en="whoever sees the page of the record", de="wer die Seite des Datensatzes sieht"),
        Text(en="as long as the record", de="so lange wie der Datensatz"),
    ),
    (
        Text(
            en="Who answers for a touchpoint, a department, a decision, a goal, an initiative or a rule: a name or a role, as "
            "somebody writes it down; one page lists by name who answers for how many goals and initiatives",
            de="Wer für einen Kontaktpunkt, einen Bereich, eine Entscheidung, ein Ziel, eine Initiative oder eine Regel "
            "einsteht: ein Name oder eine Rolle, wie jemand es aufschreibt; eine Seite zählt nach Namen auf, wer für wie viele "
            "Ziele und Initiativen einsteht",
        ),
        Text(
            en="know whom to talk to, and see what nobody answers for; what is measured afterwards are answers of customers, and "
            "what was expected of an initiative",
            de="wissen, mit wem man spricht, und sehen, wofür niemand einsteht; gemessen werden danach Antworten der Kundschaft "
            "und was von einer Initiative erwartet war",
        ),
        Text(
            en="whoever sees the page of the record; decisions in reports, too",
            de="wer die Seite des Datensatzes sieht; Entscheidungen auch in Berichten",
        ),
        Text(en="as long as the record", de="so lange wie der Datensatz"),
    ),
    (
        Text(
            en="Name, e-mail address, role, language, since when, whether access is open",
            de="Name, E-Mail-Adresse, Rolle, Sprache, seit wann, ob der Zugang offen ist",
        ),
        Text(en="sign in, give permissions", de="anmelden, Rechte vergeben"),
        PEOPLE,
        Text(en="as long as the installation", de="so lange wie die Installation"),
    ),
    (
        Text(en="Sign-in of a browser", de="Anmeldung eines Browsers"),
        Text(en="stay signed in", de="angemeldet bleiben"),
        NOBODY,
        Text(en="{days} days, or until somebody signs out", de="{days} Tage oder bis zur Abmeldung"),
    ),
    (
        Text(
            en="Keys for programs: last use, to the hour",
            de="Schlüssel für Programme: letzte Benutzung, auf die Stunde",
        ),
        Text(en="find keys that nobody needs any more", de="Schlüssel finden, die niemand mehr braucht"),
        Text(en="the person to whom the key belongs", de="die Person, der der Schlüssel gehört"),
        Text(en="as long as the installation", de="so lange wie die Installation"),
    ),
)
ROLES = Text(
    en="Everybody who works with the program has exactly one role. When their access is closed, all their rights end at once.",
    de="Wer mit dem Programm arbeitet, hat genau eine Rolle. Wird der Zugang geschlossen, enden alle ihre Rechte sofort.",
)
LOG = Text(
    en="Each entry holds the check sum of the one before, so that it shows when one is changed or taken out. Whoever may write "
    "to the files of the installation could still cut off its end or write all of it anew; a copy kept elsewhere shows that. "
    "It holds numbers, never names, answers or contents; the page of the log shows the names that belong to the numbers of "
    "people.",
    de="Jeder Eintrag enthält die Prüfsumme des vorigen; so fällt auf, wenn einer geändert oder herausgenommen wird. Wer in "
    "die Dateien der Installation schreiben darf, könnte dennoch das Ende abschneiden oder alles neu schreiben; das zeigt "
    "nur eine Kopie an anderem Ort. Das Protokoll enthält Nummern, nie Namen, Antworten oder Inhalte; seine Seite zeigt zu "
    "den Nummern der Personen deren Namen.",
)
