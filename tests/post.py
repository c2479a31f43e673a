"""A real mail server on this machine, which can be told to refuse, to hang up, or to be gone."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from typing import TYPE_CHECKING, Any, Self

from aiosmtpd.controller import Controller

from leitstern.app.project.serve import free_port

if TYPE_CHECKING:
    from email.message import EmailMessage

    from aiosmtpd.smtp import SMTP, Envelope, Session


class Post:
    """A mail server on loopback. `refuse` answers at RCPT (or at DATA) instead of taking letters."""

    def __init__(self) -> None:
        self.taken: list[EmailMessage] = []
        self.refuse: dict[str, str] = {}  # address, or "" for all → the server's answer
        self.refuse_data = ""
        self.hang_up = False
        self.controller = Controller(self, hostname="127.0.0.1", port=free_port(None))

    def __enter__(self) -> Self:
        self.controller.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.controller.port)

    def stop(self) -> None:
        """The server is gone."""
        if self.controller.server is not None:
            self.controller.stop()

    async def handle_RCPT(  # noqa: N802 -- aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        answer = self.refuse.get(address) or self.refuse.get("")
        if answer:
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.hang_up:
            transport: Any = server.transport
            transport.abort()
            return "451 gone"
        if self.refuse_data:
            return self.refuse_data
        content = envelope.original_content or b""
        self.taken.append(message_from_bytes(content, policy=policy.default))
        return "250 OK"

    def links(self) -> dict[str, str]:
        """Address → path of the link in the newest letter to it."""
        found = {}
        for letter in self.taken:
            body = letter.get_body()
            assert body is not None
            (path, *_) = re.findall(r"http://[^/\s]+(/answer/\d+/[\w-]+)", body.get_content())
            found[str(letter["To"])] = path
        return found
