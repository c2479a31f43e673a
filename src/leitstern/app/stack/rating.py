"""What people say of applications: counts of answers, of users never fewer than the works council agreed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.lookups import or_not_found
from leitstern.app.company.former import unit_names
from leitstern.app.inside.agreements import floor
from leitstern.app.stack.models import Rating
from leitstern.app.stack.queries import application, forget
from leitstern.core.errors import InvalidInput
from leitstern.core.inside.stack.ratings import HIGHEST, Rated, View
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.app.stack.models import Import

TOO_FEW = Text(
    en="Of fewer than {fewest} people who work with it nothing is kept. Nothing was kept.",
    de="Bewertungen von weniger als {fewest} Nutzenden werden nie gespeichert. Es wurde nichts gespeichert.",
)
NO_COUNTS = Text(
    en="Five whole numbers are needed: how many people chose 1, 2, 3, 4 and 5. Nothing was kept.",
    de="Es braucht fünf ganze Zahlen: wie viele Personen 1, 2, 3, 4 und 5 gewählt haben. Es wurde nichts gespeichert.",
)
NO_UNIT = Text(
    en="The taxonomy has no such department. Nothing was kept.",
    de="Diesen Bereich gibt es in der Taxonomie nicht. Es wurde nichts gespeichert.",
)
AHEAD = Text(
    en="This day lies in the future. Nothing was kept.",
    de="Dieser Tag liegt in der Zukunft. Es wurde nichts gespeichert.",
)
NO_RATING = Text(en="There is no such rating.", de="Diese Bewertung gibt es nicht.")
MOST = 1_000_000


def rating_by_id(rating_id: int) -> Rating:
    """One group's answers to one question. Raises NotFound."""
    return or_not_found(Rating.objects.filter(pk=rating_id).first(), NO_RATING)


@action("rate application", Capability.KEEP_REGISTERS)
def rate(
    actor: Actor, groups: Sequence[Rated], source: str = "", brought: Import | None = None
) -> list[Rating]:
    """Keep these groups' answers; of the same people and question the newest stand. All or nothing."""
    units, fewest, today = unit_names(), floor()[0], timezone.localdate()
    for group in groups:
        application(group.application)
        _check(group, fewest)
        if group.unit and group.unit not in units:
            raise InvalidInput(NO_UNIT)
        if group.day and group.day > today:
            raise InvalidInput(AHEAD)
    made = Rating.objects.bulk_create(
        Rating(
            application=group.application,
            question=group.question.value,
            view=group.view.value,
            unit=group.unit,
            counts=list(group.counts),
            day=group.day or today,
            source=source.strip()[:200],
            brought=brought,
            actor=actor.actor_id,
        )
        for group in groups
    )
    forget()
    return made


@action("withdraw rating", Capability.KEEP_REGISTERS)
def withdraw(actor: Actor, row: Rating) -> Rating:
    """Take it back; what was known before stands again."""
    mark_withdrawn(row)
    forget()
    return row


@action("reinstate rating", Capability.KEEP_REGISTERS)
def reinstate(actor: Actor, row: Rating) -> Rating:
    """Undo that."""
    mark_standing(row)
    forget()
    return row


def _check(group: Rated, fewest: int) -> None:
    if len(group.counts) != HIGHEST or not all(0 <= count <= MOST for count in group.counts) or not group.n:
        raise InvalidInput(NO_COUNTS)
    if group.view is View.USERS and group.n < fewest:
        raise InvalidInput(TOO_FEW.fill(fewest=fewest))
