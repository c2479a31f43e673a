"""What a finding about technology says: the sentence, why it matters, the rows it rests on, its number and its money."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.company.money import Money, totals
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from leitstern.core.inside.stack.inventory import Application, Inventory
    from leitstern.core.inside.stack.ratings import Ratings
    from leitstern.core.inside.stack.terms import Kind
    from leitstern.core.stats.estimate import Measured


class Topic(StrEnum):
    """What a finding is about."""

    ISLANDS = "islands"
    DUPLICATES = "duplicates"
    ATTACHMENT = "attachment"
    SOURCES = "sources"
    BY_HAND = "by_hand"
    UNOWNED = "unowned"
    CIRCLES = "circles"
    CHAINS = "chains"
    IDLE = "idle"
    PURPOSE = "purpose"
    LOOSE = "loose"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class Row:
    """One row a finding rests on: what is said of it, and which thing it is, if it is one."""

    said: Text
    kind: Kind | None = None
    slug: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """`alarm` asks for something to be done. `money` is what the rows cost in a year, per currency."""

    topic: Topic
    alarm: bool
    sentence: Text
    why: Text
    rows: tuple[Row, ...] = ()
    value: Measured | None = None
    money: tuple[Money, ...] = ()


@dataclass(frozen=True)
class Ground:
    """Everything findings are made from. `left` says since when somebody no longer answers; `needed` what chains need."""

    inventory: Inventory
    ratings: Ratings
    today: date
    units: Mapping[str, Text] = field(default_factory=dict)
    left: Mapping[str, date] = field(default_factory=dict)
    needed: tuple[
        tuple[str, str], ...
    ] = ()  # capability as an outcome chain calls it, and the customer's outcome
    attached_from: float = 1.0  # points by which an owner may rate higher

    def answers(self, owner: str) -> bool:
        """Whether somebody is named and still there."""
        gone = self.left.get(owner)
        return bool(owner) and (gone is None or self.today < gone)


def costs(applications: Iterable[Application]) -> tuple[Money, ...]:
    """What applications cost in a year, per currency."""
    return tuple(totals(each.cost for each in applications if each.cost).values())


def plain(words: str) -> Text:
    """Somebody's own words, the same in both languages."""
    return Text(en=words, de=words)


def some(n: int, none: Text, one: Text, many: Text) -> Text:
    """The sentence that fits a number."""
    return none if n == 0 else one if n == 1 else many.fill(n=n)


def day(value: date) -> Text:
    """A day as each language writes it."""
    return Text(en=f"{value:%d/%m/%Y}", de=f"{value:%d.%m.%Y}")
