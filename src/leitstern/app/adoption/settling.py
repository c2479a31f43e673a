"""Which rows stand when several feeds say something of the same, and the months that are added up from standing weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, Max, Min, Model, OuterRef, Q, Subquery, Sum

from leitstern.app.adoption.models import Campaign, Outcome, Sent, UsedMonth, Week

if TYPE_CHECKING:
    from leitstern.app.adoption.models import Feed

KEYS: dict[type[Model], tuple[str, ...]] = {
    Week: ("watched", "team", "week"),
    Outcome: ("team", "touchpoint", "facet", "month"),
    Campaign: ("key",),
    Sent: ("key",),
}
_SUMS = ("seats", "started", "completed", "kept", "judged", "records", "filled", "asked")


def settle(model: type[Model], feed: Feed, within: Q) -> None:
    """Let the newest rows stand that are not withdrawn, of everything the feed says something of.

    `within` narrows down where such rows can be, so that years of others need not be looked at.
    """
    rows: Any = model._default_manager
    same = {key: OuterRef(key) for key in KEYS[model]}
    touched = rows.filter(within).filter(Exists(rows.filter(feed=feed, **same)))
    newest = rows.filter(feed__withdrawn=None, **same).order_by("-feed_id", "-pk").values("pk")[:1]
    touched.filter(stands=True).update(stands=False)
    touched.filter(pk=Subquery(newest)).update(stands=True)


def settle_weeks(feed: Feed) -> None:
    """The same for weeks, and their months added up again."""
    mine = Week.objects.filter(feed=feed)
    ends = mine.aggregate(first=Min("month"), last=Max("month"), begin=Min("week"), end=Max("week"))
    if ends["first"] is None:
        return
    watched = list(mine.values_list("watched_id", flat=True).distinct())
    teams = list(mine.values_list("team_id", flat=True).distinct())
    here = Q(watched__in=watched, team__in=teams)
    settle(Week, feed, here & Q(week__gte=ends["begin"], week__lte=ends["end"]))
    months = Q(month__gte=ends["first"], month__lte=ends["last"])
    UsedMonth.objects.filter(here & months).delete()
    sums = {name: Sum(name) for name in _SUMS}
    found: Any = (
        Week.objects.filter(here & months, stands=True)
        .values("watched_id", "team_id", "month")
        .annotate(
            weeks=Count("pk"),
            n_eligible=Sum("eligible"),
            n_active=Sum("active"),
            least=Min("eligible"),
            seatable=Sum("eligible", filter=Q(seats__isnull=False)),
            most_features=Max("features"),
            **{f"n_{name}": each for name, each in sums.items()},
        )
    )
    UsedMonth.objects.bulk_create(
        (
            UsedMonth(
                watched_id=row["watched_id"],
                team_id=row["team_id"],
                month=row["month"],
                weeks=row["weeks"],
                eligible=row["n_eligible"],
                active=row["n_active"],
                least=row["least"],
                seatable=row["seatable"],
                features=row["most_features"],
                **{name: row[f"n_{name}"] for name in _SUMS},
            )
            for row in found.iterator()
        ),
        batch_size=5_000,
    )
