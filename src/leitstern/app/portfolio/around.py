"""What the portfolio's checks need to know of the rest of the company, and the assumptions they go by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Prefetch
from django.utils import timezone

from leitstern.app.common.findings import forget_found, remember
from leitstern.app.common.models import AuditEntry
from leitstern.app.company.former import touchpoint_names, unit_names
from leitstern.app.evidence.queries import credited_ratings
from leitstern.app.placement.assumed import assumptions
from leitstern.app.placement.queries import placement, route_choice
from leitstern.app.placement.units import unit_placements
from leitstern.app.portfolio import models
from leitstern.app.portfolio.outcomes import outcome
from leitstern.app.portfolio.personalising import against, against_at
from leitstern.core.bridge.portfolio.benefit import Build
from leitstern.core.bridge.portfolio.findings import Around, Thresholds
from leitstern.core.bridge.portfolio.gate import Ground
from leitstern.core.bridge.portfolio.reflex import CHAIN, Approved
from leitstern.core.bridge.portfolio.stage import Stage
from leitstern.core.bridge.portfolio.terms import Kind
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.core.stats.estimate import Measured

INTEGRATION = "t4"  # the dimension of connected channels in our own instrument
NOT_SHOWN = Missing("not-shown", Text(en="nothing shows it yet", de="noch nichts belegt es"))


def around() -> Around:
    """Names, the recommended route, and culture by department as published; nothing that is hidden."""
    led, known = _where()
    return Around(unit_names(), touchpoint_names(), led, known, technology_approved())


def culture() -> dict[str, Measured]:
    """The level of culture of each department as published, or why it is not shown."""
    return _where()[1]


def _where() -> tuple[str, dict[str, Measured]]:
    """The route, and culture by department."""
    return by_the_log("where it stands", lambda: (route(), culture_by_unit()))


def by_the_log[T](name: str, compute: Callable[[], T]) -> T:
    """What other areas tell, asked again once anything was done or the day is over: whatever changes stands in the log.

    Only the newest is kept.
    """
    kept = f"portfolio: {name}"
    newest = AuditEntry.objects.order_by("-id").values_list("id", flat=True).first()

    def anew() -> T:
        forget_found(kept)
        return compute()

    return remember(kept, (newest, timezone.localdate()), anew)


def technology_approved() -> tuple[Approved, ...]:
    """Every approval of a technology initiative, as it was then; also those taken back."""
    found = []
    for row in models.Approval.objects.select_related("initiative").order_by("id"):
        if row.content["kind"] == Kind.TECHNOLOGY or row.content["ai_mode"]:
            reflex = any(each["code"] == CHAIN for each in row.obstacles)
            day = timezone.localdate(row.created)
            found.append(Approved(day, row.initiative_id, row.initiative.title, reflex))
    return tuple(found)


def technology_built() -> dict[int, Build]:
    """What came of each approved initiative of technology of which something was expected, by key; also of those that are over."""
    turns = Prefetch("initiative__turns", models.Turn.objects.filter(withdrawn=None))
    rows = models.Approval.objects.filter(withdrawn=None, initiative__withdrawn=None)
    found = {}
    for row in rows.select_related("initiative").prefetch_related("results", turns):
        came = outcome(row)
        if came and (row.content["kind"] == Kind.TECHNOLOGY or row.content["ai_mode"]):
            newest = next(iter(row.initiative.turns.all()), None)
            stopped = newest is not None and newest.stage == Stage.STOPPED
            found[row.initiative_id] = Build(row.initiative.title, came.verdict, stopped)
    return found


def thresholds() -> Thresholds:
    """From which point on the portfolio speaks up."""
    assumed = assumptions()
    return Thresholds(
        assumed["isolated_from"],
        assumed["culture_milestones"],
        assumed["sequence_lead"],
        assumed["cut_culture"],
    )


def ground() -> Ground:
    """What the gate goes by besides the initiative itself."""
    credited, also, at, builds = by_the_log(
        "ground", lambda: (integration(), against(), against_at(), technology_built())
    )
    return Ground(credited, assumptions()["personalisation_integration"], also, at, builds)


def integration() -> Measured:
    """How far connected channels are credited: shown by proof, not by claiming."""
    for ratings in credited_ratings():
        if INTEGRATION in ratings.dimensions:
            level = float(ratings.levels[0][ratings.dimensions.index(INTEGRATION)])
            if level == level:  # not a number: nothing shows it
                return Estimate(level, level, level, ratings.n or 1, as_of=ratings.as_of)
    return NOT_SHOWN


def route() -> str:
    """The recommended route; empty while nobody knows it."""
    found = placement()
    choice = route_choice(found) if found else None
    return str(choice.route) if choice else ""


def culture_by_unit() -> dict[str, Measured]:
    """The level of culture of each department as published, or why it is not shown."""
    found = unit_placements()
    if found is None:
        return {}
    return {
        each.unit: each.placed.fused.culture
        if each.placed and each.placed.fused
        else each.hidden or NOT_SHOWN
        for each in found.units
    }
