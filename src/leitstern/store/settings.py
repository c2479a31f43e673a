"""What the derived tables of a lake are derived with, kept beside it so that it can mend itself."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from leitstern.store import durable

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """`time_zone` is the one all local dates of the lake are in."""

    journey_gap_days: int
    time_zone: str

    @classmethod
    def load(cls, path: Path) -> Settings | None:
        """The settings of the last import; None before the first."""
        return cls(**json.loads(path.read_bytes())) if path.exists() else None

    def save(self, path: Path) -> None:
        """Replace the settings, durably."""
        durable.replace(path, json.dumps(asdict(self)).encode())
