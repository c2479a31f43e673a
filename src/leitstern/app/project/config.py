"""Every setting of an installation, in one typed object read from `LEITSTERN_*` variables."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text

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
        """Read the variables; what is not set has the default of a single machine on loopback. Raises InvalidInput."""
        public_url = environment.get("LEITSTERN_PUBLIC_URL", "")
        return cls(
            home=Path(environment.get("LEITSTERN_HOME", ".home")).expanduser(),
            hosts=tuple(
                filter(None, environment.get("LEITSTERN_HOSTS", "localhost,127.0.0.1,[::1]").split(","))
            ),
            public_url=public_url.rstrip("/"),
            debug=environment.get("LEITSTERN_DEBUG") == "1",
            memory_limit=_size("LEITSTERN_MEMORY_LIMIT", environment.get("LEITSTERN_MEMORY_LIMIT", "1GB")),
            threads=_count("LEITSTERN_THREADS", environment.get("LEITSTERN_THREADS", "2")),
            secure_cookies=public_url.startswith("https://"),
        )


def _count(name: str, value: str) -> int:
    if not value.isdecimal() or int(value) == 0:
        raise InvalidInput(WRONG.fill(name=name, value=value, example="2"))
    return int(value)


def _size(name: str, value: str) -> str:
    if not re.fullmatch(r"[1-9]\d*([.]\d+)? ?[KMGT]i?B", value):
        raise InvalidInput(WRONG.fill(name=name, value=value, example="1GB"))
    return value


WRONG = Text(
    en="The setting {name} cannot be “{value}”; it is written like this: {example}.",
    de="Die Einstellung {name} kann nicht „{value}“ lauten; geschrieben wird sie so: {example}.",
)
