"""How systems write down a moment: the German way, or ISO 8601 with the offset from UTC."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import numpy as np

if TYPE_CHECKING:
    from leitstern.collect.example.arrays import Times

_ZONE = ZoneInfo("Europe/Berlin")
_GERMAN = (8, 9, 13, 5, 6, 13, 0, 1, 2, 3)  # where the letters of 31.12.2025 stand in 2025-12-31


def german(at: Times) -> list[str]:
    """31.12.2025 14:05; empty where nothing has happened."""
    return [
        f"{day} {time[11:]}" if day else "" for day, time in zip(german_days(at), _texts(at), strict=True)
    ]


def german_days(at: Times) -> list[str]:
    """31.12.2025; empty where nothing has happened."""
    return [f"{t[8:10]}.{t[5:7]}.{t[:4]}" if t != "NaT" else "" for t in _texts(at)]


def iso_with_offset(at: Times) -> list[str]:
    """2025-12-31T14:05:09+01:00."""
    hours, where = np.unique(at.astype("datetime64[h]"), return_inverse=True)
    offsets = [hour.item().replace(tzinfo=_ZONE).isoformat()[-6:] for hour in hours]
    texts = np.datetime_as_string(at, unit="s").tolist()
    return [text + offsets[i] for text, i in zip(texts, where.tolist(), strict=True)]


def _texts(at: Times) -> list[str]:
    return [text.replace("T", " ") for text in np.datetime_as_string(at, unit="m").tolist()]
