"""Five hundred applications in forty teams, three years each, and what one more week costs.

Months were added up when a feed came; of the weeks themselves only the newest feed is entered here.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.bench.measuring import Row
from tests.bench.visiting import in_the_demo

if TYPE_CHECKING:
    from pathlib import Path

APPLICATIONS, TEAMS, MONTHS = 500, 40, 36
SUMS = "80, 60, 80, 32, 24, 4, 18, 20, 20, 80, 100"  # eligible, active, seats, started … asked


def measure_adopting(folder: Path) -> list[Row]:
    """One more feed of all, and all ladders after it."""
    with in_the_demo(folder):
        enter_adoption()
        feed = _seconds(_feed)
        from leitstern.app.adoption.queries import overview

        first = _seconds(overview)
    what = f"{APPLICATIONS} applications × {TEAMS} teams × {MONTHS} months"
    return [
        Row(f"{what}: one more week of all, kept and settled", f"{feed:.1f} s", "–", "–", "–"),
        Row(f"{what}: all ladders anew after it", f"{first:.1f} s", "–", "–", "–"),
    ]


def enter_adoption() -> None:
    """Months by the database itself, as feeds would leave them."""
    from datetime import date

    from django.db import connection

    from leitstern.app.adoption import models

    teams = models.Team.objects.bulk_create(
        models.Team(slug=f"bench-{n}", name=f"Team {n}", unit="service", actor="bench") for n in range(TEAMS)
    )
    watched = models.Watched.objects.bulk_create(
        models.Watched(slug=f"bench-{n}", name=f"Application {n}", actor="bench") for n in range(APPLICATIONS)
    )
    models.Meaning.objects.bulk_create(
        models.Meaning(
            watched=each,
            active="Used it.",
            workflow="w",
            features=list("abcdef"),
            principle="p",
            metadata="m",
            touchpoint="call_help",
            facet="satisfied",
            actor="bench",
        )
        for each in watched
    )
    first = date(2023, 1, 2)
    models.Live.objects.bulk_create(
        models.Live(watched=each, team=team, day=first, actor="bench") for each in watched for team in teams
    )
    months = ", ".join(f"('{date(2023 + at // 12, at % 12 + 1, 1)}')" for at in range(MONTHS))
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH months (month) AS (VALUES {months}) INSERT INTO adoption_usedmonth "
            "(watched_id, team_id, month, weeks, least, seatable, eligible, active, seats, started, completed, "
            "features, kept, judged, records, filled, asked) "
            f"SELECT w.id, t.id, month, 4, 20, 80, {SUMS} "
            "FROM adoption_watched w CROSS JOIN adoption_team t CROSS JOIN months "
            "WHERE w.slug LIKE 'bench-%' AND t.slug LIKE 'bench-%'"
        )


def _feed() -> None:
    from datetime import date

    from leitstern.app.adoption.feeding import bring_usage
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.collect.usage_file import UsageRow, UsageRows

    week = date(2026, 1, 5)
    counts = {"seats": 20, "started": 8, "completed": 6, "features": 4, "kept": 5, "judged": 5}
    rows = tuple(
        UsageRow(f"bench-{n}", f"bench-{team}", week, 20, 15, counts)
        for n in range(APPLICATIONS)
        for team in range(TEAMS)
    )
    bring_usage(COMMAND_LINE, "bench", UsageRows(rows, 0))


def _seconds(what: object) -> float:
    begin = time.perf_counter()
    what()  # type: ignore[operator]
    return time.perf_counter() - begin
