"""People who are asked, what they answer, and the post that brings their letters."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes, policy
from typing import TYPE_CHECKING, Any, Self

from aiosmtpd.controller import Controller
from django.test import Client
from tests.core.company.terms import call, company, text

from leitstern.app.project.config import MailServer
from leitstern.app.project.serve import free_port
from leitstern.app.waves.letters import post_next
from leitstern.app.waves.models import Answer, Letter, LetterState, Token, Wave
from leitstern.app.waves.queries import instrument_of
from leitstern.collect.roster import Person, Roster
from leitstern.core.company.taxonomy import Department
from leitstern.core.inside.ratings import View

if TYPE_CHECKING:
    from email.message import EmailMessage

    from aiosmtpd.smtp import SMTP, Envelope, Session
    from pytest_django import Settings

BANK = replace(
    company(call()),
    departments=(
        Department(1, "sales", text("Sales")),
        Department(2, "north", text("North"), parent="sales"),
        Department(3, "south", text("South"), parent="sales"),
        Department(4, "service", text("Service")),
    ),
)


def people(**by_place: int) -> Roster:
    """So many people at `unit` or `unit_level`, with an address each."""
    found = []
    for place, n in by_place.items():
        unit, _, level = place.partition("_")
        view = View(level or "staff")
        unit = "" if view == View.EXECUTIVES else unit
        found += [Person(f"{place}{at}@bank.example", unit, view) for at in range(n)]
    return Roster(found)


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

    def use(self, settings: Settings) -> None:
        """Let the application send here."""
        settings.CONFIG = replace(
            settings.CONFIG, mail=MailServer("127.0.0.1", self.port, "", "", tls=False, starttls=False)
        )
        options = {"host": "127.0.0.1", "port": self.port, "timeout": 5}
        settings.MAILERS = {
            "default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}
        }

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
            (path, *_) = re.findall(r"http://testserver(/w/\d+/[\w-]+)", body.get_content())
            found[str(letter["To"])] = path
        return found


def deliver() -> None:
    """Send everything that is due."""
    while post_next():
        pass


def states() -> dict[str, int]:
    """How many letters are in which state."""
    return {state: n for state in LetterState.values if (n := Letter.objects.filter(state=state).count())}


def answer(path: str, point: int = 5, comment: str = "", client: Client | None = None) -> Client:
    """Answer everything with `point`, page by page, and hand it in."""
    browser = client or Client()
    here = browser.post(path)
    while here.status_code == 302 and not here["Location"].endswith("/review"):
        page = browser.get(here["Location"])
        slugs = {item.slug: str(point) for item, _ in page.context["items"]}
        here = browser.post(here["Location"], slugs)
    browser.post(here["Location"], {"comment": comment})
    return browser


def answered_directly(wave: Wave, unit: str, level: str, n: int, point: int = 5, comments: int = 0) -> None:
    """`n` people have answered, without going through pages."""
    slugs = [item.slug for item in instrument_of(wave).items]
    Answer.objects.bulk_create(
        Answer(wave=wave, unit=unit, level=level, answers=dict.fromkeys(slugs, 1 + (point + at) % 7))
        for at in range(n)
    )
    for at in range(comments):
        wave.comments.create(text=f"Comment {at}")
    some = list(Token.objects.filter(wave=wave, unit=unit, level=level, used=False)[:n])
    Token.objects.filter(pk__in=[each.pk for each in some]).update(used=True)
