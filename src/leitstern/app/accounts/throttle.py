"""Guessing passwords takes too long to be worth it: after a few wrong ones an address has to wait.

Counted per address, known or not, so that the answer gives nothing away. Only a keyed hash of the address is kept, and
only as long as it counts. Whoever is locked out by somebody else's guessing gets a new one-time link, which works at once.
"""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
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


def note_try(email: str) -> None:
    """Count one try, before its password is looked at, so that many at once count as well.

    Raises Conflict while this address has to wait, whatever the password.
    """
    now = timezone.now()
    begin = now - WINDOW
    with transaction.atomic():  # which only one at a time enters
        WrongPassword.objects.filter(at__lte=begin).delete()
        tries = list(
            WrongPassword.objects.filter(address=_hash(email)).order_by("-at").values_list("at")[:MOST]
        )
        if len(tries) < MOST:
            WrongPassword.objects.create(address=_hash(email), at=now)
            return
    left = tries[-1][0] - begin
    raise Conflict(WAIT.fill(minutes=str(-(-int(left.total_seconds()) // 60))))


def forget(email: str) -> None:
    """The right password, or a one-time link, ends the count."""
    WrongPassword.objects.filter(address=_hash(email)).delete()


def _hash(email: str) -> str:
    return salted_hmac("leitstern.sign-in", email.strip().lower(), algorithm="sha256").hexdigest()
