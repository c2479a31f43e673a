"""In which months a team's campaigns may be shown: in the others it had fewer than five people, or is folded with one that had."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.db.models import Q

from leitstern.app.adoption.register import Sizes
from leitstern.app.inside.agreements import floor
from leitstern.core.inside.adoption.campaigns import total
from leitstern.core.inside.adoption.shown import ALL, folded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from leitstern.core.inside.adoption.campaigns import Tally

    type Months = Mapping[date, Tally]


def by_month(several: Iterable[Months]) -> dict[date, Tally]:
    """Months of several teams as one."""
    months: dict[date, list[Tally]] = defaultdict(list)
    for each in several:
        for month, tally in each.items():
            months[month].append(tally)
    return {month: total(there) for month, there in sorted(months.items())}


class Folding:
    """Which of the months `found` by team have to be folded."""

    def __init__(self, found: Mapping[int, Months]) -> None:
        self._found, self._sizes, self._fewest = found, Sizes(), floor()[0]
        people: dict[date, dict[str, int]] = defaultdict(dict)
        for team, months in found.items():
            for month in months:
                people[month][str(team)] = self._sizes.at(team, month) or 0
        self._hidden = {month: folded(there, self._fewest) for month, there in people.items()}

    def shown(self) -> dict[int, dict[date, Tally]]:
        """By team, the months in which it did not have to be folded into the rest."""
        return {
            team: {m: tally for m, tally in sorted(months.items()) if str(team) not in self._hidden[m]}
            for team, months in self._found.items()
        }

    def whole(self) -> dict[date, Tally]:
        """All teams together, in the months in which they were enough people."""
        return {
            month: tally
            for month, tally in by_month(self._found.values()).items()
            if ALL not in self._hidden[month]
        }

    def since(self, first: date) -> frozenset[str]:
        """What has to be folded of the months from `first` on, taken as one; with `ALL`, even all of them together."""
        people = {
            str(team): min(self._sizes.at(team, month) or 0 for month in recent)
            for team, months in self._found.items()
            if (recent := [month for month in months if month >= first])
        }
        return folded(people, self._fewest) if people else frozenset()

    def to_hide(self, teams: Collection[int]) -> Q:
        """Rows of months that may not be shown, and all rows of some `teams`."""
        out = Q(team__in=teams)
        for team, months in self._found.items():
            hidden = [month for month in months if str(team) in self._hidden[month]]
            if hidden and team not in teams:
                out |= Q(team=team, month__in=hidden)
        return out
