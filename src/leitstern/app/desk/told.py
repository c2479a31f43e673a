"""What is said when a contact cannot be kept as it was typed, or a change comes too late."""

from __future__ import annotations

from leitstern.core.texts import Text

FIRST_YEAR = 1900
# What is asked aloud, word for word; any other question is another scale.
QUESTIONS: dict[str, Text] = {
    "csat": Text(
        en="How satisfied are you, from 1 to 5? (5 = very)",
        de="Wie zufrieden sind Sie, von 1 bis 5? (5 = sehr)",
    ),
    "ces": Text(
        en="We made it easy for you – how far do you agree, from 1 to 7? (7 = fully)",
        de="Wir haben es Ihnen leicht gemacht – wie sehr stimmen Sie zu, von 1 bis 7? (7 = ganz)",
    ),
    "nps": Text(
        en="How likely are you to recommend us, from 0 to 10? (10 = certainly)",
        de="Wie wahrscheinlich empfehlen Sie uns weiter, von 0 bis 10? (10 = sicher)",
    ),
}
WHOSE = Text(
    en="Whose contact was it? Type the customer's number.",
    de="Um wen ging es? Geben Sie die Nummer der Kundin oder des Kunden ein.",
)
NO_KIND = Text(en="Kinds of number known here: {kinds}.", de="Bekannte Arten von Nummern: {kinds}.")
WHICH_TOUCHPOINT = Text(
    en="At which touchpoint was it? Two letters are enough.",
    de="An welchem Kontaktpunkt war es? Zwei Buchstaben genügen.",
)
NO_TOUCHPOINT = Text(
    en="There is no touchpoint “{typed}” in the taxonomy.",
    de="Einen Kontaktpunkt „{typed}“ gibt es in der Taxonomie nicht.",
)
NO_CHANNEL = Text(
    en="There is no channel “{typed}” in the taxonomy.",
    de="Einen Kanal „{typed}“ gibt es in der Taxonomie nicht.",
)
NO_PROMISE = Text(
    en="There is no promise “{typed}” in the taxonomy that can be kept by a day. Choose one of those that the company makes.",
    de="Ein Versprechen „{typed}“, das bis zu einem Tag zu halten wäre, gibt es in der Taxonomie nicht. Wählen Sie eines, das "
    "das Unternehmen gibt.",
)
NO_DEPARTMENT = Text(
    en="There is no department “{typed}” in the taxonomy.",
    de="Einen Bereich „{typed}“ gibt es in der Taxonomie nicht.",
)
AHEAD = Text(en="That has not happened yet.", de="Das ist noch nicht geschehen.")
LONG_AGO = Text(en="Times before 1900 are not kept.", de="Zeiten vor 1900 werden nicht gespeichert.")
ARRIVED_BEFORE = Text(
    en="It arrived neither before it was written nor after today.",
    de="Angekommen ist es weder vor dem Tag, an dem es geschrieben wurde, noch nach heute.",
)
YES_OR_NO = Text(
    en="Say yes or no, or leave it empty if nobody knows.",
    de="Sagen Sie ja oder nein, oder lassen Sie es leer, wenn es niemand weiß.",
)
TOO_LONG = Text(en="Please say it in {most} characters.", de="Bitte sagen Sie es in {most} Zeichen.")
DUE_WHEN = Text(en="By when? A day is needed.", de="Bis wann? Es braucht einen Tag.")
PROMISED_WHAT = Text(
    en="What was promised until then? Choose the promise.",
    de="Was wurde bis dahin zugesagt? Wählen Sie das Versprechen.",
)
DUE_BEFORE = Text(en="This day lies before the contact.", de="Dieser Tag liegt vor dem Kontakt.")
ASKED_WHAT = Text(
    en="Which question was asked? An answer counts only on the scale that was asked, word for word.",
    de="Welche Frage wurde gestellt? Eine Antwort zählt nur auf der Skala, nach der wörtlich gefragt wurde.",
)
NO_SCALE = Text(
    en="This scale is not asked aloud here.", de="Nach dieser Skala wird hier nicht mündlich gefragt."
)
OUTSIDE = Text(
    en="The answer is a whole number from {low} to {high}.",
    de="Die Antwort ist eine ganze Zahl von {low} bis {high}.",
)
WHICH_STEP = Text(en="What happens next?", de="Was geschieht als Nächstes?")
WHO_DOES_IT = Text(en="Which department does it?", de="Welcher Bereich tut es?")
OTHER_CONTENT = Text(
    en="Something else was sent under this key before. Nothing was kept; use a new key for another contact.",
    de="Unter diesem Schlüssel kam schon etwas anderes. Es wurde nichts gespeichert; nehmen Sie für einen anderen Kontakt "
    "einen neuen Schlüssel.",
)
KEPT_BEFORE = Text(
    en="This contact was kept already, as you had typed it first; only the answer got lost. Correct it under “Entered lately”. "
    "Enter keeps what stands here as another contact.",
    de="Dieser Kontakt ist schon gespeichert, so wie Sie ihn zuerst getippt hatten; nur die Antwort ging verloren. Berichtigen "
    "Sie ihn unter „Zuletzt erfasst“. Die Eingabetaste speichert, was hier steht, als weiteren Kontakt.",
)
GONE = Text(
    en="This entry was withdrawn or corrected already. Nothing was changed.",
    de="Dieser Eintrag wurde schon zurückgezogen oder berichtigt. Es wurde nichts geändert.",
)
NOT_OPEN = Text(
    en="Nothing of this is open any more. Nothing was changed.",
    de="Davon ist nichts mehr offen. Es wurde nichts geändert.",
)
NOT_DONE = Text(
    en="Nothing of this is done yet. Nothing was changed.",
    de="Davon ist noch nichts erledigt. Es wurde nichts geändert.",
)
NOT_THERE = Text(en="There is no such entry.", de="Diesen Eintrag gibt es nicht.")
