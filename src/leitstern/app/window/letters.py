"""The weekly letter: due on Monday morning, written once per week, person and department, and sent by the worker.

The worker looks when it starts and then once an hour whether this week's letters are written. That they are is a row per
letter, so a restart writes none twice. A week in which nothing ran is not made up for: letters tell of now.
"""

from __future__ import annotations

import hmac
from datetime import datetime, time, timedelta
from email.utils import parseaddr
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext

from leitstern.app.common.findings import held
from leitstern.app.common.home import current_home
from leitstern.app.common.posting import LetterState, post_some
from leitstern.app.outside.reading import published
from leitstern.app.structure.kept_units import home
from leitstern.app.window.looking import Window, window
from leitstern.app.window.models import WeekLetter
from leitstern.app.window.subscribing import recipients, token_of
from leitstern.core.errors import NotFound

if TYPE_CHECKING:
    from datetime import date

    from leitstern.app.accounts.models import Person

MORNING = time(7)  # on the company's clock
HOUR = timedelta(hours=1)
KEPT_WEEKS = 4  # letters that went out; which of this week were written is all that has to be known


class _Look:
    """When this process last looked; another process looks for itself."""

    at: datetime | None = None


def post_next() -> bool:
    """Look once an hour whether letters are due, and send some that are. False when there is nothing to do."""
    now = timezone.now()
    if _Look.at is None or now - _Look.at >= HOUR:
        _Look.at = now
        write_due(now)
    return _post_some()


def post_all() -> None:
    """Send everything that is due."""
    while _post_some():
        pass


def write_due(now: datetime) -> int:
    """Write this week's letters that are due and not written yet; how many. Without a mail server or data, none.

    Letters of long ago are forgotten.
    """
    state = published()
    if settings.CONFIG.mail is None or state is None:
        return 0
    here = now.astimezone(ZoneInfo(state.taxonomy.time_zone))
    week = monday(here.date())
    morning = datetime.combine(week, MORNING, here.tzinfo)
    if now < morning:
        return 0
    WeekLetter.objects.filter(week__lt=week - timedelta(weeks=KEPT_WEEKS)).delete()
    known = set(WeekLetter.objects.filter(week=week).values_list("unit", "person_id"))
    fresh = [
        WeekLetter(unit=unit, person=person, week=week, address=address)
        for unit, person, address in recipients(morning)
        if (unit, person.pk) not in known
    ]
    WeekLetter.objects.bulk_create(fresh, ignore_conflicts=True)
    return len(fresh)


def sent_this_week(now: datetime) -> int:
    """How many letters of this week went out."""
    found = WeekLetter.objects.filter(week=monday(timezone.localdate(now)), state=LetterState.SENT)
    return found.count()


def monday(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())


def compose(found: Window, person: Person, week: date, address: str) -> EmailMultiAlternatives:
    """The letter as it would go to somebody now, in their language: plain text, and the same as simple HTML."""
    unit, base = found.unit.slug, settings.CONFIG.public_url or address.rstrip("/")
    leave = base + reverse("window:leave", args=[unit, token_of(person, unit)])
    with translation.override(person.language), held():
        words = {
            "window": found,
            "language": person.language,
            "week": week,
            "page": base + reverse("window:unit", args=[unit]),
            "leave": leave,
        }
        message = EmailMultiAlternatives(
            subject=gettext("What your customers say: %(unit)s")
            % {"unit": found.unit.name.to(person.language)},
            body=render_to_string("window/letter.txt", words),
            from_email=settings.DEFAULT_FROM_EMAIL,
            to=[person.email],
            headers={
                "Auto-Submitted": "auto-generated",
                "Message-ID": _message_id(person, unit, week),
                "List-Unsubscribe": f"<{leave}>",
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            },
        )
        message.attach_alternative(render_to_string("window/letter.html", words), "text/html")
    return message


def _post_some() -> bool:
    return post_some(WeekLetter.objects.select_related("person"), _message)


def _message(letter: WeekLetter) -> EmailMultiAlternatives | None:
    """The letter; none where its week is over, its department is gone, or the person left it meanwhile."""
    state = published()
    wanted = {(unit, person.pk) for unit, person, _ in recipients(None, letter.person)}
    if state is None or (home(letter.unit), letter.person_id) not in wanted:
        return None
    today = timezone.localdate(timezone=ZoneInfo(state.taxonomy.time_zone))
    if letter.week != monday(today):
        return None
    try:
        found = window(home(letter.unit))
    except NotFound:
        return None
    return compose(found, letter.person, letter.week, letter.address)


def _message_id(person: Person, unit: str, week: date) -> str:
    made = hmac.digest(current_home().secret, f"{person.pk} {unit} {week}".encode(), "sha256").hex()
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].partition("@")[2]
    return f"<{made[:32]}@{domain}>"
