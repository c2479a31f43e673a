"""Sign-ins that ran out, and wrong passwords that no longer count, leave the database."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone
from tests.people import make

from leitstern.app.accounts.ended import delete_ended
from leitstern.app.accounts.models import WrongPassword
from leitstern.app.accounts.roles import Role
from leitstern.app.accounts.throttle import WINDOW, note_try
from leitstern.app.common.jobs import REGULAR

pytestmark = pytest.mark.django_db


def test_what_still_counts_stays_and_what_has_ended_goes() -> None:
    Client().force_login(make(Role.ADMIN))
    note_try("somebody@example.org")
    assert not delete_ended()
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    WrongPassword.objects.update(at=timezone.now() - WINDOW)
    assert delete_ended()
    assert (Session.objects.count(), WrongPassword.objects.count()) == (0, 0)


def test_the_worker_does_it() -> None:
    assert "leitstern.app.accounts.ended.delete_ended" in REGULAR
