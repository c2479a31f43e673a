"""Parts: what changes something, who is accountable for it, what was decided, and what it is for."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from django.db.models import FilteredRelation, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from leitstern.app.bridge.queries import measures as all_measures
from leitstern.app.change.models import Brief
from leitstern.app.company.former import FORMERLY
from leitstern.app.leadership.models import Decision
from leitstern.app.portfolio.models import Contribution, Goal, Holder, Initiative, Turn
from leitstern.app.practice.models import Pilot, Principle, StopItem
from leitstern.app.practice.queries import published_stories
from leitstern.app.programme.models import Hurdle, Task
from leitstern.app.ties import saying
from leitstern.app.ties.part import each, page, part, plain, roles
from leitstern.core.bridge.portfolio.stage import OVER
from leitstern.core.bridge.ties.graph import Kind, Thing, Tie
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leitstern.core.bridge.ties.graph import Key

BRIEF = Text(en="Brief: {title}", de="Leitbrief: {title}")


@part(
    Kind.PERSON,
    ties=[
        (Kind.PERSON, Kind.INITIATIVE),
        (Kind.PERSON, Kind.TASK),
        (Kind.PERSON, Kind.HURDLE),
        (Kind.PERSON, Kind.GOAL),
    ],
)
def people() -> Iterator[Thing | Tie]:
    """Whoever answers for something by name or role, as was entered; never what they do or how well."""
    there = reverse("portfolio:responsible")
    today = timezone.localdate()
    for key, name, left, goal in Holder.objects.order_by("id").values_list("id", "name", "left", "goals__id"):
        gone = left is not None and left <= today
        yield Thing(Kind.PERSON, str(key), FORMERLY.fill(name=plain(name)) if gone else plain(name), there)
        if goal is not None:
            yield Tie((Kind.PERSON, str(key)), (Kind.GOAL, str(goal)), saying.ANSWERABLE)


@part(Kind.GOAL, ties=[(Kind.GOAL, Kind.GOAL)])
def goals() -> Iterator[Thing | Tie]:
    """Goals and the larger ones they serve."""
    at = page("portfolio:goal")
    for key, title, parent in Goal.objects.filter(withdrawn=None).values_list("id", "title", "parent_id"):
        yield Thing(Kind.GOAL, str(key), plain(title), at(key))
        if parent is not None:
            yield Tie((Kind.GOAL, str(key)), (Kind.GOAL, str(parent)), saying.FOR_TOO)


@part(
    Kind.INITIATIVE,
    ties=[
        (Kind.INITIATIVE, Kind.TOUCHPOINT),
        (Kind.INITIATIVE, Kind.JOURNEY),
        (Kind.UNIT, Kind.INITIATIVE),
        (Kind.PERSON, Kind.INITIATIVE),
    ],
)
def initiatives() -> Iterator[Thing | Tie]:
    """Initiatives under way, what they change, and who carries them."""
    turns = Turn.objects.filter(initiative=OuterRef("pk"), withdrawn=None).order_by("-day", "-id")
    rows = Initiative.objects.filter(withdrawn=None).annotate(
        stage=Coalesce(Subquery(turns.values("stage")[:1]), Value(""))
    )
    at = page("portfolio:initiative")
    for key, title, touchpoints, journeys, units, owner, sponsor in rows.exclude(stage__in=OVER).values_list(
        "id", "title", "touchpoints", "journeys", "units", "owner_id", "sponsor_id"
    ):
        here: Key = (Kind.INITIATIVE, str(key))
        yield Thing(*here, plain(title), at(key))
        yield from each(*here, Kind.TOUCHPOINT, touchpoints, saying.CHANGES)
        yield from each(*here, Kind.JOURNEY, journeys, saying.CHANGES)
        for place, unit in enumerate(units):
            yield Tie((Kind.UNIT, unit), here, saying.TAKES_PART if place else saying.LEADS)
        if owner is not None:
            yield Tie((Kind.PERSON, str(owner)), here, saying.ANSWERABLE)
        if sponsor is not None:
            yield Tie((Kind.PERSON, str(sponsor)), here, saying.SPONSORS)


@part(ties=[(Kind.INITIATIVE, Kind.GOAL)])
def contributions() -> Iterator[Thing | Tie]:
    """Which goals initiatives work for, and which against."""
    for one, goal, sign in Contribution.objects.values_list("initiative_id", "goal_id", "sign"):
        words = saying.WORKS_FOR if sign > 0 else saying.WORKS_AGAINST
        yield Tie((Kind.INITIATIVE, str(one)), (Kind.GOAL, str(goal)), words)


@part(Kind.BRIEF, ties=[(Kind.BRIEF, Kind.INITIATIVE), (Kind.BRIEF, Kind.ROLE)])
def briefs() -> Iterator[Thing | Tie]:
    """Published briefs, one per initiative, and the roles they tell what changes."""
    known = {(unit, name): str(key) for key, name, unit, _people in roles()}
    at = page("change:brief")
    rows = Brief.objects.filter(versions__withdrawn=None, versions__isnull=False).distinct()
    found = rows.order_by("initiative_id").values_list("initiative_id", "initiative__title", "content")
    for key, languages in groupby(found, key=lambda row: row[0]):
        written = list(languages)
        here: Key = (Kind.BRIEF, str(key))
        yield Thing(*here, BRIEF.fill(title=plain(written[0][1])), at(key))
        yield Tie(here, (Kind.INITIATIVE, str(key)), saying.EXPLAINS)
        told = (line["role"] for *_, content in written for line in content["roles"])
        reached = {known.get((role["unit"], role["name"]), "") for role in told}
        yield from each(*here, Kind.ROLE, sorted(reached - {""}), saying.TELLS)


@part(
    Kind.TASK,
    ties=[(Kind.TASK, Kind.UNIT), (Kind.TASK, Kind.INITIATIVE), (Kind.PERSON, Kind.TASK)],
)
def tasks() -> Iterator[Thing | Tie]:
    """Tasks of the programme that are not done yet."""
    at = page("programme:task")
    for key, title, unit, initiative, owner in Task.objects.filter(withdrawn=None, ended=None).values_list(
        "id", "title", "unit", "initiative_id", "owner_id"
    ):
        here: Key = (Kind.TASK, str(key))
        yield Thing(*here, plain(title), at(key))
        if unit:
            yield Tie(here, (Kind.UNIT, unit), saying.DONE_IN)
        if initiative is not None:
            yield Tie(here, (Kind.INITIATIVE, str(initiative)), saying.DONE_FOR)
        if owner is not None:
            yield Tie((Kind.PERSON, str(owner)), here, saying.DOES)


@part(Kind.HURDLE, ties=[(Kind.HURDLE, Kind.UNIT), (Kind.PERSON, Kind.HURDLE)])
def hurdles() -> Iterator[Thing | Tie]:
    """What stands in the way and is not cleared."""
    at = page("programme:hurdle")
    rows = Hurdle.objects.filter(withdrawn=None, cleared=None)
    for key, title, unit, owner in rows.values_list("id", "title", "unit", "owner_id"):
        here: Key = (Kind.HURDLE, str(key))
        yield Thing(*here, plain(title), at(key))
        if unit:
            yield Tie(here, (Kind.UNIT, unit), saying.STANDS_IN)
        if owner is not None:
            yield Tie((Kind.PERSON, str(owner)), here, saying.REMOVES)


@part(Kind.DECISION, ties=[(Kind.DECISION, Kind.UNIT), (Kind.DECISION, Kind.TOUCHPOINT)])
def decisions() -> Iterator[Thing | Tie]:
    """Decisions, whose they are or were, and where customers live what they rest on."""
    table = FilteredRelation("proofs", condition=Q(proofs__withdrawn=None))
    rows = Decision.objects.filter(withdrawn=None).alias(table=table)
    at = page("leadership:decision")
    for key, question, unit, touchpoint in (
        rows.order_by("id").values_list("id", "question", "unit", "table__touchpoint").distinct()
    ):
        here: Key = (Kind.DECISION, str(key))
        yield Thing(*here, plain(question), at(key))
        if unit:
            yield Tie(here, (Kind.UNIT, unit), saying.DECIDES)
        if touchpoint:
            yield Tie(here, (Kind.TOUCHPOINT, touchpoint), saying.LAY_THERE)


@part(Kind.MEASURE, ties=[(Kind.MEASURE, Kind.TOUCHPOINT)])
def measures() -> Iterator[Thing | Tie]:
    """What was decided at touchpoints."""
    at = page("bridge:measure")
    for key, title, reason, touchpoint in all_measures().values_list("id", "title", "reason", "touchpoint"):
        yield Thing(Kind.MEASURE, str(key), plain(title or reason), at(key))
        yield Tie((Kind.MEASURE, str(key)), (Kind.TOUCHPOINT, touchpoint), saying.DECIDED)


@part(Kind.PRINCIPLE, ties=[(Kind.PRINCIPLE, Kind.UNIT), (Kind.PRINCIPLE, Kind.TOUCHPOINT)])
def principles() -> Iterator[Thing | Tie]:
    """Principles, where they hold, and where customers notice it."""
    at = page("practice:principle")
    rows = Principle.objects.filter(withdrawn=None).order_by("id")
    found = rows.values_list("id", "sentence", "units", "rules__subject")
    for key, rules in groupby(found, key=lambda row: row[0]):
        held = list(rules)
        here: Key = (Kind.PRINCIPLE, str(key))
        yield Thing(*here, plain(held[0][1]), at(key))
        yield from each(*here, Kind.UNIT, held[0][2], saying.HOLDS_IN)
        subjects = sorted({subject for *_, subject in held if subject})
        yield from each(*here, Kind.TOUCHPOINT, subjects, saying.HOLDS)


@part(Kind.STOPPED, ties=[(Kind.STOPPED, Kind.UNIT), (Kind.STOPPED, Kind.APPLICATION)])
def stopped() -> Iterator[Thing | Tie]:
    """What has ended."""
    at = page("practice:stopped")
    rows = StopItem.objects.filter(withdrawn=None)
    for key, name, units, application in rows.values_list("id", "name", "units", "application"):
        here: Key = (Kind.STOPPED, str(key))
        yield Thing(*here, plain(name), at(key))
        yield from each(*here, Kind.UNIT, units, saying.ENDED_IN)
        if application:
            yield Tie(here, (Kind.APPLICATION, application), saying.RAN_IN)


@part(
    Kind.PILOT,
    ties=[(Kind.PILOT, Kind.TOUCHPOINT), (Kind.UNIT, Kind.PILOT), (Kind.PILOT, Kind.INITIATIVE)],
)
def pilots() -> Iterator[Thing | Tie]:
    """What is tried."""
    at = page("practice:pilot")
    rows = Pilot.objects.filter(withdrawn=None)
    for key, title, touchpoints, units, initiative in rows.values_list(
        "id", "title", "touchpoints", "units", "initiative_id"
    ):
        here: Key = (Kind.PILOT, str(key))
        yield Thing(*here, plain(title), at(key))
        yield from each(*here, Kind.TOUCHPOINT, touchpoints, saying.TRIED_AT)
        for unit in units:
            yield Tie((Kind.UNIT, unit), here, saying.TRIES)
        if initiative is not None:
            yield Tie(here, (Kind.INITIATIVE, str(initiative)), saying.TRIES_FOR)


@part(Kind.STORY, ties=[(Kind.STORY, Kind.UNIT), (Kind.STORY, Kind.TOUCHPOINT)])
def stories() -> Iterator[Thing | Tie]:
    """Published stories."""
    at = page("practice:story")
    for key, title, unit, touchpoint in published_stories().values_list("id", "title", "unit", "touchpoint"):
        here: Key = (Kind.STORY, str(key))
        yield Thing(*here, plain(title), at(key))
        yield Tie(here, (Kind.UNIT, unit), saying.HAPPENED_IN)
        if touchpoint:
            yield Tie(here, (Kind.TOUCHPOINT, touchpoint), saying.TOLD_OF)
