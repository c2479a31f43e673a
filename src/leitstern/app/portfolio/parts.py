"""The parts of goals and initiatives in the database: filling rows, finding who and what is meant, refusing circles."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.text import slugify

from leitstern.app.company.former import journey_names, persona_names, touchpoint_names, unit_names
from leitstern.app.portfolio import models
from leitstern.core.bridge.draft import Problem
from leitstern.core.bridge.portfolio.cycles import cycle
from leitstern.core.errors import Conflict
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from leitstern.app.common.actors import Actor
    from leitstern.core.bridge.portfolio.drafts import GoalDraft, InitiativeDraft

LONGEST_SLUG = 70
UNKNOWN = Text(en="“{given}” is not known here.", de="„{given}“ ist hier nicht bekannt.")
NO_LINK = Text(en="A link begins with https:// or http://.", de="Ein Link beginnt mit https:// oder http://.")
CIRCLE = Text(
    en="This would go round in a circle: {way}. Nothing was changed.",
    de="Das liefe im Kreis: {way}. Es wurde nichts geändert.",
)


def holder(name: str, *, board: bool) -> models.Holder:
    """Somebody by name; whoever is named for the first time is kept, on the board or not as it was said."""
    return models.Holder.objects.get_or_create(name=name.strip(), defaults={"board": board})[0]


def free_slug(wanted: str, kind: type[models.Goal] | type[models.Initiative]) -> str:
    """A short name nobody has: the wanted one, or that with a number."""
    base = slugify(wanted.replace("ß", "ss"))[:LONGEST_SLUG] or "x"
    taken = set(kind._default_manager.filter(slug__startswith=base).values_list("slug", flat=True))
    return next(
        slug for n in range(1, len(taken) + 2) if (slug := base if n == 1 else f"{base}-{n}") not in taken
    )


def edition(
    actor: Actor,
    content: dict[str, Any],
    *,
    goal: models.Goal | None = None,
    initiative: models.Initiative | None = None,
) -> None:
    """Keep the wording, unless it is the one kept last."""
    last = models.Edition.objects.filter(goal=goal, initiative=initiative).first()
    if last is None or last.content != content:
        models.Edition.objects.create(goal=goal, initiative=initiative, content=content, actor=actor.actor_id)


def unknown_in_goal(draft: GoalDraft, goals: Collection[str]) -> Iterator[Problem]:
    """What a goal names that is not there."""
    if draft.parent and draft.parent not in goals:
        yield Problem("parent", UNKNOWN.fill(given=draft.parent))
    try:
        if draft.link:
            URLValidator(["http", "https"])(draft.link)
    except ValidationError:
        yield Problem("link", NO_LINK)


def unknown_in_initiative(
    draft: InitiativeDraft, goals: Collection[str], others: Collection[str]
) -> Iterator[Problem]:
    """What an initiative names that neither the taxonomy nor the portfolio knows."""
    named: tuple[tuple[str, Collection[str], Collection[str]], ...] = (
        ("units", draft.units, unit_names()),
        ("touchpoints", draft.touchpoints, touchpoint_names()),
        ("journeys", draft.journeys, journey_names()),
        ("persona", [draft.persona] if draft.persona else [], persona_names()),
        ("pulls", [pull.goal for pull in draft.pulls], goals),
        ("needs", draft.needs, others),
    )
    for field, given, known in named:
        for each in given:
            if each not in known:
                yield Problem(field, UNKNOWN.fill(given=each))


def refuse_serving_in_circles() -> None:
    """Raise Conflict with the way if goals serve each other in a circle."""
    rows = models.Goal.objects.filter(withdrawn=None).values_list("pk", "title", "parent_id")
    titles = {key: title for key, title, _parent in rows}
    _refuse_circle({key: [parent] if parent in titles else [] for key, _title, parent in rows}, titles)


def refuse_waiting_in_circles() -> None:
    """Raise Conflict with the way if initiatives wait for each other in a circle."""
    titles = dict(models.Initiative.objects.filter(withdrawn=None).values_list("pk", "title"))
    edges: dict[int, list[int]] = {key: [] for key in titles}
    for before, after in models.Initiative.needs.through.objects.values_list(
        "from_initiative_id", "to_initiative_id"
    ):
        if before in titles and after in titles:
            edges[before].append(after)
    _refuse_circle(edges, titles)


def _refuse_circle(edges: Mapping[int, Collection[int]], titles: Mapping[int, str]) -> None:
    if way := cycle(edges):
        raise Conflict(CIRCLE.fill(way=" → ".join(titles[key] for key in way)))


def fill(row: models.Initiative, draft: InitiativeDraft) -> None:
    """Everything of a draft that stands in the row itself."""
    for field in ("title", "personalises", "persona", "work_change", "begins", "ends"):
        setattr(row, field, getattr(draft, field))
    for field in ("kind", "aim", "origin", "ai_mode", "ai_purpose", "customer_outcome", "horizon"):
        setattr(row, field, str(getattr(draft, field) or ""))
    for field in ("units", "touchpoints", "journeys", "data_objects", "roles"):
        setattr(row, field, list(dict.fromkeys(getattr(draft, field))))
    row.budget = draft.budget.minor if draft.budget else None
    row.currency = draft.budget.currency.upper() if draft.budget else ""
    row.owner = holder(draft.owner, board=False) if draft.owner.strip() else None
    row.sponsor = holder(draft.sponsor, board=True) if draft.sponsor.strip() else None
    expects = draft.expects
    row.expects_metric, row.expects_unit, row.expects_who = (
        (expects.metric, expects.unit, expects.who) if expects else ("", "", "")
    )
    row.expects_claim = expects.claim if expects else ""
    row.expects_baseline, row.expects_value, row.expects_by = (
        (expects.baseline, expects.value, expects.by) if expects else (None, None, None)
    )


def replace_parts(row: models.Initiative, draft: InitiativeDraft, goals: dict[str, models.Goal]) -> None:
    """The parts are what the draft says, no more: what they were before stands in the editions."""
    for related in (row.paths, row.contributions, row.people_measures, row.milestones):
        related.all().delete()
    models.Path.objects.bulk_create(models.Path(initiative=row, **asdict(path)) for path in draft.paths)
    models.Contribution.objects.bulk_create(
        models.Contribution(initiative=row, goal=goals[pull.goal], sign=pull.sign, weight=pull.weight)
        for pull in draft.pulls
    )
    models.PeopleMeasure.objects.bulk_create(
        models.PeopleMeasure(initiative=row, title=each.title, owner=each.owner, due=each.due)
        for each in draft.people_measures
    )
    models.ProjectMilestone.objects.bulk_create(
        models.ProjectMilestone(
            initiative=row, title=each.title, kind=each.kind, due=each.due, reached=each.reached
        )
        for each in draft.milestones
    )
