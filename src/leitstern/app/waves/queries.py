"""Waves, who takes part, and what has been published; never who answered what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from django.db.models import Count, QuerySet
from django.utils import timezone

from leitstern.app.common.lookups import or_not_found
from leitstern.app.company.queries import taxonomy_of
from leitstern.app.inside.instruments import content_of, placing_versions
from leitstern.app.waves.models import Answer, Publication, Token, Wave, WaveState
from leitstern.app.waves.tokens import digest
from leitstern.core.company.tree import COMPANY, parents_of
from leitstern.core.inside.groups import Cohort, Group, Participation
from leitstern.core.inside.instrument import Instrument
from leitstern.core.inside.publishing import Published
from leitstern.core.inside.ratings import INSIDERS, Ratings, Summary, View
from leitstern.core.inside.wave import Answered
from leitstern.core.texts import Text

NO_WAVE = Text(en="There is no such wave.", de="Diese Welle gibt es nicht.")
SHOWN = 0.5  # of what was asked, for a wave to speak for a group of people
SOURCE = Text(en="Wave “{name}”", de="Welle „{name}“")


def waves() -> QuerySet[Wave]:
    """All waves, newest first."""
    return Wave.objects.select_related("instrument").order_by("-id")


def wave_by_id(wave_id: int) -> Wave:
    """One wave. Raises NotFound."""
    return or_not_found(
        Wave.objects.filter(pk=wave_id).select_related("instrument", "taxonomy").first(), NO_WAVE
    )


def token_by_text(wave: Wave, token: str) -> Token | None:
    """The right to answer that a link carries; looking at it changes nothing."""
    return Token.objects.filter(wave=wave, digest=digest(token)).first()


def instrument_of(wave: Wave) -> Instrument:
    """What the wave asks."""
    return content_of(wave.instrument)


def parents(wave: Wave) -> dict[str, str]:
    """The organisation as it was when the wave was launched."""
    return parents_of(taxonomy_of(wave.taxonomy))


def today(wave: Wave) -> date:
    """The day it is where the company is."""
    return timezone.localdate(timezone=ZoneInfo(taxonomy_of(wave.taxonomy).time_zone))


def takes_answers(wave: Wave) -> bool:
    """Whether answers are still taken."""
    return wave.state == WaveState.RUNNING and today(wave) <= wave.closes


def invited(wave: Wave) -> Counter[tuple[View, str]]:
    """How many people are on the roster, by where they count."""
    if wave.state == WaveState.DRAFT:
        listed = wave.roster.values_list("level", "unit").annotate(n=Count("id")).order_by()
        return Counter({(View(level), unit): n for level, unit, n in listed})
    return Counter({(View(level), unit): n for level, unit, n, _cohort in wave.places})


def answered(wave: Wave) -> Counter[tuple[View, str]]:
    """How many people have answered, by where they count."""
    found = wave.answers.values_list("level", "unit").annotate(n=Count("id")).order_by()
    return Counter({(View(level), unit): n for level, unit, n in found})


def answers_of(wave: Wave) -> Answered:
    """Everybody's answers as numbers, in the order of their random ids."""
    slugs = [item.slug for item in instrument_of(wave).items]
    rows = list(Answer.objects.filter(wave=wave).order_by("id").values_list("level", "unit", "answers"))
    given = np.array([[each.get(slug, np.nan) for slug in slugs] for _, _, each in rows], dtype=float)
    return Answered(
        given.reshape(len(rows), len(slugs)),
        np.array([level for level, _, _ in rows], dtype=str),
        np.array([unit for _, unit, _ in rows], dtype=str),
    )


def cohorts(wave: Wave) -> dict[tuple[View, str], Cohort]:
    """By place, who was invited there, as far as rosters have addresses."""
    return {(View(level), unit): Cohort(*cohort) for level, unit, _n, cohort in wave.places if cohort}


