"""How often data goes by hand from spreadsheet to spreadsheet before it is read: the tool that is missing smells.

Source: Bingemer, "Technologie ist nicht die Antwort": knowledge of customers is pushed laboriously through spreadsheets.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from typing import TYPE_CHECKING

from leitstern.core.inside.stack.terms import Way

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from leitstern.core.inside.stack.inventory import Inventory

UNSAID = ""  # stands for what is handed on where nobody said what


def hand_chains(inventory: Inventory) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each data object (short name, or `UNSAID`) that goes by hand more than once, with its longest way to its last reader.

    A way of n systems has n − 1 hops. What goes round in a circle is not counted here: it has no last reader.
    """
    carried = defaultdict[str, dict[str, set[str]]](lambda: defaultdict(set))
    for each in inventory.integrations:
        if each.way is Way.BY_HAND:
            for data in each.objects or (UNSAID,):
                carried[data][each.source].add(each.target)
    found = [(data, way) for data, edges in carried.items() for way in _ways(edges) if len(way) > 2]
    return tuple(sorted(found, key=lambda each: (-len(each[1]), each)))


def _ways(edges: Mapping[str, set[str]]) -> Iterator[tuple[str, ...]]:
    """The longest way to every system that hands nothing on."""
    waiting = Counter(target for targets in edges.values() for target in targets)
    ready = deque(sorted(source for source in edges if not waiting[source]))
    way: dict[str, tuple[str, ...]] = {source: (source,) for source in ready}
    while ready:
        at = ready.popleft()
        if at not in edges:
            yield way[at]
        for target in sorted(edges.get(at, ())):
            if len(way[at]) >= len(way.get(target, ())):
                way[target] = (*way[at], target)
            waiting[target] -= 1
            if not waiting[target]:
                ready.append(target)
