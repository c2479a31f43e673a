"""From rows to what the checks see: the whole portfolio in a fixed number of questions to the database."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Prefetch

from leitstern.app.company.queries import current_taxonomy
from leitstern.app.portfolio import models
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
from leitstern.core.bridge.portfolio.stage import Stage
from leitstern.core.bridge.portfolio.terms import (
    Aim,
    AiMode,
    AiPurpose,
    Cadence,
    Horizon,
    Kind,
    MilestoneKind,
    Origin,
)
from leitstern.core.company.money import Money
from leitstern.core.outside.outcomes import Fate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db.models import QuerySet


def goals() -> QuerySet[models.Goal]:
    """Goals that stand, with who answers and their readings, the nearer horizon first."""
    readings = Prefetch("readings", models.Reading.objects.filter(withdrawn=None))
    return models.Goal.objects.filter(withdrawn=None).prefetch_related("accountable", readings)


def initiatives() -> QuerySet[models.Initiative]:
    """Initiatives that stand, with who answers; their parts by `with_parts` where rows of them are needed."""
    return models.Initiative.objects.filter(withdrawn=None).select_related("owner", "sponsor")


def with_parts(found: QuerySet[models.Initiative]) -> QuerySet[models.Initiative]:
    """The same initiatives, their parts read with them."""
    approvals = Prefetch("approvals", models.Approval.objects.filter(withdrawn=None))
    pulls = Prefetch("contributions", models.Contribution.objects.select_related("goal"))
    return found.select_related("owner", "sponsor").prefetch_related(
        "paths", pulls, "people_measures", "milestones", "needs", "turns", approvals
    )


def portfolio() -> Portfolio:
    """What is under way now."""
    return everything().under_way


def everything() -> Portfolio:
    """All that was not withdrawn, also initiatives that are over."""
    maps, parts = journeys_by_touchpoint(), _parts()
    return Portfolio(
        tuple(as_goal(each) for each in goals()),
        tuple(_initiative(each, maps, parts[each.pk]) for each in initiatives()),
    )


def as_initiative(row: models.Initiative) -> Initiative:
    """One initiative as the checks see it, withdrawn or not; its parts as `with_parts` read them."""
    turns = [each for each in row.turns.all() if each.withdrawn is None]  # newest first
    parts = _Parts(
        paths=[as_path(each) for each in row.paths.all()],
        contributions=[
            Contribution(each.goal_id, each.sign, each.weight) for each in row.contributions.all()
        ],
        people_measures=[each.title for each in row.people_measures.all()],
        milestones=[as_milestone(each) for each in row.milestones.all()],
        needs=[each.pk for each in row.needs.all()],
        approved=any(each.withdrawn is None for each in row.approvals.all()),
        stage=Stage(turns[0].stage) if turns else None,
    )
    return _initiative(row, journeys_by_touchpoint(), parts)


@dataclass(slots=True)
class _Parts:
    """What belongs to one initiative."""

    paths: list[Path] = field(default_factory=list)
    contributions: list[Contribution] = field(default_factory=list)
    people_measures: list[str] = field(default_factory=list)
    milestones: list[ProjectMilestone] = field(default_factory=list)
    needs: list[int] = field(default_factory=list)
    approved: bool = False
    stage: Stage | None = None


def _parts() -> defaultdict[int, _Parts]:
    """The parts of standing initiatives by key, as plain values: a row per part, without an object for each."""
    found: defaultdict[int, _Parts] = defaultdict(_Parts)
    of = {"initiative__withdrawn": None}
    said = ("outcome", "activity", "capability", "people", "process", "technology")
    for key, *path in models.Path.objects.filter(**of).values_list("initiative_id", *said):
        found[key].paths.append(Path(*path))
    for key, *pull in models.Contribution.objects.filter(**of).values_list(
        "initiative_id", "goal_id", "sign", "weight"
    ):
        found[key].contributions.append(Contribution(*pull))
    for key, title in models.PeopleMeasure.objects.filter(**of).values_list("initiative_id", "title"):
        found[key].people_measures.append(title)
    for key, title, kind, due, reached in models.ProjectMilestone.objects.filter(**of).values_list(
        "initiative_id", "title", "kind", "due", "reached"
    ):
        found[key].milestones.append(ProjectMilestone(title, MilestoneKind(kind), due, reached))
    needs = models.Initiative.needs.through.objects.filter(from_initiative__withdrawn=None)
    for key, need in needs.values_list("from_initiative_id", "to_initiative_id"):
        found[key].needs.append(need)
    approvals = models.Approval.objects.filter(withdrawn=None, **of)
    for key in approvals.order_by().values_list("initiative_id", flat=True):
        found[key].approved = True
    turns = models.Turn.objects.filter(withdrawn=None, **of).order_by("day", "id")
    for key, stage in turns.values_list("initiative_id", "stage"):
        found[key].stage = Stage(stage)
    return found


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


def _initiative(row: models.Initiative, maps: Mapping[str, tuple[str, ...]], parts: _Parts) -> Initiative:
    """Journeys it touches count as named."""
    through = [journey for point in row.touchpoints for journey in maps.get(point, ())]
    return Initiative(
        key=row.pk,
        title=row.title,
        kind=Kind(row.kind),
        aim=Aim(row.aim),
        origin=Origin(row.origin) if row.origin else None,
        ai_mode=AiMode(row.ai_mode) if row.ai_mode else None,
        ai_purpose=AiPurpose(row.ai_purpose) if row.ai_purpose else None,
        customer_outcome=Fate(row.customer_outcome) if row.customer_outcome else None,
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
        paths=tuple(parts.paths),
        contributions=tuple(parts.contributions),
        people_measures=tuple(parts.people_measures),
        milestones=tuple(parts.milestones),
        needs=tuple(parts.needs),
        roles=tuple(row.roles),
        work_change=row.work_change,
        expects=expectation_of(row),
        approved=parts.approved,
        stage=parts.stage,
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
        row.expects_claim,
    )
