"""Units and interfaces that change on the way: nothing that was said before is lost or written over."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone

from leitstern.app.structure import handing, reading, units
from leitstern.app.structure.models import Unit
from leitstern.app.structure.units import About
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.inside.structure.interfaces import Aspect, Side, Standing

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.app.accounts.models import Person

pytestmark = pytest.mark.django_db
SINCE = date(2026, 3, 2)


def test_a_unit_that_was_merged_or_closed_is_not_written_over(analyst: Person) -> None:
    buying = units.add_unit(analyst, "Buying", "corporate", About())
    units.merge_unit(analyst, "buying", "lending", SINCE)
    units.merge_unit(analyst, "buying", "lending", SINCE)  # said twice
    with pytest.raises(Conflict, match=r"part of “.+” since 02/03/2026"):
        units.merge_unit(analyst, "buying", "marketing", SINCE)
    assert Unit.objects.get(slug="buying").successor == "lending"
    buying.refresh_from_db()
    units.close_unit(analyst, units.separate_unit(analyst, buying))
    changes: tuple[Callable[[], object], ...] = (
        lambda: units.move_unit(analyst, buying, "Purchasing", "", back_office=False),
        lambda: units.merge_unit(analyst, "buying", "marketing", SINCE),
        lambda: units.merge_unit(analyst, "marketing", "buying", SINCE),
    )
    for change in changes:
        with pytest.raises(InvalidInput, match="“Buying” was closed on"):
            change()


def test_what_a_unit_was_called_stays_readable(analyst: Person) -> None:
    buying = units.add_unit(analyst, "Buying", "corporate", About())
    units.move_unit(analyst, buying, "Buying", "lending", back_office=False)
    assert buying.former == []
    units.move_unit(analyst, buying, "Purchasing", "lending", back_office=False)
    client = Client()
    client.force_login(analyst)
    page = client.get("/organisation/units/buying").content.decode()
    assert "Purchasing" in page
    assert f"Called “Buying” until {timezone.localdate():%d/%m/%Y}." in page


def test_what_a_side_leaves_out_stays_as_it_said(analyst: Person) -> None:
    row = handing.enter_interface(analyst, "lending", "service", "Decision on a loan")
    today = timezone.localdate()
    handing.claim_interface(
        analyst, row, Side.GIVER, {Aspect.DEFINED: True, Aspect.ACCEPTED: True}, "", today
    )
    denied = handing.claim_interface(analyst, row, Side.RECEIVER, {Aspect.DEFINED: False}, "", today)
    handing.claim_interface(analyst, row, Side.GIVER, {Aspect.LIVED: False}, "", today)
    found = reading.interfaces()[0]
    assert found.standing(Aspect.DEFINED) is Standing.CONTRADICTED
    assert found.standing(Aspect.ACCEPTED) is Standing.ONE_SIDED
    with pytest.raises(InvalidInput, match="said before that it is not defined"):
        handing.claim_interface(analyst, row, Side.RECEIVER, {Aspect.LIVED: True}, "", today)
    earlier = today - timedelta(days=30)
    handing.claim_interface(analyst, row, Side.RECEIVER, {Aspect.DEFINED: True}, "", earlier)
    assert reading.interfaces()[0].contradicted  # entered later, said earlier
    handing.withdraw_claim(analyst, denied)
    assert not reading.interfaces()[0].contradicted
