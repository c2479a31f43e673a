"""Letters of a wave: one to everybody on the roster, and a reminder to whoever has not answered.

They go the way of all letters (`common.posting`); a reminder reaches whoever an invitation missed.
"""

from __future__ import annotations

from collections.abc import Iterable
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

from leitstern.app.common.posting import post_some
from leitstern.app.company.queries import taxonomy_of
from leitstern.app.waves.letter_text import BODY, BOTH, SUBJECT, minutes
from leitstern.app.waves.models import Invited, Kind, Letter, WaveState
from leitstern.app.waves.queries import instrument_of
from leitstern.app.waves.tokens import digest, token_of


def write(people: Iterable[Invited], kind: Kind) -> None:
    """Queue a letter to each of these people; who still waits for one of that kind gets no second."""
    Letter.objects.bulk_create((Letter(invited=each, kind=kind) for each in people), ignore_conflicts=True)


def post_next() -> bool:
    """Send the letters that are due, some at a time. False when there is nothing to do."""
    running = Letter.objects.filter(invited__wave__state=WaveState.RUNNING)
    return post_some(running.select_related("invited__wave__instrument", "invited__wave__taxonomy"), _message)


def _answered(letter: Letter) -> bool:
    """Whether a reminder has become needless: only used or unused is asked, of a hash."""
    if letter.kind != Kind.REMINDER:
        return False
    tokens = letter.invited.wave.tokens
    return not tokens.filter(digest=digest(token_of(letter.invited)), used=False).exists()


def _message(letter: Letter) -> EmailMessage | None:
    """The letter in both languages; none where a reminder is not needed any more."""
    if _answered(letter):
        return None
    wave = letter.invited.wave
    link = wave.address + reverse("waves:answer", args=[wave.pk, token_of(letter.invited)])
    kind = Kind(letter.kind)
    items, company = len(instrument_of(wave).items), taxonomy_of(wave.taxonomy).company
    words = {
        "name": wave.name,
        "link": link,
        "fewest": wave.fewest,
        "comments": wave.fewest_comments,
        "items": items,
        "minutes": minutes(items),
        "keep_days": wave.keep_days,
    }
    day = f"{wave.closes.day} {wave.closes:%B %Y}"
    english = BODY[kind].en.format(company=company.en, closes=day, **words)
    german = BODY[kind].de.format(company=company.de, closes=f"{wave.closes:%d.%m.%Y}", **words)
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].partition("@")[2]
    return EmailMessage(
        subject=f"{SUBJECT[kind].de.format(**words)} / {SUBJECT[kind].en.format(**words)}",
        body=BOTH.format(german=german, english=english),
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[letter.invited.address],
        headers={
            "Auto-Submitted": "auto-generated",
            "Message-ID": f"<{digest(f'{letter.pk} {token_of(letter.invited)}')[:32]}@{domain}>",
        },
    )
