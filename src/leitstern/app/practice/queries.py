"""What holds, what has ended, what is tried and what is told, as it stands now."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from django.db.models import Prefetch

from leitstern.app.practice import models
from leitstern.core.errors import NotFound
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

NO_PRINCIPLE = Text(en="There is no such principle.", de="Dieses Prinzip gibt es nicht.")
NO_ITEM = Text(en="There is no such thing on the stop list.", de="Das steht nicht auf der Stoppliste.")
NO_PILOT = Text(en="There is no such pilot.", de="Diesen Piloten gibt es nicht.")
NO_STORY = Text(en="There is no such story.", de="Diese Geschichte gibt es nicht.")


def principles() -> QuerySet[models.Principle]:
    """All principles that are not withdrawn, with rules and exemptions; the youngest first."""
    return principles_ever().filter(withdrawn=None)


def principles_ever() -> QuerySet[models.Principle]:
    """The same with those that were taken back."""
    standing = Prefetch("exemptions", models.Exemption.objects.filter(withdrawn=None))
    return models.Principle.objects.select_related("owner").prefetch_related("rules", standing)


def principles_on(day: date) -> list[models.Principle]:
    """Those that hold on a day."""
    return [each for each in principles() if each.since <= day and (each.until is None or day <= each.until)]


def principle_by_id(principle_id: int) -> models.Principle:
    """One principle, withdrawn or not. Raises NotFound."""
    found = (
        models.Principle.objects.filter(pk=principle_id)
        .select_related("owner")
        .prefetch_related("rules", "exemptions")
    )
    return found.first() or _no(NO_PRINCIPLE)


def stop_list() -> QuerySet[models.StopItem]:
    """Everything on the stop list that is not withdrawn, with what happened to it, newest first."""
    return stop_list_ever().filter(withdrawn=None)


def stop_list_ever() -> QuerySet[models.StopItem]:
    """The same with entries that were none after all."""
    return models.StopItem.objects.select_related("owner").prefetch_related("events")


def stop_item_by_id(item_id: int) -> models.StopItem:
    """One thing on the stop list, withdrawn or not. Raises NotFound."""
    found = models.StopItem.objects.filter(pk=item_id).select_related("owner").prefetch_related("events")
    return found.first() or _no(NO_ITEM)


def pilots() -> QuerySet[models.Pilot]:
    """All pilots and lighthouse projects that are not withdrawn, with how they ended."""
    standing = Prefetch("endings", models.Ending.objects.filter(withdrawn=None))
    found = models.Pilot.objects.filter(withdrawn=None).select_related("owner", "initiative")
    return found.prefetch_related(standing)


def any_pilot(pilot_id: int) -> QuerySet[models.Pilot]:
    """One pilot, withdrawn or not, as a selection."""
    return models.Pilot.objects.filter(pk=pilot_id).prefetch_related("endings")


def pilot_by_id(pilot_id: int) -> models.Pilot:
    """One pilot, withdrawn or not. Raises NotFound."""
    found = models.Pilot.objects.filter(pk=pilot_id).select_related("owner", "initiative")
    return found.prefetch_related("endings").first() or _no(NO_PILOT)


def stories() -> QuerySet[models.Story]:
    """All stories that are not withdrawn, published or not; the youngest first."""
    return models.Story.objects.filter(withdrawn=None)


def published_stories() -> QuerySet[models.Story]:
    """Those that everybody may read."""
    return stories().exclude(published=None)


def story_by_id(story_id: int) -> models.Story:
    """One story, withdrawn or not. Raises NotFound."""
    return models.Story.objects.filter(pk=story_id).first() or _no(NO_STORY)


def _no(text: Text) -> NoReturn:
    raise NotFound(text)
