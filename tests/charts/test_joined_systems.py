"""How systems are joined: every arc is said in words, islands stand apart."""

from __future__ import annotations

from xml.etree import ElementTree as Tree

import pytest

from leitstern.charts.joined_systems import Join, System, joined_systems
from leitstern.charts.locales import LOCALES
from leitstern.charts.sheet import Sheet

SYSTEMS = (
    System("crm", "CRM", "/crm"),
    System("mail", "Mail & more"),
    System("photos", "Photos", island=True),
)
JOINS = (Join("crm", "mail", "live"), Join("mail", "crm", "by_hand"), Join("crm", "gone", "live"))


@pytest.mark.parametrize("width", [360, 720])
def test_every_row_says_what_it_gives_and_takes(width: int) -> None:
    drawn = joined_systems(SYSTEMS, JOINS, Sheet("x", "Joined", "How", width, LOCALES["en"]))
    Tree.fromstring(drawn)
    assert "CRM: to Mail &amp; more (live interface), from Mail &amp; more (spreadsheet by hand)." in drawn
    assert "Photos: joined to nothing." in drawn
    assert 'href="/crm"' in drawn
    assert "gone" not in drawn


def test_what_is_joined_to_nothing_stands_last() -> None:
    lonely = (SYSTEMS[2], *SYSTEMS[:2])
    drawn = joined_systems(lonely, JOINS, Sheet("x", "Joined", "How", 720, LOCALES["de"]))
    assert drawn.index(">CRM<") < drawn.index(">Photos<")
    assert "mit nichts verbunden" in drawn


def test_one_system_alone_is_drawn() -> None:
    assert joined_systems(SYSTEMS[:1], (), Sheet("x", "Joined", "How", 360, LOCALES["en"])).startswith("<svg")
