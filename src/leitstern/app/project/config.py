"""Every setting of an installation, in one typed object read from `LEITSTERN_*` variables."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Config:
    """What can be set from outside. `docs/reference/settings.md` describes each."""

    home: Path
    hosts: tuple[str, ...]
    public_url: str
    debug: bool
    memory_limit: str
    threads: int
    secure_cookies: bool

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Config:
        """Read the variables; what is not set has the default of a single machine on loopback."""
        public_url = environment.get("LEITSTERN_PUBLIC_URL", "")
        return cls(
            home=Path(environment.get("LEITSTERN_HOME", ".home")).expanduser(),
            hosts=tuple(
                filter(None, environment.get("LEITSTERN_HOSTS", "localhost,127.0.0.1,[::1]").split(","))
            ),
            public_url=public_url.rstrip("/"),
            debug=environment.get("LEITSTERN_DEBUG") == "1",
            memory_limit=environment.get("LEITSTERN_MEMORY_LIMIT", "1GB"),
            threads=int(environment.get("LEITSTERN_THREADS", "2")),
            secure_cookies=public_url.startswith("https://"),
        )
