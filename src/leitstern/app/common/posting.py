"""Letters: queued in the database, sent by the worker, tried again for days, never sent twice.

What is certain decides: a letter the mail server did not take waits and is tried again, ever later. Where the
connection broke while it was handed over nobody knows, so it is not sent again.
"""

from __future__ import annotations

import smtplib
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from email.policy import SMTP
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, mailers
from django.db import models
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

BATCH = 20
SHORTEST, LONGEST = timedelta(minutes=1), timedelta(hours=6)
LEASE = timedelta(minutes=10)  # after which a letter being sent has lost its worker
PLAIN = SMTP.clone(cte_type="7bit")  # every mail server takes it
FOR_GOOD = 500  # answers of a mail server from here on mean: never


class LetterState(models.TextChoices):
    """A letter is never sent twice: where it is not known whether it went out, it is left alone."""

    WAITING = "waiting", _("waiting")
    SENDING = "sending", _("being sent")
    SENT = "sent", _("sent")
    REFUSED = "refused", _("refused by the mail server")
    UNCLEAR = "unclear", _("perhaps sent")


class Posted(models.Model):
    """What every kind of letter keeps about its way; its text is made when it is sent."""

    state = models.CharField(
        max_length=10, choices=LetterState.choices, default=LetterState.WAITING, db_index=True
    )
    due = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    reason = models.CharField(max_length=200, blank=True)  # what the mail server said

    class Meta:
        abstract = True


class NotTaken(Exception):
    """The mail server did not take a letter; `for_good` if it never will."""

    def __init__(self, answer: str, *, for_good: bool = False) -> None:
        super().__init__(answer)
        self.for_good = for_good


def post_some[L: Posted](letters: QuerySet[L], compose: Callable[[L], EmailMessage | None]) -> bool:
    """Send those of these letters that are due, some at a time. False when there is nothing to do.

    `compose` makes the message when it is sent; where it makes none, the letter has become needless and is deleted.
    """
    now = timezone.now()
    letters.filter(state=LetterState.SENDING, due__lt=now).update(state=LetterState.UNCLEAR)
    if settings.CONFIG.mail is None:
        return False
    due = letters.filter(state=LetterState.WAITING, due__lte=now)
    batch = list(due.order_by("due", "id")[:BATCH])
    if not batch:
        return False
    server: Any = mailers["default"]
    try:
        server.open()
        server.connection.ehlo_or_helo_if_needed()
    except OSError as problem:  # also everything smtplib raises
        _wait(batch[0], problem)
        due.update(due=batch[0].due)  # nobody else is served either
        return True
    try:
        for letter in batch:
            if not _post(server, letter, compose(letter)):
                break
    finally:
        with suppress(OSError):
            server.close()
    return True


def _post(server: Any, letter: Posted, message: EmailMessage | None) -> bool:
    """Send one letter; False if the connection is of no use any more."""
    if message is None:
        letter.delete()
        return True
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


def _wait(letter: Posted, problem: Exception) -> None:
    pause = min(SHORTEST * 2 ** min(letter.attempts, 20), LONGEST)
    letter.attempts, letter.due = letter.attempts + 1, timezone.now() + pause
    letter.state, letter.reason = LetterState.WAITING, str(problem)[:200]
    letter.save(update_fields=["attempts", "due", "state", "reason"])


def _end(letter: Posted, state: LetterState, reason: str) -> None:
    letter.state, letter.reason = state, reason
    letter.save(update_fields=["state", "reason"])
