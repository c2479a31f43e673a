"""Rules to begin with; whoever enters the first version starts from these and changes them."""

from __future__ import annotations

from leitstern.core.bridge.voice.rules import Rule, RuleKind, RuleSet, Side, Statement, Tongue
from leitstern.core.texts import Text

LONGEST_SENTENCE = 25


def begin_with(language: str) -> RuleSet:
    """A first set of rules for texts in German and English, written in `language`."""

    def rule(name: Text, kind: RuleKind, tongue: Tongue, reason: Text, example: str, most: int = 0) -> Rule:
        return Rule(name.to(language), kind, tongue, reason.to(language), example, most=most)

    return RuleSet(
        (
            rule(FORMAL, RuleKind.ADDRESS, Tongue.DE, WHY_FORMAL, "Hast du noch Fragen?"),
            rule(DATED_DE, RuleKind.DATED, Tongue.DE, WHY_DATED, "Wir melden uns schnellstmöglich."),
            rule(DATED_EN, RuleKind.DATED, Tongue.EN, WHY_DATED, "We will get back to you shortly."),
            rule(SHORT_DE, RuleKind.SENTENCE, Tongue.DE, WHY_SHORT, LONG_DE, LONGEST_SENTENCE),
            rule(SHORT_EN, RuleKind.SENTENCE, Tongue.EN, WHY_SHORT, LONG_EN, LONGEST_SENTENCE),
        ),
        tuple(
            Statement(text.to(language), side)
            for text, side in (
                (SOUNDS, Side.BRAND),
                (KEEPS, Side.BRAND),
                (ANSWERS, Side.CUSTOMER),
                (EXPECTED, Side.CUSTOMER),
            )
        ),
    )


FORMAL = Text("German: Sie", "Deutsch: Siezen")
DATED_DE = Text("German: a promise has a date", "Deutsch: Versprechen mit Termin")
DATED_EN = Text("English: a promise has a date", "Englisch: Versprechen mit Termin")
SHORT_DE = Text("German: short sentences", "Deutsch: kurze Sätze")
SHORT_EN = Text("English: short sentences", "Englisch: kurze Sätze")
WHY_FORMAL = Text(
    "We say Sie to everybody who did not offer du.", "Wir siezen alle, die uns nicht das Duzen anbieten."
)
WHY_DATED = Text(
    "Whoever promises without saying when cannot keep it.",
    "Wer etwas verspricht, ohne zu sagen, bis wann, kann es nicht halten.",
)
WHY_SHORT = Text("One has to understand it on the phone.", "Man muss es am Telefon verstehen.")
LONG_DE = (
    "Wir möchten Sie gern darauf hinweisen, dass die von Ihnen eingereichten Unterlagen, soweit sie vollständig sind und "
    "die zuständige Stelle sie bereits erhalten hat, nach der Prüfung durch diese weitergegeben werden."
)
LONG_EN = (
    "We would like to point out that the documents you have handed in, as far as they are complete and the department in "
    "charge has received them, are going to be passed on after they have been checked there."
)
SOUNDS = Text("It sounds like us.", "Es klingt nach uns.")
KEEPS = Text("It keeps what our brand promises.", "Es hält, was unsere Marke verspricht.")
ANSWERS = Text(
    "It answers what the customer asked.", "Es antwortet auf das, was die Kundin oder der Kunde wollte."
)
EXPECTED = Text(
    "It fits what the customer could expect.",
    "Es passt zu dem, was die Kundin oder der Kunde erwarten durfte.",
)
