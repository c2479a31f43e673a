"""Waves, who takes part, and what has been published; never who answered what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from django.db.models import Count, QuerySet
from django.utils import timezone

from leitstern.app.common.findings import remember
from leitstern.app.company.queries import taxonomy_of
from leitstern.app.inside.instruments import content_of
from leitstern.app.waves.models import Answer, Publication, Token, Wave, WaveState
from leitstern.app.waves.tokens import digest
from leitstern.core.company.tree import COMPANY, parents_of
from leitstern.core.errors import NotFound
from leitstern.core.inside.groups import Group, Participation
from leitstern.core.inside.instrument import Instrument
from leitstern.core.inside.publishing import Published, beside, decide
from leitstern.core.inside.ratings import INSIDERS, Ratings, Summary, View
from leitstern.core.inside.wave import Answered
from leitstern.core.texts import Text

NO_WAVE = Text(en="There is no such wave.", de="Diese Welle gibt es nicht.")
SOURCE = Text(en="Wave “{name}”", de="Welle „{name}“")


def waves() -> QuerySet[Wave]:
    """All waves, newest first, with how many are invited and how many answered."""
    counted = Wave.objects.annotate(answered=Count("answers", distinct=True))
    return counted.select_related("instrument").order_by("-id")


def wave_by_id(wave_id: int) -> Wave:
    """One wave. Raises NotFound."""
    found = Wave.objects.filter(pk=wave_id).select_related("instrument", "taxonomy").first()
    if found is None:
        raise NotFound(NO_WAVE)
    return found


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
    return Counter({(View(level), unit): n for level, unit, n, _mark in wave.places})


def answered(wave: Wave) -> Counter[tuple[View, str]]:
    """How many people have answered, by where they count."""
    found = wave.answers.values_list("level", "unit").annotate(n=Count("id")).order_by()
    return Counter({(View(level), unit): n for level, unit, n in found})


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many of a level's people in a unit have answered."""

    group: Group
    invited: int
    answered: int


def turnout(wave: Wave) -> list[Turnout]:
    """Participation of every group that may be shown, by the levels that results have.

    It is decided from how many are invited, which does not change while a wave runs: whoever looks again and again
    learns nothing about fewer people than the threshold. Once results are published, rows are left out with which
    the number of answers of fewer invited people could be worked out from the n of the results.
    """
    asked, came, counted = invited(wave), answered(wave), _counted(wave)
    shown = remember(
        "turnout",
        (wave.pk, wave.fewest, sorted(asked.items()), sorted(counted)),
        lambda: _shown(wave, asked, counted),
    )
    return [Turnout(group, _sum(wave, asked, group), _sum(wave, came, group)) for group in shown]


def taking_part(wave: Wave) -> tuple[int, int] | None:
    """How many were invited and have answered, of the levels that are shown for the whole company; None without any.

    A total over everybody would give away the levels that are not shown.
    """
    whole = [each for each in turnout(wave) if each.group.unit == COMPANY]
    return (sum(each.invited for each in whole), sum(each.answered for each in whole)) if whole else None


def _shown(wave: Wave, asked: Counter[tuple[View, str]], counted: frozenset[Group]) -> list[Group]:
    people = Participation(wave.pk, parents(wave), asked)
    rows = [group for group, why in decide(people, (), wave.fewest).items() if why is None and not group.own]
    return beside(rows, counted, people, wave.fewest)


def _counted(wave: Wave) -> frozenset[Group]:
    """The groups of which results say how many answered."""
    publication = Publication.objects.filter(wave=wave).first()
    decided = publication.decided.values() if publication else ()
    return frozenset(
        Group(wave.pk, View(level), unit, own) for each in decided for level, unit, own in each["shown"]
    )


def _sum(wave: Wave, counts: Counter[tuple[View, str]], group: Group) -> int:
    above = parents(wave)

    def inside(unit: str) -> bool:
        while unit != group.unit and unit != COMPANY:
            unit = above.get(unit, COMPANY)
        return unit == group.unit

    return sum(n for (level, unit), n in counts.items() if level == group.level and inside(unit))


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


def marks(wave: Wave) -> dict[tuple[View, str], str]:
    """By place, what stands for who was invited there."""
    return {(View(level), unit): mark for level, unit, _n, mark in wave.places if mark}


def earlier(wave: Wave, dimension: str) -> list[Published]:
    """What other waves have published about a dimension, oldest first."""
    before = Publication.objects.exclude(wave=wave).select_related("wave__taxonomy").order_by("id")
    found = []
    for each in before:
        of = each.decided.get(dimension)
        if of is not None:
            people = Participation(
                each.wave_id,
                parents(each.wave),
                {(View(level), unit): n for level, unit, n in of["answered"]},
                marks(each.wave),
            )
            groups = (Group(each.wave_id, View(level), unit, own) for level, unit, own in of["shown"])
            found.append(Published(people, frozenset(groups)))
    return found


def latest_publication() -> Publication | None:
    """The publication of the newest wave."""
    return publications().first()


def publications() -> QuerySet[Publication]:
    """All publications, that of the newest wave first."""
    return Publication.objects.select_related("wave").order_by("-wave__closed", "-id")


def wave_ratings() -> tuple[Ratings, ...]:
    """What executives, managers and staff said in the newest published wave, as far as it may be shown."""
    publication = latest_publication()
    return ratings_in(publication) if publication else ()


def ratings_in(publication: Publication) -> tuple[Ratings, ...]:
    """What was published of executives, managers and staff of the whole company: means, spreads and n, no answer."""
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
