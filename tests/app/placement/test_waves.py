"""What two published waves make of placement, departments, movement and forecast."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leitstern.app.placement.assumed import assumptions
from leitstern.app.placement.by_unit import heat_map, movements
from leitstern.app.placement.history import stands, waves
from leitstern.app.placement.queries import placement, settling
from leitstern.core.inside.org_types import OrgType
from leitstern.core.inside.ratings import View
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from django.test import Client

    from leitstern.app.waves.models import Wave
    from leitstern.store.home import Home


def test_waves_are_views_of_their_own(two_waves: tuple[Wave, Wave]) -> None:
    found = placement()
    assert found is not None
    assert [cloud.view for cloud in found.views] == [View.EXECUTIVES, View.MANAGERS, View.STAFF]
    assert found.declared is OrgType.LEMMING
    assert found.illusion.state == "self-image only"
    assert waves(assumptions()).declared_before is OrgType.LEMMING


def test_the_heat_map_marks_what_would_give_people_away(two_waves: tuple[Wave, Wave]) -> None:
    found = heat_map()
    assert found is not None
    columns = [column.en for column in found.columns]
    cells = found.rows[0][1]
    south, north = cells[columns.index("South")], cells[columns.index("North")]
    assert isinstance(south, Missing)
    assert found.level is View.STAFF
    assert isinstance(north, Missing | Estimate)
    assert heat_map("executives") is not None


def test_what_rose_is_told(two_waves: tuple[Wave, Wave]) -> None:
    found = movements(View.STAFF)
    assert found is not None
    directions = {dimension.slug: line.movement.direction.value for dimension, line in found.lines}
    assert directions["k1"] == "up"
    assert directions["t1"] != "up"


def test_waves_teach_the_pace(two_waves: tuple[Wave, Wave]) -> None:
    first, second = stands(assumptions())
    assert second.level > first.level
    assert second.month == pytest.approx(5.9, abs=0.1)
    assert settling() == (settling()[0], 2)
    assert not settling()[0].done


def test_pages_and_tables(two_waves: tuple[Wave, Wave], lead_client: Client) -> None:
    page = lead_client.get("/placement/dimensions").content.decode()
    assert "rose since the wave before" in page
    assert page.count('class="chart"') == 4
    assert lead_client.get("/placement/dimensions?format=csv").content.decode().count("\n") == 23
    assert "up" in lead_client.get("/placement/dimensions?format=movement").content.decode()
    assert "The pace of 2 waves is counted in." in lead_client.get("/placement").content.decode()


def test_before_the_first_wave_the_page_says_what_to_do(lead_client: Client, home: Home) -> None:
    assert "No wave has been published yet." in lead_client.get("/placement/dimensions").content.decode()
