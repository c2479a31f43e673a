"""Changes of channel by hand, and which differences between two selections are sure."""

from __future__ import annotations

import pytest
from tests.core.known import known
from tests.core.outside.small_lake import ANNA, APPLY, BERND, CALL, PAY, PHONE, WEB, SmallLake, run

from leitstern.core.outside.beside import beside
from leitstern.core.outside.channels import Switch, channel_switches, read_channel_switches
from leitstern.core.outside.few import TOO_FEW_CUSTOMERS
from leitstern.core.stats.estimate import Estimate, Missing


def found(lake: SmallLake) -> dict[tuple[int, int], Switch]:
    rows = run(channel_switches(lake.transitions))
    return {(each.channel, each.next_channel): each for each in read_channel_switches(rows)}


def test_of_the_contacts_that_go_on_some_change_the_channel() -> None:
    lake = SmallLake()
    lake.contact(ANNA, APPLY, 0, channel=WEB)
    lake.contact(ANNA, CALL, 2, channel=PHONE)
    lake.contact(ANNA, CALL, 5, channel=PHONE)
    lake.contact(BERND, APPLY, 0, channel=WEB)
    lake.contact(BERND, PAY, 8, channel=WEB)
    switches = found(lake)
    assert set(switches) == {(WEB, PHONE), (WEB, WEB), (PHONE, PHONE)}
    moved = switches[WEB, PHONE]
    assert (moved.customers, moved.contacts) == (1, 1)
    assert known(moved.share).value == pytest.approx(0.5)
    assert known(moved.share).n == 2
    assert known(moved.wait_median).value == pytest.approx(2)


def test_an_unknown_channel_is_no_evidence_of_a_change() -> None:
    lake = SmallLake()
    lake.contact(ANNA, APPLY, 0, channel=0)
    lake.contact(ANNA, CALL, 2, channel=PHONE)
    lake.contact(ANNA, PAY, 3, channel=0)
    assert found(lake) == {}


def share(value: float, half: float) -> Estimate:
    return Estimate(value, value - half, value + half, 400)


def test_the_differences_of_the_method_page() -> None:
    (each,) = beside([(Estimate(0.30, 0.26, 0.34, 400), Estimate(0.08, 0.06, 0.11, 400))])
    assert isinstance(each.difference, Estimate)
    assert [round(x, 3) for x in (each.difference.value, each.difference.low, each.difference.high)] == [
        0.22,
        0.17,
        0.265,
    ]
    assert each.sure


def test_what_would_be_found_alone_is_not_sure_among_many() -> None:
    lonely = (share(0.40, 0.05), share(0.30, 0.05))  # p about 0.02
    assert beside([lonely])[0].sure
    crowd = [(share(0.5, 0.05), share(0.5, 0.05))] * 40
    assert not beside([lonely, *crowd])[0].sure


def test_a_side_that_is_missing_says_why_and_is_never_sure() -> None:
    (each,) = beside([(TOO_FEW_CUSTOMERS, share(0.5, 0.1))])
    assert isinstance(each.difference, Missing)
    assert not each.sure
