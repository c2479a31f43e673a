"""Teams with their sizes, applications that are watched, what living them means, and files handed in."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from leitstern.app.adoption.models import Feed, Live, Meaning, Size, Step, Team, Watched
from leitstern.app.common.actors import Capability
from leitstern.app.common.lookups import or_not_found
from leitstern.app.inside.agreements import floor
from leitstern.app.stack.queries import application_names
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from leitstern.app.common.actors import Actor

NO_TEAM = Text(en="There is no such team.", de="Dieses Team gibt es nicht.")
NO_APPLICATION = Text(
    en="The use of no such application is looked at.",
    de="Die Nutzung dieser Anwendung wird nicht betrachtet.",
)
NO_FEED = Text(en="There is no such file.", de="Diese Datei gibt es nicht.")
NO_STEP = Text(en="There is no such point.", de="Diesen Punkt gibt es nicht.")


def all_teams(*, retired: bool = False) -> QuerySet[Team]:
    """Teams by name: those there are, or those that were."""
    return Team.objects.filter(retired__isnull=not retired)


def team_by_slug(slug: str) -> Team:
    """One team, also one that was. Raises NotFound."""
    return or_not_found(Team.objects.filter(slug=slug).first(), NO_TEAM)


def team_names() -> dict[str, str]:
    """Names of the teams there are, by short name, as tables call them."""
    return dict(all_teams().values_list("slug", "name"))


def told_from(reader: Actor) -> int:
    """From how many people on the size of a team is told: whoever keeps the register has to see what stands in it."""
    return 0 if Capability.KEEP_REGISTERS in reader.capabilities else floor()[0]


def all_watched(*, retired: bool = False) -> QuerySet[Watched]:
    """Applications whose use is looked at, or was."""
    return Watched.objects.filter(retired__isnull=not retired)


def watched_by_slug(slug: str) -> Watched:
    """One of them. Raises NotFound."""
    return or_not_found(Watched.objects.filter(slug=slug).first(), NO_APPLICATION)


def watched_names() -> dict[str, str]:
    """What they are called by short name: as in the register of technology where it knows them."""
    known = application_names()
    return {slug: known.get(slug, name) for slug, name in all_watched().values_list("slug", "name")}


def feed_by_id(feed_id: int) -> Feed:
    """One file. Raises NotFound."""
    return or_not_found(Feed.objects.filter(pk=feed_id).first(), NO_FEED)


def step_by_id(step_id: int) -> Step:
    """One point of a rollout. Raises NotFound."""
    return or_not_found(Step.objects.filter(pk=step_id).select_related("watched").first(), NO_STEP)


class Sizes:
    """How many people teams have in a month; a team nobody sized has none that is known."""

    def __init__(self) -> None:
        newest: dict[int, dict[date, int]] = defaultdict(dict)
        for team, since, people in Size.objects.order_by("id").values_list("team_id", "since", "people"):
            newest[team][since] = people
        self._steps = {team: sorted(steps.items()) for team, steps in newest.items()}

    def at(self, team: int, month: date) -> int | None:
        """How many in a month; before the first entry, as many as that says."""
        steps = self._steps.get(team)
        if not steps:
            return None
        return steps[max(0, bisect_right(steps, month, key=lambda step: step[0]) - 1)][1]

    def steps(self, team: int) -> list[tuple[date, int]]:
        """All entries of a team, the oldest first."""
        return self._steps.get(team, [])


def meanings() -> dict[int, Meaning]:
    """What living each application means now, by its number."""
    newest: dict[int, Meaning] = {}
    for each in Meaning.objects.order_by("-id"):
        newest.setdefault(each.watched_id, each)
    return newest


def lives() -> dict[tuple[int, int], date]:
    """Since when applications are live in teams, by both their numbers."""
    rows = Live.objects.filter(withdrawn=None).order_by("id").values_list("watched_id", "team_id", "day")
    return {(watched, team): day for watched, team, day in rows}
