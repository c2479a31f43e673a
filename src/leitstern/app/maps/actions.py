"""Changing a map: a new version of the taxonomy each time, and nothing of what somebody else changed is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.utils.text import slugify

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn, require
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.findings import anew
from leitstern.app.company.actions import TaxonomyMoved
from leitstern.app.company.queries import CURRENT, require_version, taxonomy_of
from leitstern.app.intake.actions import change_taxonomy
from leitstern.app.maps.models import NotedPain
from leitstern.app.maps.queries import histories, map_at, require_map, same
from leitstern.collect.masking import masked
from leitstern.core.company.checks import check_taxonomy
from leitstern.core.company.taxonomy import JourneyMap
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.company.models import TaxonomyVersion
    from leitstern.core.company.taxonomy import Taxonomy

MOST_STEPS = 60
LONGEST_PAIN = 1_000
TRIES = 5  # others may change other things of the taxonomy at the same time
MOVED = Text(
    en="Somebody changed this map while you worked on it. Nothing of yours was kept yet, and nothing of it is lost.",
    de="Jemand hat diesen Reiseplan geändert, während Sie daran gearbeitet haben. Von Ihnen ist noch nichts gespeichert, "
    "und nichts davon ist verloren.",
)
TAKEN = Text(
    en="There already is a map with the short name “{slug}”. Nothing was kept; choose another name.",
    de="Einen Reiseplan mit dem Kurznamen „{slug}“ gibt es schon. Es wurde nichts gespeichert; wählen Sie einen anderen Namen.",
)
TOO_MANY = Text(
    en="A map has at most {most} steps. Nothing was kept.",
    de="Ein Reiseplan hat höchstens {most} Schritte. Es wurde nichts gespeichert.",
)
NO_NAME = Text(
    en="A map needs a name in at least one language. Nothing was kept.",
    de="Ein Reiseplan braucht einen Namen, mindestens in einer Sprache. Es wurde nichts gespeichert.",
)
SAY_SOMETHING = Text(
    en="Say in at most {most} characters what hurts. Nothing was kept.",
    de="Sagen Sie in höchstens {most} Zeichen, was schmerzt. Es wurde nichts gespeichert.",
)
NOT_ON_MAP = Text(
    en="This touchpoint is not on the map. Nothing was kept.",
    de="Dieser Kontaktpunkt steht nicht im Reiseplan. Es wurde nichts gespeichert.",
)


class MapMoved(Conflict):
    """The map is not what it was when somebody began to change it."""

    status = 412
    code = "map-changed"


class NoVersion(InvalidInput):
    """A program did not say which version of the map its change was made from."""

    status = 428
    code = "version-needed"


def keep_map(
    actor: Actor, draft: JourneyMap, *, since: int | None = None, reason: str = ""
) -> TaxonomyVersion:
    """Put this map in the place of the one with its short name, or beside the others if there is none.

    `since` is the version of the taxonomy it was made from: raises MapMoved if the map is another one by now. What else
    changed in the taxonomy meanwhile stays as it is.
    """
    if not (draft.name.en or draft.name.de):
        raise InvalidInput(NO_NAME)
    if len(draft.steps) > MOST_STEPS:
        raise InvalidInput(TOO_MANY.fill(most=MOST_STEPS))
    return _change(actor, draft.slug, draft, since, reason)


def add_map(actor: Actor, draft: JourneyMap, reason: str = "") -> TaxonomyVersion:
    """A new map. Raises Conflict if its short name is taken."""
    if draft.slug in histories():
        raise Conflict(TAKEN.fill(slug=draft.slug))
    return keep_map(actor, draft, reason=reason)


def take_out(actor: Actor, slug: str, *, since: int | None = None, reason: str = "") -> TaxonomyVersion:
    """The map is none any more; its versions stay readable, and any of them can be kept again."""
    require_map(slug)
    return _change(actor, slug, None, since, reason)


def short_name(name: Text) -> str:
    """A short name that no map ever had."""
    base = slugify(name.en or name.de)[:50].strip("-_") or "map"
    taken, number, found = histories(), 1, base
    while found in taken:
        number += 1
        found = f"{base}-{number}"
    return found


@action("note pain", Capability.SEE_OUTSIDE)
def note_pain(actor: Actor, slug: str, touchpoint: str, words: str) -> NotedPain:
    """Keep what somebody of the company says hurts customers here, without names and numbers of customers."""
    said = words.strip()
    if not said or len(said) > LONGEST_PAIN:
        raise InvalidInput(SAY_SOMETHING.fill(most=LONGEST_PAIN))
    if touchpoint not in {step.touchpoint for step in require_map(slug).steps}:
        raise InvalidInput(NOT_ON_MAP)
    return NotedPain.objects.create(map=slug, touchpoint=touchpoint, words=masked(said), actor=actor.actor_id)


@action("withdraw pain", Capability.SEE_OUTSIDE)
def withdraw_pain(_actor: Actor, pain: NotedPain) -> NotedPain:
    """It is not shown any more; whoever sees it may take it back, and put it back."""
    return mark_withdrawn(pain)


@action("put pain back", Capability.SEE_OUTSIDE)
def put_pain_back(_actor: Actor, pain: NotedPain) -> NotedPain:
    """It is shown again."""
    return mark_standing(pain)


def _change(
    actor: Actor, slug: str, draft: JourneyMap | None, since: int | None, reason: str
) -> TaxonomyVersion:
    require(actor, Capability.EDIT_TAXONOMY)
    for _ in range(TRIES - 1):
        try:
            return _change_once(actor, slug, draft, since, reason)
        except TaxonomyMoved:  # somewhere; whether it is this map is looked at again
            continue
    return _change_once(actor, slug, draft, since, reason)


def _change_once(
    actor: Actor, slug: str, draft: JourneyMap | None, since: int | None, reason: str
) -> TaxonomyVersion:
    anew(CURRENT)
    version = require_version()
    taxonomy = taxonomy_of(version)
    now = next((each for each in taxonomy.maps if each.slug == slug), None)
    if since is not None and not same(map_at(slug, since), now):
        raise MapMoved(MOVED)
    changed = _with(taxonomy, slug, draft)
    if mistakes := check_taxonomy(changed):
        raise InvalidInput(mistakes[0].text)
    return change_taxonomy(actor, changed, since=version.pk, reason=reason)


def _with(taxonomy: Taxonomy, slug: str, draft: JourneyMap | None) -> Taxonomy:
    """The taxonomy with this map in its place, at the end if it is new, or without it."""
    if draft is None:
        return replace(taxonomy, maps=tuple(each for each in taxonomy.maps if each.slug != slug))
    if all(each.slug != slug for each in taxonomy.maps):
        retired = tuple(each for each in taxonomy.retired if (each.kind, each.slug) != ("map", slug))
        maps = (*taxonomy.maps, replace(draft, code=_free(taxonomy)))
        return replace(taxonomy, maps=maps, retired=retired)
    return replace(
        taxonomy,
        maps=tuple(replace(draft, code=each.code) if each.slug == slug else each for each in taxonomy.maps),
    )


def _free(taxonomy: Taxonomy) -> int:
    """A code for the time being; the taxonomy gives the right one when it is adopted."""
    used = [each.code for each in taxonomy.maps] + [
        each.code for each in taxonomy.retired if each.kind == "map"
    ]
    return max(used, default=0) + 1
