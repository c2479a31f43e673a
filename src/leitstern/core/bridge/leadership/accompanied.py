"""Is a change lived where leaders accompany it? Teams by what they live, beside how often leaders were there.

An association, never an effect: leaders may go where things go well.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.stats.intervals import wilson
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.core.stats.estimate import Measured

OFTEN = 4  # acts in twelve months: once a quarter
NO_TEAM = Missing("no-team", Text(en="no such team", de="kein solches Team"))
BOTH = Text(
    en="Where leaders were at least once a quarter, {lived} of {n} teams live it; elsewhere {other} of {rest}.",
    de="Wo die Führung mindestens einmal im Quartal war, leben es {lived} von {n} Teams; anderswo {other} von {rest}.",
)
NOWHERE = Text(
    en="Leaders were with none of the {rest} teams at least once a quarter; {other} of them live it.",
    de="Die Führung war bei keinem der {rest} Teams mindestens einmal im Quartal; {other} davon leben es.",
)
EVERYWHERE = Text(
    en="Leaders were with all {n} teams at least once a quarter; {lived} of them live it.",
    de="Die Führung war bei allen {n} Teams mindestens einmal im Quartal; {lived} davon leben es.",
)


@dataclass(frozen=True, slots=True)
class Accompanied:
    """One team: how often leaders were there in twelve months, how many of these were visits, and whether it lives it."""

    team: str
    acts: int
    visits: int
    lives: bool

    @property
    def often(self) -> bool:
        """At least once a quarter."""
        return self.acts >= OFTEN


@dataclass(frozen=True, slots=True)
class Comparison:
    """Share of teams that live it, where leaders were often and where not; Wilson's interval, n teams."""

    teams: tuple[Accompanied, ...]
    often: Measured
    seldom: Measured

    @property
    def sentence(self) -> Text:
        """What can be read, in words."""
        with_them = [each for each in self.teams if each.often]
        without = [each for each in self.teams if not each.often]
        said = NOWHERE if not with_them else BOTH if without else EVERYWHERE
        return said.fill(
            lived=_living(with_them), n=len(with_them), other=_living(without), rest=len(without)
        )


def compare(teams: Sequence[Accompanied], as_of: date) -> Comparison:
    """Teams in the order given."""
    return Comparison(
        tuple(teams),
        _share([each for each in teams if each.often], as_of),
        _share([each for each in teams if not each.often], as_of),
    )


def _share(teams: Sequence[Accompanied], as_of: date) -> Measured:
    if not teams:
        return NO_TEAM
    value = _living(teams) / len(teams)
    return Estimate(value, *wilson(value, len(teams)), len(teams), as_of=as_of)


def _living(teams: Sequence[Accompanied]) -> int:
    return sum(each.lives for each in teams)
