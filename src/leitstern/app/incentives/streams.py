"""What part of rewards hangs on customers, month by month: where it falls, old key figures are coming back."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from leitstern.app.common.days import day_of, gone_by
from leitstern.app.incentives.models import Figure, Weight
from leitstern.app.incentives.register import plain
from leitstern.app.inside.agreements import floor
from leitstern.app.structure.models import Headcount, Role
from leitstern.core.bridge.watch.stream import Point, Rhythm, Shown, Stream, StreamKind
from leitstern.core.inside.incentives import figures
from leitstern.core.inside.incentives.coverage import customer_share
from leitstern.core.months import between, last_day, later
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

MONTHS = 60
STEP = 0.05  # everybody is counted: less of a shift than five of a hundred is no way back
NAME = Text(en="Rewards that hang on customers", de="Belohnung, die an der Kundschaft hängt")
MEASURE = Text(en="share of all rewards", de="Anteil an allen Belohnungen")
SOURCE = Text(
    en="weights of key figures per role, with the people and figures of that month",
    de="Gewichte der Kennzahlen je Rolle, mit den Personen und Kennzahlen des jeweiligen Monats",
)


class _Said(NamedTuple):
    """From a day on, a role's reward hangs on a figure by so much."""

    role: int
    figure: str
    percent: int
    day: date


class _Past:
    """Everything rewards depend on, asked for once, with the days from which and until which it held."""

    def __init__(self, said: list[_Said]) -> None:
        self.said = said
        self.figures = [(plain(each), each.retired) for each in Figure.objects.all()]
        self.roles = list(Role.objects.all())
        self.people: dict[int, list[tuple[date, int]]] = defaultdict(list)
        counted: list[tuple[int, datetime, int]] = list(
            Headcount.objects.order_by("id").values_list("role_id", "since", "people")
        )
        for role, since, people in counted:
            self.people[role].append((day_of(since), people))
        self.fewest = floor()[0]

        changes = {day for days in self.people.values() for day, _ in days}
        changes.update(each.day for each in said)
        changes.update(day_of(retired) for _, retired in self.figures if retired)
        changes.update(day_of(role.retired) for role in self.roles if role.retired)
        self.changes = sorted(changes)
        self.known: dict[int, tuple[float | None, int]] = {}

    def rewarded(self, day: date) -> tuple[float | None, int]:
        """The part of all reward that hung on customers, and over how many people; counted anew where a change came."""
        so_far = bisect_right(self.changes, day)
        if so_far not in self.known:
            register = self._on(day)
            self.known[so_far] = customer_share(register), register.people
        return self.known[so_far]

    def _on(self, day: date) -> figures.Register:
        """The register as it stood at the end of a day."""
        there = {role.pk for role in self.roles if not gone_by(role.retired, day)}
        used = tuple(figure for figure, retired in self.figures if not gone_by(retired, day))
        known = {figure.slug for figure in used}
        newest = {(each.role, each.figure): each.percent for each in self.said if each.day <= day}
        return figures.Register(
            used,
            tuple(
                figures.Role(role.pk, role.name, role.unit, self._people(role, day))
                for role in self.roles
                if role.pk in there
            ),
            {
                (role, figure): percent / 100
                for (role, figure), percent in newest.items()
                if percent and role in there and figure in known
            },
            self.fewest,
        )

    def _people(self, role: Role, day: date) -> int:
        """As many as were said last by a day; before anybody said so, as many as were said first."""
        counts = self.people.get(role.pk, [])
        by_then = [people for since, people in counts if since <= day]
        return by_then[-1] if by_then else counts[0][1] if counts else role.people


def streams(until: date) -> tuple[Stream, ...]:
    """At the end of each full month, from the first weight on; nothing before anybody is rewarded."""
    rows = Weight.objects.order_by("id").values_list("role_id", "figure__slug", "percent", "created")
    said = [_Said(role, figure, percent, day_of(created)) for role, figure, percent, created in rows]
    if not said:
        return ()
    past = _Past(said)
    points = []
    for day in _month_ends(min(each.day for each in said), until):
        share, people = past.rewarded(day)
        if share is not None:
            points.append(Point(day, share, 0.0, people))
    if not points:
        return ()
    return (
        Stream(
            "rewards",
            StreamKind.REWARDS,
            NAME,
            MEASURE,
            "",
            Rhythm.MONTHLY,
            True,
            tuple(points),
            SOURCE,
            "/incentives",
            Shown.SHARE,
            STEP,
        ),
    )


def _month_ends(first: date, until: date) -> Iterator[date]:
    """The last days of the full months between, the newest `MONTHS` of them."""
    for ago in range(min(between(first, until), MONTHS), -1, -1):
        day = last_day(later(until, -ago))
        if first <= day <= until:
            yield day
