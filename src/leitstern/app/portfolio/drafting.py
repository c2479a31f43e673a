"""Goals and initiatives as drafts: what a form starts from, what programs get, what an approval freezes."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder

from leitstern.app.portfolio.standing import as_milestone, as_path, expectation_of, money_of
from leitstern.core.bridge.portfolio.drafts import ForPeople, GoalDraft, InitiativeDraft, Pull
from leitstern.core.bridge.portfolio.terms import Aim, AiMode, AiPurpose, Cadence, Horizon, Kind, Origin
from leitstern.core.outside.outcomes import Fate

if TYPE_CHECKING:
    from leitstern.app.portfolio.models import Goal, Initiative


def goal_draft(row: Goal) -> GoalDraft:
    """A goal as it stands."""
    return GoalDraft(
        title=row.title,
        metric=row.metric,
        unit=row.unit,
        baseline=row.baseline,
        target=row.target,
        target_day=row.target_day,
        cadence=Cadence(row.cadence) if row.cadence else None,
        horizon=Horizon(row.horizon) if row.horizon else None,
        parent=row.parent.slug if row.parent else "",
        accountable=tuple(each.name for each in row.accountable.all()),
        link=row.link,
    )


def initiative_draft(row: Initiative) -> InitiativeDraft:
    """An initiative as it stands."""
    return InitiativeDraft(
        title=row.title,
        kind=Kind(row.kind),
        aim=Aim(row.aim),
        units=tuple(row.units),
        origin=Origin(row.origin) if row.origin else None,
        ai_mode=AiMode(row.ai_mode) if row.ai_mode else None,
        ai_purpose=AiPurpose(row.ai_purpose) if row.ai_purpose else None,
        customer_outcome=Fate(row.customer_outcome) if row.customer_outcome else None,
        personalises=row.personalises,
        persona=row.persona,
        horizon=Horizon(row.horizon) if row.horizon else None,
        touchpoints=tuple(row.touchpoints),
        journeys=tuple(row.journeys),
        data_objects=tuple(row.data_objects),
        roles=tuple(row.roles),
        work_change=row.work_change,
        budget=money_of(row),
        owner=row.owner.name if row.owner else "",
        sponsor=row.sponsor.name if row.sponsor else "",
        begins=row.begins,
        ends=row.ends,
        expects=expectation_of(row),
        paths=tuple(as_path(each) for each in row.paths.all()),
        pulls=tuple(Pull(each.goal.slug, each.sign, each.weight) for each in row.contributions.all()),
        people_measures=tuple(
            ForPeople(each.title, each.owner, each.due) for each in row.people_measures.all()
        ),
        milestones=tuple(as_milestone(each) for each in row.milestones.all()),
        needs=tuple(each.slug for each in row.needs.all()),
    )


def content(draft: GoalDraft | InitiativeDraft) -> dict[str, Any]:
    """A draft as plain values, days written out, for keeping."""
    said: dict[str, Any] = json.loads(json.dumps(asdict(draft), cls=DjangoJSONEncoder))
    if said.get("expects") and not said["expects"]["claim"]:
        del said["expects"]["claim"]  # as it was before expectations could rest on a published figure
    return said
