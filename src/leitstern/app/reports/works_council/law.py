"""Legal sources, and what the program does because of each. Engineering notes, no legal advice."""

from __future__ import annotations

from leitstern.core.texts import Text

LEGAL = (
    (
        Text(
            en="Works Constitution Act (BetrVG), § 80 (1) no. 1 and (2)",
            de="§ 80 Abs. 1 Nr. 1 und Abs. 2 BetrVG",
        ),
        Text(
            en="The works council watches over rules that protect employees, and has to be informed in time and in full; "
            "hence this pack, to be printed at any time, and a role “Auditor” that reads configuration and log and "
            "changes nothing but reviews.",
            de="Der Betriebsrat wacht über die Regeln, die Beschäftigte schützen, und ist dafür rechtzeitig und umfassend zu "
            "unterrichten; daher diese Unterlagen, jederzeit zu drucken, und eine Rolle „Prüfung“, die Einstellungen und "
            "Protokoll liest und außer Prüfvermerken nichts ändert.",
        ),
    ),
    (
        Text(
            en="Works Constitution Act (BetrVG), § 87 (1) no. 6; Federal Labour Court, 11.12.2018, 1 ABR 13/17",
            de="§ 87 Abs. 1 Nr. 6 BetrVG; BAG 11.12.2018, 1 ABR 13/17",
        ),
        Text(
            en="Voluntary, anonymous surveys with technical means are co-determined; hence this pack. Questions are "
            "versioned, so that it shows which were agreed on.",
            de="Freiwillige, anonyme Befragungen mit technischen Mitteln sind mitbestimmt; daher diese Unterlagen. Fragen "
            "haben Fassungen, damit zu sehen ist, welche vereinbart wurden.",
        ),
    ),
    (
        Text(
            en="Works Constitution Act (BetrVG), § 87 (1) nos. 10 and 11",
            de="§ 87 Abs. 1 Nr. 10 und 11 BetrVG",
        ),
        Text(
            en="Principles of pay and performance-related pay are co-determined. The program writes down which key figures a "
            "role's reward hangs on, finds where they contradict each other, and pays, changes and recommends no reward of "
            "anybody.",
            de="Entlohnungsgrundsätze und leistungsbezogene Entgelte sind mitbestimmt. Das Programm hält fest, an welchen "
            "Kennzahlen die Vergütung einer Rolle hängt, und findet, wo sie einander widersprechen; es zahlt, ändert und "
            "empfiehlt niemandes Vergütung.",
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
    (
        Text(en="Art. 6 and 88 GDPR; § 26 BDSG", de="Art. 6 und 88 DSGVO; § 26 BDSG"),
        Text(
            en="After these judgements § 26 BDSG or a works agreement alone is no safe legal basis; the agreement has a line "
            "for the basis under Art. 6 you rely on.",
            de="Nach diesen Urteilen ist § 26 BDSG oder eine Betriebsvereinbarung allein keine sichere Rechtsgrundlage; die "
            "Vereinbarung hat eine Zeile für die Grundlage nach Art. 6, auf die Sie sich stützen.",
        ),
    ),
    (
        Text(en="Art. 13 GDPR", de="Art. 13 DSGVO"),
        Text(
            en="The letter and the first page of a survey say that it is voluntary, what is stored with answers, from how "
            "many people on results are shown, when it ends and when single answers are deleted. The employer adds controller, data protection officer, "
            "legal basis and rights.",
            de="Der Brief und die erste Seite einer Befragung sagen, dass sie freiwillig ist, was mit Antworten gespeichert "
            "wird, ab wie vielen Personen Ergebnisse gezeigt werden, wann sie endet und wann einzelne Antworten gelöscht werden. "
            "Verantwortliche Stelle, "
            "Datenschutzbeauftragte, Rechtsgrundlage und Rechte ergänzt der Arbeitgeber.",
        ),
    ),
    (
        Text(en="Art. 5 (1) (e), 30 GDPR", de="Art. 5 Abs. 1 Buchst. e, Art. 30 DSGVO"),
        Text(
            en="“What is stored” and “How long it is kept” are made to be taken into the record of processing activities.",
            de="„Was gespeichert wird“ und „Wie lange es bleibt“ lassen sich in das Verzeichnis der Verarbeitungstätigkeiten "
            "übernehmen.",
        ),
    ),
    (
        Text(en="Art. 35 GDPR", de="Art. 35 DSGVO"),
        Text(
            en="Whether a data protection impact assessment is needed is for the employer to examine; this pack is the "
            "description it starts from, and the agreement has a line for its date.",
            de="Ob eine Datenschutz-Folgenabschätzung nötig ist, prüft der Arbeitgeber; diese Unterlagen sind die "
            "Beschreibung, mit der sie beginnt, und die Vereinbarung hat eine Zeile für ihr Datum.",
        ),
    ),
)
