"""How systems write down a moment: the German way, or ISO 8601 with the offset from UTC."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import numpy as np

if TYPE_CHECKING:
    from leitstern.collect.example.arrays import Times

_ZONE = ZoneInfo("Europe/Berlin")


def german(at: Times) -> list[str]:
    """31.12.2025 14:05; empty where nothing has happened."""
    days, clocks = german_days(at), np.datetime_as_string(at, unit="m").tolist()
    return [f"{day} {clock[11:]}" if day else "" for day, clock in zip(days, clocks, strict=True)]


def german_days(at: Times) -> list[str]:
    """31.12.2025; empty where nothing has happened."""
    days = np.datetime_as_string(at, unit="D").tolist()
    return [f"{d[8:]}.{d[5:7]}.{d[:4]}" if d[0].isdigit() else "" for d in days]


def iso_with_offset(at: Times) -> list[str]:
    """2025-12-31T14:05:09+01:00."""
    hours, where = np.unique(at.astype("datetime64[h]"), return_inverse=True)
    offsets = [hour.item().replace(tzinfo=_ZONE).isoformat()[-6:] for hour in hours]
    texts = np.datetime_as_string(at, unit="s").tolist()
    return [text + offsets[i] for text, i in zip(texts, where.tolist(), strict=True)]
