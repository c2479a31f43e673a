"""How a team came to live an application, month by month; months in which it had to be folded are left out."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from leitstern.app.adoption.models import UsedMonth
from leitstern.app.adoption.reading import COLUMNS, expected
from leitstern.app.adoption.register import Sizes
from leitstern.app.inside.agreements import floor
from leitstern.core.inside.adoption.living import lived, parts_of, share
from leitstern.core.inside.adoption.rungs import Rung
from leitstern.core.inside.adoption.shown import folded
from leitstern.core.inside.adoption.spread import lag
from leitstern.core.inside.adoption.usage import Usage

if TYPE_CHECKING:
    from datetime import date

    from leitstern.app.adoption.climbing import Ladder
    from leitstern.app.adoption.models import Meaning
    from leitstern.core.stats.estimate import Measured, Missing

type History = dict[int, dict[date, dict[Rung, Measured]]]


def history(watched: int, meaning: Meaning) -> History:
    """By team and month, how many used it and how far it was lived, since what living it means was last defined."""
    rows = UsedMonth.objects.filter(watched=watched, team__retired=None)
    if meaning.since:
        rows = rows.filter(month__gte=meaning.since)
    sizes, fewest, said = Sizes(), floor()[0], expected(meaning)
    by_month: dict[date, dict[int, tuple[int, Usage]]] = defaultdict(dict)
    for team, month, least, *sums in rows.values_list("team_id", "month", "least", *COLUMNS).iterator():
        known = sizes.at(team, month)
        by_month[month][team] = (least if known is None else min(known, least), Usage(*sums))
    found: History = defaultdict(dict)
    for month, teams in sorted(by_month.items()):
        hidden = folded({str(team): n for team, (n, _) in teams.items()}, fewest)
        for team, (_, usage) in teams.items():
            if str(team) not in hidden:
                found[team][month] = {
                    Rung.USED: share(usage.active, usage.eligible, usage.heads, month),
                    Rung.LIVED: lived(parts_of(usage, said.features, said.parts, month), month),
                }
    return dict(found)


def lags(watched: int, meaning: Meaning, ladder: Ladder) -> dict[int, int | Missing]:
    """By team that is live and may be shown: whole months until it lived the application, or that it has not yet."""
    months = history(watched, meaning)
    return {
        row.team: lag(row.live, {month: each[Rung.LIVED] for month, each in months.get(row.team, {}).items()})
        for row in ladder.shown
        if row.live
    }
