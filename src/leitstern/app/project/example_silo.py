"""The example company's silos: its people are asked how they work together, and ties are counted three times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.accounts.roles import Role
from leitstern.app.inside.instruments import named_version
from leitstern.app.project.example_dates import date_back, moment
from leitstern.app.project.example_waves import hold_wave
from leitstern.app.silo.actions import keep_ties
from leitstern.app.silo.models import TieCount
from leitstern.collect.example.silo_told import TOGETHER, counts_of_ties, together_wave
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from leitstern.app.accounts.models import Person

SEED = 57
WAVE = Text(en="How do we work together?", de="Wie arbeiten wir zusammen?")
FILE = Text(en="Shared meetings of a week.xlsx", de="Gemeinsame Termine einer Woche.xlsx")
SOURCE = Text(
    en="Shared meetings of a week, counted by IT between departments; names deleted",
    de="Gemeinsame Termine einer Woche, von der IT zwischen Bereichen gezählt; Namen gelöscht",
)


def count_silos(cast: Mapping[Role, Person], until: date, language: str, *, planted: bool = True) -> None:
    """The wave and the counts up to `until`. A company that has them keeps them."""
    if TieCount.objects.exists():
        return
    told = together_wave(SEED, planted=planted)
    hold_wave(cast[Role.LEAD], told, until, language, asked=named_version(TOGETHER), name=WAVE)
    for counted in counts_of_ties(SEED, planted=planted):
        day = moment(until, counted.ago)
        kept = keep_ties(cast[Role.ANALYST], FILE.to(language), counted.ties, day.date(), SOURCE.to(language))
        date_back(kept, created=day)
