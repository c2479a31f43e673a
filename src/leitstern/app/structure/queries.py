"""What the register says: what may be looked up in it, and everything that can be found from it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.common.lookups import or_not_found
from leitstern.app.company.former import unit_names
from leitstern.app.company.queries import current_taxonomy
from leitstern.app.structure import models, reading
from leitstern.app.structure.kept_units import kept, units_now, went_on
from leitstern.app.structure.models import Role
from leitstern.app.waves.queries import wave_ratings
from leitstern.core.errors import InvalidInput, NotFound
from leitstern.core.gap.wording import day as day_text
from leitstern.core.inside.ratings import LEADERS
from leitstern.core.inside.structure.excuse import excuse
from leitstern.core.inside.structure.findings import Everything, Finding, findings
from leitstern.core.inside.structure.journeys import Alignment, align, carried_share
from leitstern.core.inside.structure.leftovers import signals
from leitstern.core.inside.structure.reach import ambassadors, spans
from leitstern.core.inside.structure.saying import DIMENSION, NOBODY_SAID, Saying, level_of
from leitstern.core.inside.structure.skills import skills
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import Model, QuerySet

    from leitstern.core.inside.structure.duties import Work
    from leitstern.core.inside.structure.interfaces import Interface
    from leitstern.core.inside.structure.register import Register
    from leitstern.core.stats.estimate import Measured

NO_ROLE = Text(en="There is no such role.", de="Diese Rolle gibt es nicht.")
NO_UNIT = Text(en="There is no such unit.", de="Diesen Bereich gibt es nicht.")
NOT_KNOWN = Text(
    en="Neither the taxonomy nor the register has such a unit. Nothing was kept.",
    de="Weder die Taxonomie noch das Register kennt diesen Bereich. Es wurde nichts gespeichert.",
)
PART_OF = Text(
    en="“{unit}” has been part of “{other}” since {day}; enter it there. Nothing was kept.",
    de="„{unit}“ gehört seit {day} zu „{other}“; tragen Sie es dort ein. Es wurde nichts gespeichert.",
)
CLOSED = Text(
    en="“{unit}” was closed on {day}. Let it stand again first if that was wrong. Nothing was kept.",
    de="„{unit}“ wurde am {day} geschlossen. Lassen Sie den Bereich zuerst wieder gelten, falls das falsch war. Es wurde nichts gespeichert.",
)
NOTHING = Text(en="There is no such entry.", de="Diesen Eintrag gibt es nicht.")


def all_roles(*, retired: bool = False) -> QuerySet[Role]:
    """Roles by name: those that are, or those that were."""
    return Role.objects.filter(retired__isnull=not retired)


def role_by_id(role_id: int) -> Role:
    """One role. Raises NotFound."""
    return or_not_found(Role.objects.filter(pk=role_id).first(), NO_ROLE)


def by_id[M: Model](model: type[M], pk: int) -> M:
    """One entry of the register, withdrawn or not. Raises NotFound."""
    return or_not_found(model._default_manager.filter(pk=pk).first(), NOTHING)


def require_unit(slug: str) -> str:
    """The short name, once it is sure that the taxonomy or the register has such a unit now. Raises InvalidInput."""
    if slug in units_now():
        return slug
    row = kept().get(slug)
    if row and slug in went_on():
        names = unit_names()
        unit, other = (names.get(each, Text(each, each)) for each in (slug, row.successor))
        raise InvalidInput(
            PART_OF.fill(unit=unit, other=other, day=day_text(row.merged or timezone.localdate()))
        )
    if row and row.retired:
        refuse_closed(row)
    raise InvalidInput(NOT_KNOWN)


def refuse_closed(row: models.Unit) -> None:
    """Raise InvalidInput for a unit of the register that was closed."""
    if row.retired:
        raise InvalidInput(CLOSED.fill(unit=row.name, day=day_text(timezone.localdate(row.retired))))


def unit_row(slug: str) -> models.Unit | None:
    """What the register keeps of a unit. Raises NotFound for one that neither it nor the taxonomy ever had."""
    found = models.Unit.objects.filter(slug=slug).first()
    if found is None and slug not in unit_names():
        raise NotFound(NO_UNIT)
    return found


def require_row(slug: str) -> models.Unit:
    """What the register keeps of a unit. Raises NotFound where it keeps nothing."""
    return or_not_found(unit_row(slug), NO_UNIT)


def alignments(
    known: Register, works: Sequence[Work], interfaces: Sequence[Interface]
) -> tuple[Alignment, ...]:
    """Every designed journey of the taxonomy against the structure; what was merged is one unit."""
    taxonomy = current_taxonomy()
    if taxonomy is None:
        return ()
    units = {each.slug: known.home(each.department) for each in taxonomy.touchpoints}
    between = [
        replace(each, giver=known.home(each.giver), receiver=known.home(each.receiver)) for each in interfaces
    ]
    return tuple(align(journey, units, known, works, between) for journey in taxonomy.maps)


def alignments_now() -> tuple[Alignment, ...]:
    """The same, as everything stands."""
    return alignments(reading.register(), reading.works(), reading.interfaces())


def leaders_say() -> Measured:
    """The level leaders give to "structure around customers" in what was published; executives before managers."""
    for view in LEADERS:
        for ratings in wave_ratings():
            if ratings.view is view and (said := ratings.said(DIMENSION)):
                return level_of(said, ratings.as_of)
    return NOBODY_SAID


def everything() -> Everything:
    """All there is to find something from."""
    today = timezone.localdate()
    known, works, between = reading.register(), reading.works(), reading.interfaces()
    journeys = alignments(known, works, between)
    return Everything(
        register=known,
        alignments=journeys,
        interfaces=between,
        works=works,
        excuse=excuse(works, known, today),
        ambassadors=ambassadors(known, today),
        spans=spans(known),
        skills=skills(reading.staffing(), known),
        signals=signals(reading.leftovers(), known),
        saying=Saying(leaders_say(), carried_share(journeys, today)),
    )


def findings_now(found: Everything | None = None) -> tuple[Finding, ...]:
    """What the register shows, what asks for something to be done first."""
    return findings(found or everything(), timezone.localdate())
