"""Events as columns: what is said of each attribute by attribute becomes a column for each name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from leitstern.collect.readers.ocel.facts import ACTIVITY, EVENT, TIME
from leitstern.collect.readers.xml_tags import NotPlainError

if TYPE_CHECKING:
    from leitstern.collect.readers.spans import Content, Places

    type Texts = tuple[Places, Places]  # places and lengths


def event_cells(
    content: Content, heads: list[Texts], events: Places, names: Texts, values: Texts
) -> dict[str, pa.Array]:
    """The cells of events: their ids, types and times (`heads`), and their attributes, each of the event at a position.

    Raises NotPlainError if an event has an attribute twice.
    """
    found = dict(zip((EVENT, ACTIVITY, TIME), heads, strict=True))
    coded = content.texts(*names).cast(pa.string()).dictionary_encode()
    codes = coded.indices.to_numpy()
    for number, name in enumerate(coded.dictionary.to_pylist()):
        which = np.flatnonzero(codes == number)
        if name in found or (np.diff(events[which]) == 0).any():
            raise NotPlainError
        begin, length = np.zeros(len(heads[0][0]), np.int64), np.full(len(heads[0][0]), -1, np.int64)
        begin[events[which]], length[events[which]] = values[0][which], values[1][which]
        found[name] = begin, length
    return {name: content.texts(*texts) for name, texts in found.items()}
