"""From rows to what the checks see: the whole portfolio in a fixed number of questions to the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Prefetch

from leitstern.app.company.queries import current_taxonomy
from leitstern.app.portfolio import models
from leitstern.core.bridge.portfolio.money import Money
from leitstern.core.bridge.portfolio.picture import (
    Contribution,
    Expectation,
    Goal,
    Holder,
    Initiative,
    Path,
    Portfolio,
    ProjectMilestone,
)
from leitstern.core.bridge.portfolio.terms import (
    Aim,
    AiMode,
    Cadence,
    Horizon,
    Kind,
    MilestoneKind,
    Origin,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db.models import QuerySet


def goals() -> QuerySet[models.Goal]:
    """Goals that stand, with who answers and their readings, the nearer horizon first."""
    readings = Prefetch("readings", models.Reading.objects.filter(withdrawn=None))
    return models.Goal.objects.filter(withdrawn=None).prefetch_related("accountable", readings)


def initiatives() -> QuerySet[models.Initiative]:
    """Initiatives that stand, with everything that belongs to them."""
    return with_parts(models.Initiative.objects.filter(withdrawn=None))


def with_parts(found: QuerySet[models.Initiative]) -> QuerySet[models.Initiative]:
    """The same initiatives, their parts read with them."""
    approvals = Prefetch("approvals", models.Approval.objects.filter(withdrawn=None))
    return found.select_related("owner", "sponsor").prefetch_related(
        "paths", "contributions", "people_measures", "milestones", "needs", approvals
    )


def portfolio() -> Portfolio:
    """Everything that stands now."""
    maps = journeys_by_touchpoint()
    return Portfolio(
        tuple(as_goal(each) for each in goals()), tuple(as_initiative(each, maps) for each in initiatives())
    )


def journeys_by_touchpoint() -> dict[str, tuple[str, ...]]:
    """On which designed journeys each touchpoint lies."""
    taxonomy = current_taxonomy()
    found: dict[str, tuple[str, ...]] = {}
    for each in taxonomy.maps if taxonomy else ():
        for step in each.steps:
            found[step.touchpoint] = (*found.get(step.touchpoint, ()), each.slug)
    return found


def as_goal(row: models.Goal) -> Goal:
    """One goal as the checks see it."""
    readings = list(row.readings.all())
    return Goal(
        key=row.pk,
        title=row.title,
        metric=row.metric,
        baseline=row.baseline,
        target=row.target,
        unit=row.unit,
        accountable=tuple(as_holder(each) for each in row.accountable.all()),
        cadence=Cadence(row.cadence) if row.cadence else None,
        horizon=Horizon(row.horizon) if row.horizon else None,
        parent=row.parent_id,
        last_read=readings[0].day if readings else None,
    )


def as_initiative(row: models.Initiative, maps: Mapping[str, tuple[str, ...]]) -> Initiative:
    """One initiative as the checks see it; journeys it touches count as named."""
    through = [journey for point in row.touchpoints for journey in maps.get(point, ())]
    return Initiative(
        key=row.pk,
        title=row.title,
        kind=Kind(row.kind),
        aim=Aim(row.aim),
        origin=Origin(row.origin) if row.origin else None,
        ai_mode=AiMode(row.ai_mode) if row.ai_mode else None,
        personalises=row.personalises,
        persona=row.persona,
        horizon=Horizon(row.horizon) if row.horizon else None,
        units=tuple(row.units),
        touchpoints=tuple(row.touchpoints),
        journeys=tuple(dict.fromkeys([*row.journeys, *through])),
        data_objects=tuple(row.data_objects),
        budget=money_of(row),
        owner=as_holder(row.owner) if row.owner else None,
        sponsor=as_holder(row.sponsor) if row.sponsor else None,
        paths=tuple(as_path(each) for each in row.paths.all()),
        contributions=tuple(
            Contribution(each.goal_id, each.sign, each.weight) for each in row.contributions.all()
        ),
        people_measures=tuple(each.title for each in row.people_measures.all()),
        milestones=tuple(as_milestone(each) for each in row.milestones.all()),
        needs=tuple(each.pk for each in row.needs.all()),
        roles=tuple(row.roles),
        work_change=row.work_change,
        expects=expectation_of(row),
        approved=bool(row.approvals.all()),
    )


def as_holder(row: models.Holder) -> Holder:
    """Somebody who answers."""
    return Holder(row.name, row.board, row.left)


def as_path(row: models.Path) -> Path:
    """One way from outcome to technology."""
    return Path(row.outcome, row.activity, row.capability, row.people, row.process, row.technology)


def as_milestone(row: models.ProjectMilestone) -> ProjectMilestone:
    """One milestone."""
    return ProjectMilestone(row.title, MilestoneKind(row.kind), row.due, row.reached)


def money_of(row: models.Initiative) -> Money | None:
    """The budget, if one was entered."""
    return None if row.budget is None else Money(row.budget, row.currency)


def expectation_of(row: models.Initiative) -> Expectation | None:
    """Who expects what by when, if all of it was said."""
    if row.expects_value is None or row.expects_by is None or not row.expects_metric or not row.expects_who:
        return None
    return Expectation(
        row.expects_metric,
        row.expects_baseline,
        row.expects_value,
        row.expects_unit,
        row.expects_by,
        row.expects_who,
    )
