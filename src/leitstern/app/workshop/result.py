"""What comes of a workshop: levels per question, and where the room sees the organisation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.app.common.findings import remember
from leitstern.app.evidence.assumed import assumptions
from leitstern.app.inside.models import Group
from leitstern.app.workshop.models import WorkshopStage
from leitstern.app.workshop.queries import questions, ratings_of, votes_of
from leitstern.core.errors import Conflict
from leitstern.core.inside.durations import durations
from leitstern.core.inside.enough import Rated, rated
from leitstern.core.inside.placement import Placement, place
from leitstern.core.inside.room_votes import Cast, together
from leitstern.core.inside.routes import Choice, choose
from leitstern.core.inside.votes import mean_level
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.app.workshop.models import Workshop
    from leitstern.core.inside.instrument import Dimension
    from leitstern.core.inside.ratings import Summary
    from leitstern.core.stats.estimate import Measured

STILL_VOTING = Text(
    en="The room is still voting. Its result can be seen and taken along once the last question is done.",
    de="Der Raum stimmt noch ab. Sein Ergebnis lässt sich ansehen und mitnehmen, sobald die letzte Frage durch ist.",
)
RESULT = "workshop"  # what findings of results are called
SEED = 20_26  # as of the placement: what the room sees is, to the digit, what counts afterwards


@dataclass(frozen=True, slots=True)
class Answered:
    """One question: both votes, and the level that follows with its uncertainty."""

    dimension: Dimension
    cast: Cast
    level: Measured


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the room sees the organisation, and the way that follows while types have probabilities."""

    placement: Placement
    choice: Choice | None


@dataclass(frozen=True, slots=True)
class Result:
    """A whole workshop."""

    people: dict[Group, int]
    rated: Rated
    answered: tuple[Answered, ...]
    placed: Placed | None  # nothing while nobody has voted


def require_result(workshop: Workshop) -> None:
    """Raise Conflict while the room still votes: nobody may watch votes arrive, or tell one from the next."""
    if workshop.stage not in (WorkshopStage.RESULT, WorkshopStage.CLOSED):
        raise Conflict(STILL_VOTING)


def result_of(workshop: Workshop) -> Result:
    """The result once the room has voted. Raises Conflict before."""
    require_result(workshop)
    groups = votes_of(workshop)
    asked = questions(workshop)
    spread = assumptions()["rater_spread"]
    return Result(
        people={Group(each.group.value): each.people for each in groups if each.people},
        rated=rated(groups, [question.slug for question in asked]),
        answered=tuple(_answered(question, together(groups, question.slug), spread) for question in asked),
        placed=_placed(workshop, ratings_of(workshop)),
    )


def _answered(question: Dimension, cast: Cast, spread: float) -> Answered:
    return Answered(question, cast, mean_level(cast.counted, spread))


def _placed(workshop: Workshop, ratings: Sequence[Summary]) -> Placed | None:
    if not ratings:
        return None
    assumed = assumptions()

    def compute() -> Placed:
        placement = place(ratings, assumed, np.random.default_rng(SEED))
        if not placement.probabilities:
            return Placed(placement, None)
        worlds = durations(assumed, np.random.default_rng(SEED))
        return Placed(placement, choose(placement.probabilities, placement.candidates, worlds, assumed))

    told = [(each.view, each.levels.tobytes(), each.counts, each.spreads) for each in ratings]
    inputs = (workshop.pk, workshop.name, repr(told), repr(assumed))
    return remember(RESULT, inputs, compute)
