"""Things that wait for each other in a circle, and the circle itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


def cycle[Key](edges: Mapping[Key, Collection[Key]]) -> tuple[Key, ...]:
    """One circle, its first member repeated at the end; nothing if there is none. Time: linear in edges.

    >>> cycle({"a": ["b"], "b": ["c"], "c": ["a"]})
    ('a', 'b', 'c', 'a')
    """
    done: set[Key] = set()
    for start in edges:
        if start in done:
            continue
        way, ahead, on_way = [start], [iter(edges.get(start, ()))], {start}
        while way:
            following = next((each for each in ahead[-1] if each not in done), None)
            if following is None:
                done.add(way[-1])
                on_way.discard(way.pop())
                ahead.pop()
            elif following in on_way:
                return (*way[way.index(following) :], following)
            else:
                way.append(following)
                ahead.append(iter(edges.get(following, ())))
                on_way.add(following)
    return ()
