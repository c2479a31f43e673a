"""A company's own questions: a copy of an instrument with dimensions and items added to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from leitstern.core.errors import InvalidInput
from leitstern.core.inside.instrument import Item
from leitstern.core.inside.instrument_checks import check_instrument
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.inside.instrument import Dimension, Instrument

OWN = "own"  # source of what a company added
NOT_COPIED = Text(
    en="The copy was not made. {problems}",
    de="Die Kopie wurde nicht angelegt. {problems}",
)
NOTHING_ADDED = Text(
    en="Nothing was added, so there is nothing to copy for. Write at least one question or dimension.",
    de="Es wurde nichts ergänzt, eine Kopie ist also nicht nötig. Schreiben Sie mindestens eine Frage oder Dimension.",
)


def extend(
    instrument: Instrument,
    slug: str,
    version: int,
    dimensions: Sequence[Dimension] = (),
    items: Sequence[Item] = (),
) -> Instrument:
    """A copy called `slug` with what was added at its end. Raises InvalidInput with every mistake.

    Levels of the dimensions that were there already stay comparable unless items were added to them.
    """
    if not dimensions and not items:
        raise InvalidInput(NOTHING_ADDED)
    copy = replace(
        instrument,
        slug=slug,
        version=version,
        dimensions=(*instrument.dimensions, *dimensions),
        items=(*instrument.items, *items),
    )
    mistakes = check_instrument(copy)
    if mistakes:
        found = list(dict.fromkeys(mistake.text for mistake in mistakes))
        raise InvalidInput(
            NOT_COPIED.fill(problems=Text(en=" ".join(t.en for t in found), de=" ".join(t.de for t in found)))
        )
    return copy


def own_items(
    instrument: Instrument, dimension: str, questions: Sequence[Text], reverse: Sequence[Text] = ()
) -> tuple[Item, ...]:
    """Items of a dimension from questions and from reverse ones, with short names that are still free."""
    taken = {item.slug for item in instrument.items}
    free = (f"{dimension}-{OWN}-{n}" for n in range(1, len(taken) + len(questions) + len(reverse) + 2))
    names = (name for name in free if name not in taken)
    return (
        *(Item(next(names), dimension, text, source=OWN) for text in questions),
        *(Item(next(names), dimension, text, reverse=True, source=OWN) for text in reverse),
    )
