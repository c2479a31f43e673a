"""What co-design workshops shaped, and whether customers were there. Other areas read here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import get_language

from leitstern.app.change.models import Shaping
from leitstern.app.company.queries import current_taxonomy
from leitstern.app.structure.reading import works
from leitstern.core.bridge.change.involvement import Involvement, Shaped, Subject, involvement
from leitstern.core.inside.structure.duties import PLACES, Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leitstern.core.texts import Text

BETWEEN = "|"


def subjects_of(row: Shaping) -> frozenset[Subject]:
    """What a workshop shaped."""
    return frozenset(Subject(place, slug) for place, slug in row.shaped)


def subject_names() -> dict[Subject, Text]:
    """Every process, touchpoint and journey there is, by what it is called."""
    found = {Subject(each.place.value, each.slug): each.name for each in works()}
    if taxonomy := current_taxonomy():
        found |= {Subject(Place.TOUCHPOINT.value, each.slug): each.name for each in taxonomy.touchpoints}
        found |= {Subject(Place.JOURNEY.value, each.slug): each.name for each in taxonomy.maps}
    return found


def involvement_now(rows: Iterable[Shaping] | None = None) -> Involvement:
    """Whether customers took part in shaping what serves them; `rows` spares looking up the workshops again."""
    there = Shaping.objects.filter(withdrawn=None) if rows is None else rows
    held = [Shaped(row.pk, row.title, row.day, row.customers, subjects_of(row)) for row in there]
    return involvement(works(), held, timezone.localdate())


def subject_choices(before: Iterable[Subject] = ()) -> list[tuple[str, list[tuple[str, str]]]]:
    """Choices of a form, by place; with what was chosen before, though it may be no more."""
    language = get_language() or "en"
    named = {each: name.to(language) for each, name in subject_names().items()}
    named = {each: each.slug for each in before} | named
    return [
        (
            PLACES[place].to(language).capitalize(),
            sorted(
                ((choice(each), name) for each, name in named.items() if each.place == place.value),
                key=lambda pair: pair[1].casefold(),
            ),
        )
        for place in Place
    ]


def choice(subject: Subject) -> str:
    """As the value of a choice."""
    return f"{subject.place}{BETWEEN}{subject.slug}"


def chosen(value: str) -> Subject:
    """The same back."""
    place, _, slug = value.partition(BETWEEN)
    return Subject(place, slug)
