"""The contacts of the journeys that are looked at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from leitstern.store.held.codes import waits_by_pair, whole_people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from leitstern.store.held.loading import Held


@dataclass(frozen=True)
class Picked:
    """Journeys of `held`, all or those that are `chosen`."""

    held: Held
    chosen: NDArray[np.bool_] | None = None

    @property
    def moving(self) -> Picked:
        """Those of these journeys that visit more than one touchpoint."""
        moves = self.held.moves[self.held.path]
        return Picked(self.held, moves if self.chosen is None else moves & self.chosen)

    @cached_property
    def step(self) -> NDArray[np.int64]:
        """Of each contact its pair and wait."""
        return self._of(self.held.step)

    @cached_property
    def waits(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Of each pair, as `waits_by_pair`."""
        held = self.held
        return (
            held.waits if self.chosen is None else waits_by_pair(self.step, len(held.pairs), held.wait_bits)
        )

    @cached_property
    def person(self) -> NDArray[np.int32]:
        """Of each contact."""
        return self._of(self.held.person)

    @cached_property
    def journey(self) -> NDArray[np.int32]:
        """Of each contact."""
        return self._of(self.held.journey)

    @cached_property
    def number(self) -> NDArray[np.int32]:
        """Of each journey, as contacts name it."""
        return self._journeys(np.arange(len(self.held.owner), dtype=np.int32))

    @cached_property
    def owner(self) -> NDArray[np.int32]:
        """Of each journey its person."""
        return self._journeys(self.held.owner)

    @cached_property
    def path(self) -> NDArray[np.int32]:
        """Of each journey."""
        return self._journeys(self.held.path)

    def pieces(self) -> Iterator[tuple[slice, slice]]:
        """Contacts and journeys of some people after the other: what is counted of these stays close to the processor."""
        for contacts in whole_people(self.person):
            if contacts.stop:
                first, last = self.person[contacts.start], self.person[contacts.stop - 1]
                journeys = np.searchsorted(self.owner, first), np.searchsorted(self.owner, last, "right")
                yield contacts, slice(*map(int, journeys))
            else:
                yield contacts, contacts

    @cached_property
    def _rows(self) -> NDArray[np.bool_] | None:
        return None if self.chosen is None else self.chosen[self.held.journey]

    def _of[T: np.generic](self, column: NDArray[T]) -> NDArray[T]:
        return column if self._rows is None else column[self._rows]

    def _journeys[T: np.generic](self, column: NDArray[T]) -> NDArray[T]:
        return column if self.chosen is None else column[self.chosen]
