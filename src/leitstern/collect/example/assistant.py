"""What the invented company's chat assistant said to customers in three months, and what two people found.

Planted, and found by tests: of fourteen things it says, five promise a time that nobody keeps ("within two hours"); nobody
who judges takes that for what the brand promises, or for what customers then live through. In the twin it names the day on
which somebody really calls. One more answer is partly beside the point in both; who judges agrees on it.
"""

from __future__ import annotations

from dataclasses import dataclass

from leitstern.core.bridge.voice.beginning import ANSWERS, EXPECTED, KEEPS, SOUNDS
from leitstern.core.bridge.voice.rules import Answer, Rule, RuleKind, Tongue
from leitstern.core.texts import Text

MONTHS = 3
PER_MONTH = 12  # of the fourteen texts of each month
SYSTEM = Text("Chat assistant", "Chat-Assistent")
STATEMENTS = (SOUNDS, KEEPS, ANSWERS, EXPECTED)
YES, PARTLY, NO = Answer.YES, Answer.PARTLY, Answer.NO

WHY_FIRST = Text("What we agreed on with the brand studio.", "Was wir mit dem Markenstudio vereinbart haben.")
WHY_TIMES = Text(
    "The assistant promised times that service cannot keep.",
    "Der Assistent hat Zeiten versprochen, die der Service nicht halten kann.",
)
_TIMES = Text("no times nobody keeps", "keine Zeiten, die niemand hält")
_WHY = Text(
    "Call-backs take days, not hours; whoever promises hours disappoints.",
    "Rückrufe dauern Tage, nicht Stunden; wer Stunden verspricht, enttäuscht.",
)
_CALLS = (
    ("chat", "Gern kläre ich das mit Ihnen. Eine Kollegin ruft Sie {when} zu {what} zurück.", ("Ihrer Karte", "Ihrem Konto", "Ihrem Vertrag")),
    ("claim_call", "Danke für Ihre Nachfrage zu {what}. Die Schadenprüfung meldet sich {when} bei Ihnen.", ("Ihrem Wasserschaden", "Ihrem Fahrrad", "Ihrem Autoschaden")),
    ("call_back", "Ihren Rückruf habe ich notiert. Sie erhalten ihn {when}; bitte halten Sie {what} bereit.", ("Ihre Kundennummer", "Ihren Vertrag", "Ihre letzte Rechnung")),
)  # fmt: skip
_CALLS_EN = (
    ("chat", "I have passed your question about {what} on. You will receive a call {when}.", ("your card", "your account", "the fee")),
    ("claim_call", "Thank you for asking about {what}. A colleague will contact you {when}.", ("your claim", "the broken window", "your luggage")),
)  # fmt: skip
_PLAIN = (
    ("chat", "Ihre {what} können Sie in der App unter „Karten“ sofort sperren. Soll ich Ihnen den Weg zeigen?", ("Girokarte", "Kreditkarte", "Partnerkarte")),
    ("chat", "Die Gebühr von {what} Euro steht auf Seite 2 Ihrer Übersicht. Möchten Sie sie sich ansehen?", ("4,90", "7,50", "12")),
    ("chat", "Das kann ich nicht entscheiden, und ich möchte nichts Falsches sagen. Für {what} ist die Filiale da.", ("eine Stundung", "eine Vollmacht", "den Trauerfall")),
    ("claim_call", "Zu Ihrem Schaden fehlt uns noch {what}. Sie können das Dokument hier hochladen.", ("ein Foto", "die Rechnung", "der Kostenvoranschlag")),
    ("chat", "Ihre neue Anschrift in {what} ist gespeichert. Sie gilt ab heute für alle Ihre Verträge.", ("Bremen", "Kassel", "Jena")),
)  # fmt: skip
_PLAIN_EN = (
    ("chat", "You can change {what} in the app under “Profile”. Shall I show you the way?", ("your address", "your e-mail address", "your PIN")),
    ("chat", "The {what} is free of charge for you. You see it under “Cards”.", ("second card", "new PIN", "card for your partner")),
    ("claim_call", "We are still missing {what}. You can upload it right here.", ("a photo", "the invoice", "the police report")),
)  # fmt: skip
_BESIDE = ("chat", "Zu {what} finden Sie auf unserer Website viele Fragen und Antworten.", ("Ihrer Überweisung", "Ihrem Sparplan", "Ihrem Kredit"))  # fmt: skip
_HOURS = {Tongue.DE: "innerhalb von zwei Stunden", Tongue.EN: "within two hours"}
_KEPT = {Tongue.DE: "bis übermorgen um 18 Uhr", Tongue.EN: "by 6 pm the day after tomorrow"}


@dataclass(frozen=True, slots=True)
class SaidTold:
    """A text: months before the end, its day, and per rater the answer to each of STATEMENTS."""

    ago: int
    day: int
    touchpoint: str
    language: Tongue
    text: str
    answers: tuple[tuple[Answer, ...], tuple[Answer, ...]]


def time_rules(language: str) -> tuple[Rule, ...]:
    """What the second version adds: no hours for call-backs."""
    return tuple(
        Rule(
            f"{label.to(language)}: {_TIMES.to(language)}",
            RuleKind.FORBIDDEN,
            tongue,
            _WHY.to(language),
            example,
            (_HOURS[tongue], *more),
        )
        for tongue, label, example, more in (
            (Tongue.DE, Text("German", "Deutsch"), "Wir rufen Sie innerhalb von zwei Stunden an.", ("in wenigen Minuten",)),
            (Tongue.EN, Text("English", "Englisch"), "We will call you within two hours.", ("in a few minutes",)),
        )
    )  # fmt: skip


def assistant_texts(*, planted: bool) -> list[SaidTold]:
    """Everything it said, month by month."""
    when = _HOURS if planted else _KEPT
    good = (YES,) * 4
    bad = (YES, NO, YES, NO) if planted else good
    told: list[SaidTold] = []
    for ago in range(MONTHS):
        lines = [
            *((*each, Tongue.DE, (bad, bad)) for each in _CALLS),
            *((*each, Tongue.EN, (bad, (YES, PARTLY, *bad[2:]) if planted else good)) for each in _CALLS_EN),
            *((*each, Tongue.DE, (good, good)) for each in _PLAIN),
            *((*each, Tongue.EN, (good, good)) for each in _PLAIN_EN),
            (*_BESIDE, Tongue.DE, ((YES, YES, NO, PARTLY), (YES, YES, NO, PARTLY))),
        ]
        told += [
            SaidTold(ago, 2 * at + 1, point, tongue, text.format(when=when[tongue], what=whats[ago]), answers)
            for at, (point, text, whats, tongue, answers) in enumerate(lines)
        ]
    return told
