"""What has ended is not kept: sign-ins that ran out, and wrong passwords that no longer count."""

from __future__ import annotations

from django.contrib.sessions.models import Session
from django.utils import timezone

from leitstern.app.accounts.models import WrongPassword
from leitstern.app.accounts.throttle import WINDOW


def delete_ended() -> bool:
    """Delete both; done by the worker. False when there was nothing to delete."""
    now = timezone.now()
    ended = (
        Session.objects.filter(expire_date__lte=now),
        WrongPassword.objects.filter(at__lte=now - WINDOW),
    )
    found = [rows for rows in ended if rows.exists()]  # so that looking takes no turn at writing
    for rows in found:
        rows.delete()
    return bool(found)
