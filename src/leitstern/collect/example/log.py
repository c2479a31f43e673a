"""The logs of the channels as tables: contacts of all kinds in the order in which they happened."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from leitstern.collect.example.arrays import Ints, Rows, Times, Visits, Words
from leitstern.collect.example.registers import LOGS


@dataclass(frozen=True, slots=True)
class Log(Rows):
    """One row per contact, by time."""

    customer: Ints
    at: Times
    channel: Words
    occasion: Words
    case: Words


def log(visited: list[Visits], *channels: str) -> Log:
    """Everything on these channels that no register of its own holds."""
    parts = [_noted(v.only(np.isin(v.channel, channels))) for v in visited if not v.record]
    customer, at, channel, occasion, case = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    order = np.lexsort((np.arange(len(at)), at))
    return Log(customer[order], at[order], channel[order], occasion[order], case[order])


def _noted(visits: Visits) -> tuple[Ints, Times, Words, Words, Words]:
    words = LOGS[str(visits.channel[0])] if len(visits) else {}
    usual = words.get(visits.touchpoint, "")
    occasion = np.array(
        [words.get(f"{visits.touchpoint}/{m}", usual) for m in visits.mood.tolist()], dtype=np.str_
    )
    return visits.customer, visits.at, visits.channel, occasion, visits.case
