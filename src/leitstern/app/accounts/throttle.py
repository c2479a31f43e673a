"""Guessing passwords takes too long to be worth it: after a few wrong ones an address has to wait.

Counted per address, known or not, so that the answer gives nothing away. Only a keyed hash of the address is kept, and
only as long as it counts. Whoever is locked out by somebody else's guessing gets a new one-time link, which works at once.
"""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django.utils.crypto import salted_hmac

from leitstern.app.accounts.models import WrongPassword
from leitstern.core.errors import Conflict
from leitstern.core.texts import Text

MOST = 5  # wrong passwords within
WINDOW = timedelta(minutes=15)

WAIT = Text(
    en="Too many wrong passwords for this address. Please wait {minutes} minutes; a new link from your administrator "
    "works at once.",
    de="Für diese Adresse wurde zu oft ein falsches Passwort eingegeben. Bitte warten Sie {minutes} Minuten; ein neuer Link "
    "von Ihrer Administration wirkt sofort.",
)


def check(email: str) -> None:
    """Raise Conflict while this address has to wait, whatever the password."""
    begin = timezone.now() - WINDOW
    tries = list(
        WrongPassword.objects.filter(address=_hash(email), at__gt=begin)
        .order_by("-at")
        .values_list("at")[:MOST]
    )
    if len(tries) == MOST:
        left = tries[-1][0] - begin
        raise Conflict(WAIT.fill(minutes=str(-(-int(left.total_seconds()) // 60))))


def note_wrong(email: str) -> None:
    """Count one wrong password, and forget those that count no more."""
    WrongPassword.objects.filter(at__lte=timezone.now() - WINDOW).delete()
    WrongPassword.objects.create(address=_hash(email))


def forget(email: str) -> None:
    """The right password, or a one-time link, ends the count."""
    WrongPassword.objects.filter(address=_hash(email)).delete()


def _hash(email: str) -> str:
    return salted_hmac("leitstern.sign-in", email.strip().lower(), algorithm="sha256").hexdigest()
