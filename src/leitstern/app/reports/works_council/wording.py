"""The sentences of the pack that no configuration can say: purposes, what is never done, and notes on the law."""

from __future__ import annotations

from leitstern.core.texts import Text

TITLE = Text(en="Pack for the works council", de="Unterlagen für den Betriebsrat")
LEDE = Text(
    en="What is asked of employees, what is stored, who sees what, and what is never done. All tables were read from "
    "the running installation on the day of printing, not written by hand.",
    de="Was Mitarbeitende gefragt werden, was gespeichert wird, wer was sieht und was nie geschieht. Alle Tabellen sind "
    "am Tag des Drucks aus der laufenden Installation gelesen, nicht von Hand geschrieben.",
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
        en="Not: judge, compare or monitor individual employees. No purpose of this program needs it, and no function "
        "does it.",
        de="Nicht: einzelne Mitarbeitende beurteilen, vergleichen oder überwachen. Kein Zweck dieses Programms braucht "
        "das, und keine Funktion tut es.",
    ),
)
VOLUNTARY = Text(
    en="Taking part in waves, workshops and guesses is voluntary. Every question can be left out. No page shows who took "
    "part. A reminder goes to those whose link has not been used; to whom it went is stored until the wave is closed, so "
    "until then whoever has the files of the installation could find out who had not answered by that time.",
    de="Die Teilnahme an Wellen, Workshops und Schätzungen ist freiwillig. Jede Frage darf ausgelassen werden. Keine "
    "Seite zeigt, wer teilgenommen hat. Eine Erinnerung geht an alle, deren Link noch nicht benutzt wurde; an wen sie "
    "ging, ist gespeichert, bis die Welle geschlossen ist. Bis dahin könnte, wer die Dateien der Installation hat, "
    "herausfinden, wer zu jenem Zeitpunkt noch nicht geantwortet hatte.",
)
SUPPRESSION = (
    Text(
        en="A result of a wave is shown only if at least {fewest} people answered, comments only from {comments} people "
        "on. No setting goes below these numbers, and from the launch of a wave on they no longer change.",
        de="Ein Ergebnis einer Welle wird nur gezeigt, wenn mindestens {fewest} Personen geantwortet haben, Kommentare "
        "erst ab {comments} Personen. Keine Einstellung unterschreitet diese Zahlen, und ab dem Start einer Welle "
        "ändern sie sich nicht mehr.",
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
NEVER = (
    Text(
        en="No recognition of emotion or mood of employees, from whatever source: there is no such function.",
        de="Keine Erkennung von Gefühlen oder Stimmungen Mitarbeitender, aus welcher Quelle auch immer: Eine solche "
        "Funktion gibt es nicht.",
    ),
    Text(
        en="No score, rank or comparison of individual employees, on no page, in no export, for no program.",
        de="Keine Bewertung, Rangfolge oder Gegenüberstellung einzelner Mitarbeitender, auf keiner Seite, in keinem "
        "Export, für kein Programm.",
    ),
    Text(
        en="No name, device, network address or time is stored with an answer.",
        de="Mit einer Antwort werden weder Name noch Gerät noch Netzadresse noch Uhrzeit gespeichert.",
    ),
    Text(
        en="No question about age, sex, origin, religion, health, union or family in the questions the program brings.",
        de="Keine Frage nach Alter, Geschlecht, Herkunft, Religion, Gesundheit, Gewerkschaft oder Familie in den Fragen, "
        "die das Programm mitbringt.",
    ),
    Text(
        en="No wave by link takes sheets on paper, so that nobody can subtract sheets from results and be left with a few.",
        de="Keine Welle über Links nimmt Papierbögen an; so kann niemand Bögen aus Ergebnissen herausrechnen und wenige "
        "übrig behalten.",
    ),
    Text(
        en="No threshold is lowered after the launch of a wave, and none ever below the numbers in this pack.",
        de="Keine Schwelle wird nach dem Start einer Welle gesenkt, und keine je unter die Zahlen in diesen Unterlagen.",
    ),
    Text(
        en="No data leave the installation, except the letters to those who are invited.",
        de="Keine Daten verlassen die Installation, außer den Briefen an die Eingeladenen.",
    ),
)
TO_FILL_IN = (
    Text(en="Legal basis (Art. 6 GDPR)", de="Rechtsgrundlage (Art. 6 DSGVO)"),
    Text(en="Works agreement, date", de="Betriebsvereinbarung, Datum"),
    Text(en="Data protection officer", de="Datenschutzbeauftragte Person"),
    Text(en="Data protection impact assessment, date", de="Datenschutz-Folgenabschätzung, Datum"),
    Text(en="When what is kept is deleted", de="Wann Aufbewahrtes gelöscht wird"),
)
NOTES = (
    (
        Text(
            en="Works Constitution Act (BetrVG), § 87 (1) no. 6; Federal Labour Court, 11.12.2018, 1 ABR 13/17",
            de="§ 87 Abs. 1 Nr. 6 BetrVG; BAG 11.12.2018, 1 ABR 13/17",
        ),
        Text(
            en="Voluntary, anonymous surveys with technical means are co-determined; hence this pack. Questions are "
            "versioned, so that it shows which were agreed on.",
            de="Freiwillige, anonyme Befragungen mit technischen Mitteln sind mitbestimmt; daher diese Unterlagen. Fragen "
            "haben Versionen, damit zu sehen ist, welche vereinbart wurden.",
        ),
    ),
    (
        Text(
            en="Works Constitution Act (BetrVG), § 94; Federal Labour Court, 21.11.2017, 1 ABR 47/16",
            de="§ 94 BetrVG; BAG 21.11.2017, 1 ABR 47/16",
        ),
        Text(
            en="An anonymous, voluntary survey on paper is no personnel questionnaire; waves can be held on paper, without "
            "any personal mark on the sheet.",
            de="Eine anonyme, freiwillige Befragung auf Papier ist kein Personalfragebogen; Wellen lassen sich auf Papier "
            "führen, ohne persönliches Kennzeichen auf dem Bogen.",
        ),
    ),
    (
        Text(
            en="CJEU 30.03.2023, C-34/21, and 19.12.2024, C-65/23",
            de="EuGH 30.03.2023, C-34/21, und 19.12.2024, C-65/23",
        ),
        Text(
            en="National rules and works agreements have to keep to Art. 5, 6 and 9 GDPR; so the legal basis has a line of "
            "its own, and the tables of this pack are the basis for minimisation.",
            de="Nationale Regeln und Betriebsvereinbarungen müssen Art. 5, 6 und 9 DSGVO einhalten; daher hat die "
            "Rechtsgrundlage eine eigene Zeile, und die Tabellen dieser Unterlagen sind die Grundlage der Datenminimierung.",
        ),
    ),
    (
        Text(en="Art. 5 (1) (f) AI Act", de="Art. 5 Abs. 1 Buchst. f KI-Verordnung"),
        Text(
            en="Inferring emotions at the workplace from biometric data is banned since 02.02.2025; the program infers "
            "none of employees at all.",
            de="Gefühle am Arbeitsplatz aus biometrischen Daten abzuleiten ist seit 02.02.2025 verboten; das Programm "
            "leitet bei Mitarbeitenden überhaupt keine ab.",
        ),
    ),
    (
        Text(en="Equal Treatment Act (AGG)", de="Allgemeines Gleichbehandlungsgesetz (AGG)"),
        Text(
            en="The questions the program brings ask for none of the protected characteristics.",
            de="Die mitgebrachten Fragen fragen nach keinem der geschützten Merkmale.",
        ),
    ),
)
NO_ADVICE = Text(
    en="Engineering notes on what the program does because of these sources; no legal advice.",
    de="Technische Notizen dazu, was das Programm dieser Quellen wegen tut; keine Rechtsberatung.",
)
