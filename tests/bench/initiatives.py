"""Five hundred initiatives of all kinds, each told to three roles."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leitstern.app.portfolio.models import Initiative

INITIATIVES, GOALS = 500, 12


def enter_initiatives() -> None:
    """Initiatives of every kind, each for or against a goal."""
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.company.queries import require_taxonomy
    from leitstern.app.portfolio import models
    from leitstern.app.portfolio.keeping import keep_goal
    from leitstern.core.bridge.portfolio.drafts import GoalDraft
    from leitstern.core.bridge.portfolio.terms import Aim, Kind

    taxonomy = require_taxonomy()
    units = [each.slug for each in taxonomy.departments]
    points = [each.slug for each in taxonomy.touchpoints]
    goals = [keep_goal(COMMAND_LINE, GoalDraft(f"Goal {n}")) for n in range(GOALS)]
    kinds, aims = list(Kind), list(Aim)
    rows = models.Initiative.objects.bulk_create(
        models.Initiative(
            slug=f"bench-{n}",
            title=f"Initiative {n}",
            kind=kinds[n % len(kinds)],
            aim=aims[n % len(aims)],
            units=[units[n % len(units)]],
            touchpoints=[points[n % len(points)]],
            budget=n * 10_000,
            currency="EUR",
            actor="command line",
        )
        for n in range(INITIATIVES)
    )
    _explain(rows)
    models.Contribution.objects.bulk_create(
        models.Contribution(
            initiative=row, goal=goals[n % GOALS], sign=-1 if n % 17 == 0 else 1, weight=1 + n % 3
        )
        for n, row in enumerate(rows)
    )
    models.Path.objects.bulk_create(
        models.Path(initiative=row, outcome="o", capability=f"c{row.pk}") for row in rows
    )
    models.ProjectMilestone.objects.bulk_create(
        models.ProjectMilestone(initiative=row, title="m", kind="technology")
        for row in rows
        for _ in range(3)
    )


def _explain(rows: list[Initiative]) -> None:
    """A published brief for each, with three roles, and something that is said."""
    from leitstern.app.change.models import Brief, Message, Version
    from leitstern.core.bridge.change.brief import BriefDraft, ForRole, RoleKey, as_content

    roles = tuple(ForRole(RoleKey("service", f"Role {n}"), "Words " * 30) for n in range(3))
    content = as_content(BriefDraft("For people. " * 20, "Board", date(2026, 3, 1), roles=roles))
    briefs = Brief.objects.bulk_create(
        Brief(initiative=row, language="en", content=content, actor="command line") for row in rows
    )
    Version.objects.bulk_create(
        Version(brief=brief, number=1, content=content, actor="command line") for brief in briefs
    )
    Message.objects.bulk_create(
        Message(
            initiative=row,
            title="Round",
            channel="team",
            units=["it"],
            who="Head",
            day=date(2026, 3, 1),
            actor="-",
        )
        for row in rows
    )
