"""What ladders are made of, read from the tables in a few questions: for one application, or for all of them."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import CharField, Max, Q, StringAgg, Value
from django.db.models.functions import Cast

from leitstern.app.adoption.climbing import Ladder, UsedRow, climb
from leitstern.app.adoption.lake import felt_at
from leitstern.app.adoption.models import Feed, Live, Meaning, Outcome, Size, Team, UsedMonth, Watched
from leitstern.app.adoption.register import Sizes, lives, meanings
from leitstern.app.inside.agreements import floor
from leitstern.app.intake.queries import latest_snapshot
from leitstern.core.inside.adoption.effect import Month, effect
from leitstern.core.inside.adoption.ladder import Expected
from leitstern.core.inside.adoption.usage import MONTHS, Usage
from leitstern.core.months import later

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.db.models import Model

    from leitstern.core.inside.adoption.effect import Effect
    from leitstern.core.stats.estimate import Missing

COLUMNS = (  # in the order of `Usage`
    *("weeks", "eligible", "active", "seats", "seatable", "started", "completed", "features"),
    *("kept", "judged", "records", "filled", "asked"),
)
type Places = Mapping[tuple[str, str], Mapping[int, Sequence[Month]]]


def state() -> tuple[object, ...]:
    """Changes whenever something changes that ladders are made of. Rows never change, they only stop or go on standing."""
    snapshot = latest_snapshot()
    asked = (
        *(standing(each, "withdrawn") for each in (Feed, Live)),
        *(standing(each, "retired") for each in (Team, Watched)),
        *(each._default_manager.aggregate(newest=Max("pk"))["newest"] for each in (Size, Meaning)),
    )
    return (*asked, floor()[0], snapshot.pk if snapshot else None)


def standing(model: type[Model], gone: str) -> tuple[int | None, str | None]:
    """The newest row of a table, and exactly which of its rows are `gone`; in another order they are only counted again."""
    rows = StringAgg(Cast("pk", CharField()), Value(","), filter=Q(**{f"{gone}__isnull": False}))
    found = model._default_manager.aggregate(newest=Max("pk"), without=rows)
    return found["newest"], found["without"]


class Climbs:
    """Reads everything once; `ladder` then asks nothing more of the tables."""

    def __init__(self, watched: int | None = None) -> None:
        self.fewest, self.sizes, self.meanings = floor()[0], Sizes(), meanings()
        there = set(Team.objects.filter(retired=None).values_list("pk", flat=True))
        self._lives: dict[int, dict[int, date]] = defaultdict(dict)
        for (application, team), day in lives().items():
            if team in there:
                self._lives[application][team] = day
        self._lived: dict[tuple[str, str], list[Month]] = {}
        self._used = self._read_used(watched)
        wanted = [each for key, each in self.meanings.items() if watched in (None, key)]
        self._answers = _answers({(each.touchpoint, each.facet) for each in wanted if each.touchpoint})

    def _read_used(self, watched: int | None) -> dict[int, list[UsedRow]]:
        """The newest months of each application; older ones do not count any more."""
        months = UsedMonth.objects.filter(team__retired=None)
        if watched is not None:
            months = months.filter(watched=watched)
        newest = months.order_by("-month").values_list("month", flat=True).first()
        found: dict[int, list[UsedRow]] = defaultdict(list)
        if newest is None:
            return found
        recent = months.filter(month__gte=month_before(newest, MONTHS - 1))
        for row in recent.values_list("watched_id", "team_id", "month", "least", *COLUMNS).iterator():
            found[row[0]].append(self.used(row[1], row[2], row[3], Usage(*row[4:])))
        return found

    def used(self, team: int, month: date, least: int, usage: Usage) -> UsedRow:
        """A month with the number of people it was about: by the register or the feed, whichever is less."""
        known = self.sizes.at(team, month)
        return UsedRow(team, month, least if known is None else min(known, least), usage)

    def ladder(self, watched: int) -> Ladder:
        """Where the teams of one application stand by its newest months."""
        meaning = self.meanings[watched]
        rows = [row for row in self._used[watched] if meaning.since is None or row.month >= meaning.since]
        going = self._lives[watched]
        return climb(
            rows,
            self._effects(watched, meaning, {row.team for row in rows} | going.keys()),
            expected(meaning),
            going,
            self.fewest,
            self._felt(watched, meaning),
        )

    def _effects(self, watched: int, meaning: Meaning, teams: set[int]) -> dict[int, Effect | Missing]:
        """What the customers of each team noticed, against teams that do not have it."""
        answers = self._answers.get((meaning.touchpoint, meaning.facet), {})
        going = self._lives[watched]
        others = [months for team, months in answers.items() if team not in going and team not in teams]
        return {team: effect(answers.get(team, ()), going.get(team), others) for team in teams}

    def _felt(self, watched: int, meaning: Meaning) -> Effect | Missing | None:
        """Where no team's own customers were asked: what all customers lived at the touchpoint."""
        going = self._lives[watched]
        if not meaning.touchpoint or self._answers.get((meaning.touchpoint, meaning.facet)) or not going:
            return None
        place = (meaning.touchpoint, meaning.facet)
        if place not in self._lived:
            self._lived[place] = felt_at(*place)
        return effect(self._lived[place], min(going.values()))


def expected(meaning: Meaning) -> Expected:
    """What living it means, without its words."""
    return Expected(len(meaning.features), meaning.parts)


def month_before(month: date, by: int) -> date:
    """The first of the month so many months before."""
    return later(month, -by)


def _answers(places: set[tuple[str, str]]) -> Places:
    """By touchpoint and statement, by team: what customers said month by month."""
    found: dict[tuple[str, str], dict[int, list[Month]]] = defaultdict(lambda: defaultdict(list))
    if places:
        rows = Outcome.objects.filter(
            stands=True, team__retired=None, touchpoint__in={at for at, _ in places}
        )
        for at, facet, team, month, asked, good in rows.order_by("month").values_list(
            "touchpoint", "facet", "team_id", "month", "asked", "good"
        ):
            found[at, facet][team].append(Month(month, asked, good))
    return {place: dict(teams) for place, teams in found.items()}
