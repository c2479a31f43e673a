"""How a room voted, as counts per group and question: nothing in it holds one person's votes together."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.inside.ratings import Summary, View, said_by
from leitstern.core.inside.votes import Tally, added, tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from leitstern.core.texts import Text

NO_VOTES = tally(())


@dataclass(frozen=True, slots=True)
class Cast:
    """Votes on one question: the first, the second, and what counts – of each person the second, else the first."""

    first: Tally = NO_VOTES
    second: Tally = NO_VOTES
    counted: Tally = NO_VOTES


@dataclass(frozen=True, slots=True)
class GroupVotes:
    """One group of the room: how many people rated something, and what was cast by question."""

    group: View
    people: int
    cast: Mapping[str, Cast]

    def on(self, question: str) -> Cast:
        """What the group cast on a question."""
        return self.cast.get(question, Cast())


def group_votes(group: View, people: Sequence[Mapping[str, Mapping[int, int | None]]]) -> GroupVotes:
    """Count what people voted: each question → 1 or 2 (first, second vote) → level, None for *cannot say*."""
    questions = dict.fromkeys(question for votes in people for question in votes)
    return GroupVotes(
        group=group,
        people=sum(
            any(level is not None for given in votes.values() for level in given.values()) for votes in people
        ),
        cast={
            question: _cast([votes[question] for votes in people if question in votes])
            for question in questions
        },
    )


def together(groups: Iterable[GroupVotes], question: str) -> Cast:
    """What the whole room cast on a question."""
    casts = [group.on(question) for group in groups]
    return Cast(
        first=added(cast.first for cast in casts),
        second=added(cast.second for cast in casts),
        counted=added(cast.counted for cast in casts),
    )


def room_ratings(
    groups: Iterable[GroupVotes], asked: Sequence[str], source: Text, as_of: date
) -> tuple[Summary, ...]:
    """What each group says of the questions; nothing of a group that gave no level."""
    return tuple(_summary(group, tuple(asked), source, as_of) for group in groups if group.people)


def _cast(given: Sequence[Mapping[int, int | None]]) -> Cast:
    return Cast(
        first=tally([votes[1] for votes in given if 1 in votes]),
        second=tally([votes[2] for votes in given if 2 in votes]),
        counted=tally([votes[max(votes)] for votes in given if votes]),
    )


def _summary(group: GroupVotes, asked: tuple[str, ...], source: Text, as_of: date) -> Summary:
    said = [said_by(np.array(group.on(question).counted.levels, dtype=np.float64)) for question in asked]
    return Summary(
        view=group.group,
        dimensions=asked,
        levels=np.array([[each.mean if each else np.nan for each in said]]),
        source=source,
        as_of=as_of,
        n=group.people,
        counts=tuple(round(each.n) if each else 0 for each in said),
        spreads=tuple(sqrt(each.squares / (each.n - 1)) if each and each.n > 1 else 0.0 for each in said),
    )
