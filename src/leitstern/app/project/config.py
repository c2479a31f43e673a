"""Every setting of an installation, in one typed object read from `LEITSTERN_*` variables."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

THIS_MACHINE = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class MailServer:
    """Who takes letters. `tls` begins encrypted, `starttls` turns to it; without either it is plain."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    tls: bool
    starttls: bool


@dataclass(frozen=True, slots=True)
class Config:
    """What can be set from outside. `docs/reference/settings.md` describes each."""

    home: Path
    inbox: Path | None  # elsewhere than in the home
    hosts: tuple[str, ...]
    public_url: str
    debug: bool
    memory_limit: str
    threads: int
    secure_cookies: bool
    mail: MailServer | None
    mail_from: str

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Config:
        """Read the variables; what is not set has the default of a single machine on loopback. Raises InvalidInput."""
        public_url = environment.get("LEITSTERN_PUBLIC_URL", "")
        inbox = environment.get("LEITSTERN_INBOX", "")
        return cls(
            home=Path(environment.get("LEITSTERN_HOME", ".home")).expanduser(),
            inbox=Path(inbox).expanduser() if inbox else None,
            hosts=tuple(filter(None, environment.get("LEITSTERN_HOSTS", ",".join(THIS_MACHINE)).split(","))),
            public_url=public_url.rstrip("/"),
            debug=environment.get("LEITSTERN_DEBUG") == "1",
            memory_limit=_size("LEITSTERN_MEMORY_LIMIT", environment.get("LEITSTERN_MEMORY_LIMIT", "1GB")),
            threads=_count("LEITSTERN_THREADS", environment.get("LEITSTERN_THREADS", "2")),
            secure_cookies=public_url.startswith("https://"),
            mail=_mail("LEITSTERN_SMTP_URL", environment.get("LEITSTERN_SMTP_URL", "")),
            mail_from=_address("LEITSTERN_MAIL_FROM", environment.get("LEITSTERN_MAIL_FROM", "")),
        )


PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}


def _mail(name: str, value: str) -> MailServer | None:
    if not value:
        return None
    try:
        url = urlsplit(value)
        port = url.port
    except ValueError:
        url, port = urlsplit(""), None
    if url.scheme not in PORTS or not url.hostname or url.path.strip("/") or url.query:
        raise InvalidInput(WRONG.fill(name=name, value="…", example="smtps://user:password@mail.example.org"))
    return MailServer(
        host=url.hostname,
        port=port or PORTS[url.scheme],
        user=unquote(url.username or ""),
        password=unquote(url.password or ""),
        tls=url.scheme == "smtps",
        starttls=url.scheme == "smtp+starttls",
    )


def _address(name: str, value: str) -> str:
    if value and not re.fullmatch(r"([^<>@\r\n]+ <)?[^<>@\s]+@[^<>@\s]+>?", value):
        raise InvalidInput(WRONG.fill(name=name, value=value, example="Leitstern <leitstern@example.org>"))
    return value


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
