"""The sentences of the pack that no configuration can say: purposes, what nobody sees, what users leave behind."""

from __future__ import annotations

from leitstern.core.texts import Text

TITLE = Text(en="Pack for the works council", de="Unterlagen für den Betriebsrat")
LEDE = Text(
    en="What is asked of employees, what is stored, who sees what, what is kept for how long, and what is never done. The "
    "tables are read from this installation on the day of printing; the sentences describe this version of the program.",
    de="Was Mitarbeitende gefragt werden, was gespeichert wird, wer was sieht, was wie lange bleibt und was nie geschieht. "
    "Die Tabellen sind am Tag des Drucks aus dieser Installation gelesen; die Sätze beschreiben diese Version des Programms.",
)
PURPOSES = (
    Text(
        en="Compare what the organisation believes about its customers with what customers live through.",
        de="Vergleichen, was das Unternehmen über seine Kundinnen und Kunden glaubt und was diese erleben.",
    ),
    Text(
        en="See where the organisation as a whole and its departments stand in culture and technology, how sure that is, "
        "and which way leads on.",
        de="Sehen, wo das Unternehmen und seine Bereiche in Kultur und Technologie stehen, wie sicher das ist und welcher "
        "Weg weiterführt.",
    ),
    Text(
        en="See which key figures roles are rewarded for, where these pull against each other, which goals and initiatives there "
        "are, and who answers for them.",
        de="Sehen, für welche Kennzahlen Rollen belohnt werden, wo diese einander widersprechen, welche Ziele und Initiativen "
        "es gibt und wer dafür einsteht.",
    ),
    Text(
        en="Not: judge, compare or monitor individual employees. Nothing that employees answer can be used for it. What is "
        "stored of those who work with the program themselves stands in a part of its own, “Who works with the program”.",
        de="Nicht: einzelne Mitarbeitende beurteilen, vergleichen oder überwachen. Was Mitarbeitende antworten, lässt sich "
        "dafür nicht verwenden. Was über Menschen gespeichert wird, die selbst mit dem Programm arbeiten, steht in einem "
        "eigenen Teil: „Wer mit dem Programm arbeitet“.",
    ),
)
VOLUNTARY = (
    Text(
        en="Taking part in waves, workshops and guesses is voluntary. Every question can be left out. No page shows who "
        "took part.",
        de="Die Teilnahme an Wellen, Workshops und Schätzungen ist freiwillig. Jede Frage darf ausgelassen werden. Keine "
        "Seite zeigt, wer teilgenommen hat.",
    ),
    Text(
        en="One thing has to be known: so that each link lets somebody answer once, and reminders go to those only whose link "
        "has not been used, the program knows of each link whether it was used. No page shows it. Until the wave is closed, "
        "whoever has the files of the installation could find out who has answered, and by copying them again and again even "
        "what; afterwards only with such copies.",
        de="Eines sollten Sie wissen: Damit jeder Link nur einmal antworten lässt und Erinnerungen nur an unbenutzte Links "
        "gehen, weiß das Programm von jedem Link, ob er benutzt ist. Keine Seite zeigt es. Bis die Welle geschlossen ist, "
        "könnte, wer die Dateien der Installation hat, herausfinden, wer geantwortet hat, und wer sie immer wieder kopiert, "
        "sogar was; danach nur noch, wer solche Kopien hat.",
    ),
)
AGREED = Text(
    en="As entered in this installation. Every wave launched since then keeps to these thresholds; what is still open can "
    "be added at any time.",
    de="So, wie es in dieser Installation eingetragen ist. Jede Welle, die seitdem startet, hält sich an diese Schwellen; "
    "was noch offen ist, lässt sich jederzeit nachtragen.",
)
NOT_AGREED = Text(
    en="Nothing has been entered yet. Enter what you agree on before the first wave is launched: on the page “Works "
    "council” or on the command line (leitstern works-council agreement).",
    de="Noch ist nichts eingetragen. Bitte tragen Sie vor dem Start der ersten Welle ein, was Sie vereinbaren: auf der Seite "
    "„Betriebsrat“ oder auf der Kommandozeile (leitstern works-council agreement).",
)
NEVER = (
    Text(
        en="No score, rank or comparison of individual employees, on no page, in no export, for no program.",
        de="Keine Bewertung, Rangfolge oder Gegenüberstellung einzelner Mitarbeitender: auf keiner Seite, in keinem Export, "
        "für kein Programm.",
    ),
    Text(
        en="No name, device, network address or time is stored with an answer.",
        de="Mit einer Antwort werden weder Name noch Gerät noch Netzadresse noch Uhrzeit gespeichert.",
    ),
    Text(
        en="No recognition of emotion or mood of employees, from whatever source: there is no such function.",
        de="Keine Erkennung von Gefühlen oder Stimmungen Mitarbeitender, aus welcher Quelle auch immer: Eine solche "
        "Funktion gibt es nicht.",
    ),
    Text(
        en="No question about age, sex, origin, religion, health, union or family in the questions the program brings. "
        "Questions of your own are printed in this pack, as soon as they are chosen.",
        de="Keine Frage nach Alter, Geschlecht, Herkunft, Religion, Gesundheit, Gewerkschaft oder Familie in den Fragen, "
        "die das Programm mitbringt. Eigene Fragen stehen in diesen Unterlagen, sobald sie gewählt sind.",
    ),
    Text(
        en="No threshold is lowered after the launch of a wave, and none ever below five people for results and ten for "
        "comments.",
        de="Keine Schwelle wird nach dem Start einer Welle gesenkt, und keine je unter fünf Personen für Ergebnisse und "
        "zehn für Kommentare.",
    ),
    Text(
        en="No wave by link takes sheets on paper, so that nobody can subtract sheets from results and be left with a few.",
        de="Keine Welle über Links nimmt Papierbögen an; so kann niemand Bögen aus Ergebnissen herausrechnen und wenige "
        "übrig behalten.",
    ),
    Text(
        en="The program sends no data anywhere, except the letters to those who are invited.",
        de="Das Programm schickt keine Daten hinaus, außer den Briefen an die Eingeladenen.",
    ),
)
NOT_SEEN_LEDE = Text(
    en="What nobody sees on any page, in any export or through any key, whatever their role, executives included:",
    de="Was niemand auf einer Seite, in einem Export oder über einen Schlüssel sieht, welche Rolle er auch hat, die "
    "Geschäftsleitung eingeschlossen:",
)
NOT_SEEN = (
    Text(
        en="what one employee answered in a wave, and whether they answered",
        de="was eine einzelne Person in einer Welle geantwortet hat und ob sie geantwortet hat",
    ),
    Text(
        en="results of a wave for fewer people than its threshold, not even by calculation from everything published",
        de="Ergebnisse einer Welle für weniger Personen als ihre Schwelle, auch nicht durch Rechnen aus allem "
        "Veröffentlichten",
    ),
    Text(
        en="from which department or level a comment came",
        de="aus welchem Bereich oder von welcher Ebene ein Kommentar kam",
    ),
    Text(
        en="who in a room guessed or voted what: phones and seats have no names (people who sit together may well guess it)",
        de="wer in einem Raum was geschätzt oder geurteilt hat: Telefone und Plätze haben keine Namen (wer zusammensitzt, "
        "kann es freilich ahnen)",
    ),
)
ON_PAPER = Text(
    en="An exception, while sheets on paper are entered: whoever enters them sees them. Until the wave is published a "
    "sheet carries a number that is given when it is entered, so that it can be entered twice or taken back.",
    de="Eine Ausnahme, solange Papierbögen eingegeben werden: Wer sie eingibt, sieht sie. Bis die Welle veröffentlicht "
    "ist, trägt ein Bogen eine Nummer, die er erst bei der Eingabe bekommt, damit er sich doppelt eingeben oder "
    "verwerfen lässt.",
)
SUPPRESSION = (
    Text(
        en="Held for the next wave: a result is shown only if at least {fewest} people answered, comments only once "
        "{comments} people have written one. A wave may ask for more people, never for fewer; from its launch on the "
        "numbers no longer change. Without an agreement the program's own hold, 5 and 10, and no setting goes below them.",
        de="Für die nächste Welle gilt: Ein Ergebnis wird nur gezeigt, wenn mindestens {fewest} Personen geantwortet haben, "
        "Kommentare erst, wenn {comments} Personen einen geschrieben haben. Eine Welle darf mehr Personen verlangen, nie "
        "weniger; ab ihrem Start ändern sich die Zahlen nicht mehr. Ohne Vereinbarung gelten die Zahlen des Programms, 5 "
        "und 10; darunter führt keine Einstellung.",
    ),
    Text(
        en="Small numbers can often be worked out: if a division of 9 and one of its two teams of 6 are shown, the other "
        "team of 3 is known. So a second group is hidden as well, until nothing that was ever published, earlier waves "
        "included, lets anybody compute a group below {fewest}. Hidden groups are marked as hidden, not left blank.",
        de="Kleine Zahlen lassen sich oft errechnen: Werden ein Bereich mit 9 und eines seiner beiden Teams mit 6 Personen "
        "gezeigt, ist das andere mit 3 bekannt. Deshalb wird eine weitere Gruppe verdeckt, bis nichts von allem, was je "
        "veröffentlicht wurde, frühere Wellen eingeschlossen, eine Gruppe unter {fewest} errechnen lässt. Verdeckte "
        "Gruppen sind als verdeckt gekennzeichnet, nicht leer gelassen.",
    ),
    Text(
        en="Executives count as one group of the whole company, never by department.",
        de="Die Geschäftsleitung zählt als eine Gruppe des ganzen Unternehmens, nie nach Bereichen.",
    ),
    Text(
        en="Beliefs and guesses come out only when at least {beliefs} people are together of whom nothing was shown before.",
        de="Einschätzungen und Schätzungen kommen erst heraus, wenn mindestens {beliefs} Personen zusammen sind, von denen "
        "vorher nichts gezeigt wurde.",
    ),
    Text(
        en="Workshops are the exception: up to {seats} people rate openly, and only after agreeing to this sentence: “{wording}”",
        de="Workshops sind die Ausnahme: Bis zu {seats} Personen urteilen offen, und erst nachdem sie diesem Satz "
        "zugestimmt haben: „{wording}“",
    ),
)
EXPORTS = (
    Text(
        en="PDF, slides and workbook: the same numbers as on the pages, with the same thresholds; hidden groups are marked "
        "as hidden.",
        de="PDF, Folien und Arbeitsmappe: dieselben Zahlen wie auf den Seiten, mit denselben Schwellen; verdeckte Gruppen "
        "sind als verdeckt gekennzeichnet.",
    ),
    Text(
        en="Lists as CSV: results of waves as published; participation by department and level in steps of ten per cent, "
        "once results are published; workshops as counts per question; key figures, roles, conflicts, goals and initiatives as on "
        "the pages. Never single answers of a wave.",
        de="Listen als CSV: Ergebnisse von Wellen wie veröffentlicht; die Beteiligung je Bereich und Ebene in Stufen von "
        "zehn Prozent, sobald Ergebnisse veröffentlicht sind; Workshops als Anzahlen je Frage; Kennzahlen, Rollen, "
        "Zielkonflikte, Ziele und Initiativen wie auf den Seiten. Nie einzelne Antworten einer Welle.",
    ),
    Text(
        en="Programs get through a key what the person sees to whom the key belongs, and nothing else.",
        de="Programme bekommen über einen Schlüssel, was die Person sieht, der er gehört, und sonst nichts.",
    ),
    Text(
        en="The audit log as CSV, for those who may read it: with it, somebody could count outside the program who did how "
        "much. The program does not; rule it out in your agreement.",
        de="Das Prüfprotokoll als CSV, für alle, die es lesen dürfen: Damit könnte jemand außerhalb des Programms zählen, "
        "wer wie viel getan hat. Das Programm tut es nicht; schließen Sie es in Ihrer Vereinbarung aus.",
    ),
    Text(
        en="A copy of the files of the installation holds everything that stands under “What is stored”. Who has access to "
        "the server belongs in the agreement.",
        de="Eine Kopie der Dateien der Installation enthält alles, was unter „Was gespeichert wird“ steht. Wer Zugang zum "
        "Server hat, gehört in die Vereinbarung.",
    ),
)
FORGOTTEN = Text(
    en="Single answers and comments of a wave, published ones too, are deleted by the program itself, at the latest {days} days after its "
    "publication{agreed}. A wave may be set to fewer days, never to more, and it can be done by hand at any time. When a "
    "wave is published, department and level stay with an answer only as far as enough people share them.",
    de="Einzelne Antworten und Kommentare einer Welle, auch veröffentlichte, löscht das Programm von selbst, spätestens {days} Tage nach ihrer "
    "Veröffentlichung{agreed}. Eine Welle kann weniger Tage bekommen, nie mehr, und es lässt sich jederzeit von Hand tun. "
    "Bei der Veröffentlichung bleiben Bereich und Ebene nur so weit bei einer Antwort, wie genug Personen sie teilen.",
)
AS_AGREED = Text(en=", as agreed", de=", wie vereinbart")
DELETED = Text(
    en="What is deleted is overwritten in the database file. Copies and backups are yours to make, and to delete.",
    de="Was gelöscht wird, wird in der Datenbankdatei überschrieben. Kopien und Sicherungen legen Sie selbst an, und Sie "
    "löschen sie selbst.",
)
STORED = (
    Text(
        en="Every field of every record in which something about employees, or about who works with the program, is stored. Names of fields are those of the database.",
        de="Jedes Feld jedes Datensatzes, in dem etwas über Mitarbeitende oder über Menschen steht, die mit dem Programm "
        "arbeiten. Die Namen der Felder sind die der Datenbank.",
    ),
    Text(
        en="Besides these there are data about customers: contacts, answers and promises by touchpoint, channel and "
        "department. They have no field for an employee. Names in customers' comments are masked on the way in, as far as "
        "the program recognises them. Whether a mapping takes along further columns stands in the mapping of each import.",
        de="Daneben gibt es Daten über Kundinnen und Kunden: Kontakte, Antworten und Versprechen je Kontaktpunkt, Kanal und "
        "Bereich. Ein Feld für Mitarbeitende haben sie nicht. Namen in Kommentaren der Kundschaft werden beim Einlesen "
        "unkenntlich gemacht, soweit das Programm sie erkennt. Ob eine Zuordnung weitere Spalten mitnimmt, steht in der "
        "Zuordnung jedes Imports.",
    ),
)
NO_ADVICE = Text(
    en="What the program does because of these sources, in the words of those who built it; no legal advice. Which legal "
    "basis holds is for employer, works council and data protection officer to decide.",
    de="Was das Programm dieser Quellen wegen tut, in den Worten derer, die es gebaut haben; keine Rechtsberatung. Welche "
    "Rechtsgrundlage trägt, entscheiden Arbeitgeber, Betriebsrat und Datenschutzbeauftragte.",
)
