"""People who are asked, what they answer, and the post that brings their letters."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.test import Client
from tests.core.company.terms import call, company, text

from leitstern.app.common.posting import LetterState
from leitstern.app.project.config import MailServer
from leitstern.app.waves.letters import post_next
from leitstern.app.waves.models import Answer, Letter, Token, Wave
from leitstern.app.waves.queries import instrument_of
from leitstern.collect.roster import Person, Roster
from leitstern.core.company.taxonomy import Department
from leitstern.core.inside.ratings import View

if TYPE_CHECKING:
    from pytest_django import Settings
    from tests.post import Post

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


def on_paper(**by_place: int) -> Roster:
    """The same people, none of them with an address."""
    return Roster([replace(person, address="") for person in people(**by_place).people])


def use(post: Post, settings: Settings) -> None:
    """Let the application send there."""
    server = MailServer("127.0.0.1", post.port, "", "", tls=False, starttls=False)
    settings.CONFIG = replace(settings.CONFIG, mail=server)
    options = {"host": "127.0.0.1", "port": post.port, "timeout": 5}
    settings.MAILERS = {
        "default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}
    }


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
