"""What the register shows: coverage by customers, and the conflicts with what was decided about them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
from django.db.models import Prefetch
from django.utils import timezone

from leitstern.app.common.findings import remember
from leitstern.app.company.queries import departments
from leitstern.app.incentives.models import Priority, Verdict
from leitstern.app.incentives.register import links, register, series
from leitstern.app.portfolio.queries import left_by
from leitstern.app.structure.reading import register as organisation
from leitstern.core.errors import NotFound
from leitstern.core.inside.incentives.conflicts import HANDFUL, Conflict, Found, find
from leitstern.core.inside.incentives.coverage import Coverage
from leitstern.core.inside.incentives.coverage import coverage as covered
from leitstern.core.inside.incentives.declared import pair
from leitstern.core.inside.incentives.functions import Reach
from leitstern.core.inside.incentives.functions import reach as reached
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from leitstern.core.inside.incentives.figures import Register

SEED = 58
NO_CONFLICT = Text(
    en="Between these two key figures no conflict is known: nobody declared one, and the data show none.",
    de="Zwischen diesen beiden Kennzahlen ist kein Konflikt bekannt: Niemand hat einen angegeben, und die Daten zeigen keinen.",
)

type Pair = tuple[str, str]


class State(StrEnum):
    """What was decided about a conflict, and whether it still is one."""

    ASKED = "asked"  # nobody has said yet whether it is one
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    OVER = "over"  # was judged; one of the two is no longer rewarded


@dataclass(frozen=True, slots=True)
class Line:
    """One conflict, the verdict that stands, and which figure goes first; `conflict` is None once it is over."""

    pair: Pair
    conflict: Conflict | None
    verdict: Verdict | None
    priority: Priority | None
    ownerless: bool = False  # whoever answered for its rule has left

    @property
    def state(self) -> State:
        """Where it stands."""
        if self.conflict is None:
            return State.OVER
        if self.verdict is None:
            return State.ASKED
        return State.CONFIRMED if self.verdict.confirmed else State.REFUSED

    def due(self, today: date) -> bool:
        """Whether its rule should have been looked at again."""
        return self.priority is not None and self.priority.review < today


@dataclass(frozen=True, slots=True)
class Board:
    """All conflicts, the most severe first, and what was looked at to find them."""

    lines: tuple[Line, ...]
    found: Found

    def of(self, state: State) -> tuple[Line, ...]:
        """Those in a state."""
        return tuple(line for line in self.lines if line.state is state)

    @property
    def open(self) -> tuple[Line, ...]:
        """Confirmed conflicts, with which people live every day."""
        return self.of(State.CONFIRMED)

    @property
    def without_rule(self) -> tuple[Line, ...]:
        """Confirmed conflicts in which nobody knows what goes first."""
        return tuple(line for line in self.open if line.priority is None)

    @property
    def ownerless(self) -> tuple[Line, ...]:
        """Confirmed conflicts whose rule nobody answers for any more."""
        return tuple(line for line in self.open if line.ownerless)

    @property
    def too_many(self) -> bool:
        """More than a handful are open."""
        return len(self.open) > HANDFUL


def coverage(known: Register | None = None) -> Coverage:
    """How far the customer reaches into what is rewarded."""
    return covered(known or register(), departments())


def reach(known: Register | None = None) -> Reach:
    """How far customers reach into each function: ambassadors, key figures, and spans of leadership."""
    return reached(known or register(), organisation(), timezone.localdate())


def verdicts() -> dict[Pair, Verdict]:
    """What stands about each pair, with its rules newest first."""
    standing = Prefetch("priorities", Priority.objects.filter(withdrawn=None).select_related("figure"))
    found = Verdict.objects.filter(withdrawn=None).select_related("first", "second")
    return {
        (each.first.slug, each.second.slug): each for each in found.prefetch_related(standing).order_by("id")
    }


def conflicts(known: Register | None = None) -> Board:
    """Every conflict that is declared, measured or was judged."""
    known, said = known or register(), verdicts()
    declared, values = links(), series(known.rewarded)
    inputs = (
        known.figures,
        known.roles,
        sorted(known.shares.items()),
        known.fewest,
        declared,
        sorted(
            (slug, each.sign, [*each.values.items()], sorted(each.redefined)) for slug, each in values.items()
        ),
        sorted(said),
    )
    found = remember(
        "incentive conflicts",
        inputs,
        lambda: find(known, declared, values, np.random.default_rng(SEED), said),
    )
    gone = left_by(timezone.localdate())
    there = [_line(conflict.pair, conflict, said, gone) for conflict in found.conflicts]
    over = sorted(said.keys() - {line.pair for line in there})
    return Board((*there, *(_line(key, None, said, gone) for key in over)), found)


def conflict(first: str, second: str) -> Line:
    """One conflict, its figures in any order. Raises NotFound for a pair about which nothing is known."""
    wanted = pair(first, second)
    return next((line for line in conflicts().lines if line.pair == wanted), None) or _unknown()


def history(first: str, second: str) -> list[Verdict]:
    """Every verdict about a pair, newest first, withdrawn ones and their rules as well."""
    found = Verdict.objects.filter(first__slug=first, second__slug=second)
    return list(found.prefetch_related("priorities__figure"))


def _line(pair: Pair, found: Conflict | None, said: dict[Pair, Verdict], gone: Collection[str]) -> Line:
    verdict = said.get(pair)
    priority = next(iter(verdict.priorities.all()), None) if verdict else None
    return Line(pair, found, verdict, priority, priority is not None and priority.owner in gone)


def _unknown() -> Line:
    raise NotFound(NO_CONFLICT)
