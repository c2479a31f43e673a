"""Three hundred units with two thousand roles: a unit's page asks the database a few times, not more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.people import make

from leitstern.app.accounts.roles import Role as Of
from leitstern.app.structure.models import Interface, Role, Staffing, Unit

if TYPE_CHECKING:
    from django.test import Client

    from leitstern.store.home import Home

UNITS, ROLES = 300, 2_000


@pytest.fixture
def large(bank: Home) -> None:
    """A register of a large company."""
    Unit.objects.bulk_create(
        Unit(slug=f"u{at}", name=f"Unit {at}", parent=f"u{at // 7}" if at > 6 else "", size=at, actor="x")
        for at in range(UNITS)
    )
    Role.objects.bulk_create(
        Role(name=f"Role {at}", unit=f"u{at % UNITS}", people=at % 40, actor="x") for at in range(ROLES)
    )
    Interface.objects.bulk_create(
        Interface(giver=f"u{at}", receiver=f"u{at + 1}", what="File", actor="x") for at in range(UNITS - 1)
    )
    Staffing.objects.bulk_create(
        Staffing(unit=f"u{at}", skill="data", needed=5, there=2, actor="x") for at in range(UNITS)
    )


def test_a_unit_among_hundreds_asks_a_few_times(large: None, client: Client) -> None:
    client.force_login(make(Of.ANALYST))
    with CaptureQueriesContext(connection) as asked:
        page = client.get("/organisation/units/u7").content.decode()
    assert len(asked) <= 25
    assert page.count("<option") > UNITS  # each may be chosen to go on in
    assert '<option value="u7"' not in page  # but itself
