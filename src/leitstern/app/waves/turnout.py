"""How many take part: never so exactly that it tells who did.

While a wave runs only the whole is counted, in steps, from the fewest people on. Of units it is said once results are
published, in bands of ten per cent; nine in ten and everybody are the same band, since all of a group is each of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, NamedTuple

from leitstern.app.waves.models import Publication, Wave, WaveState
from leitstern.app.waves.queries import answered, invited, parents
from leitstern.core.company.tree import COMPANY, ancestors
from leitstern.core.inside.groups import Group, Participation
from leitstern.core.inside.publishing import beside, decide
from leitstern.core.inside.ratings import View
from leitstern.core.texts import Text

BAND, HIGHEST = 10, 90  # per cent
AT_LEAST = Text(en="at least {share}%", de="mindestens {share} %")
BETWEEN = Text(en="{share} to {most}%", de="{share} bis {most} %")
BELOW = Text(en="below {share}%", de="unter {share} %")


@dataclass(frozen=True, slots=True)
class Turnout:
    """Of a level's people in a unit at least `share` per cent have answered, and fewer than a band more."""

    group: Group
    invited: int
    share: int

    @property
    def said(self) -> Text:
        """The band in words."""
        lowest, highest = _lowest(self.invited), _highest(self.invited)
        if self.share >= highest:
            return AT_LEAST.fill(share=highest)
        if self.share < lowest:
            return BELOW.fill(share=lowest)
        return BETWEEN.fill(share=self.share, most=self.share + BAND - 1)


class TakingPart(NamedTuple):
    """How many were invited, and how many of them have answered, or `at_least` so many."""

    invited: int
    answered: int
    at_least: bool


def turnout(wave: Wave) -> list[Turnout]:
    """Participation of every group that may be shown, by level; nothing before results are published."""
    found = _published(wave)
    return [
        Turnout(Group(wave.pk, View(level), unit), asked, share)
        for level, unit, asked, share in (found["groups"] if found else ())
    ]


def taking_part(wave: Wave) -> TakingPart | None:
    """How many take part, of the levels that are shown for the whole company; None while they are too few to tell.

    A total over everybody would give away the levels that are not shown.
    """
    found = _published(wave)
    if found:
        return TakingPart(*found["whole"]) if found["whole"] else None
    if wave.state in (WaveState.DRAFT, WaveState.PUBLISHED):
        return None
    by_level: Counter[View] = Counter()
    for (level, _), n in invited(wave).items():
        by_level[level] += n
    told = {level for level, n in by_level.items() if n >= wave.fewest}
    came = sum(n for (level, _), n in answered(wave).items() if level in told)
    whole = _capped(sum(by_level[level] for level in told), came - came % wave.fewest)
    return TakingPart(whole.invited, whole.answered, at_least=True) if whole.answered >= wave.fewest else None


def as_published(wave: Wave, counted: Collection[Group]) -> dict[str, Any]:
    """What is kept of participation with the results, as JSON; `counted` are the groups of which these tell an n.

    Rows are left out with which the number of answers of fewer invited people could be worked out from it.
    """
    roster, came = invited(wave), answered(wave)
    people = Participation(wave.pk, parents(wave), roster)
    rows = [group for group, why in decide(people, (), wave.fewest).items() if why is None and not group.own]
    kept = beside(rows, counted, people, wave.fewest)
    sums = [(group, _sum(wave, roster, group), _sum(wave, came, group)) for group in kept]
    whole = [(asked, came) for group, asked, came in sums if group.unit == COMPANY]
    return {
        "groups": [[group.level, group.unit, asked, band(asked, came)] for group, asked, came in sums],
        "whole": list(_capped(sum(n for n, _ in whole), sum(n for _, n in whole))) if whole else None,
    }


def band(invited: int, answered: int) -> int:
    """The lower end, in per cent, of the band the share of those who answered lies in.

    With nobody comes the same band as with one person, and with everybody the same as with one fewer.
    """
    share = BAND * (100 * answered // (BAND * invited))
    return 0 if share < _lowest(invited) else min(share, _highest(invited))


def _lowest(invited: int) -> int:
    """The first share, in per cent, that more than one of them reaches."""
    return BAND * (100 // (BAND * invited) + 1)


def _highest(invited: int) -> int:
    """The last band that somebody can be missing from."""
    return min(BAND * (100 * (invited - 1) // (BAND * invited)), HIGHEST)


def _capped(invited: int, answered: int) -> TakingPart:
    most = HIGHEST * invited // 100
    return TakingPart(invited, min(answered, most), answered >= most)


def _published(wave: Wave) -> dict[str, Any] | None:
    found = Publication.objects.filter(wave=wave).first()
    return found.results["turnout"] if found else None


def _sum(wave: Wave, counts: Counter[tuple[View, str]], group: Group) -> int:
    above = parents(wave)
    return sum(
        n
        for (level, unit), n in counts.items()
        if level == group.level and group.unit in (unit, *ancestors(above, unit), COMPANY)
    )
