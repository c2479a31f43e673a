"""The example company's staff waves: prepared, answered on paper, closed and published."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np
from django.utils import timezone

from leitstern.app.project.example_dates import date_back, moment
from leitstern.app.waves import actions
from leitstern.app.waves.models import Answer, Comment
from leitstern.app.waves.queries import instrument_of
from leitstern.collect.masking import all_masked
from leitstern.collect.roster import Person, Roster
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.app.common.actors import Actor
    from leitstern.app.inside.models import InstrumentVersion
    from leitstern.app.waves.models import Wave
    from leitstern.collect.example.staff_wave import StaffWave

NAME = Text(en="Staff survey {year}", de="Mitarbeiterbefragung {year}")
ADDRESS = "https://leitstern.example.org"


def hold_wave(
    actor: Actor,
    told: StaffWave,
    until: date,
    language: str,
    *,
    asked: InstrumentVersion | None = None,
    name: Text = NAME,
) -> Wave:
    """Everything from the roster to the publication; with the whole instrument, or with another one that is `asked`."""
    ended = until - timedelta(days=told.ended)
    wave = actions.prepare(
        actor,
        name.fill(year=ended.year).to(language),
        timezone.localdate() + timedelta(days=1),
        instrument=asked,
    )
    people = [Person("", unit, view) for (view, unit), n in told.invited.items() for _ in range(n)]
    wave = actions.hand_in_roster(actor, wave, Roster(people))
    wave = actions.launch(actor, wave, ADDRESS)
    _take_in(wave, told)
    wave = actions.publish(actor, actions.close(actor, wave))
    date_back(
        wave,
        closes=ended,
        created=moment(until, told.ended + 30),
        launched=moment(until, told.ended + 21),
        closed=moment(until, told.ended - 1),
        published=moment(until, told.ended - 3),
    )
    return wave


def _take_in(wave: Wave, told: StaffWave) -> None:
    """All answers at once: sheet by sheet, a thousand people would take longer than everything else."""
    slugs = [item.slug for item in instrument_of(wave).items]
    given = told.answered.given
    Answer.objects.bulk_create(
        [
            Answer(
                wave=wave,
                level=level,
                unit=unit,
                answers={
                    slugs[at]: int(given[person, at]) for at in np.flatnonzero(~np.isnan(given[person]))
                },
            )
            for person, (level, unit) in enumerate(
                zip(told.answered.levels.tolist(), told.answered.units.tolist(), strict=True)
            )
        ],
        batch_size=500,
    )
    Comment.objects.bulk_create([Comment(wave=wave, text=text) for text in all_masked(told.comments)])
