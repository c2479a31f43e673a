"""A help line whose calls come in, and an administrator's browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.app.intake.conftest import calls, nothing_ahead, worker

if TYPE_CHECKING:
    from django.test import Client

    from leitstern.app.accounts.models import Person

__all__ = ["calls", "nothing_ahead", "worker"]


@pytest.fixture
def admin_client(client: Client, admin: Person) -> Client:
    """A browser in which Ada is signed in."""
    client.force_login(admin)
    return client
