"""Letters: queued in the database, sent by the worker, tried again for days, never sent twice.

What is certain decides: a letter the mail server did not take waits and is tried again, ever later. Where the
connection broke while it was handed over nobody knows, so it is not sent again; a reminder reaches whoever missed it.
"""

from __future__ import annotations

import smtplib
from collections.abc import Iterable
from contextlib import suppress
from datetime import timedelta
from email.policy import SMTP
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, mailers
from django.urls import reverse
from django.utils import timezone

from leitstern.app.company.queries import taxonomy_of
from leitstern.app.waves.letter_text import BODY, BOTH, SUBJECT, minutes
from leitstern.app.waves.models import Invited, Kind, Letter, LetterState, WaveState
from leitstern.app.waves.queries import instrument_of
from leitstern.app.waves.tokens import digest, token_of

BATCH = 20
SHORTEST, LONGEST = timedelta(minutes=1), timedelta(hours=6)
LEASE = timedelta(minutes=10)  # after which a letter being sent has lost its worker
PLAIN = SMTP.clone(cte_type="7bit")  # every mail server takes it
FOR_GOOD = 500  # answers of a mail server from here on mean: never


class NotTaken(Exception):
    """The mail server did not take a letter; `for_good` if it never will."""

    def __init__(self, answer: str, *, for_good: bool = False) -> None:
        super().__init__(answer)
        self.for_good = for_good


def write(people: Iterable[Invited], kind: Kind) -> None:
    """Queue a letter to each of these people; who still waits for one of that kind gets no second."""
    Letter.objects.bulk_create((Letter(invited=each, kind=kind) for each in people), ignore_conflicts=True)


def post_next() -> bool:
    """Send the letters that are due, some at a time. False when there is nothing to do."""
    now = timezone.now()
    Letter.objects.filter(state=LetterState.SENDING, due__lt=now).update(state=LetterState.UNCLEAR)
    if settings.CONFIG.mail is None:
        return False
    due = Letter.objects.filter(
        state=LetterState.WAITING, due__lte=now, invited__wave__state=WaveState.RUNNING
    ).select_related("invited__wave__instrument", "invited__wave__taxonomy")
    letters = list(due.order_by("due", "id")[:BATCH])
    if not letters:
        return False
    server: Any = mailers["default"]
    try:
        server.open()
        server.connection.ehlo_or_helo_if_needed()
    except OSError as problem:  # also everything smtplib raises
        _wait(letters[0], problem)
        due.update(due=letters[0].due)  # nobody else is served either
        return True
    try:
        for letter in letters:
            if not _post(server, letter):
                break
    finally:
        with suppress(OSError):
            server.close()
    return True


def _post(server: Any, letter: Letter) -> bool:
    """Send one letter; False if the connection is of no use any more."""
    if _answered(letter):
        letter.delete()  # a reminder that is not needed any more
        return True
    message = _message(letter)
    letter.state, letter.due = LetterState.SENDING, timezone.now() + LEASE
    letter.save(update_fields=["state", "due"])
    try:
        _hand_over(server, message)
    except NotTaken as refused:
        if refused.for_good:
            _end(letter, LetterState.REFUSED, str(refused))
        else:
            _wait(letter, refused)
        with suppress(smtplib.SMTPException):
            server.connection.rset()
            return True
        return False
    except OSError as problem:
        _end(letter, LetterState.UNCLEAR, type(problem).__name__)
        return False
    _end(letter, LetterState.SENT, "")
    return True


def _hand_over(server: Any, message: EmailMessage) -> None:
    """Raises NotTaken where it is certain that the letter was not taken, OSError where nobody knows."""
    connection: smtplib.SMTP = server.connection
    sender = server.prep_address(message.from_email)
    try:
        code, answer = connection.mail(sender)
        if code < 400:
            code, answer = connection.rcpt(server.prep_address(message.to[0]))
            if code >= FOR_GOOD:
                raise NotTaken(_said(code, answer), for_good=True)
        if code >= 400:
            raise NotTaken(_said(code, answer))
    except (OSError, ValueError) as problem:
        raise NotTaken(type(problem).__name__, for_good=isinstance(problem, ValueError)) from None
    try:
        code, answer = connection.data(message.message(policy=PLAIN).as_bytes())
    except smtplib.SMTPDataError as problem:
        raise NotTaken(_said(problem.smtp_code, problem.smtp_error)) from None
    if code >= 400:
        raise NotTaken(_said(code, answer))


def _said(code: int, answer: bytes | str) -> str:
    words = answer.decode(errors="replace") if isinstance(answer, bytes) else answer
    return f"{code} {words}"[:200]


def _wait(letter: Letter, problem: Exception) -> None:
    pause = min(SHORTEST * 2 ** min(letter.attempts, 20), LONGEST)
    letter.attempts, letter.due = letter.attempts + 1, timezone.now() + pause
    letter.state, letter.reason = LetterState.WAITING, str(problem)[:200]
    letter.save(update_fields=["attempts", "due", "state", "reason"])


def _end(letter: Letter, state: LetterState, reason: str) -> None:
    letter.state, letter.reason = state, reason
    letter.save(update_fields=["state", "reason"])


def _answered(letter: Letter) -> bool:
    """Whether a reminder has become needless: only used or unused is asked, of a hash."""
    if letter.kind != Kind.REMINDER:
        return False
    tokens = letter.invited.wave.tokens
    return not tokens.filter(digest=digest(token_of(letter.invited)), used=False).exists()


def _message(letter: Letter) -> EmailMessage:
    """The letter in both languages."""
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
