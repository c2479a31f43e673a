"""Where teams stand on the ladder of an application, with too small teams folded into one rest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from leitstern.core.inside.adoption.effect import pooled
from leitstern.core.inside.adoption.ladder import Expected, Standing, nowhere, stand
from leitstern.core.inside.adoption.rungs import Noticed, Rung
from leitstern.core.inside.adoption.shown import ALL, FOLDED, TOO_FEW_IN_ALL, folded
from leitstern.core.inside.adoption.spread import gini
from leitstern.core.inside.adoption.spread import together as correlate
from leitstern.core.inside.adoption.usage import Usage
from leitstern.core.inside.adoption.usage import together as added
from leitstern.core.stats.estimate import Estimate, Measured, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from leitstern.core.inside.adoption.effect import Effect

    type Effects = Mapping[int, Effect | Missing]

NO_NUMBERS = Missing(
    "no-numbers",
    Text(en="no numbers in the last three months", de="keine Zahlen in den letzten drei Monaten"),
)
_ORDER = {rung: at for at, rung in enumerate(Rung)}


@dataclass(frozen=True, slots=True)
class UsedRow:
    """A team's use in a month; `people` is how many it was about, in the week or register in which they were fewest."""

    team: int
    month: date
    people: int
    usage: Usage


@dataclass(frozen=True, slots=True)
class TeamRow:
    """One team on the ladder (0: several); `people` is None where nothing may be shown, or nothing is known."""

    team: int
    people: int | None
    standing: Standing
    live: date | None = None


@dataclass(frozen=True)
class Ladder:
    """One application: all teams together, the teams by weakest rung, and those folded into one rest."""

    as_of: date | None  # the first of the newest month with numbers
    whole: TeamRow
    rows: tuple[TeamRow, ...]
    folded: frozenset[int]
    rest: TeamRow | None

    @cached_property
    def shown(self) -> tuple[TeamRow, ...]:
        """Teams of which something may be shown, the weakest rung first."""
        return tuple(row for row in self.rows if row.team not in self.folded)

    @cached_property
    def known(self) -> tuple[TeamRow, ...]:
        """Those of them with numbers."""
        return tuple(row for row in self.shown if row.people is not None)

    @cached_property
    def runs_only(self) -> tuple[TeamRow, ...]:
        """Teams in which it runs but does not work, the most used first."""
        there = (row for row in self.shown if row.standing.runs_only)
        return tuple(sorted(there, key=lambda row: -_value(row.standing.shares[Rung.USED])))

    @cached_property
    def may_run_only(self) -> int:
        """In how many teams it runs, and nobody can tell from the customers asked whether it works."""
        return sum(row.standing.may_run_only for row in self.shown)

    def noticed(self, what: Noticed) -> int:
        """In how many teams with numbers so much can be said of the customers."""
        return sum(row.standing.noticed is what for row in self.known)

    def at_least(self, rung: Rung) -> int:
        """How many teams have reached a rung."""
        reached = (row.standing.reached for row in self.shown)
        return sum(each is not None and _ORDER[each] >= _ORDER[rung] for each in reached)

    def spread(self, rung: Rung) -> Measured:
        """Gini of a rung's share over teams."""
        shares = (row.standing.shares[rung] for row in self.shown)
        return gini([each.value for each in shares if isinstance(each, Estimate)], self.as_of)

    def goes_with_change(self, rung: Rung) -> Measured:
        """Whether teams in which a share is higher are those whose customers noticed more."""
        pairs = [
            (share.value, change.value)
            for row in self.shown
            if isinstance(share := row.standing.shares[rung], Estimate)
            and isinstance(change := row.standing.change, Estimate)
        ]
        return correlate(pairs, self.as_of)


def climb(
    rows: Sequence[UsedRow],
    effects: Effects,
    expected: Expected,
    lives: Mapping[int, date],
    fewest: int,
    felt: Effect | Missing | None = None,
) -> Ladder:
    """The ladder of teams with `rows` in its months, or `lives`. `felt` by all customers together, if that is known better."""
    used: dict[int, list[UsedRow]] = {}
    for row in rows:
        used.setdefault(row.team, []).append(row)
    people = {team: min(row.people for row in there) for team, there in used.items()}
    hidden = folded({str(team): n for team, n in people.items()}, fewest) if people else frozenset()
    out = frozenset(team for team in people if str(team) in hidden)
    as_of = max((row.month for row in rows), default=None)

    def of(teams: Iterable[int]) -> TeamRow:
        usage = added(row.usage for team in teams for row in used[team])
        effect = pooled(effects[team] for team in teams) if felt is None else felt
        if usage is None or as_of is None:
            return TeamRow(0, None, nowhere(NO_NUMBERS, effect))
        n = sum(people[team] for team in teams)
        return TeamRow(0, n, stand(_per_week(usage, used, teams), effect, expected, as_of))

    def one(team: int) -> TeamRow:
        live, effect = lives.get(team), effects[team]
        if team in out:
            return TeamRow(team, None, nowhere(FOLDED, FOLDED), live)
        usage = added(row.usage for row in used.get(team, ()))
        if usage is None or as_of is None:
            return TeamRow(team, None, nowhere(NO_NUMBERS, effect), live)
        return TeamRow(team, people[team], stand(usage, effect, expected, as_of), live)

    nobody = ALL in hidden
    return Ladder(
        as_of,
        TeamRow(0, None, nowhere(TOO_FEW_IN_ALL, TOO_FEW_IN_ALL)) if nobody else of(list(people)),
        tuple(sorted((one(team) for team in {*people, *lives}), key=_weakest)),
        out,
        of(sorted(out)) if out and not nobody else None,
    )


def _per_week(usage: Usage, used: Mapping[int, Sequence[UsedRow]], teams: Iterable[int]) -> Usage:
    """Several teams use it in the same weeks: these count once, so that people per week are those of all teams."""
    return replace(usage, weeks=max(sum(row.usage.weeks for row in used[team]) for team in teams))


def _weakest(row: TeamRow) -> tuple[bool, int, float, int]:
    """Teams without numbers last; of the same rung, the lower share of it first."""
    ahead = row.standing.next
    share = row.standing.shares[ahead] if ahead else row.standing.score
    return (row.people is None, _ORDER[ahead] if ahead else len(_ORDER), _value(share), row.team)


def _value(measured: Measured) -> float:
    return measured.value if isinstance(measured, Estimate) else -1.0
