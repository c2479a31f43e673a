"""What is told of the invented company's technology, and who is named in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.inside.stack.ratings import Question
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.inside.stack.advice import Option
    from leitstern.core.inside.stack.inventory import Thing
    from leitstern.core.inside.stack.ratings import Rated
    from leitstern.core.inside.stack.terms import Kind

RECORD = "customer_record"
SALES = Text("Head of Sales", "Leitung Vertrieb")
IT = Text("Head of Information Technology", "Leitung Informationstechnik")
MARKETING = Text("Head of Marketing", "Leitung Marketing")
SERVICE = Text("Head of Customer Service", "Leitung Kundenservice")
TRAVEL = Text("Head of Travel Insurance", "Leitung Reiseschutz")
CLAIMS = Text("Head of Claims", "Leitung Schaden")
DATA = Text("Head of the Data Office", "Leitung Datenbüro")
BY_HAND = Text("Sent by mail every second Tuesday.", "Geht jeden zweiten Dienstag per E-Mail hinaus.")
BETTER = (
    Question.FUNCTION,
    Question.CUSTOMER,
    Question.CULTURE,
    Question.ROLES,
    Question.PROCESS,
    Question.USE,
)
LIKED = {"service": (0, 2, 6, 24, 12), "branches": (1, 3, 9, 28, 11)}  # of 5, by those who work with it
DISLIKED = {"service": (14, 17, 9, 3, 1), "branches": (16, 20, 11, 4, 1)}


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided about a thing, so many days before the end."""

    kind: Kind
    slug: str
    option: Option
    reason: str
    ago: int


@dataclass(frozen=True, slots=True)
class TechnologyTold:
    """The inventory, what people say of it, and what was decided."""

    things: tuple[Thing, ...]
    ratings: tuple[Rated, ...]
    decisions: tuple[Decided, ...]
