"""Handing in a count of ties, taking it back, and saying who stands for which function."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn, require
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.company.queries import require_taxonomy
from leitstern.app.inside.agreements import floor
from leitstern.app.silo.models import Assignment, TieCount
from leitstern.collect.ties_file import read_ties
from leitstern.core.company.tree import parents_of
from leitstern.core.errors import InvalidInput
from leitstern.core.inside.silo.folding import fold
from leitstern.core.inside.silo.functions import FUNCTIONS
from leitstern.core.inside.silo.permuted import possible_spread
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from leitstern.core.inside.silo.ties import Ties

AHEAD = Text(
    en="The day of a count lies in the past. Nothing was kept.",
    de="Der Tag einer Zählung liegt in der Vergangenheit. Es wurde nichts gespeichert.",
)
NO_SOURCE = Text(
    en="Say how it was counted, in a line: people will ask. Nothing was kept.",
    de="Sagen Sie in einer Zeile, wie gezählt wurde: Danach wird gefragt werden. Es wurde nichts gespeichert.",
)
ALL_SMALL = Text(
    en="Once departments of fewer than {fewest} people are joined to others, only one is left, so there is no border to "
    "see. Nothing was kept.",
    de="Legt man Bereiche mit weniger als {fewest} Menschen mit anderen zusammen, bleibt nur einer übrig; dann gibt es keine "
    "Grenze zu sehen. Es wurde nichts gespeichert.",
)
ROUNDED = 0.5  # a spread may be a whole number, and be divided by one person fewer
NO_SPREAD = Text(
    en="With these ties the standard deviation of ties per person lies between {least} and {most}; {spread} cannot be. "
    "Nothing was kept.",
    de="Bei diesen Verbindungen liegt die Standardabweichung der Verbindungen je Mensch zwischen {least} und {most}; "
    "{spread} kann nicht sein. Es wurde nichts gespeichert.",
)
NO_UNIT = Text(
    en="There is no department “{unit}”. Nothing was kept.",
    de="Einen Bereich „{unit}“ gibt es nicht. Es wurde nichts gespeichert.",
)
NO_FUNCTION = Text(
    en="There is no function “{function}”. Nothing was kept.",
    de="Eine Funktion „{function}“ gibt es nicht. Es wurde nichts gespeichert.",
)
TWO_FUNCTIONS = Text(
    en="“{unit}” cannot stand for two functions. Nothing was kept.",
    de="„{unit}“ kann nicht für zwei Funktionen stehen. Es wurde nichts gespeichert.",
)


def hand_in(
    actor: Actor, folder: Path, name: str, day: date, source: str, spread: float | None = None
) -> TieCount:
    """Read the square table `name` and keep it, with the `spread` of ties over people. Raises InvalidFile, InvalidInput."""
    require(actor, Capability.KEEP_REGISTERS)
    ties = replace(read_ties(folder, name, require_taxonomy()), spread=spread)
    return keep_ties(actor, name, ties, day, source)


@action("count ties", Capability.KEEP_REGISTERS)
def keep_ties(actor: Actor, name: str, ties: Ties, day: date, source: str) -> TieCount:
    """Keep a count; departments of too few people are folded first, and what they were by themselves is not kept."""
    if day > timezone.localdate():
        raise InvalidInput(AHEAD)
    if not source.strip():
        raise InvalidInput(NO_SOURCE)
    fewest = floor()[0]
    folded, went = fold(ties, parents_of(require_taxonomy()), fewest)
    if len(folded.units) < 2:
        raise InvalidInput(ALL_SMALL.fill(fewest=fewest))
    _possible(folded)
    return TieCount.objects.create(
        name=name[:200],
        day=day,
        source=source.strip()[:200],
        people=[list(each) for each in zip(folded.units, folded.people, strict=True)],
        counts=folded.counts.tolist(),
        folded=[list(each) for each in went],
        spread=folded.spread,
        actor=actor.actor_id,
    )


def _possible(ties: Ties) -> None:
    """Raises InvalidInput if nobody's ties can spread so."""
    if ties.spread is None:
        return
    least, most = possible_spread(ties.people, ties.of_units, ties.total)
    if not least - ROUNDED <= ties.spread <= most + ROUNDED:
        raise InvalidInput(NO_SPREAD.fill(spread=ties.spread, least=round(least, 2), most=round(most, 2)))


@action("withdraw ties", Capability.KEEP_REGISTERS)
def withdraw_ties(actor: Actor, found: TieCount) -> TieCount:
    """Take a count back; the one before stands again."""
    return mark_withdrawn(found)


@action("reinstate ties", Capability.KEEP_REGISTERS)
def reinstate_ties(actor: Actor, found: TieCount) -> TieCount:
    """Undo that."""
    return mark_standing(found)


@action("assign functions", Capability.KEEP_REGISTERS)
def assign(actor: Actor, units: Mapping[str, Sequence[str]]) -> Assignment:
    """Say which departments stand for which function, all at once; what held before stays in the history."""
    known = {each.slug: each.name for each in require_taxonomy().departments}
    taken: set[str] = set()
    for function, slugs in units.items():
        if function not in FUNCTIONS:
            raise InvalidInput(NO_FUNCTION.fill(function=function))
        for slug in slugs:
            if slug not in known:
                raise InvalidInput(NO_UNIT.fill(unit=slug))
            if slug in taken:
                raise InvalidInput(TWO_FUNCTIONS.fill(unit=known[slug]))
            taken.add(slug)
    kept = {function: list(units.get(function, ())) for function in FUNCTIONS}
    return Assignment.objects.create(units=kept, actor=actor.actor_id)