def by_link(wave: Wave) -> bool:
    """Whether people answer a launched wave by link, and not on paper."""
    return bool(cohorts(wave))


def participation(wave: Wave, answered: Mapping[tuple[View, str], int]) -> Participation:
    """A wave in which so many answered."""
    return Participation(wave.pk, parents(wave), answered, cohorts(wave), frozenset(invited(wave)))


def earlier(wave: Wave, dimension: str) -> list[Published]:
    """What other waves have published about a dimension, oldest first."""
    before = Publication.objects.exclude(wave=wave).select_related("wave__taxonomy").order_by("id")
    found = []
    for each in before:
        of = each.decided.get(dimension)
        if of is not None:
            people = participation(each.wave, {(View(level), unit): n for level, unit, n in of["answered"]})
            groups = (Group(each.wave_id, View(level), unit, own) for level, unit, own in of["shown"])
            found.append(Published(people, frozenset(groups)))
    return found


def latest_publication() -> Publication | None:
    """The publication of the newest wave that asked along an axis."""
    return publications().first()


def publications() -> QuerySet[Publication]:
    """All publications of waves that asked along an axis, that of the newest wave first; pulses are not among them."""
    return _newest_first().filter(wave__instrument__in=placing_versions())


def publications_of(instrument: str) -> QuerySet[Publication]:
    """All publications of waves with an instrument, or with a copy of it with questions of one's own, newest first."""
    return _newest_first().filter(wave__instrument__slug__in=(instrument, f"{instrument}-own"))


def _newest_first() -> QuerySet[Publication]:
    return Publication.objects.select_related("wave__instrument", "wave__taxonomy").order_by(
        "-wave__closed", "-id"
    )


def wave_ratings() -> tuple[Ratings, ...]:
    """What executives, managers and staff said: each in the newest published wave that shows them.

    A wave shows a group of people where it shows the company's level of at least half of what it asked. So one that
    hardly anybody answered does not take the place of the one before; each says which wave it is from, and of when.
    """
    found: dict[View, Ratings] = {}
    for publication in publications().defer("results", "decided"):
        for ratings in ratings_in(publication):
            if np.isfinite(ratings.levels).mean() >= SHOWN:
                found.setdefault(ratings.view, ratings)
        if len(found) == len(INSIDERS):
            break
    return tuple(found[view] for view in INSIDERS if view in found)


def ratings_in(publication: Publication) -> tuple[Ratings, ...]:
    """What was published of executives, managers and staff of the whole company: means, spreads and n, no answer.

    Publications never change, so each is read once, and kept in memory only.
    """
    return _read(publication.pk, publication.created)


@lru_cache(maxsize=8)
def _read(number: int, _created: datetime) -> tuple[Ratings, ...]:
    publication = Publication.objects.get(pk=number)
    wave = wave_by_id(publication.wave_id)
    dimensions = tuple(each.slug for each in instrument_of(wave).dimensions)
    whole = {
        each["level"]: each["scores"]
        for each in publication.results["groups"]
        if each["unit"] == COMPANY and not each["own"]
    }
    return tuple(
        _summary(wave, view, dimensions, whole[view])
        for view in INSIDERS
        if any("value" in score for score in whole.get(view, {}).values())
    )


def _summary(
    wave: Wave, view: View, dimensions: tuple[str, ...], scores: Mapping[str, Mapping[str, Any]]
) -> Summary:
    hidden: dict[str, Any] = {"value": np.nan, "n": 0, "spread": 0.0}
    shown = [score if "value" in (score := scores.get(slug, hidden)) else hidden for slug in dimensions]
    return Summary(
        view=view,
        dimensions=dimensions,
        levels=np.array([[score["value"] for score in shown]]),
        source=SOURCE.fill(name=wave.name),
        as_of=wave.closes,
        n=max(score["n"] for score in shown),
        counts=tuple(score["n"] for score in shown),
        spreads=tuple(score["spread"] for score in shown),
    )
