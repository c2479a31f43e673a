"""Whether a room rated enough to stand for the organisation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.inside.instrument import Axis
from leitstern.core.inside.ratings import axis_of
from leitstern.core.inside.room_votes import together
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.inside.room_votes import GroupVotes

# Docs: decisions/0019. Five as for beliefs; more than half of the seven and the five cards.
FEWEST_PEOPLE = 5
FEWEST_QUESTIONS = {Axis.CULTURE: 4, Axis.TECHNOLOGY: 3}
TOO_FEW_PEOPLE = Text(
    en="{n} of at least {least} people have rated", de="{n} von mindestens {least} Personen haben geurteilt"
)
TOO_FEW_QUESTIONS = {
    Axis.CULTURE: Text(
        en="{n} of at least {least} questions on culture were rated by at least half of the people",
        de="{n} von mindestens {least} Fragen zur Kultur hat mindestens die Hälfte der Personen beurteilt",
    ),
    Axis.TECHNOLOGY: Text(
        en="{n} of at least {least} questions on technology were rated by at least half of the people",
        de="{n} von mindestens {least} Fragen zur Technologie hat mindestens die Hälfte der Personen beurteilt",
    ),
}


@dataclass(frozen=True, slots=True)
class Rated:
    """How many people gave a level to anything, and how many of the questions `asked` at least half of them rated."""

    people: int
    questions: int
    asked: int
    by_axis: dict[Axis, int]

    @property
    def missing(self) -> tuple[Text, ...]:
        """What is missing before the room may stand for the organisation; nothing if it may."""
        found = []
        if self.people < FEWEST_PEOPLE:
            found.append(TOO_FEW_PEOPLE.fill(n=self.people, least=FEWEST_PEOPLE))
        for axis, least in FEWEST_QUESTIONS.items():
            if self.by_axis[axis] < least:
                found.append(TOO_FEW_QUESTIONS[axis].fill(n=self.by_axis[axis], least=least))
        return tuple(found)


def rated(groups: Sequence[GroupVotes], asked: Sequence[str]) -> Rated:
    """What a room rated of the questions it was asked."""
    people = sum(group.people for group in groups)
    enough = [question for question in asked if people and 2 * together(groups, question).counted.n >= people]
    return Rated(
        people=people,
        questions=len(enough),
        asked=len(asked),
        by_axis={axis: sum(axis_of(question) is axis for question in enough) for axis in Axis},
    )
