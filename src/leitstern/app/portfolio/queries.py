"""What is under way towards which goals, and what is to be said about it. Other areas read the portfolio here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, Prefetch, Q
from django.utils import timezone

from leitstern.app.common.findings import remember
from leitstern.app.common.lookups import or_not_found
from leitstern.app.portfolio import models, standing
from leitstern.app.portfolio.around import around, ground, thresholds
from leitstern.app.portfolio.outcomes import outcome
from leitstern.core.bridge.portfolio.findings import findings
from leitstern.core.bridge.portfolio.gate import obstacles
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from leitstern.app.portfolio.outcomes import Outcome
    from leitstern.core.bridge.portfolio.finding import Finding
    from leitstern.core.bridge.portfolio.gate import Obstacle
    from leitstern.core.bridge.portfolio.picture import Portfolio

NO_GOAL = Text(en="There is no such goal.", de="Dieses Ziel gibt es nicht.")
NO_INITIATIVE = Text(en="There is no such initiative.", de="Diese Initiative gibt es nicht.")
NO_PROMISE = Text(en="There is no such promise.", de="Diese Zusage gibt es nicht.")
NO_HOLDER = Text(en="There is nobody of that name.", de="Diesen Namen gibt es hier nicht.")


def portfolio() -> Portfolio:
    """Goals and initiatives that stand, as plain values."""
    return standing.portfolio()


def findings_now(found: Portfolio | None = None) -> tuple[Finding, ...]:
    """Everything the portfolio tells today, alarms first."""
    whole, near, limits, today = found or portfolio(), around(), thresholds(), timezone.localdate()
    return remember("portfolio", (whole, near, limits, today), lambda: findings(whole, near, limits, today))


def gate(row: models.Initiative) -> tuple[Obstacle, ...]:
    """What stands against approving an initiative as it is now."""
    return obstacles(standing.as_initiative(row), ground(), timezone.localdate())


def needed_capabilities() -> tuple[tuple[str, str], ...]:
    """What outcome chains of standing initiatives need: the capability and the customer's outcome it is for."""
    rows = models.Path.objects.filter(initiative__withdrawn=None).exclude(capability="").exclude(outcome="")
    return tuple(rows.values_list("capability", "outcome"))


def goal_by_id(goal_id: int) -> models.Goal:
    """One goal, withdrawn or not. Raises NotFound."""
    return or_not_found(
        models.Goal.objects.filter(pk=goal_id).prefetch_related("accountable").first(), NO_GOAL
    )


def initiative_by_id(initiative_id: int) -> models.Initiative:
    """One initiative with its parts, withdrawn or not. Raises NotFound."""
    return or_not_found(
        standing.with_parts(models.Initiative.objects.filter(pk=initiative_id)).first(), NO_INITIATIVE
    )


def promise_by_id(promise_id: int) -> models.VendorPromise:
    """One vendor's promise, withdrawn or not. Raises NotFound."""
    return or_not_found(models.VendorPromise.objects.filter(pk=promise_id).first(), NO_PROMISE)


def holder_by_id(holder_id: int) -> models.Holder:
    """Somebody who answers for something. Raises NotFound."""
    return or_not_found(models.Holder.objects.filter(pk=holder_id).first(), NO_HOLDER)


def holders() -> QuerySet[models.Holder]:
    """Everybody who answers or answered for something, the board first."""
    return models.Holder.objects.all()


def duties() -> QuerySet[models.Holder]:
    """The same, each with how many standing goals and initiatives they answer for."""
    goals = Count("goals", Q(goals__withdrawn=None), distinct=True)
    owned = Count("owned", Q(owned__withdrawn=None), distinct=True)
    sponsored = Count("sponsored", Q(sponsored__withdrawn=None), distinct=True)
    counted = holders().annotate(n_goals=goals, n_owned=owned, n_sponsored=sponsored)
    return counted.order_by("-board", "name")


def vendor_promises() -> QuerySet[models.VendorPromise]:
    """Promises that stand, with their judgements, the first due first."""
    return (
        models.VendorPromise.objects.filter(withdrawn=None)
        .select_related("initiative")
        .prefetch_related("judgements")
    )


def withdrawn_initiatives() -> QuerySet[models.Initiative]:
    """What was taken back, the latest first."""
    return models.Initiative.objects.exclude(withdrawn=None).order_by("-withdrawn")


def withdrawn_promises() -> QuerySet[models.VendorPromise]:
    """Promises taken out of the ledger, the latest first."""
    return models.VendorPromise.objects.exclude(withdrawn=None).order_by("-withdrawn")


def standing_approval(row: models.Initiative) -> models.Approval | None:
    """The approval in force."""
    return next(iter(row.approvals.filter(withdrawn=None)), None)


def outcomes() -> tuple[tuple[models.Initiative, Outcome], ...]:
    """What was expected of each approved initiative that stands and what came of it, the first due first."""
    results = Prefetch("results", models.Result.objects.filter(withdrawn=None))
    rows = models.Approval.objects.filter(withdrawn=None, initiative__withdrawn=None)
    found = [
        (row.initiative, came)
        for row in rows.select_related("initiative").prefetch_related(results)
        if (came := outcome(row))
    ]
    return tuple(sorted(found, key=lambda pair: (pair[1].expected.by, pair[0].pk)))


def newest_readings() -> dict[int, models.Reading]:
    """Where each goal stood last, by its key."""
    rows = models.Reading.objects.filter(withdrawn=None).order_by("day", "id")
    return {row.goal_id: row for row in rows}


def left_by(day: date) -> frozenset[str]:
    """Names of those who no longer answer for anything on a day."""
    return frozenset(models.Holder.objects.filter(left__lte=day).values_list("name", flat=True))


def holder_by_name(name: str) -> models.Holder:
    """Somebody who answers for something, as written. Raises NotFound."""
    return or_not_found(models.Holder.objects.filter(name=name.strip()).first(), NO_HOLDER)


def exceptions() -> QuerySet[models.Approval]:
    """Approvals that stand although the gate was closed, newest first."""
    return (
        models.Approval.objects.filter(withdrawn=None, initiative__withdrawn=None)
        .exclude(exception_reason="")
        .select_related("initiative")
    )
