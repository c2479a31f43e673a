"""What systems may say in the company's name: rules that are checked by pattern, and statements that people judge."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from leitstern.core.company.lookup import spelt_alike
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MOST_RULES = 30
MOST_STATEMENTS = 6
PER_MONTH = 20  # texts drawn per system and month, unless a version says otherwise
FEWEST_PER_MONTH, MOST_PER_MONTH = 5, 50


class RuleKind(StrEnum):
    """What a rule looks for."""

    FORBIDDEN = "forbidden"
    REQUIRED = "required"
    SENTENCE = "sentence"
    ADDRESS = "address"
    DATED = "dated"


class Tongue(StrEnum):
    """The languages texts may be in."""

    DE = "de"
    EN = "en"


class Address(StrEnum):
    """How customers are spoken to in German."""

    FORMAL = "sie"
    INFORMAL = "du"


class Side(StrEnum):
    """Whose measure a statement is."""

    BRAND = "brand"
    CUSTOMER = "customer"


class Answer(IntEnum):
    """What somebody says of a text and a statement."""

    NO = 0
    PARTLY = 1
    YES = 2


KINDS = {
    RuleKind.FORBIDDEN: Text("these words must not occur", "diese Wörter dürfen nicht vorkommen"),
    RuleKind.REQUIRED: Text("one of these must occur", "eines davon muss vorkommen"),
    RuleKind.SENTENCE: Text("no sentence is longer than this", "kein Satz ist länger"),
    RuleKind.ADDRESS: Text("form of address (German)", "Anrede (deutsch)"),
    RuleKind.DATED: Text("no promise without a date", "kein Versprechen ohne Termin"),
}
TONGUES = {Tongue.DE: Text("German", "Deutsch"), Tongue.EN: Text("English", "Englisch")}
ADDRESSES = {Address.FORMAL: Text("Sie", "Siezen"), Address.INFORMAL: Text("du", "Duzen")}
SIDES = {
    Side.BRAND: Text("the brand", "die Marke"),
    Side.CUSTOMER: Text("what customers expect", "die Erwartung der Kundschaft"),
}
ANSWERS = {
    Answer.YES: Text("yes", "ja"),
    Answer.PARTLY: Text("partly", "teilweise"),
    Answer.NO: Text("no", "nein"),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, known within its version by `name`. `example` is a text that breaks it.

    `words` hold phrases (forbidden, required; of a dated rule: what counts as a promise, empty for the usual ones), `*`
    at the end of one stands for any ending; `most` counts words of a sentence.
    """

    name: str
    kind: RuleKind
    language: Tongue
    reason: str
    example: str
    words: tuple[str, ...] = ()
    most: int = 0
    address: Address = Address.FORMAL


@dataclass(frozen=True, slots=True)
class Statement:
    """What people judge. It is known by its wording: in other words it is another statement."""

    text: str
    side: Side

    @property
    def key(self) -> str:
        """Stands for the wording; case and white space do not count."""
        return sha256(spelt_alike(self.text).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class RuleSet:
    """One version: everything that holds at once, and how many texts per system and month are drawn."""

    rules: tuple[Rule, ...]
    statements: tuple[Statement, ...]
    per_month: int = PER_MONTH


@dataclass(frozen=True, slots=True)
class Difference:
    """What a version says otherwise than the one before: by name or wording."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def difference(before: RuleSet, now: RuleSet) -> Difference:
    """What came, what went, and which rules and statements of the same name say something else."""
    old: dict[str, Rule | Statement] = {each.name: each for each in before.rules}
    old |= {each.key: each for each in before.statements}
    new: dict[str, Rule | Statement] = {each.name: each for each in now.rules}
    new |= {each.key: each for each in now.statements}
    return Difference(
        tuple(_called(each) for key, each in new.items() if key not in old),
        tuple(_called(each) for key, each in old.items() if key not in new),
        tuple(_called(each) for key, each in new.items() if key in old and old[key] != each),
    )


def _called(each: Rule | Statement) -> str:
    return each.name if isinstance(each, Rule) else each.text


def as_json(rules: RuleSet) -> dict[str, Any]:
    """As it is stored."""
    return {
        "rules": [
            {
                "name": each.name,
                "kind": each.kind.value,
                "language": each.language.value,
                "reason": each.reason,
                "example": each.example,
                "words": list(each.words),
                "most": each.most,
                "address": each.address.value,
            }
            for each in rules.rules
        ],
        "statements": [{"text": each.text, "side": each.side.value} for each in rules.statements],
        "per_month": rules.per_month,
    }


def from_json(stored: Mapping[str, Any]) -> RuleSet:
    """The same read again."""
    return RuleSet(
        tuple(_rule(each) for each in stored["rules"]),
        tuple(Statement(each["text"], Side(each["side"])) for each in stored["statements"]),
        stored["per_month"],
    )


def _rule(stored: Mapping[str, Any]) -> Rule:
    words: Sequence[str] = stored["words"]
    return Rule(
        stored["name"],
        RuleKind(stored["kind"]),
        Tongue(stored["language"]),
        stored["reason"],
        stored["example"],
        tuple(words),
        stored["most"],
        Address(stored["address"]),
    )
