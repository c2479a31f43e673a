"""The protocol of boundaries: what employees need not accept from customers, and how often it came to that."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.lookups import or_not_found
from leitstern.app.common.typed import typed
from leitstern.app.incentives.models import Boundary, BoundaryCount, Rule
from leitstern.app.incentives.register import exclusions
from leitstern.app.structure.queries import require_unit
from leitstern.app.structure.reading import register as organisation
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.inside.incentives.attribution import Why
from leitstern.core.inside.incentives.boundaries import Count, Tally, tally
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from leitstern.core.inside.structure.register import Register

LONGEST = 2000  # signs of what happens then
MOST = 100_000  # cases of a month
NO_BOUNDARY = Text(en="There is no such boundary.", de="Diese Grenze gibt es nicht.")
INCOMPLETE = Text(
    en="A boundary says what nobody need accept, what happens then and which role decides. Nothing was kept.",
    de="Eine Grenze sagt, was niemand hinnehmen muss, was dann geschieht und welche Rolle entscheidet. Es wurde nichts "
    "gespeichert.",
)
NOT_OF_ABUSE = Text(
    en="Only a rule about abuse by customers belongs to a boundary. Nothing was kept.",
    de="Zu einer Grenze gehört nur eine Regel zu Übergriffen aus der Kundschaft. Es wurde nichts gespeichert.",
)
TOO_FEW = Text(
    en="Fewer than {few} people belong to this department, or nobody knows how many: its cases are not kept, so that "
    "nobody can be told from them.",
    de="Zu diesem Bereich gehören weniger als {few} Personen, oder niemand weiß, wie viele: Seine Fälle werden nicht "
    "gespeichert, damit sich niemand daraus erkennen lässt.",
)
NO_MONTH = Text(
    en="Cases are counted for a month from the boundary's first one up to this one, from 0 to {most}. Nothing was kept.",
    de="Fälle werden für einen Monat ab dem ersten der Grenze bis zum laufenden gezählt, von 0 bis {most}. Es wurde nichts "
    "gespeichert.",
)
OVER = Text(
    en="This boundary was withdrawn. Nothing was kept; let it hold again first.",
    de="Diese Grenze wurde zurückgezogen. Es wurde nichts gespeichert; lassen Sie sie erst wieder gelten.",
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A boundary, what may be shown of its cases, and how many its rule took out of scoring (None without a rule)."""

    row: Boundary
    tally: Tally
    taken_out: int | None


def boundary_by_id(boundary_id: int) -> Boundary:
    """One boundary, withdrawn or not. Raises NotFound."""
    return or_not_found(Boundary.objects.filter(pk=boundary_id).first(), NO_BOUNDARY)


def boundaries() -> list[Kept]:
    """The whole protocol; cases of departments that too few people belong to are never shown."""
    counted: dict[int, list[Count]] = defaultdict(list)
    for each in BoundaryCount.objects.all():
        counted[each.boundary_id].append(Count(each.unit, each.month, each.cases))
    rows = list(Boundary.objects.select_related("rule"))
    if not rows:
        return []
    enough, out = _enough(organisation()), {rule.pk: n for rule, n in exclusions()}
    return [Kept(row, tally(counted[row.pk], enough), out.get(row.rule_id or 0)) for row in rows]


def abuse_rules() -> list[Rule]:
    """Rules that take abuse by customers out of scoring."""
    return list(Rule.objects.filter(why=Why.ABUSE.value, withdrawn=None))


@action("enter boundary", Capability.KEEP_REGISTERS)
def enter_boundary(
    actor: Actor, what: str, then: str, decider: str, since: date, rule: Rule | None = None
) -> Boundary:
    """What employees need not accept, what happens then, which role decides it, since when."""
    what, then, decider = (typed(each) for each in (what, then, decider))
    if not (what and then and decider) or len(what) > 200 or len(then) > LONGEST or len(decider) > 120:
        raise InvalidInput(INCOMPLETE)
    if rule is not None and rule.why != Why.ABUSE.value:
        raise InvalidInput(NOT_OF_ABUSE)
    return Boundary.objects.create(
        what=what, then=then, decider=decider, since=since, rule=rule, actor=actor.actor_id
    )


@action("withdraw boundary", Capability.KEEP_REGISTERS)
def withdraw_boundary(actor: Actor, boundary: Boundary) -> Boundary:
    """It holds no longer; what was counted stays."""
    return mark_withdrawn(boundary)


@action("reinstate boundary", Capability.KEEP_REGISTERS)
def reinstate_boundary(actor: Actor, boundary: Boundary) -> Boundary:
    """Let it hold again."""
    return mark_standing(boundary)


@action("count boundary", Capability.KEEP_REGISTERS)
def count_cases(
    actor: Actor, boundary: Boundary, unit: str, month: date, cases: int, *, today: date
) -> BoundaryCount:
    """How many cases a department had in a month; of one that too few people belong to nothing is kept."""
    if boundary.withdrawn:
        raise Conflict(OVER)
    slug, known = require_unit(unit), organisation()
    if not _enough(known)(slug):
        raise InvalidInput(TOO_FEW.fill(few=known.fewest))
    first = month.replace(day=1)
    if not boundary.since.replace(day=1) <= first <= today or not 0 <= cases <= MOST:
        raise InvalidInput(NO_MONTH.fill(most=MOST))
    return BoundaryCount.objects.create(
        boundary=boundary, unit=slug, month=first, cases=cases, actor=actor.actor_id
    )


def _enough(known: Register) -> Callable[[str], bool]:
    """Whether enough people belong to a unit: by its size, or else by the roles in it that enough people hold."""
    held = {role.unit for role in known.counted}

    def enough(unit: str) -> bool:
        found = known.by_slug.get(unit)
        return known.enough(unit) if found and found.size is not None else unit in held

    return enough
