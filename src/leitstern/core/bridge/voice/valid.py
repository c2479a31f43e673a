"""Can a set of rules be kept? Everything that is wrong with it, in sentences."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from leitstern.core.bridge.voice.checking import broken
from leitstern.core.bridge.voice.rules import (
    FEWEST_PER_MONTH,
    MOST_PER_MONTH,
    MOST_RULES,
    MOST_STATEMENTS,
    RuleKind,
    Side,
    Tongue,
)
from leitstern.core.company.lookup import spelt_alike
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leitstern.core.bridge.voice.rules import Rule, RuleSet

SHORTEST_SENTENCE, LONGEST_SENTENCE = 5, 100


def problems(rules: RuleSet) -> tuple[Text, ...]:
    """Every mistake, in the order of the rules; none if they can be kept."""
    return (*_of_all(rules), *(said for each in rules.rules for said in _of_one(each)))


def _of_all(rules: RuleSet) -> Iterator[Text]:
    names = Counter(spelt_alike(each.name) for each in rules.rules)
    if any(n > 1 for n in names.values()):
        yield TWICE
    if len({each.key for each in rules.statements}) < len(rules.statements):
        yield SAID_TWICE
    if {each.side for each in rules.statements} != set(Side):
        yield ONE_SIDED
    if len(rules.rules) > MOST_RULES or len(rules.statements) > MOST_STATEMENTS:
        yield TOO_MANY.fill(rules=MOST_RULES, statements=MOST_STATEMENTS)
    if not FEWEST_PER_MONTH <= rules.per_month <= MOST_PER_MONTH:
        yield PER_MONTH.fill(fewest=FEWEST_PER_MONTH, most=MOST_PER_MONTH)


def _of_one(rule: Rule) -> Iterator[Text]:
    if not (rule.name.strip() and rule.reason.strip() and rule.example.strip()):
        yield INCOMPLETE.fill(name=rule.name or "?")
    elif rule.kind in {RuleKind.FORBIDDEN, RuleKind.REQUIRED} and not any(
        each.strip("* ") for each in rule.words
    ):
        yield NO_WORDS.fill(name=rule.name)
    elif rule.kind is RuleKind.SENTENCE and not SHORTEST_SENTENCE <= rule.most <= LONGEST_SENTENCE:
        yield NO_LENGTH.fill(name=rule.name, fewest=SHORTEST_SENTENCE, most=LONGEST_SENTENCE)
    elif rule.kind is RuleKind.ADDRESS and rule.language is not Tongue.DE:
        yield GERMAN_ONLY.fill(name=rule.name)
    elif broken(rule, rule.example) is None:
        yield NOT_BROKEN.fill(name=rule.name)


TWICE = Text(en="Two rules have the same name.", de="Zwei Regeln heißen gleich.")
SAID_TWICE = Text(en="Two statements say the same.", de="Zwei Aussagen sind gleich.")
ONE_SIDED = Text(
    en="At least one statement is needed about the brand, and one about what customers expect.",
    de="Es braucht mindestens eine Aussage über die Marke und eine über die Erwartung der Kundschaft.",
)
TOO_MANY = Text(
    en="At most {rules} rules and {statements} statements are possible; nobody judges by more.",
    de="Höchstens {rules} Regeln und {statements} Aussagen sind möglich; nach mehr urteilt niemand.",
)
PER_MONTH = Text(
    en="Between {fewest} and {most} texts are drawn per system and month.",
    de="Gezogen werden je System und Monat zwischen {fewest} und {most} Texte.",
)
INCOMPLETE = Text(
    en="The rule “{name}” needs a name, a reason and an example.",
    de="Die Regel „{name}“ braucht einen Namen, einen Grund und ein Beispiel.",
)
NO_WORDS = Text(
    en="The rule “{name}” names no words.",
    de="Die Regel „{name}“ nennt keine Wörter.",
)
NO_LENGTH = Text(
    en="The rule “{name}” needs a number of words between {fewest} and {most}.",
    de="Die Regel „{name}“ braucht eine Zahl von Wörtern zwischen {fewest} und {most}.",
)
GERMAN_ONLY = Text(
    en="The rule “{name}” is about Sie and du; there is that in German only.",
    de="Die Regel „{name}“ handelt vom Siezen und Duzen; das gibt es nur im Deutschen.",
)
NOT_BROKEN = Text(
    en="The example of the rule “{name}” does not break it. Either the example or the rule says something else than meant.",
    de="Das Beispiel der Regel „{name}“ verstößt nicht gegen sie. Beispiel oder Regel sagen etwas anderes als gemeint.",
)
