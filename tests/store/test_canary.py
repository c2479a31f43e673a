"""What people said is where it belongs, in Parquet files, and nowhere else; and it leaves with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow.parquet as pq
from tests.store.staging import ANNA, APPLY, BERND, CALL, Import, bring_in

from leitstern.store.lake import Lake
from leitstern.store.layout import Layout

if TYPE_CHECKING:
    from pathlib import Path

    from leitstern.store.home import Home

OFTEN = Layout(checkpoint_every=1)
COMMENT, PROP = "canary-comment-7f3a", "canary-prop-91bc"


def said() -> Import:
    """Anna says something; so does Bernd, and sorts before and after her."""
    arrived = Import()
    for who in (ANNA, BERND):
        mark = "" if who == ANNA else "other-"
        arrived.contact(who, APPLY, 0, props=f'{{"a": "{mark}{PROP}"}}')
        arrived.answer(who, CALL, 1, 2.0, comment=f"{mark}{COMMENT}", language="en")
    return arrived


def holding(home: Home, text: str) -> list[Path]:
    """The files of the home in which `text` stands, in the clear or inside a Parquet file's columns."""
    found = []
    for path in sorted(path for path in home.path.rglob("*") if path.is_file()):
        content = path.read_bytes()
        if path.suffix == ".parquet":
            content += repr(pq.read_table(path).to_pydict()).encode()
        if text.encode() in content:
            found.append(path)
    return found


def test_logs_and_checkpoints_hold_no_text(home: Home) -> None:
    lake = Lake(home, OFTEN)
    bring_in(home, lake, 1, said())
    lake.release()
    checkpoints = list(home.lake.rglob("*.checkpoint.parquet"))
    assert len(checkpoints) == 4  # all but promises, which have no version 1
    for canary, table in ((COMMENT, "feedback"), (PROP, "contacts")):
        assert holding(home, canary) == lake._tables[table].files()


def test_logs_point_at_nobody(home: Home) -> None:
    lake = Lake(home, OFTEN)
    anna, her_journey = 7_777_777_777_777_777, 8_888_888_888_888_888
    arrived = Import()
    arrived.contact(anna, CALL, 0, journey_key=her_journey)
    bring_in(home, lake, 1, arrived)
    lake.release()
    in_log = [
        path
        for number in (anna, her_journey)
        for path in holding(home, str(number))
        if path.parent.name == "_delta_log"
    ]
    assert len(holding(home, str(anna))) == 3  # contacts, transitions, journeys
    assert in_log == []


def test_the_erased_and_the_purged_leave_no_byte(home: Home, lake: Lake) -> None:
    bring_in(home, lake, 1, said())
    lake.erase([ANNA])
    lake.release()
    for canary in (COMMENT, PROP):
        assert holding(home, f"other-{canary}")
        assert holding(home, f'"{canary}') == []
        assert holding(home, f"'{canary}") == []
    lake.purge(1)
    lake.release()
    assert holding(home, "canary") == []
