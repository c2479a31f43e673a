"""What was found for one selection and for the one beside it, row by row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.outside.beside import Beside, beside
from leitstern.core.outside.few import TOO_FEW_CUSTOMERS
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import grouped

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from leitstern.app.journeys.asking import Sides
    from leitstern.core.stats.estimate import Measured

BESIDE = (
    *("other_share", "other_low", "other_high", "other_n"),
    *("difference", "difference_low", "difference_high", "sure"),
)


@dataclass(frozen=True, slots=True)
class Lined[T]:
    """One row of either selection; `beside` holds both shares where two are compared."""

    here: T | None
    there: T | None
    share: Measured
    beside: Beside | None

    @property
    def either(self) -> T:
        """Whichever there is."""
        found = self.there if self.here is None else self.here
        if found is None:
            raise AssertionError("A row is of one selection at least.")
        return found

    @property
    def sure(self) -> bool:
        """Whether the selections differ for sure."""
        return bool(self.beside and self.beside.sure)

    @property
    def cells(self) -> list[object]:
        """The columns `BESIDE` of a spreadsheet."""
        if self.beside is None:
            return [None] * len(BESIDE)
        return [*numbers(self.beside.b, n=True), *numbers(self.beside.difference), self.beside.sure]


def lined_up[T](
    sides: Sides[tuple[T, ...]], key: Callable[[T], Hashable], share: Callable[[T], Measured]
) -> tuple[Lined[T], ...]:
    """Every row of either selection, those of the first in their order before those that only the other has."""
    here = {key(each): each for each in sides.a or ()}
    if not sides.compared:
        return tuple(Lined(each, None, share(each), None) for each in here.values())
    there = {key(each): each for each in sides.b or ()}
    rows = [(here.get(at), there.get(at)) for at in dict.fromkeys([*here, *there])]
    shares = [
        (share(a) if a is not None else TOO_FEW_CUSTOMERS, share(b) if b is not None else TOO_FEW_CUSTOMERS)
        for a, b in rows
    ]
    found = beside(shares)
    return tuple(Lined(a, b, each.a, each) for (a, b), each in zip(rows, found, strict=True))


def surest[T](found: Sequence[Lined[T]]) -> tuple[T, dict[str, object]] | None:
    """The row that differs most of those that differ for sure, with both shares, their n and the difference in words."""
    sure = [each for each in found if each.sure and each.beside]
    if not sure:
        return None
    most = max(sure, key=lambda each: abs(value(each.beside.difference)) if each.beside else 0.0)
    told = most.beside
    parts = (told.a, told.b, told.difference) if told else ()
    here, there, difference = (each for each in parts if isinstance(each, Estimate))
    named = {"points": difference.value, "low": difference.low, "high": difference.high}
    return most.either, {
        "share": round(here.value * 100),
        "other": round(there.value * 100),
        "n": grouped(here.n),
        "other_n": grouped(there.n),
        **{name: points(number) for name, number in named.items()},
    }


def points(difference: float) -> str:
    """A difference of shares in points of 100, with its sign; none where it rounds to nothing."""
    rounded = round(difference * 100)
    return f"{rounded:+d}".replace("-", "−") if rounded else "0"


def of_hundred(share: Estimate) -> dict[str, object]:
    """A share as sentences tell it."""
    named = {"share": share.value, "low": share.low, "high": share.high}
    return {name: round(number * 100) for name, number in named.items()} | {"n": grouped(share.n)}


def numbers(measured: Measured | None, *, n: bool = False) -> list[object]:
    """A number as columns of a spreadsheet, empty where there is none."""
    if not isinstance(measured, Estimate):
        return [None] * (4 if n else 3)
    return [measured.value, measured.low, measured.high, *([measured.n] if n else [])]


def value(measured: object) -> float:
    """The number itself, 0 where there is none."""
    return measured.value if isinstance(measured, Estimate) else 0.0
