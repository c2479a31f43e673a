"""Statements of a wave that seem to be keyed the wrong way round: an instrument's mistake, seen in the answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from leitstern.core.company.tree import COMPANY
from leitstern.core.inside.groups import Group
from leitstern.core.inside.instrument import Instrument, Item
from leitstern.core.inside.keying import suspicion, suspicious_keys
from leitstern.core.inside.ratings import INSIDERS
from leitstern.core.inside.wave import Answered

if TYPE_CHECKING:
    from leitstern.core.inside.ratings import View
    from leitstern.core.stats.estimate import Missing
    from leitstern.core.texts import Text

DECIMALS = 1  # of a correlation: enough to see its sign and weight, and nothing of single people


@dataclass(frozen=True, slots=True)
class WrongKey:
    """A statement, its correlation with the others of its dimension, and how many people rated the dimension."""

    item: Item
    correlation: float
    n: int
    sentence: Text


def wrong_keys_as_json(
    instrument: Instrument,
    everybody: Answered,
    decisions: Mapping[str, Mapping[Group, Missing | None]],
    wave: int,
    fewest: int,
) -> list[dict[str, Any]]:
    """Suspected statements over the levels that are shown for the whole company, the worst first.

    Nothing is said of a dimension that fewer than `fewest` people of these levels answered.
    """
    by_levels: dict[tuple[View, ...], list[dict[str, Any]]] = {}
    found = []
    for dimension, decision in decisions.items():
        whole = (Group(wave, level, COMPANY) for level in INSIDERS)
        levels = tuple(group.level for group in whole if group in decision and decision[group] is None)
        if levels not in by_levels:
            answers = everybody.only(np.isin(everybody.levels, levels)).given
            by_levels[levels] = [
                {"item": each.item.slug, "correlation": round(each.correlation, DECIMALS)}
                for each in suspicious_keys(instrument, answers)
                if each.n >= fewest
            ]
        items = {item.slug for item in instrument.items_of(dimension)}
        found += [each for each in by_levels[levels] if each["item"] in items]
    return sorted(found, key=lambda each: float(each["correlation"]))


def wrong_keys(instrument: Instrument, content: Mapping[str, Any]) -> tuple[WrongKey, ...]:
    """What a publication says about keys; those from before it was looked for say nothing."""
    items = {item.slug: item for item in instrument.items}
    rated = {
        slug: sum(
            group["scores"].get(slug, {}).get("n", 0)
            for group in content["groups"]
            if group["unit"] == COMPANY and not group["own"]
        )
        for slug in {item.dimension for item in instrument.items}
    }
    found = []
    for each in content.get("wrong_keys", []):
        item = items[each["item"]]
        n = rated[item.dimension]
        sentence = suspicion(instrument, item, each["correlation"], n)
        found.append(WrongKey(item, each["correlation"], n, sentence))
    return tuple(found)
